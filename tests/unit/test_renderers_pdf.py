"""PDFs, read back with pypdf: tags, words, links, page numbers; no text of a report is ever Typst's own language."""

from __future__ import annotations

import io
import re
import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit import api, registry, resources
from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Divider,
    Document,
    Event,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Timeline,
)
from reviewkit.errors import OutputError, ResourceError, UsageError
from reviewkit.inspecting import read_parts
from reviewkit.loading.reports import load_report
from reviewkit.renderers.pdf import RENDERER
from tests.conftest import EXAMPLES
from tests.unit.sample_document import cell, para, sample, section, table, text
from tests.unit.test_renderers_docx import HOSTILE, squeezed, told

pypdf = pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
typst = pytest.importorskip("typst", reason="the extra [pdf] is not installed")


def whole(*blocks: Block, **more: Any) -> Document:
    return Document(**({"title": "Title", "subtitle": "", "kind": "", "cover": (), "blocks": blocks} | more))


def made(*blocks: Block, **more: Any) -> bytes:
    return RENDERER.render(whole(*blocks, **more), None)


def opened(data: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(data))


def paragraphs(data: bytes) -> list[str]:
    return [
        part.text for part in read_parts(data, ".pdf") if part.place.startswith("paragraph") and part.kind == "prose"
    ]


def said(data: bytes) -> str:
    return squeezed("".join(paragraphs(data)).replace("\u200b", ""))


def tags(data: bytes) -> list[Any]:
    """Every tag of the file, in order."""
    found: list[Any] = []

    def visit(kid: Any) -> None:
        kid = kid.get_object()
        if isinstance(kid, list):
            for one in kid:
                visit(one)
        elif isinstance(kid, dict):
            if "/S" in kid:
                found.append(kid)
            if "/K" in kid:
                visit(kid["/K"])

    visit(opened(data).root_object["/StructTreeRoot"])
    return found


def kinds(data: bytes) -> list[str]:
    return [str(tag["/S"]).strip("/") for tag in tags(data)]


def test_every_word_is_found_again() -> None:
    shown = said(RENDERER.render(sample(), None))
    missing = [words for words in told(sample().blocks) if squeezed(words) not in shown]
    assert missing == []
    assert all(squeezed(label) in shown and squeezed(runs[0].text) in shown for label, runs in sample().cover)


def test_the_file_says_its_title_language_and_tags_and_nothing_of_who_made_it_when() -> None:
    reader = opened(RENDERER.render(sample(), None))
    assert reader.metadata.title == "Child K – Local Child Safeguarding Practice Review"
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert set(reader.metadata) <= {"/Title", "/Creator"}
    assert b"pdfuaid:part" in reader.root_object["/Metadata"].get_object().get_data()


def test_the_same_document_gives_the_same_bytes() -> None:
    assert RENDERER.render(sample(), None) == RENDERER.render(sample(), None)


