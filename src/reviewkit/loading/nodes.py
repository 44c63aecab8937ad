"""The fields of a schema file as a tree that remembers where each stands; faulty parts are left out, not refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.report import Path
from reviewkit.tuples import NamedTuple

HOLDERS = ("fields", "items", "keyed", "either")
Raw = Mapping[str, Any]


class Node(NamedTuple):
    """A section or field. `at` is its place in the file; what a `use:` brings in has that line's place and is not `own`."""

    raw: Raw
    at: Path
    own: bool
    children: tuple[Node, ...] = ()

    def text(self, word: str) -> str:
        """The text that stands there, or ""."""
        value = self.raw.get(word)
        return value if isinstance(value, str) else ""

    def texts(self, word: str) -> list[tuple[int, str]]:
        """The texts of a list, each with its number."""
        value = self.raw.get(word)
        return (
            [(number, text) for number, text in enumerate(value) if isinstance(text, str)]
            if isinstance(value, list)
            else []
        )

    @property
    def label(self) -> str:
        """What people read, else the id."""
        return self.text("title") or self.text("label") or self.text("id")

    @property
    def members(self) -> list[Node]:
        """The nodes that stand under keys: an `either` stands for its alternatives."""
        return members_of(self.children)

    def walk(self) -> Iterator[tuple[Node, Sequence[Node]]]:
        """All descendants, each with its neighbours."""
        for child in self.children:
            yield child, self.children
            yield from child.walk() if "either" not in child.raw else _alternatives(child, self.children)


def _alternatives(either: Node, neighbours: Sequence[Node]) -> Iterator[tuple[Node, Sequence[Node]]]:
    for child in either.children:
        yield child, neighbours
        yield from child.walk()


def members_of(nodes: Sequence[Node]) -> list[Node]:
    """The nodes under keys: an `either` stands for its alternatives."""
    return [inner for node in nodes for inner in (node.children if "either" in node.raw else (node,))]


def member(nodes: Sequence[Node], key: str) -> Node | None:
    """The node under that key."""
    return next((node for node in members_of(nodes) if node.text("id") == key), None)


def node_of(raw: Raw, at: Path, *, own: bool) -> Node:
    """The tree below one section or field."""
    children = [
        node_of(inner, (*at, word, number) if own else at, own=own)
        for word in HOLDERS
        for number, inner in _mappings(raw.get(word))
    ]
    return Node(raw, at, own, tuple(children))


def used_node(entry: Raw, at: Path, used: Raw) -> Node:
    """The tree of a section that a `use:` at `at` brings in, with the fields it adds."""
    changed = {
        word: entry[word] for word in ("need", "need_by_edition", "raises", "when", "publish", "title") if word in entry
    }
    node = node_of({**used, **changed}, at, own=False)
    for number, added in _mappings(entry.get("add")):
        node = node._replace(children=(*node.children, node_of(added, (*at, "add", number), own=True)))
    targets = entry.get("add_to")
    for path, fields in targets.items() if isinstance(targets, Mapping) else ():
        for number, added in _mappings(fields):
            node = _with(node, str(path).split("."), node_of(added, (*at, "add_to", path, number), own=True))
    return node


def _with(node: Node, path: Sequence[str], added: Node) -> Node:
    if not path:
        return node._replace(children=(*node.children, added))
    children = []
    for child in node.children:
        if "either" in child.raw and member((child,), path[0]):
            children.append(child._replace(children=tuple(_with_below(inner, path, added) for inner in child.children)))
        else:
            children.append(_with_below(child, path, added))
    return node._replace(children=tuple(children))


def _with_below(child: Node, path: Sequence[str], added: Node) -> Node:
    return _with(child, path[1:], added) if child.text("id") == path[0] else child


def find(node: Node, path: Sequence[str]) -> Node | None:
    """The node at that path below this one."""
    found: Node | None = node
    for key in path:
        found = member(found.children, key) if found else None
    return found


def _mappings(value: Any) -> list[tuple[int, Raw]]:
    return (
        [(n, inner) for n, inner in enumerate(value) if isinstance(inner, Mapping)] if isinstance(value, list) else []
    )
