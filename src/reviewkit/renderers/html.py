"""One self-contained web page: no script, nothing from outside; `templates/report.html.j2` says what stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reviewkit.contracts import Renderer
from reviewkit.document import Block, Document, Figure, Heading, Run, Runs
from reviewkit.errors import UsageError
from reviewkit.renderers._outline import numbered_names, renamed
from reviewkit.renderers._sources import listed
from reviewkit.renderers._tables import said, squared
from reviewkit.renderers._templates import load_page
from reviewkit.renderers._text import is_web, line, tidy, typed_lines, words
from reviewkit.renderers._titles import title_lines
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

# Points: on a page that is printed a figure is as wide as its text, and on a phone of 320 pixels as wide as the screen.
WIDE, NARROW = 480.0, 216.0
_PLAIN = Run("")[1:]


class Link(NamedTuple):
    """Neighbouring runs that lead to the same place, or nowhere; only the last may cite a source.

    `spelt_out`: the words are the address itself.
    """

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
    groups = groupby(_counted(runs), key=lambda counted: (counted[0], counted[1].href, counted[1].anchor))
    return [_link([run for _, run in group], href, anchor) for (_, href, anchor), group in groups]


def plain(runs: Runs) -> str | None:
    """The clean words of a run that stands alone, without a style, a link or a citation; None for other runs."""
    if len(runs) != 1 or runs[0][1:] != _PLAIN:
        return None
    text = line(runs[0].text)
    return text if text.strip() else ""


def kind(block: Block) -> str:
    """The kind of a block, such as "listblock", for a template to choose by."""
    return type(block).__name__.lower()


def parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What opens the report under a heading without a number, where all other headings of level 1 have one; the rest."""
    tops = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    opens = tops[:1] == [0] and not headings[0].number and len(tops) > 1 and all(each.number for each in headings[1:])
    end = tops[1] if opens else 0
    return blocks[:end], blocks[end:]


def drawn(figure: Figure, number: int) -> tuple[Markup, Markup]:
    """The figure as SVG, for a page and for a phone; empty if it shows nothing."""
    from markupsafe import Markup

    from reviewkit.drawing.drawing import draw
    from reviewkit.renderers._svg import svg

    wide, narrow = (
        svg(draw(figure.shows, width), figure.title, figure.description, f"figure-{number}{part}")
        for width, part in ((WIDE, ""), (NARROW, "-narrow"))
    )
    return Markup(wide), Markup(narrow)  # noqa: S704  `svg` escapes all text


def css_string(text: str) -> Markup:
    """The text as a CSS string: everything but plain letters and digits is written by its number."""
    from markupsafe import Markup

    plain = (
        character if character.isascii() and character.isalnum() else f"\\{ord(character):x} " for character in text
    )
    return Markup(f'"{"".join(plain)}"')  # noqa: S704  only letters, digits, backslashes and spaces are left


def _counted(runs: Runs) -> Iterator[tuple[int, Run]]:
    """Each run with the number of citations before it."""
    before = 0
    for run in tidy(runs):
        yield before, run
        before += run.source >= 0


def _link(runs: list[Run], href: str, anchor: str) -> Link:
    return Link(runs, href, anchor, bool(href) and is_web("".join(run.text for run in runs)))


@cache
def _page() -> Template:
    filters: dict[str, Callable[..., Any]] = {
        "contents": listed,
        "css_string": css_string,
        "drawn": drawn,
        "kind": kind,
        "line": line,
        "linked": linked,
        "parted": parted,
        "plain": plain,
        "said": said,
        "squared": squared,
        "title_lines": title_lines,
        "typed": typed_lines,
        "words": words,
    }
    return load_page("report.html.j2", filters)


RENDERER = Renderer(name="html", suffix=".html", render=render)
