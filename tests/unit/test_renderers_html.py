"""Web pages, read by Python's own HTML parser: structure, words, and nothing that acts or calls out."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.document import (
    Block,
    Card,
    Code,
    Divider,
    Document,
    Event,
    Facts,
    Figure,
    Heading,
    Links,
    ListBlock,
    Paragraph,
    Period,
    Periods,
    Quote,
    Run,
    Steps,
    Table,
    Timeline,
)
from reviewkit.drawing.drawing import draw
from reviewkit.errors import UsageError
from reviewkit.inspecting.web import read_web
from reviewkit.renderers._svg import COLOURS, svg
from reviewkit.renderers.html import RENDERER
from tests.unit.sample_document import cell, para, sample, section, table, text
from tests.unit.test_drawing_pictures import LINKS, PERIODS, STEPS, TIMELINE
from tests.unit.test_renderers_docx import HOSTILE, squeezed, told

EMPTY = {"meta", "br", "hr", "col"}
ALLOWED = EMPTY | {
    "html", "head", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "div", "p", "span",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code",
    "table", "caption", "colgroup", "thead", "tbody", "tr", "th", "td", "strong", "em", "s", "mark", "sup",
    "details", "summary", "figure", "figcaption", "svg", "desc", "rect", "circle", "path", "text", "tspan",
}  # fmt: skip
CONTRAST = 4.5
ROLES = {
    "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "rowheader", "td": "cell",
}  # fmt: skip


class Page(HTMLParser):
    """A page as it was read: every element with its attributes, what was open around it, and the text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.text = ""
        self.style = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.style += data
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes, _ in self.elements if name == tag]

    def values(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes, _ in self.elements if name in attributes]


def page(document: Document) -> Page:
    return Page(RENDERER.render(document, None).decode())


def written(*blocks: Block, **more: object) -> Page:
    return page(Document(title="Title", subtitle="", kind="", cover=(), blocks=blocks, **more))


def test_every_word_is_found_again() -> None:
    shown = squeezed(page(sample()).text)
    assert all(squeezed(words) in shown for words in told(sample().blocks))
    assert all(squeezed(label + runs[0].text) in shown for label, runs in sample().cover)


