"""JSON Schema 2020-12 of single values. Every type has two forms: something is written, or nothing has to be.

"Nothing" is what `report.is_empty` means: null, blank text, and lists and mappings of nothing but such.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, CodeList, Field

Schema = dict[str, Any]
EMPTY: Schema = {"$ref": "#/$defs/empty"}
WRITTEN: Schema = {"$ref": "#/$defs/written"}
# `$` also matches before a last line break in some engines; the lookahead settles it for all.
_PATTERNS: Mapping[str, str] = {
    "text": r"\S",
    "reference": r"\S",
    "date": r"^\d{4}-\d{2}-\d{2}$(?!\n)",
    "approximate-date": r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|not-known)$(?!\n)",
    "age": (r"^(?:\d{1,3} (?:day|week|month|year)s?(?: \d{1,2} (?:day|week|month)s?)?|unborn|not-known)$(?!\n)"),
    "id": r"^[A-Za-z][A-Za-z0-9_.-]{0,19}$(?!\n)",
}
_NAMES: Mapping[str, str] = {"line": "text", "prose": "text", "owner": "text"}


class Definitions:
    """The `$defs` of one schema: each is written out when it is first asked for."""

    def __init__(self, codelists: Mapping[str, CodeList]) -> None:
        self._codelists = codelists
        self.written: dict[str, Schema] = {
            "empty": {
                "title": "Nothing written",
                "type": ["null", "string", "array", "object"],
                "pattern": r"^\s*$",
                "items": EMPTY,
                "additionalProperties": EMPTY,
            },
            "written": {"title": "Something written", "not": EMPTY},
        }

    def value(self, field: Field, *, must: bool) -> Schema:
        """What that field may hold. Code lists are shared; the rest is so short that following a reference costs more."""
        name = _NAMES.get(field.type, field.type)
        if name in _PATTERNS:
            return _text_form(name, must=must)
        if name == "number":
            return (
                {"type": "number"} if must else _or_empty({"type": ["number", "null", "string"], "pattern": r"^\s*$"})
            )
        form = self._coded(field) if field.codes else _PLAIN[name]
        return {**form, **_SOMETHING.get(name, {})} if must else {"if": EMPTY, "else": form}

    def _coded(self, field: Field) -> Schema:
        key = f"{field.type}-{field.codes}"
        if key not in self.written:
            self.written[key] = _code_form(field.type, self._codelists[field.codes])
        return {"$ref": f"#/$defs/{key}"}


_PLAIN: Mapping[str, Schema] = {
    "yes-no": {"enum": list(YES_NO)},
    "lines": {"type": "array", "items": {"type": ["string", "number", "null"]}},
    "references": {"type": "array", "items": {"type": ["string", "null"]}},
}
_SOMETHING: Mapping[str, Schema] = {
    "lines": {"contains": WRITTEN},
    "references": {"contains": WRITTEN},
    "codes": {"contains": {"type": "string"}},
    "checklist": {"not": EMPTY},
}


def _text_form(name: str, *, must: bool) -> Schema:
    types = {"text": ["string", "number"], "approximate-date": ["string", "integer"]}.get(name, ["string"])
    # A year alone is a whole number in YAML.
    years = {"minimum": 1000, "maximum": 9999} if name == "approximate-date" else {}
    if must:
        return {"type": types if len(types) > 1 else types[0], "pattern": _PATTERNS[name], **years}
    free = name in ("text", "reference")
    pattern = {} if free else {"pattern": rf"^\s*$|{_PATTERNS[name]}"}
    return _or_empty({"type": [*types, "null"], **pattern, **years})


def _or_empty(form: Schema) -> Schema:
    """The form, or a list or mapping of nothing: `items` and `additionalProperties` judge nothing else."""
    return {**form, "type": [*form["type"], "array", "object"], "items": EMPTY, "additionalProperties": EMPTY}


def _code_form(kind: str, codelist: CodeList) -> Schema:
    described = {"title": codelist.title, "description": _labels(codelist)}
    codes = list(codelist.values)
    if kind == "code":
        return {**described, "enum": codes}
    if kind == "codes":
        return {**described, "type": "array", "items": {"enum": [*codes, None]}}
    answers = [*CHECKLIST_ANSWERS, None]
    return {
        **described,
        "type": "object",
        "properties": {code.code: {"title": code.label, "enum": answers} for code in codelist.values.values()},
        "additionalProperties": False,
    }


def _labels(codelist: CodeList) -> str:
    return "; ".join(f"{code.code}: {code.label}" for code in codelist.values.values())