def test_headings_start_at_one_and_skip_no_level() -> None:
    data = made(*(Heading(level, text(f"Part {level}"), anchor=f"a{level}") for level in (3, 1, 5, 99, 0, 2)))
    levels = [int(kind[1]) for kind in kinds(data) if re.fullmatch("H[1-6]", kind)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_list_leads_to_the_right_pages() -> None:
    reader = opened(RENDERER.render(sample(), None))
    contents = " ".join(reader.pages[1].extract_text().split())
    titles = {"Why this review was undertaken": 0, "Who was involved": 0, "What Child K’s family said": 0}
    for title in titles:
        page = int(re.search(rf"{title} page (\d+)", contents)[1])
        assert title in reader.pages[page - 1].extract_text()
        assert page > 2
    links = [one.get_object() for one in reader.pages[1]["/Annots"]]
    assert len(links) == contents.count(" 3") + len(links) - contents.count(" 3") >= 13
    assert all(link["/Subtype"] == "/Link" and link["/Contents"] for link in links)
    assert {"section-4", "section-5-1"} <= set(reader.named_destinations)


def test_names_of_places_come_from_numbers_never_from_words() -> None:
    data = made(section("1", "Jayden", "jayden"), Heading(1, text("Odd"), number="Jayden", anchor="jayden-2"))
    assert set(opened(data).named_destinations) <= {"section-1", "part-2"}


def test_every_page_has_the_marking_and_its_number() -> None:
    reader = opened(RENDERER.render(sample(), None))
    for number, page in enumerate(reader.pages, 1):
        shown = page.extract_text()
        assert sample().marking in shown
        assert f"Page {number} of {len(reader.pages)}" in shown


def test_tables_have_headers_of_columns_and_rows_and_repeat_them() -> None:
    rows = tuple((f"Agency {n}", "Involvement") for n in range(90))
    data = made(table(("Agency", "Part"), rows, caption="Agencies"), table(("A", "B"), (("c", "d"),)))
    heads = [tag for tag in tags(data) if tag["/S"] == "/TH"]
    scopes = [one["/Scope"] for tag in heads for one in tag["/A"] if "/Scope" in one]
    assert scopes.count("/Column") == 4
    assert scopes.count("/Row") == 91
    assert "Caption" in kinds(data)
    pages = opened(data).pages
    assert sum("Involvement" in page.extract_text() for page in pages) > 2
    assert all("Agency Part" in page.extract_text() for page in pages if "Involvement" in page.extract_text())


def test_cells_of_a_table_without_row_heads_stay_cells() -> None:
    data = made(Table((cell("A"), cell("B")), ((cell("c"), cell("d")),)), table(("A", "B"), (("c", "d"),)))
    heads = [tag for tag in tags(data) if tag["/S"] == "/TH"]
    assert sum("/Scope" in one and one["/Scope"] == "/Row" for tag in heads for one in tag["/A"]) == 1


def test_a_long_row_breaks_and_a_wide_table_has_a_wide_page() -> None:
    long = opened(made(table(("a", "b"), (("k", "word " * 4000),))))
    assert sum(page.extract_text().count("word") for page in long.pages) == 4000
    wide = opened(made(para("x"), table(tuple(f"Heading{n}" for n in range(11)), (("something",) * 11,)), para("y")))
    shapes = [page.mediabox.width > page.mediabox.height for page in wide.pages]
    assert shapes in ([False, False, True, False], [False, True, False])


def test_no_cell_of_a_ragged_table_is_lost() -> None:
    shown = said(made(Table((cell("A"),), ((cell("one"), cell("two"), cell("three")), ()))))
    assert "onetwothree" in shown


def test_a_source_is_a_footnote_and_the_second_time_the_same_one() -> None:
    data = made(
        para("First", Run("", source=1), " and again", Run("", source=1), " and another", Run("", source=0)),
        sources=(text("Working Together 2023"), text("A guide, ", Run("here", href="https://example.org/guide"))),
    )
    shown = said(data)
    assert shown.count("Aguide,here") == 1
    assert shown.count("WorkingTogether2023") == 1
    assert kinds(data).count("Note") == 2


def test_a_figure_says_what_it_shows() -> None:
    shows = Timeline(
        (Event("May 2024", "A visit with a rather long description that takes two lines at least, as some do", 2024.4),)
    )
    data = made(Figure("What happened", "One visit, in May 2024", shows))
    figure = next(tag for tag in tags(data) if tag["/S"] == "/Figure")
    assert figure["/Alt"] == "One visit, in May 2024"
    assert any("A visit with a rather long description that takes two lines" in words for words in paragraphs(data))


def test_links_go_to_the_web_or_mail_only_and_inside_to_headings_that_stand_there() -> None:
    data = made(
        section("1", "One", "one"), Heading(1, (), anchor="empty"),
        para(
            Run("a", href="https://example.org/?a=1&b=2"), Run("b", href="javascript:alert(1)"), Run("c", anchor="nowhere"),
            Run("d", anchor="one"), Run("e", anchor="empty"), Run("f", href="mailto:duty@example.org", strike=True),
        ),
    )  # fmt: skip
    links = [one.get_object() for page in opened(data).pages for one in page.get("/Annots", ())]
    assert [one["/A"]["/URI"] for one in links if "/A" in one and "/URI" in one["/A"]] == [
        "https://example.org/?a=1&b=2", "mailto:duty@example.org",
    ]  # fmt: skip
    assert "abcdef" in said(data)


def test_words_stay_whole_letter_by_letter() -> None:
    data = made(para("The official office of finance: Fflur Affleck, soft\u00adhyphen. " * 30))
    lines = [line for page in opened(data).pages for line in page.extract_text().splitlines()]
    assert not [line for line in lines if line.rstrip().endswith("-")]
    assert said(data).count("FflurAffleck") == 30
    assert not re.search("[\ufb00-\ufb06\u00ad]", "".join(lines))


def test_a_name_in_a_narrow_column_is_found() -> None:
    name = "Hubertsonwolfeschlegelsteinhausen"
    data = made(table(tuple("abcdefgh"), ((name,) * 8,)))
    assert any(name in part.text.replace("\u200b", "") for part in read_parts(data, ".pdf"))


TYPST = (
    '#import "@preview/x:1.0.0": *', "#panic()", '#read("/etc/passwd")', "$ x^2 $", "= Heading", "_a_ *b* `c`", "// gone",
    "/* gone */", "<label> @ref", "\\u{41}", "#let x = 1; #x", "]", "}", "- item", "+ item", "https://example.org", "--- ... ~",
)  # fmt: skip


@pytest.mark.parametrize("hostile", [*HOSTILE, *TYPST])
def test_hostile_text_stays_text_everywhere(hostile: str) -> None:
    nasty = para(hostile, number=hostile)
    document = Document(
        title=hostile, subtitle=f"sub {hostile}", kind=f"kind {hostile}", cover=((hostile, text(hostile)),), marking=hostile,
        blocks=(
            Heading(1, text("x", hostile), number=hostile, anchor=hostile), nasty, ListBlock(((nasty,),)), Quote((nasty,)),
            Code(hostile), Facts(((hostile, (nasty,)),)), table((hostile,), ((hostile,),), caption=hostile),
            para(Run("to", anchor=hostile), Run("out", href=f"https://example.org/{hostile}")),
        ),
    )  # fmt: skip
    try:
        data = RENDERER.render(document, None)
    except OutputError as error:
        assert "U+1F" in error.message  # no machine must have pictures of people among its fonts
        return
    legal = re.sub("[\x00-\x08\x0e-\x1f\xad\u202e\u202c\ud800-\udfff\ufffe\uffff]", "", hostile)
    if legal.isascii():
        assert said(data).count(squeezed(legal)) >= 8


RUNS = st.builds(
    Run, st.text(max_size=30), bold=st.booleans(), italic=st.booleans(), code=st.booleans(), strike=st.booleans(),
    gap=st.booleans(), line_break=st.booleans(), source=st.integers(-1, 2), href=st.sampled_from(("", "https://example.org/a b")),
    anchor=st.sampled_from(("", "one", "two")),
)  # fmt: skip
SOME = st.lists(RUNS, max_size=3).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph, SOME, number=st.sampled_from(("", "1.1", "x" * 30)), role=st.sampled_from(("", "lead", "note"))
)
HEADINGS = st.builds(
    Heading,
    st.integers(-1, 8),
    SOME,
    number=st.sampled_from(("", "1", "4.2")),
    anchor=st.sampled_from(("", "one", "two")),
)


