"""The papers of a publication: what each holds and does not hold, where they may lie, and what a later version may tell."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest

from reviewkit import registry
from reviewkit.cli import papers
from reviewkit.loading.reports import load_report
from tests.conftest import EXAMPLES

FINISHED = (EXAMPLES / "lcspr-finished.yaml").read_text(encoding="utf-8")
DECIDED = """  decisions:
    - text: Hearthside
      replace_with: a charity
      reason: There is one
      by: A. Orrell
"""
FORMATS = {"docx": ".docx", "html": ".html", "md": ".md"}


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is detected is other tests' business, and the day is always the same."""
    monkeypatch.setattr(registry, "detectors", tuple)
    monkeypatch.setattr(papers, "_today", lambda: date(2026, 2, 24))
    for folder in ("site", "private", "keys"):
        (tmp_path / folder).mkdir()
    (tmp_path / "report.yaml").write_text(FINISHED, encoding="utf-8")


def publish(cli, *more: str, output: str = "site/out.html", code: int = 0):
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "html", "--output", output, *more)
    assert outcome.code == code, outcome.err
    return outcome


def read(path: Path) -> dict[str, object]:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_the_same_report_gives_the_same_bytes(cli, form: str, name: str, tmp_path: Path) -> None:
    for folder in ("site", "private"):
        output = f"{folder}/out{FORMATS[form]}"
        assert cli("render", str(EXAMPLES / f"{name}.yaml"), "--anonymise", "--to", form, "--output", output).code == 0
    assert (tmp_path / f"site/out{FORMATS[form]}").read_bytes() == (
        tmp_path / f"private/out{FORMATS[form]}"
    ).read_bytes()


def test_the_certificate_says_which_file_and_what_was_proved(cli, tmp_path: Path) -> None:
    publish(cli, "--certificate", "site/certificate.json")
    found = read(tmp_path / "site/certificate.json")
    assert found.pop("output") == {
        "sha256": hashlib.sha256((tmp_path / "site/out.html").read_bytes()).hexdigest(),
        "suffix": ".html",
    }
    assert re.fullmatch("[0-9a-f]{64}", str(found.pop("rule_set")))
    assert found.pop("reviewkit")
    assert found == {
        "format": 1, "kind": "certificate", "verdict": "prepared for publication; a person must still read it",
        "on": "2026-02-24", "template": "lcspr", "edition": "2025-provisional",
    }  # fmt: skip


