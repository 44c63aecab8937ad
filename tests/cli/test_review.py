"""`render --anonymise --review`: questions at the terminal, answers in the report, nothing else of it changed."""

from __future__ import annotations

import re
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
    outcome = review(cli, "k", "9", "hm", "e", "q")
    assert outcome.code == 3
    assert "can't be kept" in outcome.err
    assert outcome.err.count("Type one of") == 3


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


def published(folder: Path) -> str:
    return unescape((folder / "lcspr-published.html").read_text(encoding="utf-8"))


def all_decisions(report: Path) -> list[dict[str, object]]:
    values = read_yaml(report.read_text(encoding="utf-8"), "report.yaml").value
    return values["publication"].get("decisions") or []


def test_a_question_shows_its_sentence_its_place_and_what_each_choice_does(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, "Then Ruth Penhale rang, and Ruth Penhale wrote.")
    err = review(cli, "q").err
    number = next(n for n, line in enumerate(report.read_text(encoding="utf-8").splitlines(), 1) if "Penhale" in line)
    assert "1 of 1\n“Ruth Penhale” looks like a name that the register lacks.\n" in err
    assert f"  The story in short, line {number}\n    Then [Ruth Penhale] rang, and [Ruth Penhale] wrote.\n" in err
    choices = re.findall(r"^   (\w)  (.+)$", err, re.MULTILINE)
    assert [key for key, _ in choices] == ["1", "2", "3", "4", "t", "o", "k", "s", "u", "q"]
    assert max(len(line) for line in err.splitlines() if " > " not in line) <= 80


