"""The README tells the truth: its table of rules, its commands, its files.

Run `python -m tests.docs.test_readme` to write the table and the question anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from reviewkit import registry
from reviewkit.cli.app import cli as group
from reviewkit.cli.demo import with_neighbour
from tests.conftest import EXAMPLES, ROOT

README = ROOT / "README.md"
START, END = "<!-- rules: made by tests/docs/test_readme.py -->\n\n", "\n<!-- end of rules -->"
QUESTION = re.compile(r"(?<=```\n)(1 of 1\b.*?)(?=```)", re.DOTALL)


def rules_table() -> str:
    rows = [
        f"| {code} | {registry.explained(code).name} | {registry.sentence(code)} |" for code in registry.all_codes()
    ]
    return "\n".join(["| code | name | flags |", "|---|---|---|", *rows]) + "\n"


def commands(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        given = [(key, command.get_command(context, key)) for key in command.list_commands(context)]
        return [pair for key, inner in given if inner for pair in commands(inner, f"{name} {key}")]
    return [(name, command)]


ALL_COMMANDS = commands(group, "reviewkit")


def test_the_table_of_rules_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.partition(START)[2].partition(END)[0] == rules_table()


@pytest.mark.parametrize(("name", "command"), ALL_COMMANDS, ids=[name for name, _ in ALL_COMMANDS])
def test_every_command_stands_in_it_with_its_options(name: str, command: click.Command) -> None:
    row = next(line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}"))
    options = [opt for param in command.params for opt in param.opts if opt.startswith("--")]
    missing = [option for option in options if not re.search(rf"{option}(?![\w-])", row) and option != "--help"]
    assert missing == []


def test_no_option_stands_in_it_that_no_command_has() -> None:
    text = README.read_text(encoding="utf-8").partition(START)[0]
    known = {opt for _, command in ALL_COMMANDS for param in command.params for opt in param.opts}
    shown = set(re.findall(r"`[^`\n]*`", text))
    assert {option for words in shown for option in re.findall(r"--[a-z0-9-]+", words)} <= known


def test_what_it_shows_of_check_is_what_check_says() -> None:
    said = (ROOT / "examples" / "lcspr-unfinished.check.txt").read_text(encoding="utf-8")
    shown = re.search(r"```\n(lcspr-unfinished\.yaml:.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert shown.group(1) in said


def asked(folder: Path) -> str:
    """What `--review` asks, at a terminal without colour, about the neighbour of the tour, before it is left."""
    report = folder / "lcspr-neighbour.yaml"
    finished = (EXAMPLES / "lcspr-finished.yaml").read_text(encoding="utf-8")
    report.write_text(with_neighbour(finished), encoding="utf-8")
    arguments = [sys.executable, "-m", "reviewkit", "render", "--anonymise", "--review", report.name]
    done = subprocess.run(
        arguments, cwd=folder, input="q\n", capture_output=True, check=False, encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    return done.stderr


def first_question(said: str) -> str:
    """The question as far as its answers go; skipping, undoing and stopping are left out for their length."""
    found = re.search(r"^1 of 1$.*?(?=^ +s  )", said, re.DOTALL | re.MULTILINE)
    assert found, said
    return found.group()


def test_what_it_shows_of_review_is_what_review_asks(tmp_path: Path) -> None:
    shown = QUESTION.search(README.read_text(encoding="utf-8"))
    assert shown
    assert shown.group(1) == first_question(asked(tmp_path))


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_nobody_is_told_to_install_the_unrelated_package() -> None:
    for path in [README, *ROOT.glob("schemas/**/*.yaml"), ROOT / "schemas" / "README.md", *ROOT.glob("src/**/*.py")]:
        assert "pip install reviewkit" not in path.read_text(encoding="utf-8")


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    head, tail = text.partition(START)[0], text.partition(END)[2]
    with tempfile.TemporaryDirectory() as folder:
        question = first_question(asked(Path(folder)))
    head = QUESTION.sub(lambda _: question, head)
    README.write_text(f"{head}{START}{rules_table()}{END}{tail}", encoding="utf-8")
