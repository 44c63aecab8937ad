"""The confidential version as a reader meets it: every word there, names for keys, links both ways, gaps in their place."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.composing.drafting import compose
from reviewkit.composing.material import NEVER_SHOWN
from reviewkit.document import Block, Card, Document, Facts, Heading, Paragraph, Run, Table
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.templates import load_template
from reviewkit.report import Named, Path, Person, Register, Report, is_empty, pointer
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, Field, Template
from tests.conftest import EXAMPLES
from tests.unit.test_composing_prose import every, runs_of, text_of, words_of

FINISHED = ("rapid-review-finished.yaml", "lcspr-finished.yaml")
SHIPPED = ("rapid-review", "lcspr")


def read(yaml: str, template: str = "lcspr") -> Report:
    return parse_report(f"template: {template}\n{yaml}", "report.yaml")


def final(yaml: str, template: str = "lcspr") -> Document:
    return compose(read(yaml, template), draft=False, gaps={})


def draft(yaml: str, gaps: dict[str, str]) -> Document:
    return compose(read(yaml), draft=True, gaps=gaps)


def glance(document: Document) -> tuple[Block, ...]:
    """The blocks of the page "At a glance", which repeats what the sections say."""
    starts = [place for place, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level == 1]
    if not starts or document.blocks[0].path:
        return ()
    return document.blocks[: starts[1] if len(starts) > 1 else None]


def body(document: Document) -> tuple[Block, ...]:
    """The blocks of the sections."""
    return document.blocks[len(glance(document)) :]


def headings(document: Document) -> list[Heading]:
    return [block for block in every(body(document)) if isinstance(block, Heading)]


def heading_texts(document: Document) -> list[str]:
    return [text_of((heading,)) for heading in headings(document)]


def table(document: Document) -> list[list[str]]:
    (found,) = (block for block in every(body(document)) if isinstance(block, Table))
    return [[text_of(cell.blocks) for cell in row] for row in (found.header, *found.rows)]


def facts(document: Document) -> dict[str, str]:
    found = (pair for block in every(body(document)) if isinstance(block, Facts) for pair in block.items)
    return {label: text_of(answer) for label, answer in found}


def cover(document: Document) -> dict[str, str]:
    return {label: text_of((Paragraph(runs),)) for label, runs in document.cover}


REGISTER = """
register:
  people:
    child_a: {name: Jayden Okafor, born: 2023-11-02, role: child}
    mother: {name: Chidinma Okafor, role: mother}
  organisations:
    police: {name: West Marshire Police}
