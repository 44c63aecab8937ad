"""What holds for the whole house, whoever adds a room."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "reviewkit"
FILES = sorted(SOURCE.rglob("*.py"))


def calls_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("PublishedReport", "anonymising"),
        ("PublishedDocument", "composing"),
        ("ProvedFile", "anonymising"),
        ("LeakError", "anonymising"),
    ],
)
def test_only_its_room_makes_it(name: str, room: str) -> None:
    makers = {room_of(path) for path in FILES if name in calls_of(path)}
    assert makers <= {room, "api"} if name == "LeakError" else makers == {room}


def test_a_proved_file_is_made_by_the_step_that_proves_it() -> None:
    makers = [path.name for path in FILES if "ProvedFile" in calls_of(path)]
    assert makers == ["finishing.py"]
    # Nor is there a way round its constructor.
    users = [path for path in FILES if "ProvedFile" in path.read_text(encoding="utf-8")]
    assert not [
        path.name for path in users if re.search(r"\b(?:_make|__new__|cast)\b", path.read_text(encoding="utf-8"))
    ]


def test_only_the_command_line_prints_and_ends_the_process() -> None:
    for path in FILES:
        if room_of(path) not in ("cli", "__main__.py"):
            assert not {"print", "exit", "input"} & set(calls_of(path)), path


def test_no_file_is_a_wall() -> None:
    assert not [path.name for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > 300]


def test_nothing_reaches_for_the_network() -> None:
    words = {"socket", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib"}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not words & set(names), path


def test_every_module_says_what_it_is_for() -> None:
    assert not [path for path in FILES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]


def test_no_path_of_a_machine_is_named() -> None:
    for path in [
        *FILES,
        *ROOT.glob("schemas/**/*.yaml"),
        *ROOT.glob("examples/*"),
        ROOT / "pyproject.toml",
        ROOT / "Makefile",
    ]:
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text, path
