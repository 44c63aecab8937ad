"""What a field says, as blocks: one small function for each type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reviewkit.composing.gaps import gap_in
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.naming import joined, owner_name, referred, referred_with_title
from reviewkit.composing.parts import plain, words
from reviewkit.composing.prose.parsing import parse_prose
from reviewkit.composing.wording import age, day, one_line, period, yes_no
from reviewkit.document import Block, Paragraph, Run, Runs
from reviewkit.report import is_empty
from reviewkit.schema import CHECKLIST_ANSWERS, Field

WEB = ("http://", "https://")


def answer(material: Material, entry: Entry, *, brief: bool = False) -> tuple[Block, ...]:
    """What is written there, and the mark where something is missing. `brief`: as a table cell has room for."""
    if is_empty(entry.value) and entry.field.kind == "value":
        return gap_in(material, entry)
    return (*_said(material, entry, brief=brief), *gap_in(material, entry))


def is_short(field: Field) -> bool:
    """Whether the field is a fact rather than prose, a group or a list."""
    return is_range(field) or (field.kind == "value" and field.type != "prose")


def is_range(field: Field) -> bool:
    """Whether the group is a stretch of time."""
    return field.kind == "group" and [member.id for member in field.members()] == ["from", "to"]


def prose_or_none(entry: Entry) -> tuple[Block, ...]:
    """Prose, or the sentence that answers a list with "None"."""
    text = entry.value if isinstance(entry.value, str) else one_line(entry.value)
    return parse_prose(text, entry.pointer)


def line_runs(material: Material, field: Field, value: Any) -> Runs:
    """A value that fits on a line."""
    text = _line(material, field, value)
    return (Run(text, href=text if text.startswith(WEB) and " " not in text else ""),) if text else ()


def _said(material: Material, entry: Entry, *, brief: bool) -> tuple[Block, ...]:
    field, value, path = entry.field, entry.value, entry.pointer
    if field.kind == "group":
        return _group(material, entry)
    if field.kind == "list":
        return _list(material, entry)
    if field.type == "prose":
        return prose_or_none(entry)
    if field.type == "checklist":
        return _checklist(material, entry)
    if field.type == "lines":
        return tuple(plain(text, path) for item in _listed(value) if (text := one_line(item)))
    if field.type == "references":
        return _references(material, entry, brief=brief)
    if field.type == "reference":
        say = referred if brief else referred_with_title
        return words(say(material, field.to, value), path)
    return words(line_runs(material, field, value), path)


def _line(material: Material, field: Field, value: Any) -> str:
    if field.type == "owner":
        return owner_name(material, value)
    if field.type in ("code", "codes"):
        return "; ".join(material.label_of(field.codes, one_line(code)) for code in _listed(value) if one_line(code))
    return _WORDING.get(field.type, one_line)(value)


_WORDING: dict[str, Callable[[Any], str]] = {"date": day, "approximate-date": day, "age": age, "yes-no": yes_no}


def _references(material: Material, entry: Entry, *, brief: bool) -> tuple[Block, ...]:
    field, path, keys = entry.field, entry.pointer, _listed(entry.value)
    if brief or field.to in ("people", "organisations"):
        return words(joined(referred(material, field.to, key) for key in keys), path)
    return tuple(block for key in keys for block in words(referred_with_title(material, field.to, key), path))


def _checklist(material: Material, entry: Entry) -> tuple[Block, ...]:
    """The codes by their answers: "Yes: …", "No: …", "Not recorded: …"."""
    if not isinstance(entry.value, dict):
        return words((Run(one_line(entry.value)),), entry.pointer)
    by_answer: dict[str, list[str]] = {known: [] for known in CHECKLIST_ANSWERS}
    for code, given in entry.value.items():
        if text := one_line(given):
            by_answer.setdefault(text, []).append(material.label_of(entry.field.codes, code))
    return tuple(
        Paragraph((Run(f"{yes_no(given)}: ", bold=True), Run("; ".join(labels))), path=entry.pointer)
        for given, labels in by_answer.items()
        if labels
    )


def _group(material: Material, entry: Entry) -> tuple[Block, ...]:
    """A group where there is room for lines only: a stretch of time, or each answer behind its label."""
    held = list(members_of(material, entry))
    if is_range(entry.field) and not any(is_empty(member.value) for member in held):
        given = {member.field.id: member.value for member in held}
        text = period(given.get("from"), given.get("to"))
        return (plain(text, entry.pointer),) if text else ()
    return tuple(block for member in held for block in _labelled(member.field.label, answer(material, member, brief=True)))


def _list(material: Material, entry: Entry) -> tuple[Block, ...]:
    if not isinstance(entry.value, list):
        return prose_or_none(entry)
    return tuple(block for item in items_of(material, entry) for block in _group(material, item))


def _labelled(label: str, blocks: tuple[Block, ...]) -> Iterable[Block]:
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not any(run.gap for run in first.runs):
        yield first._replace(runs=(Run(f"{label}: "), *first.runs))
        yield from blocks[1:]
    else:
        yield from blocks


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
