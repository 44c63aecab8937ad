"""Which headers and footers the last section of a house style file has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from reviewkit.renderers.docx.xml import MAIN, RELATIONSHIPS
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_PLACES = ("default", "first", "even")

Kind = Literal["header", "footer"]
KINDS: tuple[Kind, ...] = ("header", "footer")


class Reference(NamedTuple):
    """A header or footer: which of the two, on which pages ("default", "first" or "even"), and the id of its part."""

    kind: Kind
    place: str
    id: str


def references(document: _Element) -> tuple[Reference, ...]:
    """Those of the last section; one that it lacks is, as in Word, that of the nearest section before it."""
    found: dict[tuple[Kind, str], str] = {}
    for section in document.iter(f"{_W}sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag not in (f"{_W}body", f"{_W}pPr"):
            continue  # what a section was like before a tracked change
        for kind in KINDS:
            for each in section.iterfind(f"{_W}{kind}Reference"):
                place, part = each.get(f"{_W}type", "default"), each.get(f"{{{RELATIONSHIPS}}}id", "")
                if place in _PLACES and part:
                    found[kind, place] = part
    return tuple(Reference(kind, place, part) for (kind, place), part in sorted(found.items()))


def wanted(document: _Element) -> Iterable[str]:
    """The ids of all of them."""
    return (reference.id for reference in references(document))


def chosen(found: Iterable[Reference], kind: Kind) -> Reference | None:
    """The one that is taken: that of all pages, else that of the first."""
    own = {each.place: each for each in found if each.kind == kind}
    return own.get("default") or own.get("first")