"""


# Words in, words out --------------------------------------------------------------------------------------------------


class Author:
    """Fills a template at random and remembers every word that a reader must find."""

    def __init__(self, template: Template, chance: random.Random) -> None:
        self.template, self.chance = template, chance
        self.expected: list[str] = []
        self.number = 0
        self.register = Register(
            people={"child_a": Person("child_a", "Jayden Okafor"), "mother": Person("mother", "Chidinma Okafor")},
            organisations={"police": Named("police", "West Marshire Police")},
        )
        self.values = self.group(tuple(template.sections), ())

    def group(self, fields: tuple[Field, ...], path: Path) -> dict[str, Any]:
        members = [inner for field in fields for inner in (field.fields if field.kind == "either" else (field,))]
        return {
            field.id: self.field(field, (*path, field.id))
            for field in members
            if self.chance.random() < 0.7 and (*path, field.id) not in NEVER_SHOWN
        }

    def field(self, field: Field, path: Path) -> Any:
        if field.kind == "group":
            return self.group(field.fields, path)
        if field.kind == "list":
            if field.or_none and self.chance.random() < 0.2:
                return f"None: {self.words(4)}"
            return [self.group(field.fields, (*path, index)) for index in range(self.chance.randrange(4))]
        return self.value(field)

    def value(self, field: Field) -> Any:  # noqa: PLR0911  one line for each type
        if field.type == "prose":
            one, two, three = self.words(2), self.words(2), self.words(3)
            return self.chance.choice(
                (f"{one}\n{two}\n\n{three}", f"**{one}** {two}\n\n- {three}\n", f"> {one}\n\n{two}, {three}.")
            )
        if field.type == "lines":
            return [self.words(2), self.words(1)]
        if field.type in ("code", "codes"):
            code = self.chance.choice(list(self.template.codelists[field.codes].values.values()))
            self.expected += [] if self.unsaid(field, code.code) else words_of(code.label)
            return code.code if field.type == "code" else [code.code]
        if field.type == "checklist":
            codes = self.chance.sample(list(self.template.codelists[field.codes].values.values()), 3)
            self.expected += [word for code in codes for word in words_of(code.label)]
            return {code.code: self.chance.choice(CHECKLIST_ANSWERS) for code in codes}
        if field.type in ("reference", "references"):
            return self.reference(field)
        if field.type == "yes-no":
            return self.chance.choice(YES_NO)
        return {
            "date": "2026-03-14", "approximate-date": "2026-03", "age": "7 months", "number": 17,
        }.get(field.type) or self.words(2)  # fmt: skip

    def unsaid(self, field: Field, code: str) -> bool:
        """A kind of review that the title says already, and a person who is known, make no words of their own."""
        return (field.id, code) in (("kind", "lcspr"), ("kind", "rapid-review"), ("known", "yes"))

    def reference(self, field: Field) -> Any:
        keys = {"people": ("mother", "Chidinma Okafor"), "organisations": ("police", "West Marshire Police")}
        key, name = keys.get(field.to, ("w0", ""))
        self.expected += words_of(name)
        return key if field.type == "reference" else [key]

    def words(self, count: int) -> str:
        new = [f"w{self.number + step}" for step in range(1, count + 1)]
        self.number += count
        self.expected += new
        return " ".join(new)


@pytest.mark.parametrize("name", SHIPPED)
@given(chance=st.randoms(use_true_random=False))
def test_every_word_of_a_report_is_found_again(name: str, chance: random.Random):
    template = cached_template(name)
    author = Author(template, chance)
    report = Report("r", template, template.latest_edition, author.values, author.register, {}, {}, ())
    document = compose(report, draft=False, gaps={})
    read_back = set(
        words_of("\n".join((document.title, document.kind, text_of(document.blocks), *cover(document).values())))
    )
    assert set(author.expected) - read_back == set()
    assert_whole(document)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["mother", "L1", "2026-03-14"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "person", "text", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(data=st.data())
def test_a_report_of_wrong_shapes_is_still_rendered(data: st.DataObject):
    template = cached_template("lcspr")
    section = data.draw(st.sampled_from(template.sections))
    members = [member.id for member in section.members()]
    item = st.dictionaries(st.sampled_from(members), ANYTHING) if members else ANYTHING
    value = data.draw(ANYTHING | item | st.lists(item, max_size=3))
    report = Report("r", template, template.latest_edition, {section.id: value}, Register(), {}, {}, ())
    assert_whole(compose(report, draft=False, gaps={}))


@cache
def cached_template(name: str) -> Template:
    return load_template(name)


def assert_whole(document: Document) -> None:
    """No heading without content, no empty block, every link leads somewhere, every block knows where it came from."""
    found = list(every(document.blocks))
    anchors = [block.anchor for block in found if isinstance(block, Heading) and block.anchor]
    assert len(anchors) == len(set(anchors))
    assert {run.anchor for runs in runs_of(found) for run in runs if run.anchor} <= set(anchors)
    assert all(block.path.startswith("/") for block in every(body(document)))
    assert not any(block.path for block in every(glance(document)))  # a remark belongs to the body's own words
    for block in found:
        assert not isinstance(block, Facts) or all(answer for _, answer in block.items)
        assert not isinstance(block, Table) or block.rows
        if isinstance(block, Heading | Paragraph):
            assert text_of((block._replace(number=""),)).strip()
    for before, after in zip(document.blocks, [*document.blocks, None][1:], strict=True):
        if isinstance(before, Heading):
            assert after is not None
            assert not (isinstance(after, Heading) and after.level <= before.level), before


@pytest.mark.parametrize("example", FINISHED)
def test_finished_examples_are_whole_and_speak_no_code(example: str):
    report = load_report(str(EXAMPLES / example))
    document = compose(report, draft=False, gaps={})
    assert_whole(document)
    text = text_of(document.blocks)
    for word in ("not-recorded", "not-known", "nil-return", "yes-no", "_", "->", "None,", "{", "[]"):
        assert word not in text
    for person in report.register.people.values():
        assert person.key == person.name or f" {person.key} " not in text or person.key.isalpha()


# The title page -------------------------------------------------------------------------------------------------------


def test_the_title_page_says_whose_review_this_is():
    document = final(
        f"""
