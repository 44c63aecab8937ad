"""Header and footer of a house style file as lines of text, and what of them stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reviewkit.document import Furniture, Runs
from reviewkit.renderers.docx.house.looks import Looks
from reviewkit.renderers.docx.house.package import House, open_house
from reviewkit.renderers.docx.house.sections import KINDS, Kind, Reference, chosen, references, wanted
from reviewkit.renderers.docx.house.words import Words
from reviewkit.renderers.docx.xml import DRAWING, MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_LINES = 6
LONGEST_LINE = 200
_W = f"{{{MAIN}}}"
_VML = "{urn:schemas-microsoft-com:vml}"
_MOST_READ = 200
_PAGES = {"default": "", "first": " of the first page", "even": " of even pages"}


def furniture_of(data: bytes) -> Furniture:
    """The lines of header and footer of the file's last section: words and page numbers alone.

    Hidden and deleted text, prompts, text boxes, pictures and fields about the file or a person are not among them.
    Raises `UsageError` for anything that isn't a Word file, or not a safe one.
    """
    return furniture_in(open_house(data, wanted))


def furniture_in(house: House) -> Furniture:
    """The same of a file that is open."""
    header, footer = (tuple(filter(_is_short, _lines(house, kind)))[:MOST_LINES] for kind in KINDS)
    return Furniture(header, footer)


def left_behind(house: House) -> tuple[str, ...]:
    """What stands in headers and footers and isn't taken, such as "a picture in the header"."""
    return tuple(dict.fromkeys(each for kind in KINDS for each in _left(house, kind)))


def _lines(house: House, kind: Kind) -> list[Runs]:
    taken = chosen(references(house.document), kind)
    return _lines_of(house, taken) if taken else []


def _lines_of(house: House, reference: Reference) -> list[Runs]:
    story = house.stories.get(reference.id)
    if story is None:
        return []
    return [line.runs for line in islice(Words(Looks(house.styles)).lines(story), _MOST_READ)]


def _is_short(runs: Runs) -> bool:
    return sum(len(run.text) for run in runs) <= LONGEST_LINE


def _left(house: House, kind: Kind) -> Iterator[str]:
    own = [each for each in references(house.document) if each.kind == kind and each.id in house.stories]
    taken = chosen(own, kind)
    lines = _lines(house, kind)
    for each in sorted(own, key=lambda each: each != taken):
        where = f"the {kind}{_PAGES[each.place] if each != taken or each.place == 'first' else ''}"
        yield from (f"{what} in {where}" for what in _drawn(house.stories[each.id]))
        if each != taken and _lines_of(house, each) not in ([], lines):
            yield f"the words in {where}"
    if any(not _is_short(line) for line in lines):
        yield f"a line of more than {LONGEST_LINE} letters in the {kind}"
    if len([line for line in lines if _is_short(line)]) > MOST_LINES:
        yield f"what comes after {MOST_LINES} lines in the {kind}"


def _drawn(story: _Element) -> Iterator[str]:
    """What is no text of the page, each kind once."""
    if next(story.iter(f"{_VML}textpath"), None) is not None:
        yield "a watermark"
    pictures = (f"{{{DRAWING}}}blip", f"{_VML}imagedata", f"{_W}object")
    if next(story.iter(*pictures), None) is not None:
        yield "a picture"
    boxes = story.iter(f"{_W}txbxContent")
    if any((text.text or "").strip() for box in boxes for text in box.iter(f"{_W}t")):
        yield "a text box"
