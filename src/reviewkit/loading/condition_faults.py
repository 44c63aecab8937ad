"""Faults of `when:`: words that are no condition, paths that lead nowhere, values that the field can't have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewkit.loading.conditions import parse_condition
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.nodes import Node, member, members_of
from reviewkit.report import Path
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, Condition


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


def _leaf(
    condition: Condition, at: Path, neighbours: Sequence[Node], known: Known, faults: Faults
) -> tuple[Node, tuple[str, ...]] | None:
    """The field that the path leads to, and what is left of the path inside a checklist."""
    local = member(neighbours, condition.path[0])
    fields: Sequence[Node] = neighbours if local else known.sections
    path = condition.path
    for number, step in enumerate(path):
        found = member(fields, step)
        if found is None:
            where = f"`{'.'.join(path[:number])}` has no field" if number else "there is no field"
            names = [node.text("id") for node in members_of(fields)] + ([] if number else _ids(neighbours))
            faults.add(at, f"{where} `{step}`", nearest(step, names))
            return None
        if "keyed" in found.raw and number < len(path) - 1:
            faults.add(at, f"entries of `{step}` have keys of the author's own", "a condition can't look inside them")
            return None
        if found.text("type") == "checklist":
            return found, path[number + 1 :]
        fields = found.children
    return (found, ()) if found else None


def _ids(nodes: Sequence[Node]) -> list[str]:
    return [node.text("id") for node in members_of(nodes)]


def _judge_test(
    condition: Condition, leaf: tuple[Node, tuple[str, ...]], at: Path, known: Known, faults: Faults
) -> None:
    node, rest = leaf
    if condition.test in ("is given", "is missing"):
        return
    kind = node.text("type")
    if condition.test == "is at least":
        if kind != "age":
            faults.add(at, f"`{node.text('id')}` is no age", "`is at least` compares a field of `type: age`")
        return
    if kind == "checklist":
        _judge_answer(condition, node, rest, at, known, faults)
        return
    if not kind or kind == "number":
        hint = "`is given` and `is missing` can be asked of it"
        faults.add(at, f"`{node.text('id')}` has no value that can be compared", hint)
        return
    if kind in ("code", "codes", "yes-no"):
        allowed = known.codelists.get(node.text("codes"), frozenset()) if kind != "yes-no" else frozenset(YES_NO)
        _judge_values(condition, node, allowed, at, faults)


def _judge_answer(
    condition: Condition, node: Node, rest: tuple[str, ...], at: Path, known: Known, faults: Faults
) -> None:
    codes = known.codelists.get(node.text("codes"), frozenset())
    if len(rest) != 1 or rest[0] not in codes:
        hint = nearest(rest[0], sorted(codes)) if rest else "write `FIELD.CODE is yes`"
        faults.add(at, f"`{node.text('id')}` is a checklist: the condition must name one of its codes", hint)
        return
    _judge_values(condition, node, frozenset(CHECKLIST_ANSWERS), at, faults)


def _judge_values(condition: Condition, node: Node, allowed: frozenset[str], at: Path, faults: Faults) -> None:
    for value in condition.values:
        if allowed and value not in allowed:
            faults.add(at, f"`{node.text('id')}` can't be `{value}`", nearest(value, sorted(allowed)))
