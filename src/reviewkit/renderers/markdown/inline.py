"""Runs as Markdown: emphasis, code, links, gaps.

Emphasis is written with asterisks where every reader takes them for it, and with tags where the neighbouring
characters would stop them from counting.
"""

from __future__ import annotations

from itertools import groupby

from reviewkit.document import Run, Runs
from reviewkit.renderers._text import tidy
from reviewkit.renderers.markdown.escaping import code_span, destination, escaped

HARD_BREAK = "\\\n"
_MARKS = (("strike", "~~", "del"), ("bold", "**", "strong"), ("italic", "*", "em"))
_EDGE = Run("")


def inline(runs: Runs, line_break: str = HARD_BREAK) -> str:
    """The runs as Markdown, without anything blank at either end; "" if there is nothing to read."""
    clean = _trimmed(_joined(runs))
    spans = [
        ((run.href, run.anchor), line_break if run.line_break else _span(run, before, after))
        for run, before, after in zip(clean, (_EDGE, *clean), (*clean[1:], _EDGE), strict=False)
    ]
    written = ""
    for target, group in groupby(spans, key=lambda span: span[0]):
        piece = _linked("".join(span for _, span in group), *target)
        if piece.startswith("[") and written.endswith("!"):
            written = f"{written[:-1]}\\!"  # else the link would be a picture
        written += piece
    return written


def _linked(words: str, href: str, anchor: str) -> str:
    if not words.strip() or not (href or anchor):
        return words
    return f"[{words}]({destination(href) if href else f'#{anchor}'})"


def _joined(runs: Runs) -> list[Run]:
    """Clean runs, gaps in bold and brackets, citations as links, neighbours of one style as one."""
    joined: list[Run] = []
    for run in tidy(runs):
        plain = run._replace(notes=(), source=-1, page="")
        new = plain._replace(text=f"[{run.text.strip()}]", bold=True, gap=False) if run.gap else plain
        if joined and not new.line_break and joined[-1]._replace(text="") == new._replace(text=""):
            new = new._replace(text=joined.pop().text + new.text)
        joined.append(new)
        if run.source >= 0:
            joined.append(Run(f"[{run.source + 1}]", anchor=f"source-{run.source + 1}"))
    return joined


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without blanks at the ends of lines: Markdown would drop them, or make a break or an indent of them."""
    trimmed = list(runs)
    for index, run in enumerate(runs):
        text = run.text
        if index == 0 or runs[index - 1].line_break:
            text = text.lstrip()
        if index + 1 == len(runs) or runs[index + 1].line_break:
            text = text.rstrip()
        trimmed[index] = run._replace(text=text)
    return [run for run in trimmed if run.text or run.line_break]


def _span(run: Run, before: Run, after: Run) -> str:
    """One run. Blanks at its ends stand outside its marks, or these wouldn't count."""
    words = run.text.strip()
    marks = [mark for mark in _MARKS if getattr(run, mark[0])]
    if not words or not (marks or run.code):
        return escaped(run.text)
    start = run.text.index(words)
    lead, trail = run.text[:start], run.text[start + len(words) :]
    nested = run.strike and len(marks) > 1
    plain = not run.code and _counts(words, lead or before.text, trail or after.text, nested)
    plain = plain and (bool(lead) or not _is_marked(before))
    content = code_span(words) if run.code else escaped(words)
    for _, sign, tag in reversed(marks):
        content = f"{sign}{content}{sign}" if plain else f"<{tag}>{content}</{tag}>"
    return f"{lead}{content}{trail}"


def _counts(words: str, before: str, after: str, nested: bool) -> bool:
    """Whether every reader takes asterisks around the words for emphasis, by what stands at their edges.

    `nested`: other signs stand between the outermost ones and the words.
    """
    opens = before[-1:] in ("", " ") or (words[0].isalnum() and not nested)
    closes = after[:1] in ("", " ") or (words[-1].isalnum() and not nested)
    return opens and closes and before[-1:] not in ("*", "~") and after[:1] not in ("*", "~")


def _is_marked(run: Run) -> bool:
    return (run.bold or run.italic or run.strike) and not run.text.endswith(" ")
