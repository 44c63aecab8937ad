"""HTML: texts joined across inline tags and parted by blocks; attributes, names, comments, scripts and styles too."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from reviewkit.errors import InputError
from reviewkit.inspecting.broken import end_of_markup, end_tag
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.inspecting.parts import Part, PartKind, unread
from reviewkit.inspecting.plain import decode_text, is_text
from reviewkit.inspecting.scripts import raw_parts

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "var", "wbr", "tt", "big", "acronym", "nobr",
    "blink", "label", "output", "slot", "img", "tspan", "textpath",
))  # fmt: skip
_READ = frozenset((
    "title", "alt", "content", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder",
    "value", "label", "summary",
))  # fmt: skip
_OUTSIDE = {
    "iframe": ("src", "a page within the page"), "frame": ("src", "a page within the page"),
    "portal": ("src", "a page within the page"), "script": ("src", "a script that is not in the file"),
}  # fmt: skip
_LINKED = frozenset(
    ("stylesheet", "import", "icon", "apple-touch-icon", "preload", "prefetch", "prerender", "manifest")
)
_SHOWN = {"img": "a picture", "image": "a picture", "canvas": "a picture"} | dict.fromkeys(
    ("video", "audio", "object", "embed", "applet"), "an embedded file"
)
_PREFORMATTED = frozenset(("pre", "textarea"))
_DEEPEST = 5
_MOST_OPEN = 1_000


class _Collector(HTMLParser):
    """HTMLParser is a base class by design; what it calls is collected as parts."""

    def __init__(self, prefix: str = "", depth: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self._data = False
        self.parts: list[Part] = []
        self.names: dict[str, None] = {}
        self._prefix = prefix
        self._depth = depth
        self._text: list[str] = []
        self._place = self._line()
        self._raw = ""
        self._kept = 0

    def _line(self) -> str:
        return f"{self._prefix}line {self.getpos()[0]}"

    def flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            kind: PartKind = "attribute" if self._raw else "prose"
            place = f"{self._place}{self._raw}"
            self.parts += with_hidden("page", place, text, kind)
            self.parts += raw_parts(text, place, is_data=self._data) if self._raw else ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append("\n")
        elif _parts_text(tag):
            self.flush()
        if tag in ("script", "style"):
            self._raw = f", {tag}"
            self._data = "json" in (dict(attrs).get("type") or "").lower()
        self._kept += tag in _PREFORMATTED
        self.names[tag] = None
        for name, value in attrs:
            self.names[name] = None
            if value:
                self._attribute(tag, name, value)
        self._outside(tag, {name: value or "" for name, value in attrs})

    def _outside(self, tag: str, attrs: dict[str, str]) -> None:
        """What a reader sees or a program runs, and no text of this file says."""
        if tag in _SHOWN:
            self.parts.append(unread("page", f"{self._line()}, {_SHOWN[tag]}"))
        elif tag in _OUTSIDE and _OUTSIDE[tag][0] in attrs:
            self.parts.append(unread("page", f"{self._line()}, {_OUTSIDE[tag][1]}"))
        elif (
            tag == "link"
            and _LINKED & set(attrs.get("rel", "").lower().split())
            and not _is_data(attrs.get("href", ""))
        ):
            self.parts.append(unread("page", f"{self._line()}, a file that is linked to"))
        elif (tag == "input" and attrs.get("type", "").lower() == "image") or "background" in attrs:
            self.parts.append(unread("page", f"{self._line()}, a picture"))
        if "url(" in attrs.get("style", "").lower():
            self.parts += raw_parts(attrs["style"], f"{self._line()}, {_known(tag)} style", is_data=False)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        place = f"{self._line()}, {_known(tag)} {_known(name)}"
        self.parts += with_hidden("page", place, value, "prose" if name in _READ else "attribute")
        if name == "srcdoc":
            inside = self._depth < _DEEPEST
            self.parts += _page(value, f"{place}, ", self._depth + 1) if inside else (unread("page", place),)

    def handle_endtag(self, tag: str) -> None:
        self.names[tag] = None
        self._kept -= tag in _PREFORMATTED and self._kept > 0
        if _parts_text(tag):
            self.flush()
        if tag in ("script", "style"):
            self._raw = ""

    def finish(self) -> None:
        """The end of the page; what an element that nobody closed still holds counts as its text."""
        rest = self.rawdata
        seen = len(self.parts)
        self.close()
        self.flush()
        if rest.strip() and not any(rest.strip() in part.text for part in self.parts[seen:]):
            self.parts += with_hidden("page", f"{self._line()}, what nobody closed", rest, "prose")

    def handle_data(self, data: str) -> None:
        if not self._text:
            self._place = self._line()
        # A page's line breaks are blanks; those that a reader sees are elements.
        self._text.append(data if self._raw or self._kept else data.replace("\n", " "))

    def handle_comment(self, data: str) -> None:
        self.parts += with_hidden("page", f"{self._line()}, a comment", data, "prose")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(Part("page", f"{self._line()}, a declaration", decl, "attribute"))

    def handle_pi(self, data: str) -> None:
        self.parts.append(Part("page", f"{self._line()}, an instruction", data, "attribute"))

    def unknown_decl(self, data: str) -> None:
        self.parts += with_hidden("page", f"{self._line()}, a declaration", data, "prose")


def _parts_text(tag: str) -> bool:
    """Whether the words before and after a tag are two; an element that a page makes up parts nothing."""
    return tag not in _INLINE and "-" not in tag


def _known(name: str) -> str:
    """Names of tags and attributes are shown only if they can't be a text in disguise."""
    return name if name in _NAMES else "…"


_NAMES = _INLINE | _READ | frozenset((
    "html", "head", "body", "meta", "link", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr",
    "td", "th", "caption", "img", "iframe", "script", "style", "svg", "input", "form", "button", "section", "article", "nav",
    "main", "header", "footer", "aside", "figure", "class", "id", "name", "href", "src", "srcdoc", "lang", "dir", "rel",
    "type", "media", "charset", "scope", "width", "height", "colspan", "rowspan", "role", "datetime", "for", "action",
    "http-equiv", "property", "onclick", "onload", "target", "srcset", "poster",
))  # fmt: skip


def _is_data(address: str) -> bool:
    return address.lstrip().lower().startswith("data:")


def read_web(data: bytes, name: str) -> Iterator[Part]:
    """Every text of an HTML page. Raises `InputError` for one that is made to keep a parser busy."""
    if not is_text(data):
        yield unread("page", "a file that is no text")
        return
    text = decode_text(data)
    if any(piece.count("<") > _MOST_OPEN for piece in text.split(">")) or text.count("<![") > _MOST_OPEN:
        raise InputError(name, "this page is broken, or made to harm", hint="open it in a browser and save it anew")
    yield from _page(text)


def _page(text: str, prefix: str = "", depth: int = 0) -> Iterator[Part]:
    collector = _Collector(prefix, depth)
    end = end_of_markup(text)
    collector.feed(text[:end])
    collector.finish()
    yield from collector.parts
    if text[end:].strip():
        place = f"{prefix}line {text.count(chr(10), 0, end) + 1}, what nobody closed"
        yield from with_hidden("page", place, text[end:], "prose")
    for match in end_tag().finditer(text):
        place = f"{prefix}line {text.count(chr(10), 0, match.start()) + 1}, the end of an element"
        yield from with_hidden("page", place, match.group(1), "attribute")
    if collector.names:
        # A blank line between them, so that no two make one name.
        yield Part("page", f"{prefix}names of tags and attributes", "\n\n".join(collector.names), "attribute")
