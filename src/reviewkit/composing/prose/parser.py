"""The one Markdown parser: CommonMark with tables and strikethrough, made safe for what people paste.

Changed from the library's own behaviour where it would lose words or time: raw HTML is text; nesting stops at a depth
that Word can show, and what lies deeper becomes a paragraph instead of vanishing; links lead to the web or are no links,
so that `[he](father)` and a line `[Mother]: said` keep their words; an address that no link refers to is shown; cells
beyond a table's last column join it; hopeless images are given up early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.composing.prose.citing import CITATIONS, Citations, citation

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    InlineRule = Callable[[StateInline, bool], bool]

DEEPEST = 18  # nine lists within one another, as many levels as Word has; a list and its item count one each
DEEPEST_IMAGE = 4
HOPELESS_IMAGES = 20  # each costs a walk to the end of the paragraph
_DEPTH, _FAILED = "image_depth", "images_failed"
ALLOWED = ("http://", "https://", "mailto:")
_OPTIONS = {
    "html": False,
    "maxNesting": DEEPEST + 2,
    "inline_definitions": True,  # with the next, tells which addresses are referred to
    "store_labels": True,
}


def tokenise(text: str, citations: Citations | None = None) -> list[Token]:
    """The tokens of the text; a `definition` among them is an address that no link refers to."""
    tokens = parser().parse(text, {_DEPTH: 0, _FAILED: 0, CITATIONS: citations})
    if not any(token.type == "definition" for token in tokens):
        return tokens
    used = set(_labels(tokens))
    return [token for token in tokens if token.type != "definition" or token.meta["id"] not in used]


def _labels(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta and token.type != "definition":
            yield token.meta["label"]
        yield from _labels(token.children or [])


@cache
def parser() -> MarkdownIt:
    """The parser, made once, when the first marked-up paragraph asks for it."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import table
    from markdown_it.rules_inline import image

    markdown = MarkdownIt("commonmark", _OPTIONS).enable(["table", "strikethrough"])
    markdown.validateLink = _leads_to_the_web  # type: ignore[method-assign]
    markdown.block.ruler.before("table", "too_deep", _too_deep)
    markdown.block.ruler.at("table", _with_all_cells(table), {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.at("image", _not_for_ever(image))
    markdown.inline.ruler.before("link", "citation", citation)
    return markdown


def _leads_to_the_web(url: str) -> bool:
    return url.lower().startswith(ALLOWED)


def _anywhere(url: str) -> bool:
    del url
    return True


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """At the deepest level the rest of the container is one paragraph, signs and all."""
    if state.level < DEEPEST or silent:
        return False
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, end, state.blkIndent, False).strip()
    inline.map = [start, end]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    state.line = end
    return True


def _with_all_cells(rule: BlockRule) -> BlockRule:
    """A row with more cells than the table has columns keeps their words in its last one."""

    def complete(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        rows = [index for index in range(before, len(state.tokens)) if state.tokens[index].type == "tr_close"]
        columns = (rows[0] - before - 3) // 3 if rows else 0
        for number, index in enumerate(rows[1:], start + 2):
            cells = _cells(state, number)
            if len(cells) > columns:
                state.tokens[index - 2].content = " | ".join(cell.strip() for cell in cells[columns - 1 :])
        return True

    return complete


def _cells(state: StateBlock, line: int) -> list[str]:
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells


def _not_for_ever(rule: InlineRule) -> InlineRule:
    def guarded(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith("![", state.pos):
            return False
        if state.env[_DEPTH] >= DEEPEST_IMAGE or state.env[_FAILED] >= HOPELESS_IMAGES:
            return False
        state.env[_DEPTH] += 1
        # A picture never travels, so it may stand anywhere: its description is all that is taken.
        checking, state.md.validateLink = state.md.validateLink, _anywhere  # type: ignore[method-assign]
        try:
            found = rule(state, silent)
        finally:
            state.env[_DEPTH] -= 1
            state.md.validateLink = checking  # type: ignore[method-assign]
        state.env[_FAILED] += not found
        return found

    return guarded
