"""Our own data files as plain values, without positions.

A shipped file is held right by the tests, so nobody asks where in it a value stands: leaving positions out halves the
time, which every start of `check` and `new` would pay. `schema lint` reads the same files with `yaml_reader`.
"""

from __future__ import annotations

from typing import Any

from reviewkit import resources
from reviewkit.loading.compiled import compiled_values
from reviewkit.loading.scalars import resolve
from reviewkit.loading.yaml_reader import parser_class

_NO_KEY: Any = object()
_STARTS: dict[str, type] = {"MappingStartEvent": dict, "SequenceStartEvent": list}
_ENDS = ("MappingEndEvent", "SequenceEndEvent")


def read_shipped(*parts: str) -> Any:
    """The values of a shipped YAML file."""
    source = resources.read_bytes(*parts)
    compiled = compiled_values("/".join(parts).replace("\\", "/"), source)
    return read_values(source.decode("utf-8")) if compiled is None else compiled[0]


def read_values(text: str) -> Any:
    """The values of YAML that is known to be plain and right."""
    get_event = parser_class()(text).get_event
    around: list[Any] = []
    node: Any = None
    key: Any = _NO_KEY
    while True:
        event = get_event()
        kind = type(event).__name__
        if kind in _ENDS:
            closed, node = node, around.pop()
            if node is None:
                return closed
            continue
        if kind == "ScalarEvent":
            if key is _NO_KEY and type(node) is dict:
                key = event.value
                continue
            value = resolve(event.value) if event.implicit[0] else event.value
        elif kind in _STARTS:
            value = _STARTS[kind]()
        else:
            continue
        if type(node) is dict:
            node[key] = value
            key = _NO_KEY
        elif node is not None:
            node.append(value)
        if kind in _STARTS:
            around.append(node)
            node = value
