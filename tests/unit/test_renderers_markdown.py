"""Markdown, judged by a Markdown reader: what is read back is what was written, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reviewkit.document import (
    Block,
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
from reviewkit.errors import UsageError
from reviewkit.renderers.markdown import RENDERER
from tests.unit.sample_document import cell, para, sample, table, text

SIGNS = "ab1 *_`[]()<>&#|~!\\-+=.:/@$\"'{}^;lt é—£’ 😀\u200f\u3000"
HREFS = ("", "", "https://example.org/a_(b)?x=1&y=2*3", "mailto:duty@example.org")
TAGS = {"strong": "bold", "em": "italic", "s": "strike", "del": "strike", "code": "code"}
NASTY = (
    "# no heading", "- no list", "+ no list", "* no list", "1. no list", "12) no list", "1986. A year", "> no quote",
    "---", "===", "***", "___", "~~~", "```", "    no code", "\tno code", "| a | b |", "|---|", ":-:", "a | b", "C #", "#",
    "# #", "a\\", "\\", "\\*", "*a*", "**a**", "_a_", "a_b_c", "2*3*4", "`a`", "``", "[a](b)", "![a](b)", "[a]: b", "[^1]",
    "[ ] task", "<b>a</b>", "<br>", "<!-- a -->", "<script>alert(1)</script>", "</script>", "&amp;", "&copy", "&#65;", "a&b",
    "http://example.org/a_b_c", "www.example.org/a_b_c", "x@example.org", "~~a~~", "~a~", "$x$", "$$", "a  b", "]]>", "${x}",
    "{{ x }}", "{% x %}", "-", "+", "1.", "0.", "-a", "--", "- - -", "=", "a<b>c", "!", "![", "\\\\server\\share", "\u202eabc\u202c",
    "<https://example.org>", "@someone", "#1", ":smile:", "Term\n: definition", "line\n---", "line\n===", "a\n- b", "a\n1. b",
)  # fmt: skip


def written(*blocks: Block, **more: object) -> str:
    document = Document(title="Title", subtitle="", kind="", cover=(), blocks=blocks, **more)
    return RENDERER.render(document, None).decode()


def tokens(markdown: str) -> list[Token]:
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
    return reader.parse(markdown)


def letters(children: Iterable[Token]) -> list[tuple[str, frozenset[str], str]]:
    """Every letter with its styles and the address it leads to, as a reader sees them."""
    found: list[tuple[str, frozenset[str], str]] = []
    styles: list[str] = []
    href = ""
    for token in children:
        tag = re.fullmatch("<(/?)(\\w+)( id=.*)?>", token.content) if token.type == "html_inline" else None
        if token.type == "link_open":
            href = str(token.attrs["href"])
        elif token.type == "link_close":
            href = ""
        elif tag and tag[2] in ("br", "a"):
            continue
        elif tag or token.nesting:
            name = TAGS[tag[2] if tag else token.tag]
            styles.append(name) if (not tag[1] if tag else token.nesting == 1) else styles.remove(name)
        else:
            assert token.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special"), token.type
            code = {"code"} if token.type == "code_inline" else set()
            found += [(letter, frozenset({*styles, *code}), href) for letter in token.content if not letter.isspace()]
    return found


def expected(runs: Iterable[Run]) -> list[tuple[str, frozenset[str], str]]:
    return [
        (letter, frozenset(name for name in ("bold", "italic", "strike", "code") if getattr(run, name)), run.href)
        for run in runs
        for letter in run.text
        if (not letter.isspace() and letter.isprintable()) or letter in "\u200f\u202e\u202c"
    ]


def inline_after_title(markdown: str) -> list[Token]:
    return [token for token in tokens(markdown) if token.type == "inline"][1:]


runs = st.lists(
    st.builds(
        Run,
        text=st.text(st.sampled_from(SIGNS), min_size=1, max_size=12),
        bold=st.booleans(),
        italic=st.booleans(),
        code=st.sampled_from((False, False, False, True)),
        strike=st.sampled_from((False, False, False, True)),
        href=st.sampled_from(HREFS),
        anchor=st.just(""),
        line_break=st.just(False),
        gap=st.just(False),
    )
    | st.just(Run("", line_break=True)),
    min_size=1,
    max_size=6,
).map(tuple)


@given(runs)
def test_a_paragraph_is_read_back_letter_by_letter(content: tuple[Run, ...]) -> None:
    parsed = tokens(written(Paragraph(content)))
    assert [letter for token in parsed[3:] for letter in letters(token.children or ())] == expected(content)
    assert {token.type for token in parsed[3:]} <= {"paragraph_open", "inline", "paragraph_close"}


@given(runs)
def test_a_heading_is_read_back_letter_by_letter(content: tuple[Run, ...]) -> None:
    parsed = tokens(written(Heading(3, content)))
    headings = [token for token in parsed if token.type == "heading_open"]
    body = [letter for token in parsed[3:] for letter in letters(token.children or ())]
    assert _texts(body) == _texts(expected(content))
    assert [token.tag for token in headings] == (["h1", "h4"] if _texts(expected(content)) else ["h1"])


@given(st.lists(runs, min_size=4, max_size=4))
def test_cells_are_read_back_letter_by_letter(cells: list[tuple[Run, ...]]) -> None:
    filled = [Cell((Paragraph(content),)) for content in cells]
    parsed = inline_after_title(written(Table(tuple(filled[:2]), (tuple(filled[2:]),))))
    assert [letters(token.children or ()) for token in parsed] == [expected(content) for content in cells]


@given(st.lists(runs, min_size=3, max_size=3))
def test_list_items_quotes_and_answers_are_read_back(contents: list[tuple[Run, ...]]) -> None:
    item, quoted, answer = (Paragraph(content) for content in contents)
    parsed = inline_after_title(written(ListBlock(((item,),)), Quote((quoted,)), Facts((("Label", (answer,)),))))
    found = [letter for token in parsed for letter in letters(token.children or ())]
    label = [(letter, frozenset({"bold"}), "") for letter in "Label:"]
    first, second, third = map(expected, contents)
    assert found == [*first, *second, *label, *third]


@pytest.mark.parametrize("nasty", NASTY)
def test_signs_stay_text(nasty: str) -> None:
    for block in (para(nasty), ListBlock(((para(nasty),),)), Quote((para(nasty),)), table(("A",), ((nasty,),))):
        parsed = inline_after_title(written(block))
        found = "".join(_texts(letters(token.children or ())) for token in parsed)
        assert found.removeprefix("A" if isinstance(block, Table) else "") == "".join(nasty.split())


def test_code_is_shown_as_typed() -> None:
    typed = "first\n\n\tindented <b> &amp; *no*\n```\nfenced\n````\nlast"
    for block in (Code(typed), ListBlock(((para("x"), Code(typed)),)), Quote((Code(typed),))):
        fences = [token.content for token in tokens(written(block)) if token.type == "fence"]
        assert fences == [typed + "\n"]


def test_lists_keep_their_shape() -> None:
    inner = ListBlock(((para("c"),), (para("d"), para("e"))), ordered=True, start=4)
    shown = tokens(written(ListBlock(((para("a"),), (para("b"), inner)))))
    kinds = [token.type for token in shown if token.type.startswith(("bullet", "ordered", "list_item_open"))]
    assert kinds == [
        "bullet_list_open", "list_item_open", "list_item_open", "ordered_list_open", "list_item_open", "list_item_open",
        "ordered_list_close", "bullet_list_close",
    ]  # fmt: skip
    assert next(token for token in shown if token.type == "ordered_list_open").attrs == {"start": 4}


def test_lists_that_touch_stay_apart() -> None:
    bullets, numbers = ListBlock(((para("a"),),)), ListBlock(((para("b"),),), ordered=True)
    shown = tokens(written(bullets, bullets, Facts((("c", (para("d"),)),)), numbers, numbers, numbers))
    assert sum(token.type == "bullet_list_open" for token in shown) == 3
    assert sum(token.type == "ordered_list_open" for token in shown) == 3


def test_an_item_may_begin_with_any_block() -> None:
    items: tuple[Block, ...] = (
        Quote((para("quoted"),)), Code("typed"), Divider(), table(("H",), (("x",),)), ListBlock(((para("deeper"),),)),
    )  # fmt: skip
    shown = {token.type for token in tokens(written(ListBlock(tuple((item,) for item in items))))}
    assert {"blockquote_open", "fence", "hr", "table_open"} <= shown
    assert sum(token.type == "list_item_open" for token in tokens(written(ListBlock(((items[4],),))))) == 2


def test_a_table_whose_cells_hold_blocks_becomes_labelled_lists() -> None:
    bullets = ListBlock(((para("first"),), (para("second"),)))
    shown = written(
        Table(
            (cell("Agency"), cell("What it did")),
            ((Cell((para("Police"),), head=True), Cell((para("Two things"), bullets))),),
            caption="Agencies",
        )
    )
    assert "table_open" not in {token.type for token in tokens(shown)}
    assert "**Agencies**\n\n**Police**\n\n- **What it did:** Two things\n  - first\n  - second" in shown


def test_no_cell_of_a_ragged_table_is_lost() -> None:
    shown = written(Table((cell("A"),), ((cell("one"), cell("two"), cell("three")), ())))
    assert [token.content for token in inline_after_title(shown)][:6] == ["A", "", "", "one", "two", "three"]


def test_every_link_within_the_text_has_its_target() -> None:
    shown = RENDERER.render(sample(), None).decode()
    targets = re.findall('<a id="([^"]+)"></a>', shown)
    links = re.findall(r"\]\(#([^)]+)\)", shown)
    assert len(targets) == len(set(targets))
    assert set(links) <= set(targets)
    assert "section-5-1" in links
    assert "recommendation" not in "".join(targets)


def test_a_link_to_nowhere_or_to_a_script_is_text() -> None:
    shown = written(para(Run("gone", anchor="nowhere"), " ", Run("click", href="javascript:alert(1)")))
    assert "gone click" in shown
    assert "](" not in shown


def test_a_source_is_cited_by_a_link_to_its_place_in_the_list() -> None:
    shown = written(
        para(Run("Guidance", source=0, bold=True), " says so.", Run("", source=1)), table(("A|B", "C"), (("x", "y"),)),
        sources=(text("Working *Together*"), text("A book, ", Run("read", href="https://example.org/b"))),
    )  # fmt: skip
    assert r"**Guidance**[\[1\]](#source-1) says so.[\[2\]](#source-2)" in shown
    assert (
        '## <a id="sources"></a>Sources\n\n1. <a id="source-1"></a>Working \\*Together\\*\n2. <a id="source-2">'
        in shown
    )
    assert "source" not in written(para(Run("x", source=3)))


def test_a_figure_is_left_out_for_its_facts_stand_beside_it() -> None:
    figure = Figure("Title", "told", Timeline((Event("May 2024", "A visit", 2024.4),)))
    assert written(para("before"), figure, para("after")) == "# Title\n\nbefore\n\nafter\n"


def test_a_reader_of_github_s_kind_and_a_plain_one_find_the_same_headings_tables_and_lists() -> None:
    shown = RENDERER.render(sample(), None).decode()
    ours = [(token.type, token.tag, token.level) for token in tokens(shown)]
    github = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(shown)
    assert [(token.type, token.tag, token.level) for token in github] == ours
    assert sum(token.type == "table_open" for token in github) == 4
    assert sum(token.type == "heading_open" for token in github) == 15
    plain = MarkdownIt("commonmark").parse(shown)
    for kind in ("heading_open", "list_item_open", "blockquote_open", "fence", "hr"):
        assert [token.tag for token in plain if token.type == kind] == [tag for name, tag, _ in ours if name == kind]
    assert not [token for token in plain if token.type == "html_block"]


@pytest.mark.parametrize("nasty", NASTY)
def test_signs_stay_text_where_tables_are_not_known(nasty: str) -> None:
    shown = MarkdownIt("commonmark").parse(written(table(("A",), ((nasty,),)), para(nasty)))
    assert [token.type for token in shown if token.nesting == 1] == ["heading_open", "paragraph_open", "paragraph_open"]
    last = shown[-2].children or ()
    assert "".join("".join(token.content.split()) for token in last) == "".join(nasty.split())


def test_gaps_and_marking_are_seen_without_colour() -> None:
    shown = written(para(Run("Not written yet", gap=True)), marking="CONFIDENTIAL", draft=True)
    assert shown.startswith("> **CONFIDENTIAL**\n")
    assert r"**\[Not written yet\]**" in shown
    assert "\nDraft\n" in shown


def test_empty_blocks_leave_nothing() -> None:
    shown = written(para(""), para(" "), Quote(()), ListBlock(()), Code(" "), Table((), ()), Facts(()))
    assert shown == "# Title\n"


def test_control_characters_and_lone_surrogates_vanish() -> None:
    assert "a b c" in written(para("a\x00\x07\n\x0bb\ud800\ufffe c"))


def test_every_word_of_a_rich_document_is_found_again() -> None:
    shown = "".join(
        letter
        for token in tokens(RENDERER.render(sample(), None).decode())
        for letter in _shown(token)
        if not letter.isspace()
    )
    for said in (
        "Children’s Services",
        "“main carer”",
        "<closed>",
        "Nobody asked me why.",
        "WM-LCSPR-9901",
        "Nil return",
    ):
        assert "".join(said.split()) in shown


def test_the_same_document_gives_the_same_bytes() -> None:
    assert RENDERER.render(sample(), None) == RENDERER.render(sample(), None)


def test_a_house_style_is_refused() -> None:
    with pytest.raises(UsageError):
        RENDERER.render(sample(), b"PK")


def _shown(token: Token) -> str:
    if token.type == "inline":
        return "".join(letter for letter, _, _ in letters(token.children or ()))
    return token.content


def _texts(found: Iterable[tuple[str, frozenset[str], str]]) -> str:
    return "".join(letter for letter, _, _ in found)