def test_one_page_without_script_or_anything_from_outside() -> None:
    shown = page(sample())
    assert {tag for tag, _, _ in shown.elements} <= ALLOWED
    assert not [name for _, attributes, _ in shown.elements for name in attributes if name.startswith("on")]
    assert not {"src", "srcset", "background", "action", "formaction", "data", "ping"} & {
        name for _, attributes, _ in shown.elements for name in attributes
    }
    assert "url(" not in shown.style
    assert "@import" not in shown.style
    policy = next(str(each["content"]) for each in shown.all("meta") if each.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_language_title_and_landmarks() -> None:
    shown = page(sample())
    assert shown.all("html") == [{"lang": "en-GB"}]
    assert "<title>Child K – Local Child Safeguarding Practice Review</title>" in shown.source
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert len(shown.all(landmark)) == 1
    skip = next(attributes for tag, attributes, _ in shown.elements if tag == "a")
    assert skip["href"] == f"#{shown.all('main')[0]['id']}"


def test_headings_start_at_one_and_skip_no_level() -> None:
    levels = [int(tag[1]) for tag, _, _ in page(sample()).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_within_the_page_has_one() -> None:
    shown = page(sample())
    ids = shown.values("id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in shown.values("href") if href.startswith("#")}
    assert inside <= set(ids)
    assert {"section-4", "section-5-1"} <= inside
    assert set(shown.values("aria-labelledby")) <= set(ids)


def test_ids_come_from_numbers_never_from_words() -> None:
    shown = written(
        section("1", "Jayden", "jayden"), Heading(2, text("Jayden"), anchor="jayden-2"), section("1", "Again", "again"),
        Heading(1, text("Odd"), number="Jayden"),
    )  # fmt: skip
    ids = [attributes["id"] for tag, attributes, _ in shown.elements if tag in ("h2", "h3") and "id" in attributes]
    assert ids == ["section-1", "part-2", "part-3", "part-4"]


def test_tables_have_captions_scopes_and_scroll_by_keyboard() -> None:
    shown = page(sample())
    assert len(shown.all("table")) == len(shown.all("caption")) == 4
    regions = [attributes for tag, attributes, _ in shown.elements if attributes.get("class") == "scroll"]
    assert all(each["tabindex"] == "0" and each["role"] == "region" and each["aria-label"] for each in regions)
    scopes = {("thead" in around): attributes["scope"] for tag, attributes, around in shown.elements if tag == "th"}
    assert scopes == {True: "col", False: "row"}


def test_on_a_phone_cells_say_what_column_they_are_of_and_a_table_stays_one() -> None:
    shown = written(table(("When", "Event"), (("May 2024", "A visit"),)))
    assert [each["data-label"] for each in (*shown.all("th")[2:], *shown.all("td"))] == ["When", "Event"]
    roles = {tag: attributes["role"] for tag, attributes, _ in shown.elements if tag in ROLES}
    assert roles == ROLES


def test_the_contents_fold_away_and_are_reached_from_the_end() -> None:
    shown = page(sample())
    listed = next(around for tag, attributes, around in shown.elements if attributes.get("id") == "contents")
    assert listed[-2:] == ("nav", "details")
    assert shown.all("footer")
    assert "Back to the contents" in shown.text
    assert not written(para("x")).all("details")


def test_what_opens_the_report_stands_out_if_it_alone_has_no_number() -> None:
    opening = (Heading(1, text("At a glance")), para("What matters most"))
    glance = written(*opening, section("1", "Why"), para("x")).all("section")
    assert [each["class"] for each in glance] == ["glance"]
    assert not written(*opening).all("section")
    assert not written(*opening, Heading(1, text("Another")), section("1", "Why")).all("section")
    assert not written(para("x"), *opening, section("1", "Why")).all("section")


def test_a_source_is_cited_listed_and_linked_both_ways() -> None:
    shown = written(
        para(Run("Guidance", source=0), " says so.", Run("", source=2)), para(Run("Again", source=0), Run("no", source=7)),
        section("1", "One"), sources=(text("Working Together"), (), text("A book"), text("Never cited")),
    )  # fmt: skip
    assert "Guidance1 says so.3" in shown.text
    assert [each["id"] for each in shown.all("li") if "id" in each] == ["source-1", "source-3", "source-4"]
    ids = shown.values("id")
    assert ids.count("cited-1") == ids.count("cited-3") == 1
    inside = {href[1:] for href in shown.values("href") if href.startswith("#")}
    assert inside - {"report"} <= set(ids)
    assert {"sources", "source-1", "source-3", "cited-1", "cited-3"} <= inside
    assert "Sources" not in written(para("x"), sources=((),)).text


def test_figures_are_drawn_for_wide_and_narrow_and_told_in_words() -> None:
    shown = written(
        *(Figure(f"Title {n}", f"Told {n}", each) for n, each in enumerate((TIMELINE, PERIODS, STEPS, LINKS)))
    )
    assert len(shown.all("figure")) == len(shown.all("figcaption")) == 4
    assert len(shown.all("svg")) == 8
    ids = shown.values("id")
    assert len(ids) == len(set(ids))
    for each in shown.all("svg"):
        assert each["role"] == "img"
        assert set(str(each["aria-labelledby"]).split()) <= set(ids)
    assert {tag for tag, _, _ in shown.elements} <= ALLOWED
    assert shown.text.count("Told 0") == 2
    assert not written(Figure("Nothing", "to see", Timeline(()))).all("figure")


def test_only_one_drawing_of_a_figure_is_shown_at_a_time() -> None:
    style = " ".join(page(sample()).style.split())
    assert "figure .wide { display: none; }" in style
    swapped = "{ figure .wide { display: block; } figure .narrow { display: none; } }"
    assert f"@media (min-width: 40rem), print {swapped}" in style


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text_in_a_figure(hostile: str) -> None:
    legal = squeezed(re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", hostile))
    for each in (
        Timeline((Event(hostile, hostile, 2024.0),)), Periods((Period(hostile, hostile, 2024.0, 2025.0),), ((hostile, 2024.5),)),
        Steps(((hostile, hostile),)), Links(hostile, hostile, (hostile,), (hostile,), ((0, 0),)),
    ):  # fmt: skip
        shown = written(Figure(hostile, hostile, each))
        assert {tag for tag, _, _ in shown.elements} <= ALLOWED
        assert squeezed(shown.text).count(legal) >= 9


def test_a_figure_is_readable_without_the_page() -> None:
    drawing = draw(TIMELINE, 451)
    alone = ET.fromstring(svg(drawing, "Ü & <", "told", "x"))  # noqa: S314  our own text
    assert alone.tag == "{http://www.w3.org/2000/svg}svg"
    assert "style" not in {child.tag.rpartition("}")[2] for child in alone.iter()}
    paints = {child.get(name) for child in alone.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert all(re.fullmatch("#[0-9a-f]{6}", str(paint)) for paint in paints)


def test_the_lines_of_a_wrapped_text_are_read_as_one() -> None:
    long = "Child K began at Little Oaks Nursery, three days a week, and was seen there by everybody who worked in it"
    shown = written(Figure("Title", "told", Timeline((Event("May 2024", long, 2024.4),))))
    parts = [part.text for part in read_web(shown.source.encode(), "page.html")]
    assert sum(" ".join(part.split()) == long for part in parts) == 2


def test_no_cell_of_a_ragged_table_is_lost() -> None:
    shown = written(Table((cell("A"),), ((cell("one"), cell("two"), cell("three")), ())))
    assert len(shown.all("th")) == 3
    assert len(shown.all("td")) == 6
    assert "three" in shown.text


def test_marking_draft_and_gaps_are_words_not_colours() -> None:
    shown = page(sample())
    assert shown.text.count(sample().marking) == 2
    assert "Draft" in shown.text
    assert "[Views of the father: not written yet]" in shown.text
    assert len(shown.all("mark")) == 2
    assert {"name": "robots", "content": "noindex, nofollow"} in shown.all("meta")


def test_a_page_without_marking_may_be_found_by_search_engines() -> None:
    shown = written(para("x"))
    assert "robots" not in shown.source
    assert not [each for _, each, _ in shown.elements if each.get("class") == "marking"]


def test_the_marking_is_printed_on_every_page_and_cannot_leave_its_string() -> None:
    shown = written(para("x"), marking='"; } </style><script>alert(1)</script>')
    assert not shown.all("script")
    assert "script>" not in shown.style
    assert re.search(r'@top-left \{ content: "\\22 \\3b ', shown.style)


def test_lists_and_quotes_nest() -> None:
    inner = ListBlock(((para("c"),),), ordered=True, start=4)
    shown = written(Quote((ListBlock(((para("a"), inner), (Code("<x>"),))), Divider())))
    nested = next((attributes, around) for tag, attributes, around in shown.elements if tag == "ol")
    assert nested[0] == {"start": "4"}
    assert nested[1][-3:] == ("blockquote", "ul", "li")
    assert "<x>" in shown.text


def test_links_go_to_the_web_or_mail_only() -> None:
    shown = written(
        para(
            Run("a", href="https://example.org/?a=1&b=2"), Run("b", href="javascript:alert(1)"), Run("c", href="JAVASCRIPT:x"),
            Run("d", href="data:text/html,x"), Run("e", href="java\nscript:x"), Run("f", href="//example.org"),
            Run("g", anchor="nowhere"), Run("h", href="mailto:duty@example.org"),
        )
    )  # fmt: skip
    assert [each["href"] for each in shown.all("a")][1:] == ["https://example.org/?a=1&b=2", "mailto:duty@example.org"]
    assert "abcdefgh" in shown.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text_everywhere(hostile: str) -> None:
    nasty = para(hostile, number=hostile)
    shown = page(
        Document(
            title=hostile, subtitle=f"sub {hostile}", kind=f"kind {hostile}", cover=((hostile, text(hostile)),), marking=hostile,
            blocks=(
                Heading(1, text("x", hostile), number=hostile, anchor=hostile), nasty, ListBlock(((nasty,),)), Quote((nasty,)),
                Code(hostile), Facts(((hostile, (nasty,)),)), table((hostile,), ((hostile,),), caption=hostile),
                para(Run("to", anchor=hostile), Run("out", href=f"https://example.org/{hostile}")),
            ),
        )
    )  # fmt: skip
    assert {tag for tag, _, _ in shown.elements} <= ALLOWED
    legal = re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", hostile)
    assert squeezed(shown.text).count(squeezed(legal)) >= 8


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_is_found_again(texts: list[str]) -> None:
    runs = tuple(Run(each, bold=index % 2 == 0, italic=index % 3 == 0) for index, each in enumerate(texts))
    shown = written(Paragraph(runs), Code("".join(texts)))
    legal = "".join(each for each in "".join(texts) if each.isprintable() and not each.isspace())
    whole = "".join(each for each in shown.text if each.isprintable() and not each.isspace())
    assert whole.endswith(f"{legal}{legal}Title")


def test_templates_cannot_be_reached_from_the_report() -> None:
    shown = written(para("{{ document.title }} {% for x in y %} {{ ''.__class__ }}"))
    assert "{{ document.title }} {% for x in y %} {{ ''.__class__ }}" in shown.text


def test_colours_have_contrast() -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", page(sample()).style))
    for name in ("ink", "quiet", "navy", "plum"):
        for ground in ("#ffffff", colours["tint"], colours["pale"]):
            assert _contrast(colours[name], ground) >= CONTRAST
    assert _contrast("#5a3600", "#fff1cc") >= CONTRAST


def test_colours_of_figures_have_contrast() -> None:
    pale = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", page(sample()).style))["pale"]
    for ground in (COLOURS["paper"], COLOURS["tint"], pale):
        assert all(_contrast(COLOURS[name], ground) >= CONTRAST for name in ("ink", "quiet", "accent", "third"))
    for ground in (COLOURS["paper"], pale):
        assert _contrast(COLOURS["line"], ground) >= 2.9
        assert _contrast(COLOURS["second"], ground) >= 2.9


def test_empty_blocks_leave_nothing_behind() -> None:
    shown = written(para(""), Heading(1, ()), Card(Heading(2, ()), ()), Quote(()), Table((), ()), para(" "))
    assert not [tag for tag, _, around in shown.elements if "main" in around and tag in ("p", "h2", "h3", "table")]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert RENDERER.render(sample(), None) == RENDERER.render(sample(), None)


def test_a_house_style_is_refused() -> None:
    with pytest.raises(UsageError):
        RENDERER.render(sample(), b"PK")


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
