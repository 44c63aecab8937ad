"""Two entries of the register share a name or another name."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.nearest import is_name
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Named, Path, Person, Register
from reviewkit.tuples import NamedTuple

_NO_NAME = frozenset({
    "unknown", "not", "known", "unnamed", "unborn", "tbc", "none", "name", "baby", "male", "female", "unconfirmed", "n", "a",
})  # fmt: skip
_SHORTEST = 2


class _Entry(NamedTuple):
    sort: str
    key: str
    names: tuple[tuple[str, str], ...]
    published_as: str


def look(context: Context) -> Iterator[Hit]:
    """Compare full names and other names, not surnames: a family that shares one is no question."""
    bearers: dict[str, list[_Entry]] = {}
    for entry in _entries(context.report.register):
        asked: set[tuple[str, str]] = set()
        for field, name in entry.names:
            for other in bearers.setdefault(_fold(name), []):
                if (other.sort, other.key) not in asked and not _alike(entry, other):
                    asked.add((other.sort, other.key))
                    path: Path = ("register", entry.sort, entry.key, field)
                    yield Hit(path, f"{{place}} and {_called(other.key)} share a name.", evidence=name)
        for _, name in entry.names:
            bearers[_fold(name)].append(entry)


def _entries(register: Register) -> Iterator[_Entry]:
    sorts = (("people", register.people), ("organisations", register.organisations), ("places", register.places))
    for sort, entries in sorts:
        for key, entry in entries.items():
            if isinstance(key, str):
                yield _Entry(sort, key, tuple(_names(entry)), " ".join(entry.published_as.casefold().split()))


def _names(entry: Person | Named) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for field, name in (("name", entry.name), *(("also", name) for name in entry.also)):
        folded = _fold(name)
        if folded not in seen and len(folded) >= _SHORTEST and not _NO_NAME.issuperset(folded.split()):
            seen.add(folded)
            yield field, name


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("-", " ").replace("/", " ").split())


def _alike(entry: _Entry, other: _Entry) -> bool:
    """Whether both are published under the same words, or both are kept: then nobody needs to know who is meant."""
    return bool(entry.published_as) and entry.published_as == other.published_as


def _called(key: str) -> str:
    return f"`{key}`" if is_name(key) else "another entry"


RULE = Rule(
    code="RK603",
    name="shared-name-in-register",
    severity="note",
    finding="{place} shares a name with another entry of the register.",
    why=(
        "Where a father and son are both called by one name, nobody can tell from the text which of them is meant, "
        "and the published version might give the act of one to the other. It will ask, place by place; it never guesses."
    ),
    fix="write in the text what tells them apart, and add that form to `also:` of each; if they are one, keep one entry",
    source=("own",),
    good=Example(
        """
register:
  people:
    father: {name: Callum Thorne, also: [Callum senior], role: father}
    child_b: {name: Callum Reece Thorne, also: [young Callum], role: child, published_as: Child K}
"""
    ),
    bad=Example(
        """
register:
  people:
    father: {name: Callum Thorne, role: father}
    child_b: {name: Callum Thorne, also: [young Callum], role: child, published_as: Child K}
""",
        at="/register/people/child_b/name",
    ),
    look=look,
)
