"""Prose: Markdown said truly, nothing lost, nothing dangerous, nothing slow; and helpers to read blocks back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.composing.prose.parsing import LONGEST, parse_markdown, parse_prose
from reviewkit.document import Block, Card, Code, Facts, Heading, ListBlock, Paragraph, Quote, Run, Runs, Table


def runs_of(blocks: Iterable[Block]) -> Iterator[Runs]:
    """The runs of every paragraph and heading; numbers, labels, captions and code as runs of their own."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield (Run(f"{block.number} "), *block.runs) if block.number else block.runs
        elif isinstance(block, Code):
            yield (Run(block.text),)
        elif isinstance(block, Table):
            yield (Run(block.caption),)
        for label, held in within(block):
            yield (Run(label),)
            yield from runs_of(held)


def within(block: Block) -> Iterator[tuple[str, Iterable[Block]]]:
    """The blocks that a block holds, group by group, with the label of each."""
    if isinstance(block, Quote):
        yield "", block.blocks
    elif isinstance(block, Card):
        yield "", (block.heading, *block.blocks)
    elif isinstance(block, ListBlock):
        yield from (("", item) for item in block.items)
    elif isinstance(block, Facts):
        yield from block.items
    elif isinstance(block, Table):
        yield from (("", cell.blocks) for row in (block.header, *block.rows) for cell in row)


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those within others too."""
    for block in blocks:
        yield block
        for _, held in within(block):
            yield from every(held)


def text_of(blocks: Iterable[Block]) -> str:
    """What a reader reads, a line for each paragraph."""
    lines = ("".join(" " if run.line_break else run.text for run in runs) for runs in runs_of(blocks))
    return "\n".join(line for line in lines if line)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def prose(text: str) -> tuple[Block, ...]:
    return parse_prose(text, "/narrative")


def runs(text: str) -> Runs:
    (paragraph,) = prose(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


def test_paragraphs_are_told_apart_by_blank_lines_and_lines_join():
    assert (
        text_of(prose("One line\nand another.\n\nA second paragraph.\n"))
        == "One line and another.\nA second paragraph."
    )


def test_emphasis_code_and_strikethrough():
    assert runs("a **b *c* d** `e f` ~~g~~") == (
        Run("a "), Run("b ", bold=True), Run("c", bold=True, italic=True), Run(" d", bold=True), Run(" "),
        Run("e f", code=True), Run(" "), Run("g", strike=True),
    )  # fmt: skip


def test_hard_break_separates_words():
    assert runs("one  \ntwo\\\nthree") == (
        Run("one"), Run("", line_break=True), Run("two"), Run("", line_break=True), Run("three"),
    )  # fmt: skip


def test_lists_nest_and_keep_their_start():
    (block,) = prose("3. three\n   - inner\n\n     more\n4. four")
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)
    inner = block.items[0][1]
    assert isinstance(inner, ListBlock)
    assert not inner.ordered
    assert text_of(inner.items[0]) == "inner\nmore"


def test_table_has_header_and_rows():
    (block,) = prose("| When | Who |\n|---|---|\n| May | **Midwife** |\n")
    assert isinstance(block, Table)
    assert [cell.head for cell in block.header] == [True, True]
    assert text_of((block,)).split("\n") == ["When", "Who", "May", "Midwife"]


def test_cells_beyond_the_last_column_are_not_lost():
    (block,) = prose("|a|b|\n|-|-|\n|1|2|3 *four*|5|\n")
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [2]
    assert words_of(text_of((block,))) == ["a", "b", "1", "2", "3", "four", "5"]


def test_headings_do_not_break_the_outline():
    (paragraph,) = prose("## A *finding*")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.role == "lead"
    assert all(run.bold for run in paragraph.runs)


def test_quote_code_and_divider_keep_their_words():
    assert text_of(prose("> Is there milk?\n\n    typed  text\n\n***\n\n```sql\nselect\n```")) == (
        "Is there milk?\ntyped  text\nsql\nselect"
    )


def test_raw_html_is_text():
    text = "<script>alert(1)</script> and <b>bold</b>\n\n<div>\nblock\n</div>"
    assert text_of(prose(text)) == "<script>alert(1)</script> and <b>bold</b>\n<div> block </div>"


@pytest.mark.parametrize("href", ["https://example.org/a", "http://example.org", "mailto:office@example.org"])
def test_links_to_the_web_are_kept(href: str):
    assert runs(f"see [the page]({href}) and <{href.removeprefix('mailto:')}>")[1] == Run("the page", href=href)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java%0ascript:alert(1)",
        "data:text/html;base64,PGI+", "file:///etc/passwd", "vbscript:x", "//example.org", "page.md", "#top", "\\\\host",
    ],
)  # fmt: skip
def test_other_links_are_plain_text(href: str):
    for text in (f"a [word](<{href}>) b", f"a [word][x] b\n\n[x]: {href}"):
        assert "word" in text_of(prose(text))
        assert not any(run.href for found in runs_of(prose(text)) for run in found)


def test_what_looks_like_a_link_keeps_its_words():
    assert (
        text_of(prose("[he](father) said\n\n[Mother]: said\n\nno more")) == "[he](father) said\n[Mother]: said\nno more"
    )


def test_reference_links_work_and_an_address_nobody_refers_to_is_shown():
    text = 'see [the page][1] and ![a drawing][2]\n\n[1]: https://example.org/x "a title"\n[2]: b.png\n\n[Guide]: http://g.example "t"'
    page, _, *rest = prose(text)
    assert isinstance(page, Paragraph)
    assert page.runs[1:3] == (Run("the page", href="https://example.org/x"), Run(" (a title) and ![a drawing][2]"))
    assert text_of(rest).endswith("[Guide]: http://g.example (t)")


def test_a_link_without_words_shows_its_address():
    assert runs("[](https://example.org)") == (Run("https://example.org", href="https://example.org"),)


def test_images_are_their_description():
    assert text_of(prose("![A *drawing* of ![the] stairs](x.png) [![badge](a.png)](https://example.org)")) == (
        "A drawing of ![the] stairs badge"
    )


@pytest.mark.parametrize("text", ["", "  \n\t\n", "![](x.png)", "&#32;", "- \n-", "> "])
def test_what_says_nothing_leaves_nothing(text: str):
    assert prose(text) == ()


def test_every_block_carries_its_path():
    blocks = prose("# a\n\nb\n\n- c\n\n> d\n\n|e|\n|-|\n|f|\n\n    g\n\n---\n")
    assert {block.path for block in blocks} == {"/narrative"}


@pytest.mark.parametrize("sign", ["- ", "> ", "1. ", "> - "])
def test_words_below_the_deepest_level_are_kept(sign: str):
    text = sign * 200 + "bottom"
    assert "bottom" in text_of(prose(text))
    assert _depth(prose(text)) <= 18


def _depth(blocks: Iterable[Block]) -> int:
    inner = [
        held
        for block in blocks
        for held in (
            (block.blocks,) if isinstance(block, Quote) else block.items if isinstance(block, ListBlock) else ()
        )
    ]
    return max((1 + _depth(held) for held in inner), default=0)


SIGNS = (
    "word", "another", "12", "1.", "2)", "#", "##", ">", "-", "+", "*", "**", "_", "`", "``", "```", "~~~", "~~", "|", "|-|",
    "=", "==", "---", ":", ":--", "[", "]", "(", ")", "!", "![", "<", "&", "&amp;", "\\", ".", "a:", "http://x.org",
    "[a](http://x.org)", "[a]:", "£", "é", "\u00a0", "\u2028", "\x0b", "\x85", "\x00", "\r", " ", "  ", "\n", "\n\n", "    ",
    "\t",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(SIGNS), max_size=24).map("".join)


@given(MARKUP)
def test_the_short_cut_gives_what_the_parser_gives(text: str):
    assert prose(text) == parse_markdown(text, "/narrative")


@given(st.text(alphabet="ab1. \n-#>:=+)(!'\u2019,~", max_size=40))
def test_the_short_cut_gives_what_the_parser_gives_for_nearly_plain_text(text: str):
    assert prose(text) == parse_markdown(text, "/narrative")


@given(MARKUP)
def test_every_word_comes_back(text: str):
    read = text_of(prose(text))
    for word in ("word", "another"):
        # The address of a picture and the language of a code block's fence aside, which are no words of the report.
        assert read.count(word) >= re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text).count(word)


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "*",
        ">",
        "_",
        "`",
        "<",
        "![",
        "](",
        "[a](",
        "![[]()",
        "**a ",
        "*a_ ",
        "- ",
        "1. ",
        "> - ",
        "|",
        "~~",
        "&",
        "\\",
    ],
)
def test_hostile_text_is_read_to_its_end(sign: str):
    # How long it takes is measured in benchmarks/programs/hostile.py; without its caps this would not end in minutes.
    assert text_of(prose(sign * (100_000 // len(sign)) + "\n\nword")).endswith("word")


def test_endless_prose_is_split_into_paragraphs_only():
    text = "a *b* c\n\n" * (LONGEST // 9 + 1)
    assert runs_of(prose(text)).__next__() == (Run("a *b* c"),)


def test_a_report_without_markup_imports_no_parser():
    import subprocess
    import sys

    code = (
        "import sys\nfrom reviewkit.composing.prose.parsing import parse_prose\n"
        "parse_prose('Plain words, and 3.5 more: it\\u2019s fine - really!', '/x')\n"
        "assert not any(name.startswith('markdown_it') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