review:
  title: Child J
  kind: lcspr-joint
  partnerships: [West Marshire, Eastshire]
  reference: WM-1
  authors: [Ann Lee]
  status: final
  period: {{from: 2024-02-01, to: 2025-03-14}}
  dates: {{started_on: 2025-05-01}}
children: [{{person: child_a}}]
publication: {{form: full}}
{REGISTER}"""
    )
    assert document.title == "Child J"
    assert cover(document) == {
        "Safeguarding partnerships": "West Marshire Eastshire",
        "Kind of review": "LCSPR: joint (two or more partnerships)",
        "Child": "Jayden Okafor",
        "Period covered": "1 February 2024 to 14 March 2025",
        "Author": "Ann Lee",
        "Status": "Final",
        "Review started on": "1 May 2025",
        "Local reference": "WM-1",
        "Publication": "Full report, anonymised",
    }
    assert document.marking.startswith("CONFIDENTIAL")
    assert "About this review" not in heading_texts(document)


def test_a_report_without_a_title_is_named_by_its_template():
    assert final("review: {}", "rapid-review").title == "Rapid review"


# Sections and numbers -------------------------------------------------------------------------------------------------


def test_sections_are_numbered_in_the_templates_order_and_prose_by_paragraph():
    document = final(
        "narrative: |\n  One.\n\n  - two\n\n  Three.\nreason_for_review: Because.\nglossary:\n- {term: A, meaning: B}\n"
    )
    assert text_of(document.blocks).split("\n") == [
        "1 Why this review was undertaken", "1.1 Because.",
        "2 The story in short", "2.1 One.", "two", "2.2 Three.",
        "3 Glossary", "Term", "Meaning", "A", "B",
    ]  # fmt: skip


def test_what_is_empty_leaves_no_trace():
    assert final("narrative: '  '\nlearning: []\nfamily: {household: null, members: [{}]}\nchildren: [{}]").blocks == ()


def test_paragraphs_of_a_section_are_numbered_through_its_items():
    document = final(
        "learning:\n- {id: L1, title: One, why: Because., still_true: Yes.}\n- {id: L2, title: Two, why: Also.}"
    )
    assert [block.number for block in every(document.blocks) if isinstance(block, Paragraph) and block.number] == [
        "1.1", "1.2", "1.3",
    ]  # fmt: skip


# Values ---------------------------------------------------------------------------------------------------------------


def test_a_child_is_told_by_name_with_facts_first():
    document = final(
        f"""
children:
  - person: child_a
    health: Well.
    gender: male
    disability: not-recorded
    factors: {{disability: "no", alcohol-misuse: "yes", drug-misuse: not-recorded}}
    social_care: {{contact: open, plans_now: [child-in-need]}}
{REGISTER}"""
    )
    (card,) = (block for block in document.blocks if isinstance(block, Card))
    assert text_of((card.heading,)) == "Jayden Okafor"
    assert isinstance(card.blocks[0], Facts)
    told = facts(document)
    assert told["Date of birth"] == "2 November 2023"  # the register's
    assert (told["Gender"], told["Disability"]) == ("Male", "Not recorded")
    assert (told["Yes"], told["No"], told["Not recorded"]) == (
        "Alcohol misuse by the child", "Disability", "Drug misuse by the child",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2026-03-14", "14 March 2026"), ("2026-03", "March 2026"), ("2026", "2026"), ("not-known", "Not known"),
        ("2026-02-31", "2026-02-31"), ("spring 2024", "spring 2024"),
    ],
)  # fmt: skip
def test_dates(written: str, read_as: str):
    assert facts(final(f"incidents: [{{id: I1, date: {written}}}]"))["Date of the incident"] == read_as


def test_tables_have_only_the_columns_that_say_something():
    document = final(
        f"""
