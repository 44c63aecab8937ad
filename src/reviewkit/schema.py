"""The template of a report as plain values: what `schemas/*.yaml` says, resolved and ready to walk.

Named tuples, not models: `check` reads a shipped template on every start. `schemas/README.md` explains each word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from reviewkit.tuples import NamedTuple

Need = Literal["must", "should", "may"]
Publish = Literal["keep", "replace-names", "coarsen", "withhold", ""]
Kind = Literal["value", "group", "list", "keyed", "either"]
LcsprStart = Literal["notification", "decision", ""]

NEEDS: tuple[Need, ...] = ("may", "should", "must")
SCALAR_TYPES = (
    "line", "prose", "date", "approximate-date", "age", "number", "yes-no", "code", "id", "reference", "owner",
)  # fmt: skip
LIST_TYPES = ("lines", "codes", "references")
TYPES = (*SCALAR_TYPES, *LIST_TYPES, "checklist")
YES_NO = ("yes", "no", "not-recorded")
CHECKLIST_ANSWERS = ("yes", "no", "not-recorded", "not-applicable")
REFERENCE_TARGETS = (
    "people", "organisations", "incidents", "learning", "recommendations", "key_lines_of_enquiry",
)  # fmt: skip


class Code(NamedTuple):
    """One value of a code list. `group` is what the published version says instead; "" means nothing is said."""

    code: str
    label: str
    note: str = ""
    group: str = ""


class CodeList(NamedTuple):
    """Allowed values by code, in the order in which they are offered."""

    id: str
    title: str
    source: tuple[str, ...]
    values: Mapping[str, Code]


class Condition(NamedTuple):
    """`path test values`, such as `review.status is one of final, published`; `text` is how it was written."""

    path: tuple[str, ...]
    test: Literal["is", "is not", "is given", "is missing", "is at least"]
    values: tuple[str, ...]
    text: str


class Field(NamedTuple):
    """A section, a field, a group, a list or an `either` of fields; see `schemas/README.md` for every word."""

    id: str
    label: str
    kind: Kind
    type: str = ""
    need: Need = "may"
    need_by_edition: Mapping[str, Need] = {}
    guidance: str = ""
    example: str = ""
    source: tuple[str, ...] = ()
    raises: str = ""
    publish: Publish = ""
    audience: str = ""
    when: tuple[Condition, ...] = ()
    codes: str = ""
    to: str = ""
    fields: tuple[Field, ...] = ()
    length: tuple[int, int] | None = None
    at_most: int = 0
    or_none: bool = False
    if_unknown: str = ""
    one_for: str = ""
    or_register: str = ""
    headed_by: tuple[str, ...] = ()
    show: str = ""

    def need_in(self, edition: str) -> Need:
        """The need in that edition."""
        return self.need_by_edition.get(edition, self.need)

    def members(self) -> Iterator[Field]:
        """The fields that stand under keys of this group or item: an `either` stands for its alternatives."""
        for field in self.fields:
            if field.kind == "either":
                yield from field.fields
            else:
                yield field

    def member(self, key: str) -> Field | None:
        """The field under that key."""
        return next((field for field in self.members() if field.id == key), None)


class Edition(NamedTuple):
    """Which state of the rules a report answers to. `lcspr_counts_from` begins the six months of an LCSPR."""

    id: str
    title: str
    note: str
    lcspr_counts_from: LcsprStart = ""


class Template(NamedTuple):
    """A report template, ready to use. `sections` in the order of the report; `reserved` are register and waivers."""

    name: str
    title: str
    subtitle: str
    abbreviation: str
    editions: tuple[Edition, ...]
    sections: tuple[Field, ...]
    reserved: tuple[Field, ...]
    codelists: Mapping[str, CodeList]
    length: tuple[int, int] | None = None
    extends: str = ""
    file: str = ""

    @property
    def base(self) -> str:
        """The national template behind an overlay, else the template's own name."""
        return self.extends or self.name

    @property
    def latest_edition(self) -> str:
        """The edition that a new report starts with."""
        return self.editions[-1].id

    def section(self, key: str) -> Field | None:
        """The section, or reserved block, under that key of the report."""
        return next((field for field in (*self.sections, *self.reserved) if field.id == key), None)


class Source(NamedTuple):
    """A document that a demand rests on, and how far it was read."""

    key: str
    title: str
    publisher: str
    year: str
    cite: str
    read_as: str
