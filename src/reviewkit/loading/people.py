"""What `--register` takes: a report, or a file with nothing but people, organisations, places and references."""

from __future__ import annotations

import os
from typing import Any

from reviewkit.errors import InputError
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.register import parse_register
from reviewkit.loading.reports import parse_report
from reviewkit.loading.templates import load_template
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Register, Report

_SECTIONS = ("people", "organisations", "places", "references")
_TEMPLATE = "lcspr"
_HINT = "it begins with `people:`, or it is a report with a `register:`"


def load_people(path: str) -> Report:
    """The report in that file; of a people file an empty report with that register.

    Raises `InputError` for a file that is neither, and for a register in which nobody stands: a search for nobody would
    find nothing.
    """
    return parse_people(decode(read_file(path), path), path)


def parse_people(text: str, path: str) -> Report:
    """The same of a text; `path` names it in messages."""
    value = read_yaml(text, path).value
    if not isinstance(value, dict):
        raise InputError(path, "this is neither a report nor a register", line=1, column=1, hint=_HINT)
    report = parse_report(text, path) if "template" in value else _people_only(value, path)
    if not _holds_anybody(report.register):
        raise InputError(path, "nobody stands in this register, so there is nothing to search for", hint=_HINT)
    return report


def _people_only(value: dict[str, Any], path: str) -> Report:
    nested = value.get("register")
    register = nested if isinstance(nested, dict) else value
    if not any(section in register for section in _SECTIONS):
        raise InputError(path, "this is neither a report nor a register", line=1, column=1, hint=_HINT)
    template = load_template(_TEMPLATE, os.path.dirname(path) or ".")
    return Report(
        file=path,
        template=template,
        edition=template.latest_edition,
        values={"register": register},
        register=parse_register(register),
        positions={},
        key_positions={},
        source_lines=(),
        register_file=path,
    )


def _holds_anybody(register: Register) -> bool:
    bodies = (*register.organisations.values(), *register.places.values(), *register.references)
    return any(person.name for person in register.people.values()) or any(body.name for body in bodies)