agencies:
  - {{organisation: police, sector: police, period: {{from: 2024-01, to: 2025-02}}, contributed: contributed}}
  - {{organisation: nobody, sector: gp}}
{REGISTER}"""
    )
    assert table(document) == [
        ["Agency", "Sector", "Period", "Contribution"],
        ["West Marshire Police", "Police", "January 2024 to February 2025", "Contributed"],
        ["nobody", "General practice", "", ""],
    ]


def test_a_checklist_stands_below_its_table_under_the_persons_name():
    document = final(
        f"family:\n  members:\n  - {{person: mother, known: 'yes', factors: {{young-parent: 'yes'}}}}\n{REGISTER}"
    )
    assert table(document) == [["Person"], ["Chidinma Okafor"]]
    assert facts(document) == {"Chidinma Okafor": "Yes: Young parent"}


def test_an_owner_is_a_body_of_the_register_or_the_words_written():
    text = "recommendations: [{id: R1, owner: police}, {id: R2, owner: Director of housing}]"
    assert {"West Marshire Police", "Director of housing"} <= set(text_of(final(text + REGISTER).blocks).split("\n"))


def test_a_list_answered_with_none_is_a_paragraph():
    assert text_of(final("good_practice: None that we found.").blocks) == "1 Good practice\n1.1 None that we found."


def test_register_waivers_and_publishing_decisions_are_never_shown():
    document = final(
        f"""
narrative: Words.
waivers: [{{code: RK304, reason: secretwaiver, by: someone}}]
publication: {{form: full, decisions: [{{text: secretdecision, reason: secretreason}}]}}
{REGISTER}"""
    )
    assert "secret" not in text_of(document.blocks)
    assert "Okafor" not in text_of(document.blocks)


# Links ----------------------------------------------------------------------------------------------------------------

LINKED = """
views:
  practitioners: [{group: Midwives, views: Busy, informs: [L2]}]
key_lines_of_enquiry: [{id: K1, question: Whence, analysis: So, learning: [L2]}]
learning:
  - {id: L1, title: First}
  - {id: L2, title: Second, leads_to: recommendation}
recommendations:
  - {id: R1, text: Do it, addresses: [L2]}
  - {id: R2, text: Do more, addresses: [L2, L9]}
