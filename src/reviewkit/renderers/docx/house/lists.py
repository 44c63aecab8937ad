"""The signs of bulleted and numbered lists of a house style file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit.renderers.docx.house.allowing import allowed
from reviewkit.renderers.docx.house.package import House
from reviewkit.renderers.docx.xml import HEAD, MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_LISTS = {"1": "list bullet", "2": "list number"}
_FORMATS = {
    "1": ("bullet",),
    "2": ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman", "decimalZero"),
}
_LONGEST_SIGN = 12


def merged_numbering(own: str, house: House) -> str:
    """Our numbering with the signs that the house's list styles lead to; indents stay ours."""
    from lxml import etree

    if house.numbering is None:
        return own
    numbering = etree.fromstring(own.encode())
    for abstract in numbering.iterfind(f"{_W}abstractNum"):
        kind = abstract.get(f"{_W}abstractNumId", "")
        for level in range(3):
            source = _house_level(house, _LISTS[kind] + (f" {level + 1}" if level else ""))
            target = abstract.find(f'{_W}lvl[@{_W}ilvl="{level}"]')
            if source is not None and target is not None:
                _take_sign(source, target, level, _FORMATS[kind])
    return HEAD + etree.tostring(numbering, encoding="unicode")


def _house_level(house: House, style_name: str) -> _Element | None:
    """The level of the house's numbering that the style of that name uses."""
    style = next((each for each in house.styles.iterfind(f"{_W}style") if _name(each) == style_name), None)
    if style is None or house.numbering is None:
        return None
    number = _value(style.find(f"{_W}pPr/{_W}numPr/{_W}numId"))
    level = _value(style.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")) or "0"
    instance = _by_id(house.numbering, "num", "numId", number)
    abstract_id = _value(instance.find(f"{_W}abstractNumId")) if instance is not None else ""
    abstract = _by_id(house.numbering, "abstractNum", "abstractNumId", abstract_id)
    return _by_id(abstract, "lvl", "ilvl", level) if abstract is not None else None


def _take_sign(source: _Element, target: _Element, level: int, formats: tuple[str, ...]) -> None:
    form, sign = _value(source.find(f"{_W}numFmt")), _value(source.find(f"{_W}lvlText"))
    if form not in formats or not sign or len(sign) > _LONGEST_SIGN or source.find(f"{_W}lvlPicBulletId") is not None:
        return
    if form != "bullet" and sign.count("%") != 1:
        return  # "1.1.1": its other levels may not be ours
    for name, value in (("numFmt", form), ("lvlText", sign if form == "bullet" else _renumbered(sign, level))):
        element = target.find(f"{_W}{name}")
        if element is not None:
            element.set(f"{_W}val", value)
    style = target.find(f"{_W}rPr")
    if style is not None:
        target.remove(style)
    taken = allowed(source.find(f"{_W}rPr"))
    if taken is not None:
        target.append(taken)


def _renumbered(sign: str, level: int) -> str:
    before, _, after = sign.partition("%")
    return f"{before}%{level + 1}{after[1:]}"


def _by_id(parent: _Element, tag: str, name: str, value: str) -> _Element | None:
    return next((each for each in parent.iterfind(f"{_W}{tag}") if each.get(f"{_W}{name}") == value), None)


def _name(style: _Element) -> str:
    return _value(style.find(f"{_W}name")).casefold()


def _value(element: _Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""
