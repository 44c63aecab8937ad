"""The phrase lists as they are shipped, what `schema lint` says of a wrong one, and what reading them costs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reviewkit import registry, resources
from reviewkit.api import check_report
from reviewkit.language.passages import Passage, said_in
from reviewkit.language.phrases import Phrase, index_phrases
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.linting import lint_file
from reviewkit.loading.phrases import FOLDER, load_phrase_list, load_phrase_lists
from reviewkit.loading.reports import parse_report
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.schema import Field
from tests.conftest import ROOT

FILES = resources.names(FOLDER, ".yaml")
RAISING = [one for one in load_phrase_lists() if one.raises]
PHRASES = [pytest.param(phrase, id=f"{one.name}: {phrase.say[:50]}") for one in RAISING for phrase in one.phrases]
FIELD = Field("analysis", "Analysis", "value", "prose")


def faults_of(text: str, folder: Path) -> list[str]:
    file = folder / "some.yaml"
    file.write_text(text, "utf-8")
    return [f"{fault.line} {fault.message} | {fault.hint}" for fault in lint_file(str(file), ("RK501",))]


# ---------------------------------------------------------------- What is shipped


@pytest.mark.parametrize("file", FILES)
def test_a_shipped_list_has_no_fault(file: str) -> None:
    faults = lint_file(str(Path(resources.ROOT, FOLDER, file)), registry.codes())
    assert [f"{fault.line}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize("one", load_phrase_lists(), ids=lambda one: one.name)
def test_sources_and_sections_are_known(one) -> None:
    sections = {section.id for name in template_names() for section in load_template(name).sections}
    for phrase in one.phrases:
        assert phrase.source
        assert set(phrase.source) <= set(load_sources())
        assert set(phrase.not_in) <= sections


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_that_speaks_asks_something(phrase: Phrase) -> None:
    assert phrase.ask[:1].islower()
    assert not phrase.ask.endswith(".")
    assert len(phrase.ask) <= 120


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_is_found_where_it_stands(phrase: Phrase) -> None:
    """In its shortest form, with the first word of each choice, and with the last."""
    steps = [sorted(step.words) for step in phrase.steps if step.words and not step.optional]
    for words in ([step[0] for step in steps], [step[-1] for step in steps]):
        passage = Passage(("narrative",), FIELD, f"Then {' '.join(words)} there.")
        bare = phrase._replace(unless=())
        assert [said.phrase.say for said in said_in(passage, index_phrases([bare]))] == [phrase.say]


def test_a_phrase_takes_over_what_it_does_not_say() -> None:
    listed = load_phrase_list("victim-blaming")
    by_say = {phrase.say: phrase for phrase in listed.phrases}
    assert by_say["older boyfriend|boyfriends"].source == ("nspcc-language",)
    assert by_say["streetwise"].source == ("own",)
    assert by_say["streetwise"].not_in == ("views",)
    assert by_say["streetwise"].unless


# ---------------------------------------------------------------- What lint says of a wrong one

HEAD = "about: Some words\nsource: [own]\nphrases:\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "  - poor home\n", []),
        (HEAD + "  - non-engagement\n", ["4 `non-engagement` is no step of a phrase | write two words"]),
        (HEAD + "  - Poor home\n", ["4 `Poor` is no step"]),
        (HEAD + "  - poor|poor home\n", ["4 `poor|poor` is no step"]),
        (HEAD + "  - poor ... home\n", ["4 `...` is no step"]),
        (HEAD + "  - … home\n", ["4 a phrase can't begin or end with …"]),
        (HEAD + "  - (the) (poor)\n", ["4 every word of this phrase may be left out"]),
        (HEAD + "  - {say: [poor home], source: [nobody]}\n", ["4 there is no source `nobody`"]),
        (
            HEAD + "  - {say: poor home, asks: why}\n",
            ["4 `asks:` is no word that may stand here | did you mean `ask`?"],
        ),
        (HEAD + "  - {ask: why}\n", ["4 `say:` is missing"]),
        (HEAD + "  - 7\n", ["4 "]),
        ("raises: RK999\n" + HEAD + "  - poor home\n", ["1 there is no rule RK999"]),
        ("unless: [not ~, to-do]\n" + HEAD + "  - poor home\n", ["1 `to-do` is no step"]),
        ("source: [own]\nphrases: [poor home]\n", ["1 `about:` is missing"]),
        ("phrases: none\n", ["1 `about:` is missing", "1 `source:` is missing", "1 `phrases:` can't hold this"]),
        # Found by another phrase wherever they are
        ("ask: why?\n" + HEAD + "  - poor home\n  - poor home\n", ["6 this phrase never speaks"]),
        ("ask: why?\n" + HEAD + "  - poor home|house\n  - poor home conditions\n", ["6 this phrase never speaks"]),
        ("ask: why?\n" + HEAD + "  - poor home conditions\n  - poor home|house\n", ["5 this phrase never speaks"]),
        ("ask: why?\n" + HEAD + "  - poor home (again)\n  - poor home again today\n", ["6 this phrase never speaks"]),
        ("ask: why?\n" + HEAD + "  - {say: poor home conditions, ask: what}\n  - poor home\n", []),
        ("ask: why?\n" + HEAD + "  - {say: poor home, unless: [not ~]}\n  - poor home conditions\n", []),
        (HEAD + "  - poor home\n  - poor home conditions\n", []),
    ],
)
def test_what_lint_says(text: str, told: list[str], tmp_path: Path) -> None:
    faults = faults_of(text, tmp_path)
    assert [fault[: len(expected)] for fault, expected in zip(faults, told, strict=True)] == told


# ---------------------------------------------------------------- What a check loads


def loaded_by(report: Path) -> set[str]:
    run = (
        "import sys; from datetime import date; from reviewkit.api import check_report; "
        "from reviewkit.loading.reports import load_report; "
        "check_report(load_report(sys.argv[1]), today=date(2026, 6, 1)); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", run, report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_check_of_plain_words_loads_no_library_for_reading_ages() -> None:
    assert not {"readability", "pydantic"} & loaded_by(ROOT / "examples" / "lcspr-finished.yaml")


def test_only_a_text_that_looks_hard_is_measured(tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    hard = registry.words("RK509").bad.report
    report.write_text(f'template: lcspr\nedition: "2025-provisional"\n{hard}', "utf-8")
    assert "readability" in loaded_by(report)
    report.write_text(f'template: rapid-review\nedition: "2025-provisional"\n{hard}', "utf-8")
    assert "readability" not in loaded_by(report)


# ---------------------------------------------------------------- Length of the whole


@pytest.mark.parametrize(
    ("story", "rest", "codes"),
    [(900, 1300, ["RK505"]), (700, 1500, []), (900, 800, []), (1501, 1500, ["RK106"])],
)
def test_the_story_takes_a_third_at_most_once_the_report_has_grown(story: int, rest: int, codes: list[str]) -> None:
    text = f"template: lcspr\nnarrative: {'word ' * story}\nterms_of_reference: {'word ' * rest}\n"
    findings = check_report(parse_report(text, "report.yaml"), today=date(2026, 6, 1)).findings
    found = [item.code for item in findings if item.path == "/narrative" and item.code in ("RK106", "RK505")]
    assert found == codes


@pytest.mark.parametrize(
    ("status", "words", "codes"), [("draft", 7001, ["RK506"]), ("final", 900, ["RK106"]), ("final", 3000, [])]
)
def test_the_whole_report_is_too_long_by_one_code_and_too_thin_by_another(
    status: str, words: int, codes: list[str]
) -> None:
    text = f"template: rapid-review\nreview: {{status: {status}}}\nlate_reason: {'word ' * words}\n"
    findings = check_report(parse_report(text, "report.yaml"), today=date(2026, 6, 1)).findings
    assert [finding.code for finding in findings if not finding.path and finding.code in ("RK106", "RK506")] == codes
