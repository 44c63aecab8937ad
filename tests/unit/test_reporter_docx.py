"""The commented Word file, read back as a stranger would: which comment stands where, and what the first page sums up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewkit import api
from reviewkit.composing.drafting import compose
from reviewkit.composing.missing import gaps_of
from reviewkit.composing.noting import Remark, noted
from reviewkit.composing.spans import marked, span_of
from reviewkit.contracts import ReportOptions
from reviewkit.document import Cell, Document, Heading, Note, Paragraph, Run, Table
from reviewkit.errors import InputError, UsageError
from reviewkit.findings import SEVERITIES, CheckedReport, Deadline, Finding, Waiver
from reviewkit.inspecting.reading import read_parts
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.templates import load_template
from reviewkit.renderers.docx import RENDERER
from reviewkit.report import Report
from reviewkit.reporters.docx import REPORTER
from tests.conftest import EXAMPLES
from tests.unit.test_composing_prose import every, text_of
from tests.unit.test_renderers_docx import HOSTILE, W, parts
from tests.unit.test_rules_robust import reports

TODAY = date(2026, 6, 1)
UNFINISHED = ("lcspr-unfinished", "rapid-review-unfinished")
REPORT = """\
template: lcspr
review: {title: Child W, authors: [A. Writer], status: draft}
narrative: |
  The nursery rang twice. There were *poor home* conditions, it said.

  Nobody asked who had said so, and the poor home conditions stayed in the minutes.
children: [{person: child_w}]
learning:
  - {id: L1, title: Nobody asked, what_happened: The note was filed., why: The form has one line for it.}
recommendations:
  - {id: R1, text: All agencies should raise awareness of neglect., addresses: [L1, L9]}
agencies:
  - {organisation: the school, involvement: saw her daily}
  - {organisation: the surgery, involvement: saw her once}
