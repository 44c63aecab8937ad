"""A report's file → `Report`: values, positions, template, register."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from reviewkit.errors import InputError, UsageError
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.register import read_register
from reviewkit.loading.templates import load_template
from reviewkit.loading.yaml_reader import YamlDocument, read_yaml
from reviewkit.report import Path, Position, Report
from reviewkit.schema import Template


def load_report(path: str) -> Report:
    """The report in that file. Raises `InputError`, with line and column where there is one."""
    return parse_report(decode(read_file(path), path), path)


def parse_report(text: str, path: str, folder: str | None = None) -> Report:
    """The report in that text; `path` names it in messages. A register file is looked for beside it, or in `folder`."""
    document = read_yaml(text, path)
    if document.value is None:
        raise InputError(path, "this file is empty", hint="`reviewkit new lcspr` starts a report")
    if not isinstance(document.value, dict):
        kind = "a list" if isinstance(document.value, list) else "a single text"
        raise InputError(
            path, f"this file is {kind}, not a report", line=1, column=1, hint="a report begins with `template: …`"
        )
    folder = os.path.dirname(path) if folder is None else folder
    template = _template_of(document, path, folder)
    register = read_register(document, path, folder)
    edition = document.value.get("edition")
    return Report(
        file=path,
        template=template,
        edition=_known_edition(template, edition),
        values=document.value,
        register=register.register,
        positions=_joined(document.positions, register.positions),
        key_positions=_joined(document.keys, register.keys),
        source_lines=tuple(text.splitlines()),
        register_file=register.file,
        register_lines=register.source_lines,
    )


def is_report(document: YamlDocument) -> bool:
    """Whether a YAML file means to be a report: it names a template and is not a template itself."""
    value = document.value
    return isinstance(value, dict) and "template" in value and "extends" not in value and "sections" not in value


def _joined(own: Mapping[Path, Position], beside: Mapping[Path, Position]) -> Mapping[Path, Position]:
    """The places in the report and those in its register's file, most often none."""
    return {**own, **beside} if beside else own


def _template_of(document: YamlDocument, path: str, folder: str) -> Template:
    name = document.value.get("template")
    if name is None:
        raise InputError(
            path, "this file names no template", line=1, column=1, hint="a report begins with `template: lcspr`"
        )
    place = document.positions[("template",)]
    if not isinstance(name, str):
        raise InputError(
            path, "`template:` must be a name", line=place.line, column=place.column, hint="template: lcspr"
        )
    try:
        return load_template(name, folder or ".")
    except InputError:
        raise
    except UsageError as error:
        raise InputError(path, error.message, line=place.line, column=place.column, hint=error.hint) from None


def _known_edition(template: Template, written: Any) -> str:
    # An unknown edition is RK002; the rest is still checked, against the latest.
    known = {edition.id for edition in template.editions}
    return written if isinstance(written, str) and written in known else template.latest_edition
