"""What stands in a paragraph: runs, links, fields, drawings; what was deleted is left out, what was inserted read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewkit.accessibility.drawings import drawn_in
from reviewkit.accessibility.gathering import Around, Field, Gathering, look_of
from reviewkit.accessibility.properties import Properties, run_properties, settings_of, values_of
from reviewkit.accessibility.values import Control, Look, Run
from reviewkit.inspecting.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "sym": "\u25a1"}
_DELETED = frozenset(("del", "moveFrom"))
_INSERTED = frozenset(("ins", "moveTo"))
_THROUGH = frozenset(("smartTag", "customXml", "dir", "bdo", "sdtContent", "ruby", "rubyBase"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_NAMELESS = frozenset(("docPartObj", "docPartList", "bibliography", "citation", "equation", "group"))
BoxReader = Callable[["_Element", Around], None]


class Line:
    """Reads one paragraph's contents. `holds`: something that is no text stands in it."""

    def __init__(self, gathering: Gathering, around: Around, style: str, ground: str | None, box: BoxReader) -> None:
        self._kept, self._around, self._style, self._ground, self._box = gathering, around, style, ground, box
        self.runs: list[Run] = []
        self.holds = False
        self.in_contents = gathering.in_contents
        self._links = 0
        self._usual = look_of(gathering.letters(around, style, ""), ground)

    def read(self, element: _Element) -> None:
        """Read all children, in the order in which they are shown."""
        for child in element:
            if isinstance(child.tag, str):
                self._read_child(child, local(child.tag))

    def _read_child(self, child: _Element, name: str) -> None:
        if name == "r":
            self._run(child)
        elif name == "hyperlink":
            self._link(child)
        elif name in _DELETED:
            self._kept.changes += 1
        elif name in _INSERTED:
            self._kept.changes += 1
            self.read(child)
        elif name == "sdt":
            keep_control(self._kept, child, self._around)
            self.read(child)
        elif name == "AlternateContent":
            self.read(chosen(child))
        elif name == "fldSimple":
            self._simple_field(child)
        elif name in _THROUGH:
            self.read(child)
        elif name in ("oMath", "oMathPara"):
            self.holds = True

    def _link(self, element: _Element) -> None:
        before, pictures = len(self.runs), len(self._kept.pictures)
        self._links += 1
        self.read(element)
        self._links -= 1
        target = self._kept.targets.get(values_of(element).get("id", ""), "")
        words = "".join(run.text for run in self.runs[before:])
        self._kept.link(words, target, self._around, pictured=len(self._kept.pictures) > pictures)

    def _run(self, element: _Element) -> None:
        own = run_properties(next(element.iterchildren("{*}rPr"), None), self._kept.styles.theme)
        look = self._look(own)
        for child in element:
            if isinstance(child.tag, str):
                self._piece(child, local(child.tag), look)

    def _look(self, own: Properties) -> Look | None:
        """None for letters that are hidden."""
        if not own:
            return self._usual
        letters = self._kept.letters(self._around, self._style, own.get("style", "")) | own
        return None if letters.get("hidden") else look_of(letters, self._ground)

    def _piece(self, child: _Element, name: str, look: Look | None) -> None:
        if name == "t":
            self._say(child.text or "", look)
        elif name in _SIGNS:
            self._say(_SIGNS[name], look)
        elif name == "br":
            self._break(child, look)
        elif name in _DRAWN:
            self._drawing(child)
        elif name in ("footnoteReference", "endnoteReference"):
            self.holds = True
        elif name == "ruby":
            self.read(child)
        elif name == "AlternateContent":
            for inner in chosen(child).iterchildren("{*}*"):
                self._piece(inner, local(str(inner.tag)), look)
        else:
            self._code(child, name)

    def _code(self, child: _Element, name: str) -> None:
        fields = self._kept.fields
        if name == "fldChar":
            self._field(values_of(child).get("fldCharType", ""))
        elif name == "instrText" and fields and not fields[-1].shows:
            fields[-1].code += child.text or ""

    def _say(self, text: str, look: Look | None) -> None:
        fields = self._kept.fields
        if look is None or not text or not all(field.shows for field in fields):
            return
        for field in fields:
            field.shown += text
        linked = bool(self._links) or self._kept.in_link
        last = self.runs[-1] if self.runs else None
        if last and last.look is look and last.linked == linked:
            self.runs[-1] = last._replace(text=last.text + text)
        else:
            self.runs.append(Run(text, look, linked))

    def _break(self, element: _Element, look: Look | None) -> None:
        if values_of(element).get("type") in ("page", "column"):
            self.holds = True
        else:
            self._say("\n", look)

    def _field(self, step: str) -> None:
        if step == "begin":
            self._kept.fields.append(Field())
        elif step == "separate" and self._kept.fields:
            self._kept.fields[-1].shows = True
            self.in_contents = self.in_contents or self._kept.in_contents
        elif step == "end":
            self._kept.end_field(self._around)

    def _simple_field(self, element: _Element) -> None:
        self._field("begin")
        self._kept.fields[-1].code = values_of(element).get("instr", "")
        self._field("separate")
        self.read(element)
        self._field("end")

    def _drawing(self, element: _Element) -> None:
        for drawn in drawn_in(element):
            self.holds = True
            self._kept.picture(drawn, self._around)
            for text in drawn.texts:
                self._box(text, self._around)


def chosen(element: _Element) -> _Element:
    """The first choice of alternatives: the others are the same for older programs."""
    return next(element.iterchildren("{*}Choice"), next(element.iterchildren("{*}Fallback"), element))


def keep_control(gathering: Gathering, element: _Element, around: Around) -> None:
    """Keep a field to fill in; contents, bibliographies and mere groups are none."""
    properties = next(element.iterchildren("{*}sdtPr"), None)
    parts = settings_of(properties)
    if not _NAMELESS & parts.keys():
        title = parts.get("alias", {}).get("val", "").strip()
        gathering.controls.append(Control(gathering.position("field", around), title))
