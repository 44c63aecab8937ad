"""`render --anonymise --review`: questions at the terminal, answers in the report, nothing else of it changed."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from reviewkit.loading.yaml_reader import read_yaml
from tests.conftest import ROOT

FINISHED = (ROOT / "examples" / "lcspr-finished.yaml").read_text(encoding="utf-8")
PLANTED = "Ruth Penhale's number was 999 000 0018. Nwadike was not asked."


def planted(folder: Path, text: str = PLANTED) -> Path:
    report = folder / "report.yaml"
    report.write_text(FINISHED.replace("narrative: |\n", f"narrative: |\n  {text}\n\n", 1), encoding="utf-8")
    return report


def decisions(report: Path) -> list[dict[str, object]]:
    values = read_yaml(report.read_text(encoding="utf-8"), "report.yaml").value
    found = values["publication"].get("decisions") or []
    return [item for item in found if "Penhale" in str(item) or "0018" in str(item)]


def review(cli, *replies: str):
    stdin = "".join(f"{reply}\n" for reply in replies).encode()
    return cli("render", "report.yaml", "--anonymise", "--review", "--to", "html", stdin=stdin)


def test_answers_are_kept_and_the_report_is_published(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    outcome = review(cli, "t", "A friend of the family", "Ann Orrell", "o", "t", "Father")
    assert outcome.code == 0, outcome.err
    assert [item.get("replace_with") or item.get("omit") for item in decisions(report)] == [
        "A friend of the family",
        "yes",
    ]
    assert all(item["by"] == "Ann Orrell" for item in decisions(report))
    page = unescape((tmp_path / "lcspr-published.html").read_text(encoding="utf-8"))
    assert "A friend of the family's number was. Father was not asked." in page
    assert "Penhale" not in page
    again = cli("render", "report.yaml", "--anonymise", "--to", "html")
    assert again.code == 0


def test_stopping_keeps_what_was_answered_and_undo_takes_it_back(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    before = report.read_bytes()
    outcome = review(cli, "t", "A friend", "Ann", "q")
    assert outcome.code == 3
    assert len(decisions(report)) == 1
    answered = report.read_bytes()
    assert review(cli, "o", "Ann", "u", "q").code == 3
    assert report.read_bytes() == answered
    assert not (tmp_path / "lcspr-published.html").exists()
    # Everything but the answer is byte for byte as it was.
    assert all(line in answered.splitlines() for line in before.splitlines())


def test_an_edited_sentence_asks_again_and_only_itself(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    assert review(cli, "t", "A friend", "Ann", "o", "t", "Father").code == 0
    text = report.read_text(encoding="utf-8")
    report.write_text(
        text.replace(f"  {PLANTED}\n", "  Ruth Penhale's number was often 999 000 0018. Nwadike was not asked.\n", 1),
        encoding="utf-8",
    )
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "html")
    assert outcome.code == 3
    assert outcome.err.count("  - ") == 2
    assert "Penhale" not in outcome.err


def test_each_place_by_itself(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, "Ruth Penhale came. Then Ruth Penhale left.")
    outcome = review(cli, "e", "t", "A friend", "Ann", "t", "the neighbour")
    assert outcome.code == 0, outcome.err
    assert [item["where"] for item in decisions(report)] == [["Ruth Penhale came."], ["Then Ruth Penhale left."]]
    assert "A friend came. Then the neighbour left." in (tmp_path / "lcspr-published.html").read_text(encoding="utf-8")


def test_a_name_of_the_register_can_not_be_kept_and_nonsense_is_asked_again(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Nwadike was not asked.")
    outcome = review(cli, "k", "9", "hm", "q")
    assert outcome.code == 3
    assert "can't be kept" in outcome.err
    assert outcome.err.count("Type one of") == 2


def test_letters_are_drawn_once_and_kept_in_the_register(cli, tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    report.write_text(FINISHED.replace("      published_as: Child L\n", "", 1), encoding="utf-8")
    outcome = review(cli)
    assert outcome.code == 0, outcome.err
    assert "Letters drawn for 1 child" in outcome.err
    after = report.read_text(encoding="utf-8")
    (added,) = set(after.splitlines()) - set(FINISHED.splitlines()) or {"      published_as: Child L"}
    assert added.startswith("      published_as: Child ")
    assert review(cli).code == 0
    assert report.read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("render", "report.yaml", "--review"), "--anonymise"), (("render", "-", "--anonymise", "--review"), "no file")],
)
def test_what_makes_no_sense_is_said(cli, arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    planted(tmp_path)
    outcome = cli(*arguments, stdin=FINISHED.encode())
    assert outcome.code == 2
    assert said in outcome.err


def test_the_end_of_the_answers_is_a_stop(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    before = report.read_bytes()
    outcome = review(cli)
    assert outcome.code in {2, 3}
    assert report.read_bytes() == before
    assert not list(tmp_path.glob("*published*"))
