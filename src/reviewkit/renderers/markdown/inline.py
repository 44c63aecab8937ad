"""Runs as Markdown: emphasis, code, links, gaps.

Emphasis is written with asterisks where every reader will take them for it, and with tags where the neighbouring
characters would stop them from counting.
"""

from __future__ import annotations

from itertools import groupby

from reviewkit.document import Run, Runs
from reviewkit.renderers._text import tidy
from reviewkit.renderers.markdown.escaping import code_span, destination, escaped

HARD_BREAK = "\\\n"
_MARKS = (("strike", "~~", "del"), ("bold", "**", "strong"), ("italic", "*", "em"))


def inline(runs: Runs, line_break: str = HARD_BREAK) -> str:
    """The runs as Markdown, without anything blank at either end; "" if there is nothing to read."""
    pieces: list[str] = []
    clean = _trimmed(_prepared(runs))
    groups = [(target, list(group)) for target, group in groupby(clean, key=lambda run: (run.href, run.anchor))]
    for index, ((href, anchor), group) in enumerate(groups):
        before = groups[index - 1][1][-1].text[-1:] if index else ""
        after = groups[index + 1][1][0].text[:1] if index + 1 < len(groups) else ""
        if not href and not anchor:
            pieces.append(_spans(group, line_break, before, after))
            continue
        words = _spans(group, line_break, "", "")
        pieces.append(f"[{words}]({destination(href) if href else f'#{anchor}'})" if words.strip() else words)
    return "".join(pieces)


def _prepared(runs: Runs) -> list[Run]:
    """Clean runs; a gap in bold and brackets; neighbours of one style joined."""
    joined: list[Run] = []
    for run in tidy(runs):
        new = run._replace(text=f"[{run.text.strip()}]", bold=True, gap=False) if run.gap and run.text.strip() else run
        if joined and not new.line_break and joined[-1]._replace(text="") == new._replace(text=""):
            new = new._replace(text=joined.pop().text + new.text)
        joined.append(new)
    return joined


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without blanks at the ends of lines: Markdown would drop them, or make a break or an indent of them."""
    for index, run in enumerate(runs):
        if index == 0 or runs[index - 1].line_break:
            run = runs[index] = run._replace(text=run.text.lstrip())
        if index + 1 == len(runs) or runs[index + 1].line_break:
            runs[index] = run._replace(text=run.text.rstrip())
    return [run for run in runs if run.text or run.line_break]


def _spans(runs: list[Run], line_break: str, before: str, after: str) -> str:
    texts = [run.text for run in runs]
    written: list[str] = []
    for index, run in enumerate(runs):
        if run.line_break:
            written.append(line_break)
            continue
        previous = texts[index - 1][-1:] if index else before
        following = texts[index + 1][:1] if index + 1 < len(runs) else after
        written.append(_span(run, previous, following))
    return "".join(written)


def _span(run: Run, previous: str, following: str) -> str:
    """One run. Blanks at its ends stand outside its marks, or these wouldn't count."""
    words = run.text.strip()
    marks = [mark for mark in _MARKS if getattr(run, mark[0])]
    if not words or not (marks or run.code):
        return escaped(run.text)
    lead = run.text[: len(run.text) - len(run.text.lstrip())]
    trail = run.text[len(run.text.rstrip()) :]
    content = code_span(words) if run.code else escaped(words)
    plain = not run.code and _counts(words, lead[-1:] or previous, trail[:1] or following)
    for _, sign, tag in reversed(marks):
        content = f"{sign}{content}{sign}" if plain else f"<{tag}>{content}</{tag}>"
    return f"{lead}{content}{trail}"


def _counts(words: str, previous: str, following: str) -> bool:
    """Whether every reader takes asterisks around the words for emphasis, by what stands at their edges."""
    opens = words[0].isalnum() or previous in ("", " ")
    closes = words[-1].isalnum() or following in ("", " ")
    touches = previous in ("*", "~", "\\") or following in ("*", "~")
    return opens and closes and not touches
