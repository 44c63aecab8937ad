"""`reviewkit demo`: the tour goes through, publishes what `verify` finds clean, and refuses the neighbour."""

from __future__ import annotations

import re
from pathlib import Path

from reviewkit.cli import demo

NEIGHBOUR = "Ruth Penhale"


def test_the_tour_refuses_the_neighbour_and_ends_with_a_clean_file(cli, tmp_path: Path) -> None:
    outcome = cli("demo", "tour")
    assert outcome.code == 0, outcome.err
    made = {path.name for path in (tmp_path / "tour").iterdir()}
    assert {"rapid-review.yaml", "lcspr-CONFIDENTIAL.docx", "lcspr-published.docx", "lcspr-published.html"} <= made
    assert "lcspr-briefing.docx" in made
    steps = re.findall(r"^(\d+)\. .*\n   \$ reviewkit (.*)$", outcome.err, re.MULTILINE)
    assert [number for number, _ in steps] == [str(number) for number in range(1, len(demo._STEPS) + 1)]
    refused = next(place for place, (_, command) in enumerate(steps) if "neighbour" in command)
    assert "looks like a name that the register lacks" in outcome.err.split("\n6. ")[1].split("\n7. ")[0]
    assert refused == 5
    assert steps[-2][1] == "check --a11y lcspr-published.docx"
    assert "lcspr-published.docx: nothing found by these rules" in outcome.out
    assert steps[-1][1].startswith("verify lcspr-published.docx")
    assert "lcspr-published.docx: nothing of the register found" in outcome.out.splitlines()[-1]
    assert NEIGHBOUR in (tmp_path / "tour" / "lcspr-neighbour.yaml").read_text(encoding="utf-8")
    assert "Penhale" not in outcome.out + outcome.err


def test_what_the_last_lines_offer_works(cli, tmp_path: Path, monkeypatch) -> None:
    assert cli("demo", "tour").code == 0
    monkeypatch.chdir(tmp_path / "tour")
    stdin = b"3\nAnn Orrell\n"
    outcome = cli("render", "--anonymise", "lcspr-neighbour.yaml", "--review", "--to", "html", stdin=stdin)
    assert outcome.code == 0, outcome.err
    page = (tmp_path / "tour" / "lcspr-published.html").read_text(encoding="utf-8")
    assert "The baby was often with a neighbour, who lived nearby." in page
    assert "Penhale" not in page


def test_it_can_be_taken_twice(cli, tmp_path: Path, monkeypatch) -> None:
    assert cli("demo", "tour").code == 0
    monkeypatch.chdir(tmp_path)
    assert cli("demo", "tour").code == 0


def test_it_writes_over_nobodys_report(cli, tmp_path: Path) -> None:
    own = tmp_path / "rapid-review.yaml"
    own.write_text("template: rapid-review\n", encoding="utf-8")
    outcome = cli("demo", ".")
    assert outcome.code == 2
    assert "files of your own" in outcome.err
    assert own.read_text(encoding="utf-8") == "template: rapid-review\n"
    assert [path.name for path in tmp_path.iterdir()] == ["rapid-review.yaml"]


def test_a_folder_that_can_not_be_used_is_said(cli, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    outcome = cli("demo", "taken")
    assert outcome.code == 2
    assert "taken can't be used" in outcome.err


def test_a_step_that_ends_otherwise_ends_the_tour(cli, monkeypatch) -> None:
    monkeypatch.setattr(demo, "_STEPS", (("Explain.", ("explain", "RK304"), 1), *demo._STEPS))
    outcome = cli("demo", "tour")
    assert outcome.code == 2
    assert "ended with 0 instead of 1" in outcome.err
    assert "\n2. " not in outcome.err
