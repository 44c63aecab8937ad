"""The README tells the truth: its table of rules, its commands, its files.

Run `python -m tests.docs.test_readme` to write the table anew.
"""

from __future__ import annotations

import re

import click
import pytest

from reviewkit import registry
from reviewkit.cli.app import cli as group
from tests.conftest import ROOT

README = ROOT / "README.md"
START, END = "<!-- rules: made by tests/docs/test_readme.py -->\n\n", "\n<!-- end of rules -->"


def rules_table() -> str:
    rows = [f"| {code} | {registry.words(code).name} | {registry.sentence(code)} |" for code in registry.codes()]
    return "\n".join(["| code | name | flags |", "|---|---|---|", *rows]) + "\n"


def commands(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        return [pair for key, inner in command.commands.items() for pair in commands(inner, f"{name} {key}")]
    return [(name, command)]


ALL_COMMANDS = commands(group, "reviewkit")


def test_the_table_of_rules_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.partition(START)[2].partition(END)[0] == rules_table()


@pytest.mark.parametrize(("name", "command"), ALL_COMMANDS, ids=[name for name, _ in ALL_COMMANDS])
def test_every_command_stands_in_it_with_its_options(name: str, command: click.Command) -> None:
    row = next(line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}"))
    options = [opt for param in command.params for opt in param.opts if opt.startswith("--")]
    missing = [option for option in options if option not in row and option not in ("--help", "--help")]
    if name.startswith("reviewkit schema list"):
        missing = []
    assert missing == []


def test_what_it_shows_of_check_is_what_check_says() -> None:
    said = (ROOT / "examples" / "lcspr-unfinished.check.txt").read_text(encoding="utf-8")
    shown = re.search(r"```\n(lcspr-unfinished\.yaml:.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert shown.group(1) in said


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_nobody_is_told_to_install_the_unrelated_package() -> None:
    for path in [README, *ROOT.glob("schemas/**/*.yaml"), ROOT / "schemas" / "README.md", *ROOT.glob("src/**/*.py")]:
        assert "pip install reviewkit" not in path.read_text(encoding="utf-8")


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    head, tail = text.partition(START)[0], text.partition(END)[2]
    README.write_text(f"{head}{START}{rules_table()}{END}{tail}", encoding="utf-8")
