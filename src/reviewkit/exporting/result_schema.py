"""The JSON Schema of what `reviewkit check --format json` prints, for programs that read it."""

from __future__ import annotations

from typing import Any

from reviewkit.findings import SEVERITIES

FORMAT = 1
"""The form of the document; it changes when a program that reads the old one would fail."""
RESULT = "check-result"
"""The name under which the schema is exported, beside those of the templates."""
_DRAFTS = {2020: "https://json-schema.org/draft/2020-12/schema", 7: "http://json-schema.org/draft-07/schema#"}
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CODE = "^RK[0-9]{3}$"
_PLACES = ("line", "column", "end_line", "end_column")


def result_schema(draft: int = 2020) -> dict[str, Any]:
    """The schema as plain values for `json.dumps`. Both drafts say the same. Raises `ValueError` for another draft."""
    if draft not in _DRAFTS:
        raise ValueError(f"no JSON Schema draft {draft}: 2020 or 7")
    document = _object(
        "Everything that one run of `reviewkit check` found. Nothing stands in it that is not described here.",
        {
            "format": {"const": FORMAT, "description": "The form of this document."},
            "tool": {"const": "reviewkit"},
            "version": _text("The version of reviewkit."),
            "reports": _list("The files that were checked, in order.", _report()),
            "findings": _list("All findings of all files, in the order of the files and of the lines.", _finding()),
            "statistics": {
                "type": "object",
                "description": "How often each code was found. Only with --statistics.",
                "patternProperties": {_CODE: _count("Findings of this code, waived ones too.", least=1)},
                "additionalProperties": False,
            },
        },
        optional=("statistics",),
    )
    return {"$schema": _DRAFTS[draft], "title": "Result of reviewkit check", **document}


def _report() -> dict[str, Any]:
    summary: dict[str, Any] = {severity: _count("Findings that no waiver answers.") for severity in SEVERITIES}
    summary["waived"] = _count("Findings that a waiver answers.")
    return _object(
        "One file. A file that could not be read has no template and one finding, RK001.",
        {
            "file": _text("The file as it was named."),
            "template": _text("Its template, or empty."),
            "edition": _text("The edition of the guidance that it follows, or empty."),
            "summary": _object("How many findings.", summary),
            "completeness": _list("How far each section is.", _section()),
            "deadlines": _list("The days that count for this report.", _deadline()),
        },
    )


def _section() -> dict[str, Any]:
    return _object(
        "One section.",
        {
            "section": _text("Its key in the report."),
            "title": _text("Its title."),
            "answered": _count("Fields answered."),
            "asked": _count("Fields asked."),
        },
    )


def _deadline() -> dict[str, Any]:
    return _object(
        "One step that has to be taken by a day.",
        {
            "step": _text("What has to be done."),
            "due": _text("The day by which.", f"^{_DAY}$"),
            "done": _text("The day on which it was done, or empty.", f"^({_DAY})?$"),
            "left": {
                "type": "integer",
                "description": "Working days from today, or from the day it was done, to the day it was due. "
                "Below nought it is late.",
            },
            "counted": _text("How the day was counted."),
            "unconfirmed": {
                "type": "boolean",
                "description": "Whether the day lies beyond the last year of which the bank holidays are known.",
            },
        },
    )


def _finding() -> dict[str, Any]:
    finding = _object(
        "One thing that a person should look at. `message` and `fix` hold ids and kinds, never text of the report.",
        {
            "code": _text("The rule.", _CODE),
            "name": _text("The rule's name.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
            "severity": {"enum": list(SEVERITIES)},
            "message": _text("What is the matter.", "."),
            "fix": _text("What to write instead.", "."),
            "source": _text("Who asks for it."),
            "path": _text("The field, missing or not, as a JSON Pointer; empty is the whole report.", "^(/.*)?$"),
            "file": _text("The file that it stands in: the report's, or that of its register."),
            **{place: _count("Counted from 1; the end is exclusive.", least=1) for place in _PLACES},
            "section": _text("The key of the section, or empty."),
            "waived": {"type": "boolean", "description": "Whether a waiver of the report answers it."},
            "evidence": _text("The words that led to it, or empty. Only with --show-text."),
            "waiver": {"anyOf": [{"type": "null"}, _waiver()], "description": "Who answers. Only with --show-text."},
        },
        optional=("evidence", "waiver"),
    )
    return {**finding, "allOf": [_both_or_neither(), _waiver_only_if(waived=True), _waiver_only_if(waived=False)]}


def _waiver() -> dict[str, Any]:
    return _object(
        "The waiver that answers a finding.",
        {
            "reason": _text("Why it stays.", "."),
            "by": _text("Who says so.", "."),
            "on": _text("Since when, or empty.", f"^({_DAY})?$"),
            "expires": _text("Until when, or empty.", f"^({_DAY})?$"),
        },
    )


def _both_or_neither() -> dict[str, Any]:
    return {
        "if": {"required": ["waiver"]},
        "then": {"required": ["evidence"]},
        "else": {"properties": {"evidence": False}},
    }


def _waiver_only_if(*, waived: bool) -> dict[str, Any]:
    return {
        "if": {"properties": {"waived": {"const": waived}}},
        "then": {"properties": {"waiver": {"type": "object" if waived else "null"}}},
    }


def _object(description: str, properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items}


def _text(description: str, pattern: str = "") -> dict[str, Any]:
    return {"type": "string", "description": description, **({"pattern": pattern} if pattern else {})}


def _count(description: str, least: int = 0) -> dict[str, Any]:
    return {"type": "integer", "description": description, "minimum": least}
