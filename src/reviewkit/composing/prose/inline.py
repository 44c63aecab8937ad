"""Inline tokens → runs: emphasis, code, strikethrough, links with an allowed address; images as their description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewkit.composing.prose.citing import snug
from reviewkit.document import Run, Runs

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}


def to_runs(tokens: Iterable[Token]) -> Runs:
    """The runs of a paragraph, neighbours of one style joined, without anything blank at either end."""
    return trimmed(merged(snug(_styled(tokens))))


def merged(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with neighbours of one style joined and empty ones left out."""
    last: Run | None = None
    for run in runs:
        if not run.text and not run.line_break and run.source < 0:
            continue
        if last and run.text and not last.line_break and last[1:] == run[1:]:
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def trimmed(runs: Iterable[Run]) -> Runs:
    """The runs, if any of them has a word in it; without line breaks at either end."""
    kept = list(runs)
    while kept and kept[-1].line_break:
        kept.pop()
    while kept and kept[0].line_break:
        kept.pop(0)
    return tuple(kept) if any(run.text.strip() for run in kept) else ()


def _styled(tokens: Iterable[Token]) -> Iterator[Run]:
    depth = {"strong": 0, "em": 0, "s": 0}
    href = title = before = ""
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if name in depth and edge in ("open", "close"):
            depth[name] += token.nesting
        elif token.type == "link_open":
            href, title = str(token.attrs.get("href", "")), _title(token)
        elif token.type == "link_close":
            if before == "link_open":  # a link without words shows where it leads
                yield Run(href, href=href)
            yield Run(title)
            href = title = ""
        else:
            style = {_STYLES[key]: bool(count) for key, count in depth.items()}
            yield _leaf(token, Run("", href=href, **style))  # type: ignore[arg-type]
        before = token.type


def _leaf(token: Token, style: Run) -> Run:
    if token.type == "citation":
        return Run("", source=token.meta["source"])
    if token.type == "softbreak":
        return style._replace(text=" ")
    if token.type == "hardbreak":
        return Run("", line_break=True)
    if token.type == "code_inline":
        return style._replace(text=token.content, code=True)
    if token.type == "image":
        return style._replace(text=_description(token))
    return style._replace(text=token.content)


def _description(image: Token) -> str:
    """An image's alternative text, its own markup taken away; a picture itself never travels."""
    inside = (
        _description(token) if token.type == "image" else " " if token.type.endswith("break") else token.content
        for token in image.children or ()
    )
    return "".join(inside) + _title(image)


def _title(token: Token) -> str:
    """The words that a link or an image shows when it is pointed at: on paper nothing is pointed at."""
    title = " ".join(str(token.attrs.get("title", "")).split())
    return f" ({title})" if title else ""
