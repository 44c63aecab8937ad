"""What a Word file gives as house style, what it lacks, and what stays behind."""

from __future__ import annotations

from reviewkit.document import Furniture
from reviewkit.renderers.docx.house.contrast import Weak, weak_styles
from reviewkit.renderers.docx.house.furniture import furniture_in, left_behind
from reviewkit.renderers.docx.house.merging import merged_names
from reviewkit.renderers.docx.house.package import open_house
from reviewkit.renderers.docx.house.resolving import Resolved
from reviewkit.renderers.docx.house.sections import wanted
from reviewkit.renderers.docx.house.style import look_of
from reviewkit.renderers.docx.look import Page
from reviewkit.renderers.docx.xml import MAIN
from reviewkit.tuples import NamedTuple

_W = f"{{{MAIN}}}"
_BODY = "BodyText"
_PAPERS = {(210, 297): "A4", (297, 420): "A3", (148, 210): "A5", (216, 279): "Letter", (216, 356): "Legal"}
_TWIPS_OF_MM = 1440 / 25.4
_MOST_FONTS = 8


class HouseDescription(NamedTuple):
    """What is taken of a file, by the names that Word shows.

    `taken` are styles that it has, `added` those that it lacks and gets from us. `size` is that of body text in points.
    `weak` are colours that are hard to read, `left_behind` what stands in header and footer and isn't taken.
    """

    taken: tuple[str, ...]
    added: tuple[str, ...]
    fonts: tuple[str, ...]
    size: float
    page: str
    furniture: Furniture
    weak: tuple[Weak, ...]
    left_behind: tuple[str, ...]


def describe(data: bytes) -> HouseDescription:
    """The description. Raises `UsageError` for anything that isn't a Word file, or not a safe one."""
    from lxml import etree

    house = open_house(data, wanted)
    look = look_of(house)
    resolved = Resolved(etree.fromstring(look.styles.encode()), etree.fromstring(look.theme.encode()))
    names = merged_names(house.styles)
    return HouseDescription(
        taken=tuple(name for name, theirs in names.items() if theirs),
        added=tuple(name for name, theirs in names.items() if not theirs),
        fonts=_fonts(resolved),
        size=resolved.size(_BODY),
        page=page_said(look.page),
        furniture=furniture_in(house),
        weak=weak_styles(resolved),
        left_behind=left_behind(house),
    )


def page_said(page: Page) -> str:
    """Such as "A4 landscape, margins 28 mm above, 25 mm right, 25 mm below, 25 mm left"."""
    short, long = sorted((_mm(page.width), _mm(page.height)))
    paper = _PAPERS.get((short, long), f"{short} × {long} mm") + (" landscape" if page.width > page.height else "")
    sides = (("above", page.top), ("right", page.right), ("below", page.bottom), ("left", page.left))
    return f"{paper}, margins " + ", ".join(f"{_mm(size)} mm {side}" for side, size in sides)


def _fonts(resolved: Resolved) -> tuple[str, ...]:
    """The typefaces of our styles, that of body text first."""
    found = dict.fromkeys(resolved.font(style) for style in (_BODY, *resolved.shown()))
    return tuple(name for name in found if name)[:_MOST_FONTS]


def _mm(twips: int) -> int:
    return round(twips / _TWIPS_OF_MM)
