"""The files that all sides read: reports by size, many of them, schemas, the same text as Markdown and as paragraphs."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import reports
from environments import FOLDER

HERE = Path(__file__).parent
DATA = FOLDER / "data"
_DISTINCT = 20
"""So many different reports stand in a folder of thousands; the others are the same under another name."""


class Peers(NamedTuple):
    """Interpreters: our own, and that of each peer that could be installed."""

    ours: str
    others: Mapping[str, str]


def sized(template: str, times: int) -> str:
    """A report's file."""
    path = DATA / f"{template}-{times}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(reports.report(template, times), encoding="utf-8")
    return str(path)


def many(number: int) -> list[str]:
    """The files of a folder of so many reports."""
    folder = DATA / f"many-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"report-{at:05}.yaml" for at in range(number)]
    for at, path in enumerate(files):
        path.unlink(missing_ok=True)
        if at < _DISTINCT:
            path.write_text(reports.report("lcspr", 1, seed=at), encoding="utf-8")
        else:
            os.link(files[at % _DISTINCT], path)
    return [str(path) for path in files]


def schema(python: str, template: str) -> str:
    """Our JSON Schema of a template."""
    path = DATA / f"{template}.schema.json"
    _run(python, "-m", "reviewkit", "schema", "export", template, "--output", str(path))
    return str(path)


def markdown(python: str, report: str) -> str:
    """The confidential report as Markdown: what pandoc and docxtpl make a Word file of."""
    path = str(Path(report).with_suffix(".md"))
    _run(python, "-m", "reviewkit", "render", report, "--to", "md", "--output", path)
    return path


def paragraphs(path: str) -> str:
    """The same text as a JSON list, for what masks texts."""
    parts = [part for part in Path(path).read_text(encoding="utf-8").split("\n\n") if part.strip()]
    target = Path(path).with_suffix(".paragraphs.json")
    target.write_text(json.dumps(parts), encoding="utf-8")
    return str(target)


def yamale_schema(python: str, report: str) -> str:
    """A schema in yamale's own language."""
    path = DATA / "yamale.yaml"
    path.write_text(_run(python, str(HERE / "programs" / "yamale_check.py"), "--schema", report), encoding="utf-8")
    return str(path)


def docxtpl_template(python: str) -> str:
    """A Word file with docxtpl's marks."""
    path = str(DATA / "template.docx")
    _run(python, str(HERE / "programs" / "docxtpl_render.py"), "--template", path)
    return path


def pandoc_program(python: str) -> str:
    """Where pandoc stands in its environment."""
    return _run(python, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())").strip()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