"""


def test_learning_and_recommendations_link_both_ways():
    document = final(LINKED)
    anchors = {text_of((heading,)): heading.anchor for heading in headings(document)}
    leads = [(run.text, run.anchor) for runs in runs_of(body(document)) for run in runs if run.anchor]
    second = ("L2 Second", anchors["L2 Second"])
    assert leads == [
        second, second, ("R1", anchors["Recommendation R1"]), ("R2", anchors["Recommendation R2"]), ("K1", anchors["K1 Whence"]),
        second, second,
    ]  # fmt: skip
    assert facts(document)["Answered by"] == "R1, R2"
    assert "L9" in text_of(document.blocks)  # a reference to nothing is still what the author wrote


def test_two_items_of_one_id_share_no_anchor():
    assert_whole(
        final("learning: [{id: L1, title: One}, {id: L1, title: Two}]\nrecommendations: [{id: R1, addresses: [L1]}]")
    )


def test_prose_that_answers_its_groups_own_question_needs_no_label():
    document = final("recommendations: [{id: R1, implementation: {how: By asking, champion: Ann}}]")
    assert text_of(document.blocks).split("\n") == [
        "1 Recommendations", "Recommendation R1", "How it comes about", "By asking", "Champion", "Ann",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "read_as"),
    [
        ("2024-01", "2025-02", "January 2024 to February 2025"), ("2025-01", "2025-02", "January to February 2025"),
        ("2025-01-03", "2025-02-04", "3 January to 4 February 2025"), ("2024", "2025", "2024 to 2025"),
        ("2025", "2025-02", "2025 to February 2025"), ("2025-02", "2025-02", "February 2025"),
        ("null", "2025-02", "Until February 2025"), ("2025-02", "null", "From February 2025"),
    ],
)  # fmt: skip
def test_stretches_of_time(start: str, end: str, read_as: str):
    document = final(f"agencies: [{{sector: gp, period: {{from: {start}, to: {end}}}}}]")
    assert table(document)[1][1] == read_as


def test_recommendations_are_read_in_the_readers_order():
    document = final(
        "recommendations: [{id: R1, text: Do it., type: other, addresses: [L1], level: national, owner: All, due: 2026-01-02,"
        " implementation: {actions: [{what: Act, lead: Ann}]}, measure: {outcome: Better., target: Most}}]"
    )
    labels = [label for block in every(body(document)) if isinstance(block, Facts) for label, _ in block.items]
    assert labels == [
        "Who owns it", "By when", "Level", "Type", "Learning it answers", "What will be different for children", "Hoped for",
    ]  # fmt: skip
    assert table(document) == [["Action", "Lead"], ["Act", "Ann"]]


# Gaps -----------------------------------------------------------------------------------------------------------------


def gaps_of(document: Document) -> list[str]:
    return [run.text for runs in runs_of(document.blocks) for run in runs if run.gap]


def test_gaps_stand_where_they_belong():
    document = draft(
        "children: [{person: x, gender: male}]\nagencies: [{organisation: y}]",
        {
            "/children/0/ethnicity": "missing", "/agencies/0/sector": "missing", "/narrative": "missing",
            "/review/authors": "missing", "/learning/3/why": "Item 4 says no why.", "/children/0/gender": "Is that so?",
        },
    )  # fmt: skip
    assert gaps_of(document) == [
        "Is that so?", "Still to be written: Ethnic group", "Still to be written: The story in short",
        "Still to be written: Sector", "Item 4 says no why.",
    ]  # fmt: skip
    assert facts(document)["Ethnic group"] == "Still to be written: Ethnic group"
    assert cover(document)["Authors"] == "Still to be written: Authors"
    assert document.draft
    assert_whole(document)


def test_gaps_are_only_for_drafts():
    report = read("narrative: Words.")
    document = compose(report, draft=False, gaps={"/learning": "missing"})
    assert gaps_of(document) == []
    assert heading_texts(document) == ["1 The story in short"]


def first_items(fields: tuple[Field, ...], values: Any, path: Path) -> Iterator[tuple[Field, Path]]:
    """Every field that a report has, of lists those of the first item."""
    members = [inner for field in fields for inner in (field.fields if field.kind == "either" else (field,))]
    for field in members:
        value = values.get(field.id) if isinstance(values, dict) else None
        if is_empty(value) or (*path, field.id) in NEVER_SHOWN:
            continue
        yield field, (*path, field.id)
        if field.kind == "group":
            yield from first_items(field.fields, value, (*path, field.id))
        elif field.kind == "list" and isinstance(value, list):
            yield from first_items(field.fields, value[0], (*path, field.id, 0))


@pytest.mark.parametrize("example", FINISHED)
def test_any_field_taken_away_is_marked_at_its_place(example: str):
    report = load_report(str(EXAMPLES / example))
    for field, path in list(first_items(report.template.sections, report.values, ())):
        if field.or_register:
            continue
        holder = report.at(*path[:-1]) if len(path) > 1 else report.values
        kept, holder[path[-1]] = holder[path[-1]], None
        document = compose(report, draft=True, gaps={pointer(path): "missing"})
        holder[path[-1]] = kept
        marks = [
            *(runs[0].text for runs in runs_of(document.blocks) if runs and runs[0].gap),
            *(run.text for _, runs in document.cover for run in runs if run.gap),
        ]
        assert marks == [f"Still to be written: {field.label}"], path


def test_words_in_the_wrong_place_are_not_lost_from_a_draft():
    text = text_of(draft("family: We know of none.\nlearning: [A loose thought., {id: L1}]", {}).blocks)
    assert "We know of none." in text
    assert "A loose thought." in text


def test_overlay_fields_of_the_title_pages_section_are_shown_in_the_body():
    template = load_template("lcspr")
    review = template.sections[0]
    own = Field(id="own", label="Own question", kind="value", type="line")
    template = template._replace(sections=(review._replace(fields=(*review.fields, own)), *template.sections[1:]))
    report = Report("r", template, "2021", {"review": {"title": "T", "own": "Answered"}}, Register(), {}, {}, ())
    document = compose(report, draft=False, gaps={})
    assert heading_texts(document) == ["1 About this review"]
    assert facts(document) == {"Own question": "Answered"}
    assert Run("Answered") in [run for runs in runs_of(document.blocks) for run in runs]
