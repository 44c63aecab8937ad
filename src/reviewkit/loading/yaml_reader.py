"""YAML text → plain values and the position of every key and value.

libyaml's events through its C parser: a tenth of the cost of a loader that keeps comments. Everything that a report
has no use for (aliases, tags, several documents) is refused with one clear message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewkit.errors import InputError, ResourceError
from reviewkit.loading.complaints import explain_parser_error
from reviewkit.loading.scalars import resolve
from reviewkit.loading.yaml_places import Box, KeyPlaces, ValuePlaces, place_of
from reviewkit.report import Path, Position
from reviewkit.tuples import NamedTuple

DEEPEST = 40
_NO_KEY: Any = object()
_NO_BOX = Box(None, {})


class YamlDocument(NamedTuple):
    """`value` is None for an empty file. `positions` are those of values, `keys` those of mapping keys."""

    value: Any
    positions: Mapping[Path, Position]
    keys: Mapping[Path, Position]


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
    return YamlDocument(builder.root, ValuePlaces(builder.places), KeyPlaces(builder.places))


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

    __slots__ = ("_documents", "_last", "_stack", "name", "places", "root")

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.places: Any = None  # the event or box of the root
        self._stack: list[tuple[Any, Any]] = []  # the containers around the open one, each with its box
        self._last: Any = None  # the event or box of the value read last
        self._documents = 0

    def run(self, parser: Any) -> None:
        """Read to the end. Scalars, nearly all there is, are put in their places here and everything else below."""
        from ruamel.yaml.events import ScalarEvent

        node: Any = None  # the open container, its box, and the key that waits for its value
        box = _NO_BOX
        key: Any = _NO_KEY
        for event in iter(parser.get_event, None):
            if type(event) is not ScalarEvent:
                node, box = self._structure(event, node, box, key)
                key = _NO_KEY
                continue
            if event.anchor:
                self._refuse_anchor(event)
            implicit = event.implicit
            if key is _NO_KEY and type(node) is dict:
                key = event.value
                if key in box.keys:
                    raise self._refusal(event, f"the key {_shown(key)} stands here twice", "keep one of the two")
                if True not in implicit:
                    self._refuse_tag(event)
                box.keys[key] = event
                continue
            value = event.value
            if implicit[0]:
                value = resolve(value)
            elif not implicit[1]:
                self._refuse_tag(event)
            self._last = event
            if key is not _NO_KEY:
                node[key] = value
                box.members[key] = event
                key = _NO_KEY
            else:
                self._place(value, event, node, box, key)

    def last_quotation(self, text: str) -> tuple[int, int] | None:
        """Line and column of the value read last, if it is a quotation that runs over several lines."""
        if self._last is None:
            return None
        last = place_of(self._last)
        if last.line == last.end_line:
            return None
        opened = text.split("\n", last.line)[last.line - 1][last.column - 1 : last.column]
        return (last.line, last.column) if opened in ("'", '"') else None

    def _structure(self, event: Any, node: Any, box: Box, key: Any) -> tuple[Any, Box]:
        """The open container and its box after that event."""
        kind = type(event).__name__
        if kind == "MappingStartEvent":
            return self._open(event, {}, Box(event, {}), (node, box), key)
        if kind == "SequenceStartEvent":
            return self._open(event, [], Box(event, []), (node, box), key)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            box.end = event
            self._last = box
            return self._stack.pop()
        if kind == "AliasEvent":
            raise self._refusal(
                event, "`*` points to another place of the file", "write the text out, or put it in quotes"
            )
        if kind == "DocumentStartEvent":
            self._document_start(event)
        return node, box

    def _open(self, event: Any, container: Any, box: Box, around: tuple[Any, Box], key: Any) -> tuple[Any, Box]:
        if key is _NO_KEY and type(around[0]) is dict:
            raise self._refusal(event, "a key must be a word", "write `key: value`")
        if len(self._stack) >= DEEPEST:
            raise self._refusal(event, f"more than {DEEPEST} levels deep", "no report needs that")
        if not event.implicit:
            self._refuse_tag(event)
        self._place(container, box, *around, key)
        self._stack.append(around)
        return container, box

    def _place(self, value: Any, found: Any, node: Any, box: Box, key: Any) -> None:
        """Put a value where it belongs, and its event or box beside it."""
        if key is not _NO_KEY:
            node[key] = value
            box.members[key] = found
        elif node is None:
            self.root, self.places = value, found
        else:
            node.append(value)
            box.members.append(found)

    def _document_start(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refusal(event, "a second document begins here", "remove the line `---`")

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
