"""Faults of `when:`: words that are no condition, paths that lead nowhere, values that the field can't have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewkit.loading.conditions import parse_condition
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.nodes import Node, member, members_of
from reviewkit.report import Path
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, Condition
from reviewkit.tuples import NamedTuple


class Known(NamedTuple):
    """What the words of a file may name. `codes` is None where nobody said which rule codes exist."""

    codelists: Mapping[str, frozenset[str]]
    sources: frozenset[str]
    editions: frozenset[str]
    codes: frozenset[str] | None
    sections: tuple[Node, ...]


def judge_conditions(node: Node, neighbours: Sequence[Node], known: Known, faults: Faults) -> None:
    """Adds the faults of the `when:` of one section or field."""
    written = node.raw.get("when")
    at = (*node.at, "when") if node.own else node.at
    if isinstance(written, str):
        _judge(written, at, neighbours, known, faults)
    for number, text in node.texts("when"):
        _judge(text, (*at, number) if node.own else at, neighbours, known, faults)


def _judge(text: str, at: Path, neighbours: Sequence[Node], known: Known, faults: Faults) -> None:
    try:
        condition = parse_condition(text)
    except ValueError:
        hint = "write FIELD is X, is not X, is one of X, Y, is given, is missing, or is at least 10 years"
        faults.add(at, f"`{text}` is no condition", hint)
        return
    found = _leaf(condition, at, neighbours, known, faults)
    if found is not None:
        _judge_test(condition, found, at, known, faults)


class _Leaf(NamedTuple):
    """The field that a path leads to, and what is left of the path inside a checklist."""

    node: Node
    rest: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.node.text("id")

    @property
    def kind(self) -> str:
        return self.node.text("type")


def _leaf(condition: Condition, at: Path, neighbours: Sequence[Node], known: Known, faults: Faults) -> _Leaf | None:
    local = member(neighbours, condition.path[0])
    fields: Sequence[Node] = neighbours if local else known.sections
    path = condition.path
    found: Node | None = None
    for number, step in enumerate(path):
        found = member(fields, step)
        if found is None:
            where = f"`{'.'.join(path[:number])}` has no field" if number else "there is no field"
            names = [node.text("id") for node in members_of(fields if number else [*neighbours, *fields])]
            faults.add(at, f"`{condition.text}`: {where} `{step}`", nearest(step, names))
            return None
        if "keyed" in found.raw and number < len(path) - 1:
            faults.add(at, f"entries of `{step}` have keys of the author's own", "a condition can't look inside them")
            return None
        if found.text("type") == "checklist":
            return _Leaf(found, path[number + 1 :])
        fields = found.children
    return _Leaf(found, ()) if found else None


def _judge_test(condition: Condition, leaf: _Leaf, at: Path, known: Known, faults: Faults) -> None:
    if condition.test in ("is given", "is missing"):
        return
    codes = known.codelists.get(leaf.node.text("codes"), frozenset())
    if condition.test == "is at least":
        if leaf.kind != "age":
            faults.add(at, f"`{leaf.id}` is no age", "`is at least` compares a field of `type: age`")
    elif not leaf.kind or leaf.kind == "number":
        faults.add(at, f"`{leaf.id}` can't be compared", "`is given` and `is missing` can be asked of it")
    elif leaf.kind == "checklist" and (len(leaf.rest) != 1 or leaf.rest[0] not in codes):
        hint = nearest(leaf.rest[0], sorted(codes)) if leaf.rest else "write `FIELD.CODE is yes`"
        faults.add(at, f"`{leaf.id}` is a checklist: the condition must name one of its codes", hint)
    else:
        allowed = {"yes-no": frozenset(YES_NO), "checklist": frozenset(CHECKLIST_ANSWERS)}.get(leaf.kind, codes)
        _judge_values(condition, leaf.id, allowed, at, faults)


def _judge_values(condition: Condition, name: str, allowed: frozenset[str], at: Path, faults: Faults) -> None:
    for value in condition.values:
        if allowed and value not in allowed:
            faults.add(at, f"`{name}` can't be `{value}`", nearest(value, sorted(allowed)))
