"""HTML: texts joined across inline tags and parted by blocks; attributes, comments, scripts and styles too."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part
from reviewkit.inspecting.plain import decode_text

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "var", "wbr", "tt", "big",
))  # fmt: skip


class _Collector(HTMLParser):
    """HTMLParser is a base class by design; what it calls is collected as parts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self._text: list[str] = []
        self._place = "line 1"
        self._raw = ""

    def flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            kind = "attribute" if self._raw else "prose"
            self.parts += with_hidden("page", f"{self._place}{self._raw}", text, kind)  # type: ignore[arg-type]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag not in _INLINE:
            self.flush()
        if tag in ("script", "style"):
            self._raw = f", {tag}"
        line = f"line {self.getpos()[0]}"
        for name, value in attrs:
            if value:
                self.parts += with_hidden("page", f"{line}, {_known(tag)} {_known(name)}", value, _kind(name))  # type: ignore[arg-type]
            if not name.replace("-", "").isascii() or len(name) > 20:
                self.parts.append(Part("page", f"{line}, an attribute's name", name, "attribute"))
        if len(tag) > 12:
            self.parts.append(Part("page", f"{line}, a tag", tag, "attribute"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        if tag in ("script", "style"):
            self._raw = ""

    def handle_data(self, data: str) -> None:
        if not self._text:
            self._place = f"line {self.getpos()[0]}"
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.parts += with_hidden("page", f"line {self.getpos()[0]}, a comment", data, "prose")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(Part("page", f"line {self.getpos()[0]}, a declaration", decl, "attribute"))

    def handle_pi(self, data: str) -> None:
        self.parts.append(Part("page", f"line {self.getpos()[0]}, an instruction", data, "attribute"))

    def unknown_decl(self, data: str) -> None:
        self.parts.append(Part("page", f"line {self.getpos()[0]}, a declaration", data, "prose"))


def _kind(name: str) -> str:
    return (
        "prose"
        if name in ("title", "alt", "content", "aria-label", "placeholder", "value", "label", "summary")
        else "attribute"
    )


def _known(name: str) -> str:
    """Names of tags and attributes are shown only if they can't be a text in disguise."""
    return name if len(name) <= 12 and name.isascii() and name.replace("-", "").isalpha() else "…"


def read_web(data: bytes, _name: str) -> Iterator[Part]:
    """Every text of an HTML page."""
    collector = _Collector()
    collector.feed(decode_text(data))
    collector.close()
    collector.flush()
    yield from collector.parts
