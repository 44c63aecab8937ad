"""No unredacted report reaches a renderer, or a file, on the publishing path: the types refuse it."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from mypy import api as mypy

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "reviewkit"
FILES = sorted(SOURCE.rglob("*.py"))
HEAD = """
from reviewkit import api
from reviewkit.anonymising.proof.finishing import Wanted, finish
from reviewkit.anonymising.publishing import publish
from reviewkit.cli import writing
from reviewkit.composing.drafting import compose
from reviewkit.composing.published import compose_published
from reviewkit.contracts import Renderer
from reviewkit.document import Document, PublishedDocument
from reviewkit.publication import ProvedFile, PublishedReport
from reviewkit.report import Report

def path(report: Report, renderer: Renderer) -> None:
    wanted = Wanted(renderer, "out.docx")
    draft: Document = compose(report, draft=False, gaps={})
    published: PublishedReport = publish(report)
    document: PublishedDocument = compose_published(published)
    proved: ProvedFile = finish(document, wanted, report, published)
    writing.write_proved("out.docx", proved)
"""
WRONG = {
    "a report to what composes the published version": "compose_published(report)",
    "the values of a report to it": "compose_published(report.values)",
    "a confidential document to the step that renders and proves": "finish(draft, wanted, report, published)",
    "the document within, taken out": "finish(document.document, wanted, report, published)",
    "a report as what was published": "finish(document, wanted, report, report)",
    "a report to a renderer": "renderer.render(report, None)",
    "a published document to a renderer outside that step": "renderer.render(document, None)",
    "bytes to the writer": "writing.write_proved('out.docx', renderer.render(draft, None))",
    "a confidential file to the writer": "writing.write_proved('out.docx', api.render_report(report))",
    "what was composed and not proved to the writer": "writing.write_proved('out.docx', document)",
    "a published report without its kind": "compose_published((report.template, report.edition, report.values))",
    "a published report to what composes the confidential version": "compose(published, draft=False, gaps={})",
}


def complaints(folder: Path, lines: list[str]) -> dict[int, str]:
    """What mypy says, by the number of the line."""
    file = folder / "snippet.py"
    file.write_text(HEAD + "".join(f"    {line}\n" for line in lines), encoding="utf-8")
    arguments = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(folder / "cache")]
    out, err, _ = mypy.run([*arguments, "--python-executable", sys.executable, "--follow-imports=silent", str(file)])
    assert not err, err
    return {int(found[1]): found[2] for found in re.finditer(r"(?m)^.*snippet\.py:(\d+): error: (.*)$", out)}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What mypy says of each wrong passing; the head of the snippet is the right way, and one run judges them all."""
    found = complaints(tmp_path_factory.mktemp("types"), list(WRONG.values()))
    first = HEAD.count("\n") + 1
    assert not [line for line in found if line < first], found
    return {about: found.get(first + number, "") for number, about in enumerate(WRONG)}


@pytest.mark.parametrize("about", WRONG)
def test_the_wrong_thing_does_not_pass(about: str, said: dict[str, str]) -> None:
    assert "incompatible type" in said[about]


def uses(path: Path, attribute: str) -> set[str]:
    """The functions of a file that read an attribute of that name, or call a method of it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        function.name
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == attribute
    }


def names_in(path: Path, function: str) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    (found,) = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function]
    return {ast.unparse(node.func) for node in ast.walk(found) if isinstance(node, ast.Call)}


def test_a_published_document_is_opened_where_it_is_proved_and_nowhere_else() -> None:
    below = {path.relative_to(SOURCE).as_posix(): uses(path, "document") for path in FILES}
    opened = {name: found for name, found in below.items() if found and name.startswith(("api", "cli", "anonymising"))}
    # What is left to decide is asked of the composed texts too; nothing of them goes on from there.
    assert opened.pop("api/publishing.py") == {"_texts_of"}
    assert opened == {"anonymising/proof/finishing.py": {"finish"}}


def test_only_two_places_render_one_for_each_kind() -> None:
    places = {path.relative_to(SOURCE).as_posix(): uses(path, "render") for path in FILES}
    called = {
        name: found for name, found in places.items() if found and not name.startswith(("renderers/", "reporters/"))
    }
    # `schema show` renders a template, which holds nothing of a case.
    assert called.pop("cli/schema.py") == {"show"}
    assert called == {"anonymising/proof/finishing.py": {"finish"}, "api/rendering.py": {"render_report"}}


def test_publishing_writes_through_the_one_door_for_proved_files() -> None:
    calls = names_in(SOURCE / "cli" / "render.py", "_publish")
    assert "writing.write_proved" in calls
    assert not {"writing.write", "writing.write_all", "open"} & calls
    assert "writing.write_proved" not in names_in(SOURCE / "cli" / "render.py", "_make")
