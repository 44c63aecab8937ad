"""Derived documents as plain values: what `templates/documents/*.yaml` says. `templates/README.md` explains each word.

Every path is dotted, as in the report: `recommendations.measure.outcome` is a field, a part of an item is named from its
list on (`measure.outcome`).
"""

from __future__ import annotations

from typing import Literal

from reviewkit.schema import Template
from reviewkit.tuples import NamedTuple

Style = Literal["cards", "table", "bullets", "numbered", "plain", "run-in"]
STYLES: tuple[Style, ...] = ("cards", "table", "bullets", "numbered", "plain", "run-in")
Labels = tuple[tuple[str, str], ...]
"""Words instead of a field's own label, by its path; "" for none."""


class Column(NamedTuple):
    """A column of a table: what the fields at `take` say, else those at `otherwise`; without either it is left blank.

    Paths count from an item of the table's list; those that lead through `Grid.rows` are about the row.
    """

    title: str
    take: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    width: int = 1


class Grid(NamedTuple):
    """A table: a row for each item of the list at `path`, or for each item of the list `rows` within it.

    An item whose `rows` are empty has one row all the same. `path` is "" for a table within a card.
    """

    path: str
    columns: tuple[Column, ...]
    rows: str = ""
    caption: str = ""
    templates: tuple[str, ...] = ()


class Told(NamedTuple):
    """What the field at `path` says, under `label` if there is one."""

    path: str
    label: str = ""
    templates: tuple[str, ...] = ()


class Pairs(NamedTuple):
    """Short fields beside their labels."""

    paths: tuple[str, ...]
    labels: Labels = ()
    templates: tuple[str, ...] = ()


class Items(NamedTuple):
    """The items of the list at `path`: what `head` says names each, `take` are the fields shown of it.

    `label` stands above all of them. `first` and `last` say which items are shown, counted from 1; `last` is 0 for the end
    of the list. `grid` is a table within each card.
    """

    path: str
    style: Style
    head: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    labels: Labels = ()
    label: str = ""
    first: int = 1
    last: int = 0
    grid: Grid | None = None
    templates: tuple[str, ...] = ()


Show = Told | Pairs | Items | Grid


class Part(NamedTuple):
    """A heading and what stands beneath it: fixed words (Markdown), what the report says, and questions.

    `otherwise` are the words where the report says nothing; without them such a part is left out.
    """

    id: str
    heading: str
    text: str = ""
    show: tuple[Show, ...] = ()
    ask: tuple[str, ...] = ()
    otherwise: str = ""
    templates: tuple[str, ...] = ()


class Plan(NamedTuple):
    """A derived document. `templates` are the national templates that it can be made from; overlays of them count.

    `about` is a line for its first page. `numbered`: the parts have numbers. `sheet` is the one table that a spreadsheet
    of it holds. `file` is a partnership's own file, "" for a shipped one.
    """

    name: str
    title: str
    about: str
    templates: tuple[str, ...]
    parts: tuple[Part, ...]
    numbered: bool = False
    sheet: Grid | None = None
    file: str = ""

    def is_for(self, template: Template) -> bool:
        """Whether it can be made from a report of that template."""
        return template.base in self.templates
