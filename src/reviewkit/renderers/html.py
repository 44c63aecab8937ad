"""One self-contained web page: no script, nothing from outside; `templates/report.html.j2` says what stands where."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewkit.contracts import Renderer
from reviewkit.document import Block, Document, Run, Runs
from reviewkit.errors import UsageError
from reviewkit.renderers._outline import contents, numbered_names, renamed
from reviewkit.renderers._tables import squared
from reviewkit.renderers._templates import load_page
from reviewkit.renderers._text import is_web, line, tidy, typed_lines, words
from reviewkit.renderers._titles import title_lines

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


class Link(NamedTuple):
    """Neighbouring runs that lead to the same place, or nowhere. `spelt_out`: the words are the address itself."""

    runs: list[Run]
    href: str
    anchor: str
    spelt_out: bool


def render(document: Document, house_style: bytes | None = None) -> bytes:
    """The page as UTF-8. Raises `UsageError` for a house style, which only Word files have."""
    if house_style is not None:
        raise UsageError("a house style belongs to Word files", hint="leave --house-style out, or render --to docx")
    return _page().render(document=renamed(document, numbered_names())).encode()


def linked(runs: Runs) -> list[Link]:
    """The runs, clean, neighbours with the same target together."""
    groups = groupby(tidy(runs), key=lambda run: (run.href, run.anchor))
    return [_link(list(group), *target) for target, group in groups]


def kind(block: Block) -> str:
    """The kind of a block, such as "listblock", for a template to choose by."""
    return type(block).__name__.lower()


def css_string(text: str) -> Markup:
    """The text as a CSS string: everything but plain letters and digits is written by its number."""
    from markupsafe import Markup

    plain = (
        character if character.isascii() and character.isalnum() else f"\\{ord(character):x} " for character in text
    )
    return Markup(f'"{"".join(plain)}"')  # noqa: S704  only letters, digits, backslashes and spaces are left


def _link(runs: list[Run], href: str, anchor: str) -> Link:
    return Link(runs, href, anchor, bool(href) and is_web("".join(run.text for run in runs)))


@cache
def _page() -> Template:
    filters: dict[str, Callable[..., Any]] = {
        "contents": contents,
        "css_string": css_string,
        "kind": kind,
        "line": line,
        "linked": linked,
        "squared": squared,
        "title_lines": title_lines,
        "typed": typed_lines,
        "words": words,
    }
    return load_page("report.html.j2", filters)


RENDERER = Renderer(name="html", suffix=".html", render=render)
