"""References cited in prose: numbered where they are first cited, truly named, and never a way for a name to get out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.publishing import publish as published_of
from reviewkit.checking.walking import Walk
from reviewkit.composing.drafting import compose
from reviewkit.composing.noting import Remark, noted
from reviewkit.composing.prose.citing import Citations
from reviewkit.composing.prose.parsing import parse_prose
from reviewkit.composing.published import compose_published
from reviewkit.document import Document, Heading, Note, Paragraph
from reviewkit.language.citations import cited_in
from reviewkit.loading.plans import load_plan, plan_names
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.publication import PublishedReport
from reviewkit.report import pointer
from tests.conftest import EXAMPLES
from tests.unit.test_anonymising_given import IDENTIFIERS, OKAFORS
from tests.unit.test_anonymising_given import given as report_of
from tests.unit.test_composing_drafting import cached_template
from tests.unit.test_composing_prose import every, text_of

REFERENCES = [
    {"id": "S1", "title": "Fathers in view", "author": "West Marshire", "year": "2022"},
    {"title": "Never cited", "author": "Nobody"},
    {"id": "S2", "title": "Who weighs the baby?"},
    {"id": "S3", "title": "Thirty plans", "year": "2025"},
]
KNOWN = Citations({"S1": 0, "S2": 2})


def marked(document: Document) -> str:
    """What the report says, each citation as the number of its source in angle brackets."""
    texts = (block.runs for block in every(document.blocks) if isinstance(block, Paragraph | Heading))
    said = ("".join(f"{run.text}<{run.source}>" if run.source >= 0 else run.text for run in runs) for runs in texts)
    return "\n".join(said)


def sources(document: Document) -> list[str]:
    return ["".join(run.text for run in runs) for runs in document.sources]


def drafted(values: dict[str, Any]) -> Document:
    return compose(report_of({}, {"references": REFERENCES, **values}), draft=True, gaps={})


def published(values: dict[str, Any], register: Any = OKAFORS) -> Document:
    return compose_published(published_of(report_of(register, values), IDENTIFIERS)).document


def prose(text: str) -> dict[str, Any]:
    return {"reason_for_review": text}


def test_sources_are_numbered_in_the_order_in_which_they_are_cited_and_all_references_are_listed() -> None:
    document = drafted(prose("Weighed [^S2] twice[^S1].\n\n- Again[^S2]\n- and a plan[^S3]"))
    assert sources(document) == [
        "Who weighs the baby?",
        "West Marshire (2022), Fathers in view.",
        "Thirty plans (2025).",
    ]
    said = marked(document)
    assert "Weighed<0> twice<1>." in said
    assert "Again<0>" in said
    assert "and a plan<2>" in said
    assert "Never cited" in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Seen[^S1][^S2]next", "Seen<0><1>next"),
        ("Seen [^S1] [^S2] next", "Seen<0><1> next"),
        ("Seen [^S1]next", "Seen<0> next"),
        ("Seen\n[^S1] next", "Seen<0> next"),
        ("**Seen** [^S1].", "Seen<0>."),
        ("`a [^S1]` b", "a [^S1] b"),
        (r"a \[^S1] b", "a [^S1] b"),
        ("a [^S9] b [^two words] [^] [S1]", "a [^S9] b [^two words] [^] [S1]"),
        ("[words [^S1]](https://example.org/a)", "words<0>"),
        ("| a |\n|---|\n| b [^S1] |", "b<0>"),
    ],
)
def test_where_a_mark_cites_and_where_it_is_text(text: str, shown: str) -> None:
    assert shown in marked(drafted(prose(text)))


def test_a_mark_in_a_code_block_is_text() -> None:
    document = drafted(prose("```\n[^S1]\n```"))
    assert "[^S1]" in text_of(document.blocks)
    assert document.sources == ()


def test_elsewhere_than_in_prose_a_mark_is_text() -> None:
    document = drafted({"learning": [{"id": "L1", "title": "Weighed [^S1] once"}]})
    assert "Weighed [^S1] once" in marked(document)
    assert document.sources == ()


def test_a_mark_without_references_or_with_odd_ones_is_text() -> None:
    for references in (None, "None", {}, [None, 3, [], {"id": 1}, {"id": "S1"}, {"id": ["S1"], "title": "a"}]):
        document = drafted({"references": references, **prose("Seen [^S1].")})
        assert "Seen [^S1]." in marked(document)
        assert document.sources == ()


def test_the_page_at_a_glance_does_not_cite() -> None:
    document = drafted({"recommendations": [{"id": "R1", "text": "Tell the clinics[^S1].", "owner": "The trust"}]})
    assert marked(document).count("<0>") == 1
    assert marked(document).count("Tell the clinics") == 2


# Published -----------------------------------------------------------------------------------------------------------


def test_a_declared_name_in_a_cited_title_is_replaced() -> None:
    references = [{"id": "S1", "title": "The life of Jayden Okafor", "author": "West Marshire Police", "year": "2020"}]
    document = published({"references": references, **prose("The records were read[^S1].")})
    assert sources(document) == ["West Marshire Police (2020), The life of Child B."]
    assert "read<0>." in marked(document)


@pytest.mark.parametrize("mark", ["[^S1]", "[^S9]", "[^mother]", "[^S1][^x]", "[^child_b]"])
@pytest.mark.parametrize("text", ["Jay{}den Okafor slept.", "Jayden{} Okafor slept.", "Jayden {}Okafor slept.", "Jayden Oka{}for slept."])  # fmt: skip
def test_a_name_around_a_mark_is_found(text: str, mark: str) -> None:
    document = published({"references": [{"id": "S1", "title": "A"}], **prose(text.format(mark))})
    said = text_of(document.blocks)
    assert "Jay" not in said
    assert "Oka" not in said
    assert "Child B" in said
    assert "[^" not in said


def test_a_mark_that_nothing_answers_leaves_no_trace() -> None:
    document = published(prose("The midwife rang [^mother] again [^S9]."))
    assert "The midwife rang again." in marked(document)
    assert document.sources == ()


def test_a_source_with_nothing_left_to_say_is_not_cited() -> None:
    def rewrite(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple("" if "secret" in text else text for text in texts)

    values = {
        "references": [{"id": "S1", "title": "secret"}, {"id": "S2", "title": "Plain"}],
        **prose("One[^S1], two[^S2]."),
    }
    template = cached_template("lcspr")
    document = compose_published(PublishedReport(template, template.latest_edition, values, rewrite, {}, {})).document
    assert sources(document) == ["Plain."]
    assert "One, two<0>." in marked(document)


def test_a_question_about_a_paragraph_with_a_citation_knows_its_place() -> None:
    text = "template: lcspr\nreferences:\n  - {id: S1, title: A plan}\nreason_for_review: |\n  First words.\n\n"
    report = parse_report(f"{text}  The clinic[^S1] rang Thelonius Brackwater at once.\n", "report.yaml")
    result = published_of(report, registry.detectors())
    compose_published(result)
    asked = [place for question in result.questions() for place in question.places]
    assert asked
    assert {place.path for place in asked} == {("reason_for_review",)}


def test_a_remark_finds_words_around_a_citation() -> None:
    document = drafted(prose("The clinic saw him[^S1] and rang at once."))
    remark = Remark(Note("R", "R", ()), "/reason_for_review", "saw him[^S1] and rang")
    report = report_of({}, prose(""))
    (block,) = (
        block
        for block in every(noted(document, [remark], report.template).blocks)
        if isinstance(block, Paragraph) and "clinic" in block.runs[0].text
    )
    assert "".join(run.text for run in block.runs if run.notes) == "saw him and rang"
    assert [run.source for run in block.runs if run.source >= 0] == [0]


@pytest.mark.parametrize("anonymised", [False, True])
def test_a_derived_document_has_the_sources_that_it_cites_and_no_others(anonymised: bool) -> None:
    report = load_report(str(EXAMPLES / "lcspr-finished.yaml"))
    found = 0
    for name in plan_names():
        plan = load_plan(name)
        if report.template.base not in plan.templates:
            continue
        if anonymised:
            document = compose_published(published_of(report, IDENTIFIERS), plan=plan).document
        else:
            document = compose(report, draft=False, gaps={}, plan=plan)
        runs = [run for block in every(document.blocks) if isinstance(block, Paragraph) for run in block.runs]
        assert list(dict.fromkeys(run.source for run in runs if run.source >= 0)) == list(range(len(document.sources)))
        assert "[^" not in text_of(document.blocks)
        found += len(document.sources)
    assert found


# Checked -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "places"),
    [
        (prose("Seen[^S1] and `[^x]`, \\[^y], [^two words]."), []),
        (prose("```\n[^S9]\n```\n\nSeen."), []),
        (prose("Seen[^S9], again[^S9], and[^mother]."), ["/reason_for_review", "/reason_for_review"]),
        ({"learning": [{"id": "L1", "title": "Weighed[^S1]"}]}, ["/learning/0/title"]),
        ({"good_practice": "None was found[^S1], nor there[^S7]."}, ["/good_practice"]),
    ],
)
def test_a_mark_that_leads_nowhere_is_a_dangling_reference(values: dict[str, Any], places: list[str]) -> None:
    walk = Walk(report_of({}, {"references": REFERENCES, **values}))
    walk.run()
    assert [pointer(raised.path) for raised in walk.raised if raised.code == "RK006"] == places


# Anything ------------------------------------------------------------------------------------------------------------

SIGNS = st.lists(
    st.sampled_from(
        [
            "[^S1]",
            "[^S2]",
            "[^x]",
            "[^",
            "]",
            "[",
            "^",
            "`",
            "``",
            "```\n",
            "\n",
            "\n\n",
            " ",
            "a",
            "Jay",
            "*",
            "**",
            "\\",
            "(",
            ")",
            "](https://example.org)",
            "[^S1]: https://example.org\n",
            "!",
            "~~",
            "| ",
            "|---|\n",
            "> ",
            "- ",
        ]
    ),
    max_size=30,
).map("".join)


@given(SIGNS)
def test_any_text_parses_and_no_word_is_lost(text: str) -> None:
    for citations in (KNOWN, KNOWN._replace(drop_unknown=True)):
        blocks = parse_prose(text, "", citations)
        cited = [run.source for block in every(blocks) if isinstance(block, Paragraph) for run in block.runs]
        assert set(cited) <= {-1, 0, 2}
        assert text_of(blocks).count("Jay") == text.count("Jay")
    list(cited_in(text))


@pytest.mark.parametrize("text", ["[^" * 20000, "[^S1]" * 20000, "[^a`" * 20000, "``[^S1]` " * 10000, "[^S1](" * 5000])
def test_many_marks_are_soon_read(text: str) -> None:
    parse_prose(text, "", KNOWN)
    list(cited_in(text))