"""


class Comment(NamedTuple):
    """What a comment says, the words it is about and the whole paragraph that they stand in."""

    paragraphs: list[str]
    words: str
    around: str


def commented(report: Report, checked: CheckedReport, **more: object) -> bytes:
    data = REPORTER.report([checked], ReportOptions(**{"today": TODAY, "report": report, **more}))
    assert isinstance(data, bytes)
    return data


@cache
def example(name: str) -> tuple[Report, CheckedReport]:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    return report, api.check_report(report, today=TODAY)


def finding(path: str = "", **more: object) -> Finding:
    given_ = {
        "code": "RK901", "name": "made-up", "severity": "error", "message": "This is not so.", "fix": "say what is",
        "source": "A source", "path": path, "file": "report.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 1,
        "section": path.split("/")[1] if path else "", "place": "Some section", "why": "It matters.",
    }  # fmt: skip
    return Finding(**{**given_, **more})


def checked_as(*findings: Finding, **more: object) -> CheckedReport:
    return CheckedReport("report.yaml", "lcspr", "2021", "draft", findings, (), **{"title": "A report", **more})


def comments_on(*findings: Finding, **more: object) -> list[Comment]:
    return read_comments(commented(parse_report(REPORT, "report.yaml"), checked_as(*findings), **more))


def read_comments(data: bytes) -> list[Comment]:
    """The comments in the order of their numbers: their words by python-docx, their places by the XML."""
    said = {comment.comment_id: comment for comment in docx.Document(BytesIO(data)).comments}
    story = parts(data)["word/document.xml"]
    found = {int(start.get(f"{W}id")): _place(start) for start in story.iter(f"{W}commentRangeStart")}
    assert sorted(found) == sorted(said) == list(range(len(said)))
    return [Comment([each.text for each in said[number].paragraphs], *found[number]) for number in range(len(said))]


def _place(start: etree._Element) -> tuple[str, str]:
    number, inside, words = start.get(f"{W}id"), False, ""
    paragraph = next(start.iterancestors(f"{W}p"))
    for element in paragraph.iter():
        if element.get(f"{W}id") == number and element.tag.startswith(f"{W}commentRange"):
            inside = element.tag == f"{W}commentRangeStart"
        elif inside and element.tag == f"{W}t":
            words += element.text
    return words, "".join(paragraph.itertext(f"{W}t"))


def head(one: Finding) -> str:
    return f"{one.severity.title()} · {one.code} {one.name}"


def first_page(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """Paragraphs and tables of the first page."""
    story = parts(data)["word/document.xml"].find(f"{W}body")
    page: list[etree._Element] = []
    for element in story:
        page.append(element)
        if element.find(f"{W}pPr/{W}sectPr") is not None:
            break
    tables = [
        [["".join(cell.itertext(f"{W}t")) for cell in row.iter(f"{W}tc")] for row in each.iter(f"{W}tr")]
        for each in page
        if each.tag == f"{W}tbl"
    ]
    return ["".join(each.itertext(f"{W}t")) for each in page if each.tag == f"{W}p"], tables


@pytest.mark.parametrize("name", UNFINISHED)
def test_every_finding_has_a_comment_of_its_own(name: str) -> None:
    report, checked = example(name)
    comments = read_comments(commented(report, checked, full=True))
    assert [comment.paragraphs[:3] for comment in comments] == [
        [head(one), one.place, one.message.replace("`", "")] for one in checked.findings
    ]


@pytest.mark.parametrize("name", UNFINISHED)
def test_what_a_section_of_a_draft_still_lacks_is_one_comment_at_its_heading(name: str) -> None:
    report, checked = example(name)
    comments = read_comments(commented(report, checked))
    lacking = Counter(one.section for one in checked.findings if one.to_do)
    gathered = [comment for comment in comments if comment.paragraphs[0].startswith("Still to write in this section")]
    alone = [one for one in checked.findings if not one.to_do or lacking[one.section] == 1]
    assert Counter(comment.paragraphs[0] for comment in comments if comment not in gathered) == Counter(
        map(head, alone)
    )
    assert len(gathered) == sum(count > 1 for count in lacking.values())
    for section, count in lacking.items():
        if count > 1:
            title = report.template.section(section).label
            (comment,) = (comment for comment in gathered if comment.around.endswith(title))
            labels = Counter(one.label for one in checked.findings if one.to_do and one.section == section)
            text = "\n".join(comment.paragraphs)
            assert all(text.count(label) >= number for label, number in labels.items())


@pytest.mark.parametrize("name", UNFINISHED)
def test_each_comment_stands_at_a_paragraph_of_its_path(name: str) -> None:
    report, checked = example(name)
    document = compose(report, draft=True, gaps=gaps_of(checked.findings, report))
    texts = [block for block in every(document.blocks) if isinstance(block, Heading | Paragraph)]
    cover = [text_of((Paragraph(runs),)) for _, runs in document.cover]
    comments = read_comments(commented(report, checked, full=True))
    for one, comment in zip(checked.findings, comments, strict=True):
        paths = [block.path for block in texts if comment.words.strip("[]") in text_of((block,))]
        shown = report.template.section(one.section) in report.template.sections and one.section != "review"
        on_title_page = comment.words == document.title or comment.words in cover
        assert any(_related(path, one.path) for path in paths) or (on_title_page and not shown), (one, comment)


def _related(path: str, other: str) -> bool:
    return bool(path) and (f"{other}/".startswith(f"{path}/") or f"{path}/".startswith(f"{other}/"))


@pytest.mark.parametrize(
    ("path", "evidence", "words"),
    [
        ("/recommendations/0/text", "raise awareness", "raise awareness"),
        ("/recommendations/0", "all agencies", "All agencies"),
        ("/recommendations/0/text", "raise aware", "All agencies should raise awareness of neglect."),
        ("/recommendations/0/addresses/1", "L9", "L9"),
        ("/narrative", "*poor home* conditions", "poor home conditions"),
        ("/narrative", "stayed in the minutes", "stayed in the minutes"),
        ("/narrative", "nothing like it", "The story in short"),
        ("/learning/0/title", "", "L1 Nobody asked"),
        ("/learning/0/national", "", "L1 Nobody asked"),
        ("/learning/0/why", "", "The form has one line for it."),
        ("/agencies/1/contributed", "", "the surgery"),
        ("/review/authors", "", "A. Writer"),
        ("/review/title", "", "Child W"),
        ("/nothing/7", "", "Child W"),
        ("", "raise awareness", "Child W"),
    ],
)
def test_a_comment_stands_by_its_words_its_field_or_what_holds_it(path: str, evidence: str, words: str) -> None:
    (comment,) = comments_on(finding(path, evidence=evidence, code="RK099"))
    assert comment.words == words


def test_a_comment_on_what_is_missing_stands_at_its_mark() -> None:
    (comment,) = comments_on(finding("/agencies/1/contributed"))
    assert comment.words == "[Still to be written: Contribution]"


def test_several_comments_share_words() -> None:
    on_words, on_text, on_more = comments_on(
        finding("/recommendations/0/text", evidence="raise awareness"),
        finding("/recommendations/0/text"),
        finding("/recommendations/0/text", evidence="awareness of neglect"),
    )
    assert (on_words.words, on_more.words) == ("raise awareness", "awareness of neglect")
    assert on_text.words == on_text.around == "All agencies should raise awareness of neglect."


def test_a_comment_says_all_there_is_to_say() -> None:
    (comment,) = comments_on(finding("/narrative", evidence="poor  home\nconditions", fix="write `measure:` as well"))
    assert comment.paragraphs == [
        "Error · RK901 made-up", "Some section", "This is not so.", "“poor home conditions”",
        "What to do: write measure: as well", "Why: It matters.", "Source: A source",
    ]  # fmt: skip


def test_a_waived_finding_begins_with_who_answers_for_it() -> None:
    waiver = Waiver("The coroner asked us to wait", "J. Marsh, chair", "2026-05-04", "2026-09-01")
    (comment,) = comments_on(finding("/narrative", waived=waiver, to_do=True))
    said = "J. Marsh, chair: The coroner asked us to wait (4 May 2026, until 1 September 2026)"
    assert comment.paragraphs[:2] == [f"Waived by {said}", "Error · RK901 made-up"]
    data = commented(parse_report(REPORT, "report.yaml"), checked_as(finding("/narrative", waived=waiver)))
    lines, ((_, *counts), *_) = first_page(data)
    assert f"RK901 at Some section. {said}" in lines
    assert [row[1:] for row in counts] == [["0", "0", "1"], ["0", "0", "0"], ["0", "0", "0"]]


@pytest.mark.parametrize("name", [*UNFINISHED, "lcspr-finished"])
def test_the_first_page_has_the_figures_of_the_check(name: str) -> None:
    report, checked = example(name)
    lines, (counts, *rest) = first_page(commented(report, checked))
    assert lines[0] == "What reviewkit found"
    for severity, (label, wrong, to_write, _) in zip(SEVERITIES, counts[1:], strict=True):
        assert label.lower() == f"{severity}s"
        assert int(wrong) + int(to_write) == checked.count(severity)
    rows = {row[0]: row[1:] for table in rest if table[0][0] == "Section" for row in table[1:]}
    for part in checked.progress:
        here = [
            str([one.severity for one in checked.findings if one.section == part.id].count(each)) for each in SEVERITIES
        ]
        if part.answered != part.asked or any(map(int, here)):
            assert rows[part.title] == [f"{part.answered} of {part.asked}", *here]
        else:
            assert part.title not in rows
    others = len(checked.progress) - len(rows)
    assert not rows or f"The other {others} sections are complete, with nothing to mend." in lines


def test_the_first_page_names_the_worst_first_and_links_to_them() -> None:
    findings = [finding("/narrative", severity="note", message=f"Note {number}.") for number in range(12)]
    findings.append(finding("/learning/0", severity="error", message="The worst.", place="Learning › L1"))
    data = commented(parse_report(REPORT, "report.yaml"), checked_as(*findings))
    lines, _ = first_page(data)
    start = lines.index("First to mend")
    assert lines[start + 1] == "Error: The worst. (Learning › L1, RK901)"
    assert lines[start + 10].startswith("Note: Note 8.")
    assert lines[start + 11] == "3 more stand as comments in the report."
    story = parts(data)["word/document.xml"]
    link = next(each for each in story.iter(f"{W}hyperlink") if "".join(each.itertext()) == "Learning › L1")
    target = next(each for each in story.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == link.get(f"{W}anchor"))
    assert "".join(target.getparent().itertext(f"{W}t")) == "L1 Nobody asked"


def test_deadlines_say_where_they_stand() -> None:
    made = (
        Deadline("Notification", "2026-05-04", "2026-05-06", -2), Deadline("Rapid review", "2026-06-05", "", 4, "15 working days from 14 May 2026"),
        Deadline("Sent", "2026-06-01", "", 0), Deadline("Published", "2026-05-29", "", -1, "", True),
    )  # fmt: skip
    _, (_, table) = first_page(commented(parse_report(REPORT, "report.yaml"), checked_as(deadlines=made)))
    assert [row[1:] for row in table[1:]] == [
        ["4 May 2026", "Done on 6 May 2026, 2 working days late"],
        ["5 June 2026, 15 working days from 14 May 2026", "4 working days left"],
        ["1 June 2026", "Due today"],
        ["29 May 2026", "1 working day over; bank holidays of that year are not confirmed yet"],
    ]


def test_the_same_check_gives_the_same_bytes_and_says_only_the_day() -> None:
    report, checked = example("lcspr-unfinished")
    data = commented(report, checked)
    assert data == commented(report, checked)
    comments = list(docx.Document(BytesIO(data)).comments)
    assert {(one.author, one.initials, str(one.timestamp)) for one in comments} == {
        ("reviewkit", "RK", "2026-06-01 00:00:00+00:00")
    }
    undated = docx.Document(BytesIO(commented(report, checked, today=None))).comments
    assert {one.timestamp for one in undated} == {None}


@pytest.mark.parametrize("name", UNFINISHED)
def test_the_marks_of_comments_are_as_word_wants_them(name: str) -> None:
    shown = parts(commented(*example(name)))
    story, comments = shown["word/document.xml"], shown["word/comments.xml"]
    for comment in comments:
        number = comment.get(f"{W}id")
        marks = story.xpath(
            f"//*[@w:id='{number}'][not(self::w:bookmarkStart or self::w:bookmarkEnd)]", namespaces={"w": W[1:-1]}
        )
        assert [etree.QName(mark).localname for mark in marks] == [
            "commentRangeStart", "commentRangeEnd", "commentReference",
        ]  # fmt: skip
        assert len({next(mark.iterancestors(f"{W}p")) for mark in marks}) == 1
        assert all(mark.getparent().tag == f"{W}p" for mark in marks[:2])
        assert marks[2].getparent().find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "CommentReference"
        assert comment[0].find(f"{W}r/{W}annotationRef") is not None
    styles = {style.get(f"{W}styleId") for style in shown["word/styles.xml"].iter(f"{W}style")}
    used = {each.get(f"{W}val") for part in (story, comments) for each in part.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= styles
    kinds = {each.get("PartName"): each.get("ContentType") for each in shown["[Content_Types].xml"]}
    assert kinds["/word/comments.xml"].endswith("wordprocessingml.comments+xml")
    targets = {each.get("Target"): each.get("Type") for each in shown["word/_rels/document.xml.rels"]}
    assert targets["comments.xml"].endswith("/relationships/comments")
    silent = [each for each in story.iter(f"{W}p") if not "".join(each.itertext(f"{W}t")).strip()]
    assert [each for each in silent if next(each.iter(f"{W}drawing"), None) is None] == []


def test_every_page_bears_the_marking_and_the_title_page_looks_as_before() -> None:
    report, checked = example("rapid-review-unfinished")
    plain, shown = api.render_report(report, draft=True).data, commented(report, checked)
    for name in ("word/header-default.xml", "word/header-first.xml"):
        assert etree.tostring(parts(shown)[name]) == etree.tostring(parts(plain)[name])
        assert "CONFIDENTIAL" in "".join(parts(shown)[name].itertext())
    sections = list(parts(shown)["word/document.xml"].iter(f"{W}sectPr"))
    assert len(sections) == 2
    assert len({etree.tostring(each, with_tail=False) for each in sections}) == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_the_file(words: str) -> None:
    hostile = finding(
        "/narrative", evidence=words, message=words, fix=f"`{words}", place=words, source=words, why=words,
        waived=Waiver(words, words, words, words),
    )  # fmt: skip
    (comment,) = comments_on(hostile)
    assert comment.paragraphs[1] == "Error · RK901 made-up"


def test_long_evidence_is_cut_and_no_finding_is_lost() -> None:
    long = "poor home conditions " * 5000
    report = parse_report(f"{REPORT}terms_of_reference: {long}\n", "report.yaml")
    data = commented(report, checked_as(*[finding("/terms_of_reference", evidence=long)] * 50))
    comments = read_comments(data)
    assert len(comments) == 50
    assert len("".join(comments[0].paragraphs)) < 600
    assert len(data) < 200_000


def test_a_new_report_is_not_buried_in_comments() -> None:
    report = parse_report(api.new_report("lcspr").text, "report.yaml")
    checked = api.check_report(report, today=TODAY)
    assert len(read_comments(commented(report, checked))) <= len(report.template.sections) + 5


def test_a_finished_report_has_no_comments_and_a_page_that_says_so() -> None:
    report, checked = example("lcspr-finished")
    data = commented(report, checked._replace(findings=()))
    assert "word/comments.xml" not in parts(data)
    lines, _ = first_page(data)
    assert lines[1].endswith("There is nothing to mend.")


@pytest.mark.parametrize("data", [
    lambda: api.publish_report(load_report(str(EXAMPLES / "lcspr-finished.yaml"))).data,
    lambda: api.render_report(load_report(str(EXAMPLES / "lcspr-unfinished.yaml")), draft=True).data,
])  # fmt: skip
def test_what_is_rendered_never_holds_a_comment(data) -> None:
    with ZipFile(BytesIO(data())) as archive:
        assert not [name for name in archive.namelist() if "comment" in name.lower()]
        assert not [name for name in archive.namelist() if b"<w:comment" in archive.read(name)]


def test_inspecting_reads_what_comments_say() -> None:
    data = commented(parse_report(REPORT, "report.yaml"), checked_as(finding(evidence="Jayden was seen")))
    found = [part for part in read_parts(data, ".docx") if "Jayden was seen" in part.text]
    assert [part.part for part in found] == ["word/comments.xml"]


def test_it_takes_one_report() -> None:
    report, checked = example("lcspr-unfinished")
    for several in ([], [checked, checked]):
        with pytest.raises(UsageError):
            REPORTER.report(several, ReportOptions(report=report))
    with pytest.raises(UsageError):
        REPORTER.report([checked], ReportOptions())


def test_a_note_whose_words_are_not_shown_stands_at_the_title() -> None:
    inner = Table((Cell((Paragraph((Run("Head"),), path="/x"),)), Cell(())), ())
    outer = Table((Cell((Paragraph((Run("A"),)),)),), ((Cell((inner,)),),))
    document = Document("Title", "", "", (), (outer,))
    document = noted(document, [Remark(Note("a", "A", ((Run("said"),),)), "/x")], load_template("lcspr"))
    assert document.title_notes == ()
    (comment,) = read_comments(RENDERER.render(document, None))
    assert (comment.words, comment.paragraphs) == ("Title", ["said"])


@pytest.mark.parametrize("name", ["lcspr", "rapid-review"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_stands_in_a_report_every_finding_has_its_comment(name: str, data: st.DataObject) -> None:
    values = data.draw(reports(load_template(name)))
    try:
        report = parse_report(json.dumps(values, ensure_ascii=False), "report.yaml")
    except InputError:
        return  # letters that YAML doesn't have, or a register that names a file
    checked = api.check_report(report, today=TODAY)
    comments = read_comments(commented(report, checked, full=True))
    assert len(comments) == len(checked.findings)


def runs() -> st.SearchStrategy[tuple[Run, ...]]:
    run = st.builds(Run, st.text("ab .\n", max_size=6), bold=st.booleans(), gap=st.booleans())
    return st.lists(run | st.just(Run("", line_break=True)), max_size=6).map(tuple)


@given(runs(), st.text("ab ", min_size=1, max_size=4))
def test_marking_words_changes_none(shown: tuple[Run, ...], words: str) -> None:
    span = span_of(words, shown)
    found = marked(shown, 3, span)
    assert _text(found) == _text(shown)
    bearing = _text(run for run in found if run.notes)
    assert words.strip() in bearing.replace("\n", " ") if span else bearing == _text(shown)


def _text(shown: Iterator[Run] | tuple[Run, ...]) -> str:
    return "".join("\n" if run.line_break else run.text for run in shown)
