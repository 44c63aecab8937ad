"""YAML text → plain values and the position of every key and value.

libyaml's events through its C parser: a tenth of the cost of a loader that keeps comments. Everything that a report
has no use for (aliases, tags, several documents) is refused with one clear message.
"""

from __future__ import annotations

import re
from typing import Any

from reviewkit.errors import InputError, ResourceError
from reviewkit.loading.complaints import explain_parser_error
from reviewkit.loading.scalars import resolve
from reviewkit.report import Path, Position
from reviewkit.tuples import NamedTuple

DEEPEST = 40
_NO_KEY: Any = object()
_new = tuple.__new__


class YamlDocument(NamedTuple):
    """`value` is None for an empty file. `positions` are those of values, `keys` those of mapping keys."""

    value: Any
    positions: dict[Path, Position]
    keys: dict[Path, Position]


def read_yaml(text: str, name: str) -> YamlDocument:
    """Parse `text`; `name` is the file for messages. Raises `InputError` for whatever is not plain YAML."""
    builder = _Builder(name)
    try:
        builder.run(parser_class()(text))
    except InputError:
        raise
    except Exception as error:
        complaint = explain_parser_error(error, text, name, builder.last_quotation(text))
        if complaint is None:
            raise
        raise complaint from None
    return YamlDocument(builder.root, builder.positions, builder.keys)


def parser_class() -> Any:
    """Libyaml's parser. Raises `ResourceError` if this installation lacks it: there is no slow path in silence."""
    try:
        from _ruamel_yaml import CParser
    except ImportError as error:
        raise ResourceError(
            "the YAML parser of this installation can't be loaded (ruamel.yaml.clib)",
            hint="install safeguarding-reviewkit again for this version of Python",
        ) from error
    return CParser


class _Builder:
    """Puts events together. It keeps its own stack: a file of a million brackets must not exhaust Python's."""

    __slots__ = ("_at", "_documents", "_key", "_node", "_path", "_stack", "keys", "name", "positions", "root")

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.positions: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self._stack: list[tuple[Any, Path, Any]] = []  # the containers around the open one
        self._node: Any = None  # the open container, its path, and the key that waits for its value
        self._path: Path = ()
        self._key: Any = _NO_KEY
        self._at: Path = ()  # the path of that key
        self._documents = 0

    def run(self, parser: Any) -> None:
        get_event = parser.get_event
        handlers = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._mapping_start,
            "SequenceStartEvent": self._sequence_start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document_start,
        }
        while True:
            event = get_event()
            kind = type(event).__name__
            handler = handlers.get(kind)
            if handler is not None:
                handler(event)
            elif kind == "StreamEndEvent":
                return

    def last_quotation(self, text: str) -> tuple[int, int] | None:
        """Line and column of the value read last, if it is a quotation that runs over several lines."""
        last = next(reversed(self.positions.values()), None)
        if last is None or last.line == last.end_line:
            return None
        opened = text.split("\n", last.line)[last.line - 1][last.column - 1 : last.column]
        return (last.line, last.column) if opened in ("'", '"') else None

    def _scalar(self, event: Any) -> None:
        if event.anchor:
            self._refuse_anchor(event)
        start, end = event.start_mark, event.end_mark
        # A report has thousands: made as a plain tuple is, past the named tuple's own slow way.
        position = _new(Position, (start.line + 1, start.column + 1, end.line + 1, end.column + 1, event.style == "|"))
        if type(self._node) is dict and self._key is _NO_KEY:
            self._take_key(event, position)
            return
        if event.implicit[0]:
            value = resolve(event.value)
        else:
            self._refuse_tag(event)
            value = event.value
        self.positions[self._place(value)] = position

    def _take_key(self, event: Any, position: Position) -> None:
        key = event.value
        self._at = path = (*self._path, key)
        if path in self.keys:
            raise self._refusal(event, f"the key {_shown(key)} stands here twice", "keep one of the two")
        self._refuse_tag(event)
        self.keys[path] = position
        self._key = key

    def _place(self, value: Any) -> Path:
        """Put a value where it belongs; its path."""
        node = self._node
        if type(node) is dict:
            node[self._key] = value
            self._key = _NO_KEY
            return self._at
        if type(node) is list:
            node.append(value)
            return (*self._path, len(node) - 1)
        self.root = value
        return ()

    def _mapping_start(self, event: Any) -> None:
        self._open(event, {})

    def _sequence_start(self, event: Any) -> None:
        self._open(event, [])

    def _open(self, event: Any, container: Any) -> None:
        if self._key is _NO_KEY and type(self._node) is dict:
            raise self._refusal(event, "a key must be a word", "write `key: value`")
        if len(self._stack) >= DEEPEST:
            raise self._refusal(event, f"more than {DEEPEST} levels deep", "no report needs that")
        self._refuse_tag(event)
        path = self._place(container)
        start = event.start_mark
        self._stack.append((self._node, self._path, (start.line + 1, start.column + 1)))
        self._node, self._path = container, path

    def _end(self, event: Any) -> None:
        end = event.end_mark
        path = self._path
        self._node, self._path, (line, column) = self._stack.pop()
        self._key = _NO_KEY
        self.positions[path] = _new(Position, (line, column, end.line + 1, end.column + 1, False))

    def _document_start(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refusal(event, "a second document begins here", "remove the line `---`")

    def _alias(self, event: Any) -> None:
        raise self._refusal(event, "`*` points to another place of the file", "write the text out, or put it in quotes")

    def _refuse_anchor(self, event: Any) -> None:
        # The word behind `&` would vanish without a trace.
        raise self._refusal(event, "`&` has a meaning of its own at the start of a text", "put the text in quotes")

    def _refuse_tag(self, event: Any) -> None:
        tag = event.tag
        if tag and tag not in ("!", "tag:yaml.org,2002:str"):
            raise self._refusal(
                event, "a tag (`!…`) has no meaning in a report", "remove it, or put the text in quotes"
            )

    def _refusal(self, event: Any, message: str, hint: str) -> InputError:
        mark = event.start_mark
        return InputError(self.name, message, line=mark.line + 1, column=mark.column + 1, hint=hint)


def _shown(key: str) -> str:
    # A key is a field's name, not report text, unless somebody typed prose with a colon in it.
    return f"`{key}`" if re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", key) else "named here"
