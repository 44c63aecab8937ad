"""Our styles as a house style file defines them: by name, under our own ids, missing ones added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewkit.drawing.contrast import contrast
from reviewkit.renderers.docx.house.allowing import allowed
from reviewkit.renderers.docx.house.layout import LOOKS, own_properties, put_back
from reviewkit.renderers.docx.look import own_part
from reviewkit.renderers.docx.xml import HEAD, MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_OWN_ACCENT = "12436D"
_MOST_CARRIED = 60

Key = tuple[str, str]
_STANDS_APART: frozenset[Key] = frozenset(("paragraph", f"heading {level}") for level in range(1, 7))


def merged_styles(own: str, house: _Element) -> str:
    """The styles part: our styles, each as the house defines the one of its name, and what those are based on."""
    from lxml import etree

    merging = _Merging(house)
    styles = etree.fromstring(own.replace(_OWN_ACCENT, merging.accent()).encode())
    merging.names = {_key(style): style.get(f"{_W}styleId", "") for style in styles.iterfind(f"{_W}style")}
    _take_defaults(styles, house)
    for style in list(styles.iterfind(f"{_W}style")):
        theirs = merging.house.get(_key(style))
        if theirs is not None:
            merging.take(theirs, style)
    styles.extend(merging.ancestors)
    _let_body_text_follow(styles, merging.house)
    _break_circles(styles)
    return HEAD + etree.tostring(styles, encoding="unicode")


def house_accent(house: _Element) -> str:
    """The colour of the house's main headings, if text in it can be read on white; else ours."""
    return _Merging(house).accent()


def merged_names(house: _Element) -> dict[str, bool]:
    """The names of our styles as Word shows them, each with whether the house has it."""
    from lxml import etree

    theirs = {_key(style) for style in house.iterfind(f"{_W}style")}
    own = etree.fromstring(own_part("styles").encode())
    shown = (style for style in own.iterfind(f"{_W}style") if style.find(f"{_W}semiHidden") is None)
    return {_value(style.find(f"{_W}name")): _key(style) in theirs for style in shown}


class _Merging:
    """What is known while styles are taken: the house's by name and by id, and ancestors that came along."""

    def __init__(self, house: _Element) -> None:
        styles = list(house.iterfind(f"{_W}style"))
        self.house = {_key(style): style for style in reversed(styles)}
        self.names: dict[Key, str] = {}
        self.ancestors: list[_Element] = []
        self._by_id = {(style.get(f"{_W}type", ""), style.get(f"{_W}styleId", "")): style for style in styles}
        self._carried: dict[Key, str] = {}

    def accent(self) -> str:
        """The colour of the house's main headings, if text in it can be read on white; else ours."""
        style = self.house.get(("paragraph", "heading 1"))
        colour = style.find(f"{_W}rPr/{_W}color") if style is not None else None
        value = colour.get(f"{_W}val", "") if colour is not None else ""
        return value if re.fullmatch("[0-9A-Fa-f]{6}", value) and contrast(value, "FFFFFF") >= 4.5 else _OWN_ACCENT

    def take(self, theirs: _Element, style: _Element) -> None:
        """Give `style` the looks of `theirs`; names, ids and what the report's layout rests on stay ours."""
        kept = [*own_properties(style), *self._own_spacing(theirs, style)]
        numbered = theirs.find(f"{_W}pPr/{_W}numPr") is not None
        for look in style.findall("*"):
            if look.tag in LOOKS or look.tag == f"{_W}basedOn":
                style.remove(look)
        style[1:1] = list(self._based_on(theirs))
        looks = [look for look in map(allowed, theirs) if look is not None and look.tag in LOOKS]
        style.extend(sorted(looks, key=lambda look: LOOKS.index(str(look.tag))))
        put_back(style, kept, was_numbered=numbered)

    def _own_spacing(self, theirs: _Element, style: _Element) -> list[_Element]:
        """What keeps our headings off the text, where the house's say nothing of it, nor what they are based on."""
        if _key(style) not in _STANDS_APART:
            return []
        seen: set[str] = set()
        found: _Element | None = theirs
        while found is not None and found.get(f"{_W}styleId", "") not in seen and not _is_default(found):
            if found.find(f"{_W}pPr/{_W}spacing") is not None:
                return []
            seen.add(found.get(f"{_W}styleId", ""))
            found = self._by_id.get((found.get(f"{_W}type", ""), _value(found.find(f"{_W}basedOn"))))
        return list(style.iterfind(f"{_W}pPr/{_W}spacing"))

    def _based_on(self, theirs: _Element) -> list[_Element]:
        from lxml import etree

        parent = self._by_id.get((theirs.get(f"{_W}type", ""), _value(theirs.find(f"{_W}basedOn"))))
        if parent is None or len(self._carried) >= _MOST_CARRIED:
            return []
        return [etree.Element(f"{_W}basedOn", {f"{_W}val": self._id_of(parent)})]

    def _id_of(self, parent: _Element) -> str:
        key = _key(parent)
        known = self.names.get(key) or self._carried.get(key)
        return known or self._carry(parent, key)

    def _carry(self, parent: _Element, key: Key) -> str:
        """Bring along a style that ours are based on, without its name."""
        from lxml import etree

        new = f"House{len(self._carried) + 1}"
        self._carried[key] = new
        kind = {f"{_W}type": key[0], f"{_W}customStyle": "1", f"{_W}styleId": new}
        style = etree.Element(f"{_W}style", kind)
        etree.SubElement(style, f"{_W}name", {f"{_W}val": f"House {len(self._carried)}"})
        self.ancestors.append(style)
        self.take(parent, style)
        return new


def _take_defaults(styles: _Element, house: _Element) -> None:
    for kind in ("rPr", "pPr"):
        path = f"{_W}docDefaults/{_W}{kind}Default"
        theirs, ours = house.find(f"{path}/{_W}{kind}"), styles.find(path)
        taken = allowed(theirs)
        if taken is None or ours is None:
            continue
        language = ours.find(f"{_W}rPr/{_W}lang")
        if language is not None:
            taken.append(language)
        ours[:] = [taken]


def _let_body_text_follow(styles: _Element, house: dict[Key, _Element]) -> None:
    """Most Word files write their text in Normal: what it says of spacing holds for our body text too."""
    body = styles.find(f'{_W}style[@{_W}styleId="BodyText"]/{_W}pPr')
    normal = styles.find(f'{_W}style[@{_W}styleId="Normal"]/{_W}pPr/{_W}spacing')
    default = styles.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr/{_W}spacing")
    if body is None or ("paragraph", "body text") in house:
        return
    spacing = body.find(f"{_W}spacing")
    if spacing is not None and any(each is not None and each.get(f"{_W}after") for each in (normal, default)):
        body.remove(spacing)


def _break_circles(styles: _Element) -> None:
    """A style based on itself by detours would make Word look for ever."""
    by_id = {style.get(f"{_W}styleId", ""): style for style in styles.iterfind(f"{_W}style")}
    for style in by_id.values():
        seen = {style.get(f"{_W}styleId", "")}
        current = style
        while (base := current.find(f"{_W}basedOn")) is not None:
            if _value(base) in seen or _value(base) not in by_id:
                current.remove(base)
                break
            seen.add(_value(base))
            current = by_id[_value(base)]


def _is_default(style: _Element) -> bool:
    return style.get(f"{_W}default", "0") in ("1", "true", "on")


def _key(style: _Element) -> Key:
    return style.get(f"{_W}type", ""), _value(style.find(f"{_W}name")).casefold()


def _value(element: _Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""
