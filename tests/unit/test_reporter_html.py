"""The feedback sheet, read by an outside parser: all that was found is there, in order, and nothing acts or calls out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import api
from reviewkit.cli.app import cli as group
from reviewkit.cli.ending import run
from reviewkit.composing.cover import CONFIDENTIAL
from reviewkit.contracts import ReportOptions
from reviewkit.errors import InputError
from reviewkit.findings import CheckedReport, Deadline, Finding, SectionProgress, Waiver
from reviewkit.loading.reports import load_report
from reviewkit.renderers.html import css_string
from reviewkit.reporters.html import REPORTER
from reviewkit.reporters.html.excerpts import excerpt
from reviewkit.reporters.html.reasons import of_any_field
from reviewkit.reporters.html.wording import advice, standing, who_says_so
from tests.conftest import EXAMPLES
from tests.unit.test_renderers_html import CONTRAST, Page, _contrast

TODAY = date(2026, 6, 1)
UNFINISHED = ("lcspr-unfinished", "rapid-review-unfinished")
OWN = "reviewkit's own judgement"
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "article", "div",
    "p", "span", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "dl", "dt", "dd", "code", "bdi", "mark", "u", "strong", "em",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "rect",
}  # fmt: skip
FOUND = Finding(
    "RK304", "recommendation-measure-missing", "error", "R2 says what to do.", "add `measure:` with an outcome", "Guide",
    "/recommendations/1/measure", "west/draft.yaml", 2, 5, 2, 12, "recommendations", "Recommendations › R2",
    label="How we will know", why="Because children.",
)  # fmt: skip
PARTS = (
    SectionProgress("incidents", "What happened", 1, 2),
    SectionProgress("recommendations", "Recommendations", 3, 5),
)
ANSWER = Waiver("Measures are agreed\nin May.", "A. Ferris", "2026-04-01", "2027-04-01")
HOSTILE = (
    "<script>alert(1)</script>", "</style><script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "{% raw %}", "&lt;b&gt;",
    "a\u202egpj.exe\u202c", "\u2066x\u2069", "nul\x00l", "esc\x1b[31m", "\ud800lone", "\uffff", "x" * 3000, "שלום", "👩‍👧‍👦",
)  # fmt: skip


def squeezed(text: str) -> str:
    return " ".join(text.split())


def plain(words: str) -> str:
    return squeezed(words.replace("`", ""))


def text_of(element: lxml.html.HtmlElement) -> str:
    return squeezed(element.text_content())


def page(*checked: CheckedReport, **options: object) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(source(*checked, **options))


def source(*checked: CheckedReport, **options: object) -> str:
    made = REPORTER.report(checked, ReportOptions(**{"version": "1.0", "today": TODAY, **options}))
    assert isinstance(made, str)
    return made


def example(name: str) -> CheckedReport:
    return api.check_report(load_report(str(EXAMPLES / f"{name}.yaml")), today=TODAY)


def small(*findings: Finding, **more: object) -> CheckedReport:
    lines = {"west/draft.yaml": ("recommendations:", "  - id: R2", "    text: Train everybody.")}
    made = CheckedReport(
        "west/draft.yaml", "lcspr", "2021", "final", findings, PARTS, lines, "Local Child Safeguarding Practice Review"
    )
    return made._replace(**more)


def unread() -> CheckedReport:
    return api.unreadable(InputError("west/odd.yaml", "a key stands there twice", line=3, hint="keep one of them"))


def articles(shown: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    return shown.xpath("//article")


def says(element: lxml.html.HtmlElement, finding: Finding) -> bool:
    words = text_of(element)
    said = (finding.message, advice(finding.fix), finding.why, finding.code, finding.name, who_says_so(finding.source))
    return all(plain(each) in words for each in said)


@pytest.mark.parametrize("name", UNFINISHED)
def test_each_finding_has_its_severity_message_fix_why_and_source(name: str) -> None:
    checked = example(name)
    shown = articles(page(checked, full=True))
    assert len(shown) == len(checked.findings)
    left = list(shown)
    for finding in checked.findings:
        mine = next(element for element in left if says(element, finding))
        left.remove(mine)
        assert text_of(mine.xpath("./*[1]/span")[0]).lower() == finding.severity
        assert finding.place.partition(" › ")[2] in text_of(mine)
        assert finding.fix
        assert finding.why


@pytest.mark.parametrize("name", UNFINISHED)
def test_in_a_draft_gaps_are_a_list_and_their_reasons_said_once(name: str) -> None:
    checked = example(name)
    shown = page(checked)
    gaps = [finding for finding in checked.findings if finding.to_do]
    wrong = [finding for finding in checked.findings if not finding.to_do]
    assert len(articles(shown)) == len(wrong)
    assert all(any(says(element, finding) for element in articles(shown)) for finding in wrong)
    rows = {
        text_of(row.xpath("./dt/text()[1]/..")[0]): text_of(row) for row in shown.xpath("//dl[@class='to-write']/div")
    }
    reasons = [text_of(each) for each in shown.xpath("//ul[@class='reasons']/li")]
    for finding in gaps:
        section = next(part.title for part in checked.progress if part.id == finding.section)
        row = next(words for title, words in rows.items() if title.startswith(section))
        assert finding.label in row or "Not started" in row
        said = (finding.code, plain(advice(of_any_field(finding))), finding.why, who_says_so(finding.source))
        assert any(all(squeezed(each) in reason for each in said) for reason in reasons)


def test_a_final_report_shows_all_it_lacks_as_findings() -> None:
    gap = FOUND._replace(to_do=True)
    assert len(articles(page(small(gap)))) == 1
    assert articles(page(small(gap, status="draft"))) == []


@pytest.mark.parametrize("name", ["lcspr-unfinished", "lcspr-finished"])
def test_bars_and_figures_equal_the_progress(name: str) -> None:
    checked = example(name)
    rows = page(checked).xpath("//table[@class='bars']/tbody/tr")
    assert [text_of(row.xpath("./th")[0]) for row in rows] == [part.title for part in checked.progress]
    for row, part in zip(rows, checked.progress, strict=True):
        assert text_of(row.xpath("./td")[0]).startswith(f"{part.answered} of {part.asked} field")
        (width,) = row.xpath(".//svg/rect[@class='answered']/@width")
        assert float(width) == pytest.approx(part.answered / part.asked * 100, abs=0.06)
        assert row.xpath(".//svg/@aria-hidden") == ["true"]
    answered, asked = sum(part.answered for part in checked.progress), sum(part.asked for part in checked.progress)
    assert f"{answered} of {asked} fields are answered, {checked.completeness}%" in text_of(page(checked))


def test_a_section_of_which_nothing_is_asked_has_no_bar_of_nothing() -> None:
    shown = page(small(progress=(SectionProgress("views", "Views", 0, 0),)))
    assert shown.xpath("//rect[@class='answered']/@width") == ["100.0"]


@pytest.mark.parametrize("many", [False, True])
def test_one_page_without_script_or_anything_from_outside(many: bool) -> None:
    made = Page(source(example(UNFINISHED[0]), *([unread(), example("rapid-review-finished")] if many else [])))
    assert {tag for tag, _, _ in made.elements} <= ALLOWED
    names = {name for _, attributes, _ in made.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert not {"src", "srcset", "style", "background", "action", "data", "ping"} & names
    assert all(href.startswith("#") for href in made.values("href"))
    assert "url(" not in made.style
    assert "@import" not in made.style
    policy = next(str(each["content"]) for each in made.all("meta") if each.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("many", [False, True])
def test_language_title_landmarks_and_skip_link(many: bool) -> None:
    made = Page(source(example(UNFINISHED[0]), *([example(UNFINISHED[1])] if many else [])))
    assert made.all("html") == [{"lang": "en-GB"}]
    for landmark in ("header", "main", "footer", "h1"):
        assert len(made.all(landmark)) == 1
    assert made.all("a")[0]["href"] == f"#{made.all('main')[0]['id']}"
    assert made.text.count("CONFIDENTIAL") == 2
    assert f"@top-left {{ content: {css_string(CONFIDENTIAL)}; }}" in made.style
    assert {"name": "robots", "content": "noindex, nofollow"} in made.all("meta")


@pytest.mark.parametrize("names", [UNFINISHED[:1], ("lcspr-finished",), (*UNFINISHED, "lcspr-finished")])
def test_headings_start_at_one_and_skip_no_level(names: tuple[str, ...]) -> None:
    shown = page(*map(example, names), full=True)
    levels = [int(each.tag[1]) for each in shown.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("names", [UNFINISHED[:1], UNFINISHED])
def test_ids_are_unique_numbered_and_every_link_arrives(names: tuple[str, ...]) -> None:
    shown = page(*map(example, names), statistics=True)
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    kinds = "summary|bars|to-write|found|reasons|waived|section|finding"
    words = {each for each in ids if not re.fullmatch(rf"report-\d+(-({kinds})(-\d+)?)?", each)}
    assert words <= {"feedback", "contents", "overview", "statistics"}
    assert {href[1:] for href in shown.xpath("//@href")} <= set(ids)
    assert set(shown.xpath("//@aria-labelledby")) <= set(ids)


@pytest.mark.parametrize("name", UNFINISHED)
def test_sections_come_in_the_order_of_the_template(name: str) -> None:
    checked = example(name)
    order = [part.title for part in checked.progress]
    titles = [text_of(each) for each in page(checked).xpath("//div[@class='part']/h3")]
    known = [title for title in titles if title in order]
    assert known == sorted(known, key=order.index)
    assert titles[: len(known)] == known


def test_what_belongs_to_no_section_comes_first_and_what_the_template_does_not_know_last() -> None:
    whole = FOUND._replace(section="", place="The report")
    odd = FOUND._replace(section="extra", place="The report")
    waiver = FOUND._replace(section="waivers", place="Waivers › item 1")
    shown = page(small(waiver, FOUND, odd, whole))
    assert [text_of(each) for each in shown.xpath("//div[@class='part']/h3")] == [
        "The report as a whole", "Recommendations", "Waivers"
    ]  # fmt: skip


def lines_at(finding: Finding, *lines: str) -> lxml.html.HtmlElement:
    (shown,) = articles(page(small(finding, source_lines={finding.file: lines})))
    return shown


def test_words_are_marked_where_they_stand_also_over_a_line_break() -> None:
    said = FOUND._replace(line=1, column=12, end_line=6, end_column=1, evidence="poor home conditions")
    shown = lines_at(said, "narrative: |", "  The nurse met the family in May.", "  She wrote of poor home",
                     "  conditions, and the social worker", "  read it in June.", "next: x")  # fmt: skip
    assert shown.xpath(".//mark/text()") == ["poor home", "conditions"]
    assert shown.xpath(".//ol[@class='excerpt']/@start") == ["2"]
    assert [text_of(line) for line in shown.xpath(".//ol[@class='excerpt']/li")] == [
        "The nurse met the family in May.", "She wrote of poor home", "conditions, and the social worker", "read it in June."
    ]  # fmt: skip
    assert shown.xpath(".//p[@class='quote']") == []


def test_whole_words_in_any_case_and_only_within_the_value() -> None:
    said = FOUND._replace(line=1, column=8, end_line=1, end_column=38, evidence="mum")
    shown = lines_at(said, 'mum: 1, "Minimum of Mum, mum told us." # mum')
    assert shown.xpath(".//mark/text()") == ["Mum", "mum"]


def test_words_that_stand_apart_are_each_marked() -> None:
    said = FOUND._replace(line=1, column=1, end_line=1, end_column=60, evidence="train all staff … remind them")
    assert lines_at(said, "We train all staff and remind them.").xpath(".//mark/text()") == [
        "train all staff",
        "remind them",
    ]


def test_words_that_are_not_in_the_excerpt_are_quoted() -> None:
    said = FOUND._replace(evidence="police, health")
    (quote,) = lines_at(said, "a", "sign_off: []").xpath(".//p[@class='quote']")
    assert text_of(quote) == "The words: “police, health”"


def test_a_value_is_underlined_where_its_line_holds_more() -> None:
    line = "  period: {from: 2023-01-01, to: 2023-03-01}"
    column = line.index("2023-03-01") + 1
    shown = lines_at(FOUND._replace(line=1, column=column, end_line=1, end_column=column + 10), line)
    assert shown.xpath(".//ol//u/text()") == ["2023-03-01"]


def test_what_is_missing_from_the_whole_file_has_no_excerpt_and_no_line() -> None:
    missing = FOUND._replace(line=1, column=1, end_line=1, end_column=1)
    shown = lines_at(missing, "# yaml-language-server")
    assert shown.xpath(".//ol") == []
    assert "line 1" not in text_of(shown)


def test_the_line_of_another_file_is_named_with_it() -> None:
    (shown,) = articles(page(small(FOUND._replace(file="people.yaml"))))
    assert "line 2 of people.yaml" in text_of(shown)


def test_a_long_line_is_cut_around_its_words() -> None:
    line = "text: " + "word " * 400 + "poor home conditions " + "word " * 400
    said = FOUND._replace(line=1, column=7, end_line=1, end_column=len(line) + 1, evidence="poor home conditions")
    (shown,) = lines_at(said, line).xpath(".//ol/li")
    assert shown.xpath(".//mark/text()") == ["poor home conditions"]
    assert text_of(shown).startswith("… ")
    assert text_of(shown).endswith(" …")
    assert len(text_of(shown)) < 350


@given(
    st.lists(st.text("ab \u202e<é", max_size=9), max_size=9), st.text("ab ;…<é", max_size=9),
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 12), st.integers(1, 9)),
)  # fmt: skip
def test_any_lines_and_words_have_an_excerpt_or_none(
    lines: list[str], words: str, at: tuple[int, int, int, int]
) -> None:
    line, column, end_line, end_column = at
    said = FOUND._replace(line=line, column=column, end_line=end_line, end_column=end_column, evidence=words)
    found = excerpt(said, lines)
    if found:
        assert len(found.lines) <= 6
        assert all("".join(piece.text for piece in each.pieces) in lines[each.number - 1] for each in found.lines)


def test_who_says_so_calls_our_own_judgement_so() -> None:
    assert who_says_so("A guide; not advice") == "A guide; not advice"
    assert who_says_so(OWN) == "Nobody else: this is reviewkit's own judgement"
    assert who_says_so(f"A guide; {OWN}") == "A guide; in part reviewkit's own judgement"
    assert who_says_so("") == ""


def test_deadlines_have_their_day_their_count_and_what_is_left() -> None:
    ahead = Deadline("rapid review I1", "2026-06-19", "", 14, "15 working days from the notification", unconfirmed=True)
    shown = page(small(deadlines=(ahead, ahead._replace(left=-1), ahead._replace(done="2026-06-22", left=-1))))
    steps = [text_of(each) for each in shown.xpath("//dl[@class='facts steps']/div")]
    assert steps[0].startswith(
        "Rapid review I1 Due 19 June 2026: 14 working days left 15 working days from the notification"
    )
    assert "The bank holidays of 2026 are not known yet" in steps[0]
    assert "1 working day over" in steps[1]
    assert "done on 22 June 2026, 1 working day late" in steps[2]
    assert standing(ahead._replace(left=0)) == "due today"
    assert standing(ahead._replace(done="2026-06-19", left=0)) == "done on 19 June 2026, in time"


def test_waived_findings_stand_apart_with_reason_name_day_and_end() -> None:
    shown = page(small(FOUND._replace(waived=ANSWER), FOUND._replace(code="RK306", message="R2 has no owner.")))
    assert len(articles(shown)) == 1
    (card,) = shown.xpath("//ul[@class='waivers']/li")
    words = text_of(card)
    for said in ("Waived error", "RK304", "R2 says what to do.", "line 2", "Measures are agreed in May.", "A. Ferris",
                 "1 April 2026", "1 April 2027", "Because children.", "Guide"):  # fmt: skip
        assert said in words
    assert "1 Error: " in text_of(shown.xpath("//ul[@class='tallies']")[0])


@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_a_finished_report_is_told_so_kindly(name: str) -> None:
    shown = page(example(name))
    assert articles(shown) == []
    assert "Nothing to put right" in text_of(shown.xpath("//p[@class='first']")[0])
    assert "only people who know the case can judge" in text_of(shown)


def test_a_draft_with_gaps_alone_is_told_that_nothing_is_wrong() -> None:
    shown = page(small(FOUND._replace(to_do=True), status="draft"))
    assert "Nothing in what is written so far." in text_of(shown)
    assert "No error in what is written so far. Go on with Recommendations." in text_of(shown)


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((FOUND, FOUND._replace(code="RK003"), FOUND._replace(code="RK109")), "First say how other children"),
        ((FOUND, FOUND._replace(code="RK003")), "First mend the slip in keys"),
        ((FOUND,), "First put right the error in Recommendations."),
        ((FOUND._replace(severity="warning"),), "1 warning to look at, in Recommendations."),
        ((FOUND._replace(severity="note"), FOUND._replace(severity="note")), "2 notes to look at, beginning in"),
        ((FOUND._replace(waived=ANSWER),), "Nothing to put right"),
    ],
)
def test_one_sentence_says_what_to_do_first(findings: Iterable[Finding], said: str) -> None:
    assert said in text_of(page(small(*findings)).xpath("//p[@class='first']")[0])


def test_the_section_with_most_errors_comes_first() -> None:
    other = FOUND._replace(section="incidents", place="What happened › I1")
    first = page(small(other, FOUND, FOUND)).xpath("//p[@class='first']")[0]
    assert text_of(first) == "First put right the 2 errors in Recommendations, the section with most."


def test_without_a_day_none_is_printed() -> None:
    assert "<dt>Counted from</dt><dd>1 June 2026</dd>" in source(small())
    assert "Counted from" not in source(small(), today=None)
    assert "2026" not in source(small(), today=None)


def test_the_same_findings_give_the_same_page() -> None:
    assert source(*map(example, UNFINISHED)) == source(*map(example, UNFINISHED))


def overview() -> lxml.html.HtmlElement:
    late = Deadline("LCSPR", "2026-05-29", "", -1)
    return page(
        small(FOUND, FOUND._replace(severity="warning")), unread(), small(file="east/draft.yaml", deadlines=(late,)),
        small(FOUND._replace(waived=ANSWER), file="south/draft.yaml"),
    )  # fmt: skip


def test_many_reports_have_a_line_each_in_a_table() -> None:
    rows = [[text_of(cell) for cell in row] for row in overview().xpath("//table[@role='table']/tbody/tr")]
    assert rows[0] == ["west/draft.yaml", "Templatelcspr, final", "Errors1", "Warnings1", "Notes0",
                       "Answered 4 of 7 (57%)", "Next deadlinenone open"]  # fmt: skip
    assert rows[1] == ["west/odd.yaml", "Could not be read. A key stands there twice."]
    assert rows[2][-1] == "Next deadlineLCSPR due 29 May 2026: 1 working day over"
    assert len(rows) == 4


def test_many_reports_have_totals_and_one_to_look_at_first() -> None:
    shown = text_of(overview())
    assert "4 reports: 1 error, 1 warning, 0 notes; 1 could not be read; 1 with a deadline that has gone by" in shown
    assert "1 finding waived" in shown
    assert "Look first at east/draft.yaml: LCSPR due 29 May 2026, 1 working day over." in shown


def test_each_of_many_has_its_sheet_below() -> None:
    shown = overview()
    titles = [text_of(each) for each in shown.xpath("//section/h2")]
    assert titles == [
        f"Feedback on {file}" for file in ("west/draft.yaml", "west/odd.yaml", "east/draft.yaml", "south/draft.yaml")
    ]
    (odd,) = shown.xpath("//section[h2/@id='report-2']")
    assert "Mend the file first" in text_of(odd)
    assert "Keep one of them." in text_of(odd)
    assert len(shown.xpath("//section[h2/@id='report-4']//ul[@class='waivers']/li")) == 1


def test_statistics_count_by_rule() -> None:
    shown = page(small(FOUND, FOUND, FOUND._replace(code="RK306", name="owner-missing")), statistics=True)
    rows = [[text_of(cell) for cell in row] for row in shown.xpath("//table[@class='counts']/tbody/tr")]
    assert rows == [["RK304 recommendation-measure-missing", "2"], ["RK306 owner-missing", "1"]]


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text_everywhere(hostile: str, many: bool) -> None:
    said = FOUND._replace(
        file=f"{hostile}.yaml", message=hostile, fix=hostile, why=hostile, source=hostile, place=f"{hostile} › {hostile}",
        label=hostile, evidence=hostile, section="odd", name=hostile,
    )  # fmt: skip
    waived = said._replace(waived=Waiver(hostile, hostile, hostile, hostile))
    checked = small(
        said, waived, said._replace(to_do=True), status="draft", file=f"{hostile}/{hostile}.yaml", title=hostile, edition=hostile,
        source_lines={said.file: ("a", f"   {hostile}")}, progress=(SectionProgress("odd", hostile, 1, 2),),
        deadlines=(Deadline(hostile, "2026-06-01", "", 0, hostile),),
    )  # fmt: skip
    text = source(*([checked, checked._replace(file="b")] if many else [checked]), statistics=True)
    text.encode("utf-8")
    shown = Page(text)
    assert {tag for tag, _, _ in shown.elements} <= ALLOWED
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\uffff]", text
    )
    words = re.sub("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\uffff]", "\ufffd", hostile)
    assert shown.text.count(words) >= 10


def test_colours_have_contrast() -> None:
    style = Page(source(small())).style
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    for ink, ground in (("ink", "tint"), ("quiet", "pale"), ("plum", "pale"), ("amber", "sand"), ("navy", "tint")):
        assert _contrast(colours[ink], colours[ground]) >= CONTRAST
    assert _contrast("#2b2100", "#ffe08a") >= CONTRAST
    # Bars are graphics: 3:1 against what stands beside them.
    for filled in ("#1f7a73", "#12436d"):
        assert _contrast(filled, "#dce5ed") >= 3
    assert _contrast("#6f87a0", "#ffffff") >= 3


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    written = tmp_path / "feedback.html"
    draft = str(EXAMPLES / "lcspr-unfinished.yaml")
    assert run(group, ["check", draft, "--format", "html", "--today", "2026-06-01", "--output", str(written)]) == 1
    assert "Feedback on lcspr-unfinished.yaml" in text_of(lxml.html.fromstring(written.read_bytes()))