def test_who_may_be_meant_is_shown_by_name(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Nwadike was not asked.")
    err = review(cli, "q").err
    assert "   1  Child L (Tayden Kelechi Nwadike)\n" in err
    assert "   3  Father (Chukwuemeka Nwadike)\n" in err


def test_nearly_a_name_is_proposed_as_whom_it_nearly_names_and_asked_once(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Then Kristy Tiernan rang. Later Taden slept.")
    outcome = review(cli, "1", "Ann", "1")
    assert outcome.code == 0, outcome.err
    assert "1  Mother (Kirsty Tiernan)" in outcome.err
    assert "Then Mother rang. Later Child L slept." in published(tmp_path)


def test_the_progress_counts_each_question_once(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Ruth Penhale came. Later Ruth Penhale left. Her number was 999 000 0018. Nwadike slept.")
    outcome = review(cli, "s", "o", "Ann", "u", "u", "e", "1", "2", "s", "1", "", "o")
    assert outcome.code == 0, outcome.err
    assert re.findall(r"^\d of \d.*$", outcome.err, re.MULTILINE) == [
        "1 of 3", "2 of 3", "3 of 3", "2 of 3", "1 of 3", "1 of 3, sentence by sentence: 2 to go",
        "1 of 3, sentence by sentence: this is the last", "2 of 3", "3 of 3", "1 of 1",
    ]  # fmt: skip
    assert "1 question was skipped." in outcome.err


def test_several_steps_are_undone_one_after_the_other(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    before = report.read_bytes()
    outcome = review(cli, "1", "Ann", "o", "s", "u", "u", "u", "u", "q")
    assert outcome.code == 3
    assert outcome.err.count("taken back") == 2
    assert outcome.err.count("asked again.\n") == 1
    assert "nothing to undo" in outcome.err
    assert all_decisions(report) == []
    assert all(line in report.read_bytes().splitlines() for line in before.splitlines())


def test_what_is_skipped_comes_back_and_can_wait(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    outcome = review(cli, "s", "s", "1", "Ann", "what", "", "1", "q")
    assert outcome.code == 3
    assert "2 questions were skipped." in outcome.err
    assert "Not published: 1 question is left. Your 2 answers are kept in the report" in " ".join(outcome.err.split())
    assert len(all_decisions(report)) == 2
    assert review(cli, "s", "q").code == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a friend of Tayden", "a name of the register"),
        ("tayden", "a name of the register"),
        ("Ms Teirnan", "could mean somebody"),
        ("...", "no word"),
        ("on 3 March 2025", "made coarser"),
        ("Marlowe Lane School", "“Marlowe Lane School” looks like"),
    ],
)
def test_words_that_tell_are_refused_at_once_and_nothing_is_written(cli, words: str, said: str, tmp_path: Path) -> None:
    report = planted(tmp_path)
    before = report.read_bytes()
    outcome = review(cli, "t", words, "", "t", "", "q")
    assert outcome.code == 3
    assert said in " ".join(outcome.err.split())
    assert outcome.err.count("can't stand") == 1
    assert report.read_bytes() == before


def test_what_only_looks_like_a_name_may_be_insisted_on(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Ruth Penhale came.")
    outcome = review(cli, "t", "the Quillmere team", "the Quillmere team", "Ann")
    assert outcome.code == 0, outcome.err
    assert "The Quillmere team came." in published(tmp_path)


def test_a_capital_is_for_the_start_of_a_sentence(cli, tmp_path: Path) -> None:
    planted(tmp_path, "Ruth Penhale came. Later they asked Ruth Penhale again.")
    assert review(cli, "t", "A friend of the family", "Ann").code == 0
    assert "A friend of the family came. Later they asked a friend of the family again." in published(tmp_path)


def test_keeping_asks_for_a_reason_and_for_the_name_once(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, "Ruth Penhale came. Her number was 999 000 0018.")
    outcome = review(cli, "k", "", "k", "She agreed in writing.", "Ann Orrell", "k", "It is a test number.")
    assert outcome.code == 0, outcome.err
    assert [(item["keep"], item["reason"], item["by"]) for item in all_decisions(report)] == [
        ("yes", "She agreed in writing.", "Ann Orrell"), ("yes", "It is a test number.", "Ann Orrell"),
    ]  # fmt: skip
    assert outcome.err.count("Your name") == 1
    assert "Ruth Penhale came." in published(tmp_path)


CASE = (
    "The case was heard in the crown court. Tayden cried. The mother pleaded guilty to neglect and was sentenced. "
    "Ms Tiernan left."
)


def test_a_group_is_explained_and_gone_through_by_its_sentences(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, CASE)
    outcome = review(cli, "9", "e", "1", "a hearing", "Ann", "o")
    assert outcome.code == 0, outcome.err
    said = " ".join(outcome.err.split())
    assert "Together these details can tell who the family is. The court case: court, plea, offence, sentence." in said
    assert "The mother [pleaded guilty to neglect] and was [sentenced]." in said
    assert next((item["text"], item["where"]) for item in all_decisions(report)) == (
        "crown court", ["The case was heard in the crown court."],
    )  # fmt: skip
    assert "Tayden" not in published(tmp_path)
    assert "pleaded" not in published(tmp_path)
    assert "Child L cried. Mother left." in published(tmp_path)


def test_a_group_can_be_kept_and_a_new_sentence_opens_it_again(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, CASE)
    assert review(cli, "k", "The judgment is public.", "Ann").code == 0
    assert cli("render", "report.yaml", "--anonymise", "--to", "html").code == 0
    text = report.read_text(encoding="utf-8").replace(
        "narrative: |\n", "narrative: |\n  Mother was convicted on appeal.\n\n", 1
    )
    report.write_text(text, encoding="utf-8")
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "html")
    assert outcome.code == 3
    assert "the court case" in outcome.err


def test_an_answer_quotes_the_author_and_not_what_was_made_of_it(cli, tmp_path: Path) -> None:
    """The group is found in the published words; the answer is about those that stand in the report."""
    planted(tmp_path, "On 3 May 2026 Ms Tiernan pleaded guilty to neglect and was sentenced at the crown court.")
    outcome = review(cli, "e", "o", "Ann")
    assert outcome.code == 0, outcome.err
    assert "pleaded" not in published(tmp_path)


def test_errors_and_faults_are_said_before_anything_is_asked(cli, tmp_path: Path) -> None:
    report = planted(tmp_path)
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("      published_as: Child U", "      published_as: Child L", 1), encoding="utf-8")
    outcome = review(cli, "o", "Ann")
    assert outcome.code == 3
    assert "can't be followed as it is" in outcome.err
    assert "to decide" not in outcome.err
    report.write_text(re.sub(r"(?m)^  owner: .*$", "", text).replace("    owner: ", "    owned: "), encoding="utf-8")
    outcome = review(cli, "o", "Ann")
    assert outcome.code == 1
    assert "nothing was asked yet" in outcome.err


def test_what_could_never_be_written_is_said_before_anything_is_asked(cli, tmp_path: Path) -> None:
    planted(tmp_path)
    for more in (("--to", "rtf"), ("--output", "report.yaml"), ("--record", "record.json")):
        outcome = cli("render", "report.yaml", "--anonymise", "--review", *more, stdin=b"o\nAnn\n")
        assert outcome.code == 2
        assert "to decide" not in outcome.err


def test_a_file_edited_meanwhile_keeps_what_was_edited(cli, tmp_path: Path, monkeypatch) -> None:
    from reviewkit.cli import asking

    report = planted(tmp_path)
    line, lines = asking.line, []

    def meanwhile(asked: str) -> str:
        if not lines:
            text = report.read_text(encoding="utf-8")
            text = text.replace(" Nwadike was not asked.", " He was not asked.", 1)
            decision = "\npublication:\n  decisions:\n    - {text: by hand, replace_with: x}"
            report.write_text(text.replace("\npublication:", decision, 1), encoding="utf-8")
        lines.append(asked)
        return line(asked)

    monkeypatch.setattr(asking, "line", meanwhile)
    outcome = review(cli, "1", "Ann", "o")
    assert outcome.code == 0, outcome.err
    assert [item["text"] for item in all_decisions(report)] == ["by hand", "Ruth Penhale", "999 000 0018"]
    assert "He was not asked." in published(tmp_path)


def test_the_empty_decision_of_a_new_report_gives_way(cli, tmp_path: Path) -> None:
    report = planted(tmp_path, "Ruth Penhale came.")
    text = report.read_text(encoding="utf-8")
    empty = "  decisions:  # answers\n    - text:\n      where:\n      replace_with:\n      omit:\n      keep:\n      reason:\n      by:\n"
    report.write_text(text.replace("\npublication:\n", f"\npublication:\n{empty}", 1), encoding="utf-8")
    assert review(cli, "1", "Ann").code == 0
    assert [item["text"] for item in all_decisions(report)] == ["Ruth Penhale"]
    assert "decisions:  # answers" in report.read_text(encoding="utf-8")


REGISTERS = {
    "all of the file": "people:\n  child_a: {name: Tayden Nwadike, role: child}  # the baby\n",
    "under its key": "register:\n  people:\n    child_a:\n      name: Tayden Nwadike  # the baby\n      role: child\n",
    "an empty place": "people:\n  child_a:\n    name: Tayden Nwadike  # the baby\n    role: child\n    published_as:\n",
}


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_letters_are_kept_in_a_register_of_its_own(cli, register: str, tmp_path: Path) -> None:
    from reviewkit.cli import choosing, keeping

    (tmp_path / "people.yaml").write_text(register, encoding="utf-8")
    (tmp_path / "report.yaml").write_text("template: lcspr\nregister: people.yaml\n", encoding="utf-8")
    report = keeping.with_letters(choosing.load(str(tmp_path / "report.yaml")))
    label = report.register.people["child_a"].published_as
    assert re.fullmatch(r"Child [A-HJ-MP-SU-Z]", label)
    written = (tmp_path / "people.yaml").read_text(encoding="utf-8")
    assert "# the baby" in written
    assert written.count(label) == 1
    assert (tmp_path / "report.yaml").read_text(encoding="utf-8") == "template: lcspr\nregister: people.yaml\n"


def test_a_long_list_of_what_is_left_fits_a_screen(cli, tmp_path: Path) -> None:
    names = (
        "Quill", "Penhale", "Orrell", "Brack", "Tolland", "Wainley", "Skerry", "Dunmore", "Hatcher", "Lorimer", "Oakshott",
        "Pellew", "Rudge", "Sarsen",
    )  # fmt: skip
    planted(
        tmp_path, " ".join(f"Then Ruth {name} came. Then Alan {name} left. Then Nora {name} sat." for name in names)
    )
    outcome = cli("render", "report.yaml", "--anonymise", "--to", "html")
    assert outcome.code == 3
    lines = [line for line in outcome.err.splitlines() if line.startswith("  - ")]
    (more,) = re.findall(r"… and (\d+) more", outcome.err)
    (left,) = re.findall(r"not published: (\d+) things are left to decide", outcome.err)
    assert len(lines) == 30
    assert len(lines) + int(more) == int(left)
    assert "--review" in outcome.err
    assert not any(name in outcome.err for name in names)