def test_fingerprints_are_made_with_a_key_and_only_with_it(cli, tmp_path: Path) -> None:
    publish(cli, "--certificate", "site/certificate.json", "--write-key", "keys/key.json")
    key, found = read(tmp_path / "keys/key.json"), read(tmp_path / "site/certificate.json")
    made_with = bytes.fromhex(str(key["key"]))
    assert len(made_with) == 32
    lines = "\n".join(FINISHED.splitlines()).encode()
    assert found["fingerprints"]["report"] == hmac.new(made_with, lines, "sha256").hexdigest()
    register = load_report(str(tmp_path / "report.yaml")).at("register")
    plain = json.dumps(register, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    assert found["fingerprints"]["register"] == hmac.new(made_with, plain, "sha256").hexdigest()
    assert key["published_names"]["Child L"] == ["people.child_a"]
    assert "people.lead_reviewer" in key["published_by_their_own_name"]
    publish(cli, "--certificate", "site/certificate.json", "--write-key", "keys/other.json")
    assert read(tmp_path / "site/certificate.json")["fingerprints"] != found["fingerprints"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_their_owner_reads_what_is_confidential(cli, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        (tmp_path / "private/r.json").write_text("an older record, open to all")
        publish(cli, "--write-key", "keys/key.json", "--record", "private/r.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "keys/key.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "private/r.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "site/out.html").stat().st_mode) == 0o666


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("full", ["certificate", "output"])
def test_a_full_disk_leaves_nothing_behind(cli, full: str, tmp_path: Path) -> None:
    places = {"output": "site/out.html", "certificate": "site/c.json", full: "/dev/full"}
    asked = ("--write-key", "keys/k.json", "--record", "private/r.json", "--issue")
    outcome = publish(cli, "--certificate", places["certificate"], *asked, output=places["output"], code=2)
    assert "/dev/full can't be written" in outcome.err
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["report.yaml"]
    assert (tmp_path / "report.yaml").read_text(encoding="utf-8") == FINISHED


def test_the_record_counts_and_tells_the_decisions(cli, tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(
        FINISHED.replace("  planned_on: 2026-02-24\n", f"  planned_on: 2026-02-24\n{DECIDED}")
    )
    publish(cli, "--record", "private/record.json", "--because", "The first one")
    found = read(tmp_path / "private/record.json")
    assert found["marking"].startswith("CONFIDENTIAL")
    assert found["because"] == "The first one"
    assert found["replaced"]["person"] > 50
    assert found["made_coarser_in_prose"] > 0
    assert found["fields_withheld"] > 50
    (decision,) = found["decisions"]
    assert (decision["text"], decision["action"], decision["by"]) == ("Hearthside", "replace", "A. Orrell")
    assert decision["places"] > 0
    assert found["questions_answered"] == 1


REFUSED = [
    (("--record", "site/record.json"), "beside the published file"),
    (("--record", "private/../site/record.json"), "beside the published file"),
    (("--write-key", "site/key.json"), "beside the published file"),
    (("--write-key", "keys/there.json"), "exists already"),
    (("--write-key", "versioned/below/key.json"), "version control"),
    (("--write-key", "worktree/key.json"), "version control"),
    (("--write-key", "bare/refs/key.json"), "version control"),
    (("--write-key", "keys/key.json/"), "names no file"),
    (("--certificate", " "), "names no file"),
    (("--certificate", "private/c.json", "--write-key", "private/k.json"), "beside the certificate"),
    (("--certificate", "private/c.json", "--record", "private/r.json"), "beside the certificate"),
    (("--certificate", "site/out.html"), "one name"),
    (("--certificate", "site/OUT.html"), "one name"),
    (("--certificate", "private/a", "--record", "private/a"), "one name"),
    (("--certificate", "report.yaml"), "the report itself"),
    (("--certificate", "-"), "name files"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_papers_are_refused_where_they_would_give_away(
    cli, arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    (tmp_path / "versioned/.git").mkdir(parents=True)
    (tmp_path / "versioned/below").mkdir()
    (tmp_path / "worktree").mkdir()
    for name in ("HEAD", "objects", "refs"):
        (tmp_path / "bare" / name).mkdir(parents=True)
    (tmp_path / "worktree/.git").write_text("gitdir: elsewhere\n")
    (tmp_path / "keys/there.json").write_text("precious")
    outcome = publish(cli, *arguments, code=2)
    assert said in outcome.err
    assert list((tmp_path / "site").iterdir()) == []
    assert (tmp_path / "keys/there.json").read_text() == "precious"


def test_a_link_to_the_output_folder_does_not_hide_it(cli, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "site", target_is_directory=True)
    outcome = publish(cli, "--record", "link/record.json", code=2)
    assert "beside the published file" in outcome.err


def test_without_an_output_the_folder_is_this_one(cli, tmp_path: Path) -> None:
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "html", "--record", "record.json")
    assert outcome.code == 2
    assert "beside the published file" in outcome.err
    for name in ("private/record.json", "../record.json"):
        assert cli("render", "report.yaml", "--anonymise", "--to", "html", "--record", name).code == 0
    (tmp_path.parent / "record.json").unlink()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("render", "report.yaml", "--certificate", "c.json"), "--anonymise"),
        (("render", "report.yaml", "--because", "so"), "--anonymise"),
        (("render", "report.yaml", "--anonymise", "--output", "-", "--certificate", "c.json"), "belong to a file"),
        (("render", "-", "--anonymise", "--to", "html", "--output", "o.html", "--issue"), "standard input"),
    ],
)
def test_what_makes_no_sense_is_said(cli, arguments: tuple[str, ...], said: str) -> None:
    outcome = cli(*arguments, stdin=FINISHED.encode())
    assert outcome.code == 2
    assert said in outcome.err


# ---------------------------------------------------------------- Versions


def test_issuing_enters_the_publication_and_nothing_else(cli, tmp_path: Path) -> None:
    publish(cli, "--issue")
    after = (tmp_path / "report.yaml").read_text(encoding="utf-8")
    start = after.index("  published:\n")
    added = after[start : after.index("\nreferences:")]
    assert after.replace(added, "", 1) == FINISHED
    report = load_report(str(tmp_path / "report.yaml"))
    (entry,) = report.at("publication", "published")
    assert entry["on"] == "2026-02-24"
    assert entry["form"] == "report"
    assert entry["date_precision"] == "month"
    assert entry["file_hash"] == hashlib.sha256((tmp_path / "site/out.html").read_bytes()).hexdigest()
    assert "people.child_a = Child L" in entry["pseudonyms"]


def test_an_issued_report_has_no_fault_and_publishes_the_same(cli, tmp_path: Path) -> None:
    publish(cli, "--issue")
    first = (tmp_path / "site/out.html").read_bytes()
    assert cli("check", "report.yaml", "--fail-on", "note").code == 0
    publish(cli, "--issue")
    assert (tmp_path / "site/out.html").read_bytes() == first
    assert len(load_report(str(tmp_path / "report.yaml")).at("publication", "published")) == 2


OUT = """  published:
    - on: 2026-01-05
      form: report
      date_precision: {precision}
      pseudonyms: [people.child_a = {name}, organisations.one_of_many = {body}]
      redactions: [{redaction}]
"""
BACK = [
    ("finer dates", {"precision": "year"}, "finer than in publication 1"),
    ("a season beside a month", {"precision": "season"}, "finer than in publication 1"),
    ("another name", {"name": "Child Z"}, "the 1st person of the register had another name in publication 1"),
    ("a body named", {"body": "the charity"}, "would now be named"),
    ("a redaction dropped", {"redaction": "Hearthside"}, "redaction 1 of publication 1 is no longer decided"),
]
SAME = {"precision": "month", "name": "Child L", "body": "keep", "redaction": "words that stand nowhere"}


def issued(report: Path, **changed: str) -> str:
    """The report with a publication that is out; one body of the register is named now."""
    entry = OUT.format(**{**SAME, **changed})
    text = FINISHED.replace(
        "  organisations:\n", "  organisations:\n    one_of_many: {name: Ludgrove Aid, published_as: keep}\n", 1
    )
    text = text.replace("  planned_on: 2026-02-24\n", f"  planned_on: 2026-02-24\n{entry}", 1)
    report.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize(("about", "then", "said"), BACK, ids=[case[0] for case in BACK])
def test_a_later_version_that_tells_more_needs_a_reason(
    cli, about: str, then: dict[str, str], said: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.yaml"
    before = issued(report, **then)
    outcome = publish(cli, "--issue", code=3)
    assert said in outcome.err
    assert "--because" in outcome.err
    assert not (tmp_path / "site/out.html").exists()
    assert report.read_text(encoding="utf-8") == before
    publish(cli, "--issue", "--because", "The court allowed it")
    last = load_report(str(report)).at("publication", "published")[-1]
    assert last["reason"] == "The court allowed it"
    # What was allowed once is what the next one is held against.
    publish(cli)


def test_a_quarter_beside_a_season_gives_the_month_away(cli, tmp_path: Path) -> None:
    text = issued(tmp_path / "report.yaml", precision="season")
    (tmp_path / "report.yaml").write_text(text.replace("date_precision: month", "date_precision: quarter", 1))
    assert "give the month away" in publish(cli, code=3).err


def test_what_tells_no_more_needs_no_reason(cli, tmp_path: Path) -> None:
    text = issued(tmp_path / "report.yaml")
    publish(cli)
    (tmp_path / "report.yaml").write_text(text.replace("  date_precision: month", "  date_precision: quarter", 1))
    publish(cli)


def test_somebody_who_left_the_register_is_no_longer_hidden(cli, tmp_path: Path) -> None:
    text = issued(tmp_path / "report.yaml").replace("people.child_a = Child L", "people.uncle = Child X", 1)
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    assert "entry 1 of the pseudonyms in publication 1" in publish(cli, code=3).err


def test_each_form_is_held_against_its_own_last_version(cli, tmp_path: Path) -> None:
    text = issued(tmp_path / "report.yaml", precision="year")
    later = OUT.format(**SAME).removeprefix("  published:\n")
    briefing = later.replace("form: report", "form: briefing").replace("precision: month", "precision: year")
    end = "redactions: [words that stand nowhere]\n"
    (tmp_path / "report.yaml").write_text(text.replace(end, f"{end}{later}", 1), encoding="utf-8")
    publish(cli)
    (tmp_path / "report.yaml").write_text(text.replace(end, f"{end}{later}{briefing}", 1), encoding="utf-8")
    assert "publication 3" in publish(cli, code=3).err


def test_two_versions_are_laid_side_by_side(cli, tmp_path: Path) -> None:
    publish(cli, output="site/older.html")
    report = tmp_path / "report.yaml"
    report.write_text(
        FINISHED.replace("date_precision: month", "date_precision: quarter", 1).replace("Child L", "Child Z", 1)
    )
    publish(cli, output="site/newer.html")
    same = cli(
        "verify", "site/newer.html", "--register", "report.yaml", "--against", "site/newer.html", "--format", "json"
    )
    assert json.loads(same.out)["together"] == []
    outcome = cli(
        "verify", "site/newer.html", "--register", "report.yaml", "--against", "site/older.html", "--format", "json"
    )
    assert outcome.code == 1
    found = json.loads(outcome.out)["together"]
    said = {finding["message"] for finding in found}
    assert "a date is more exact in the older version" in said
    assert {"name", "date"} <= {finding["kind"] for finding in found}
    assert not any("text" in finding for finding in found)
    shown = cli("verify", "site/newer.html", "--register", "report.yaml", "--against", "site/older.html", "--show-text")
    assert "Whoever holds both versions learns more" in shown.out
    assert "Child L" in shown.out


@pytest.mark.parametrize("option", ["--certificate", "--record", "--write-key"])
def test_a_paper_never_replaces_the_house_style(cli, option: str, tmp_path: Path) -> None:
    style = tmp_path / "house.docx"
    style.write_bytes(b"not read before it is refused")
    report = str(EXAMPLES / "lcspr-finished.yaml")
    outcome = cli("render", report, "--anonymise", "--house-style", str(style), option, str(style))
    assert outcome.code == 2
    assert style.read_bytes() == b"not read before it is refused"