def _around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    cells = st.builds(Cell, blocks, head=st.booleans())
    rows = st.lists(cells, max_size=4).map(tuple)
    return st.one_of(
        st.builds(
            ListBlock, st.lists(blocks, max_size=3).map(tuple), ordered=st.booleans(), start=st.integers(-3, 10**12)
        ),
        st.builds(Quote, blocks),
        st.builds(Card, HEADINGS, blocks),
        st.builds(Facts, st.lists(st.tuples(st.text(max_size=20), blocks), max_size=3).map(tuple)),
        st.builds(Table, rows, st.lists(rows, max_size=3).map(tuple), caption=st.text(max_size=20), widths=st.just(())),
    )


BLOCKS = st.recursive(
    st.one_of(PARAGRAPHS, HEADINGS, st.builds(Code, st.text(max_size=40)), st.just(Divider())), _around, max_leaves=12
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=4), st.text(max_size=20), st.booleans())
def test_any_document_is_made_or_a_letter_is_missing(blocks: list[Block], words: str, draft: bool) -> None:
    document = Document(
        title=words, subtitle=words[:5], kind=words[5:], cover=((words, text(words)),), blocks=tuple(blocks), marking=words,
        draft=draft, language=words, sources=(text("a source"), text("")),
    )  # fmt: skip
    try:
        data = RENDERER.render(document, None)
    except OutputError as error:
        assert re.search(r"U\+[0-9A-F]{4}|tagged PDF", error.message)
    else:
        assert not [part for part in read_parts(data, ".pdf") if part.kind == "unread"]


def test_what_nests_too_deeply_is_shown_less_deep() -> None:
    bottom = para("at the bottom")
    lists = quotes = cards = facts = bottom
    for _ in range(60):
        lists, quotes = ListBlock(((lists,),), ordered=True), Quote((quotes,))
        cards, facts = Card(Heading(2, text("a")), (cards,)), Facts((("a", (facts,)),))
    for deep in (lists, quotes, cards, facts):
        assert "atthebottom" in said(made(deep))


def test_a_font_without_a_letter_is_said_by_its_number_alone() -> None:
    with pytest.raises(OutputError, match=r"U\+0378") as refused:
        made(para("Jayden \u0378 Okafor"))
    assert "Jayden" not in refused.value.message + refused.value.hint
    assert refused.value.__context__ is None


def test_a_template_that_is_broken_shows_nothing_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = b'#panic(json("document.json").title)'
    monkeypatch.setattr(resources, "read_bytes", lambda *_: broken)
    with pytest.raises(ResourceError) as refused:
        made(title="Jayden")
    assert "Jayden" not in f"{refused.value.message} {refused.value.hint} {refused.value.__context__}"


def test_without_the_extra_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as refused:
        made(para("x"))
    assert refused.value.hint == "pip install safeguarding-reviewkit[pdf]"


def test_a_house_style_is_refused() -> None:
    with pytest.raises(UsageError):
        RENDERER.render(sample(), b"PK")


def test_it_is_found_by_its_name() -> None:
    assert registry.renderer("pdf") is RENDERER


@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_examples_are_published_and_proved(name: str) -> None:
    proved = api.publish_report(load_report(str(EXAMPLES / f"{name}.yaml")), "pdf")
    assert proved.data.startswith(b"%PDF-1.7")
    assert proved.suffix == ".pdf"
