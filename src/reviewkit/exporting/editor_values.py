"""Draft-07 schemas of single values, as editors read them: nothing is demanded, everything is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reviewkit.exporting.wording import answers_of
from reviewkit.schema import CHECKLIST_ANSWERS, Field, Template

Schema = dict[str, Any]
# Text, what to write instead, an example. Blank is a field still to be filled.
_PATTERNS: Mapping[str, tuple[str, str, str]] = {
    "date": (r"^(\d{4}-\d{2}-\d{2})?$", "Write year-month-day: 2026-03-14", "2026-03-14"),
    "approximate-date": (
        r"^(\d{4}(-\d{2}(-\d{2})?)?|not-known)?$", "Write 2026-03-14, 2026-03, 2026 or not-known", "2026-03",
    ),
    "age": (
        r"^(\d{1,3} (day|week|month|year)s?( \d{1,2} (day|week|month)s?)?|unborn|not-known)?$",
        "Write 14 weeks, 7 months, 3 years, unborn or not-known", "7 months",
    ),
    "id": (r"^([A-Za-z][A-Za-z0-9_.-]{0,19})?$", "Write a letter and a number, such as L1", "L1"),
}  # fmt: skip
_CHECKLIST_WORDS = ("Yes", "No", "The records do not say", "Does not apply here", "Still to be answered")


def editor_value(field: Field, template: Template) -> Schema:
    """The schema of one field that holds a value."""
    if field.type in _PATTERNS:
        return _patterned(field.type)
    if field.type == "checklist":
        return _checklist(field, template)
    if field.type == "codes":
        return {"type": ["array", "null"], "items": _choice(answers_of(field, template)), "uniqueItems": True}
    if field.type in ("code", "yes-no"):
        return _choice(answers_of(field, template))
    return _free(field.type)


def _free(kind: str) -> Schema:
    if kind in ("lines", "references"):
        types = ["string", "number", "null"] if kind == "lines" else ["string", "null"]
        return {"type": ["array", "null"], "items": {"type": types}}
    if kind == "number":
        return {"type": ["number", "null"]}
    return {"type": ["string", "null"] if kind == "reference" else ["string", "number", "null"]}


def _patterned(kind: str) -> Schema:
    pattern, message, example = _PATTERNS[kind]
    types = ["string", "integer", "null"] if kind == "approximate-date" else ["string", "null"]
    return {"type": types, "pattern": pattern, "patternErrorMessage": message, "examples": [example]}


def _choice(answers: Sequence[tuple[str, str, str]]) -> Schema:
    """The allowed answers with their labels; null stands for a field still to be filled."""
    schema: Schema = {"enum": [*(code for code, _, _ in answers), None]}
    if any(label for _, label, _ in answers):
        schema["enumDescriptions"] = [*(label for _, label, _ in answers), "Still to be filled"]
        schema["markdownEnumDescriptions"] = [
            *(_explained(label, note) for _, label, note in answers),
            "Still to be filled",
        ]
    return schema


def _explained(label: str, note: str) -> str:
    return f"**{label}**" + (f": {' '.join(note.split())}" if note else "")


def _checklist(field: Field, template: Template) -> Schema:
    answers: Schema = {"enum": [*CHECKLIST_ANSWERS, None], "enumDescriptions": list(_CHECKLIST_WORDS)}
    properties = {
        code: {"title": label, "description": " ".join(note.split()) or label, **answers}
        for code, label, note in answers_of(field, template)
    }
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
