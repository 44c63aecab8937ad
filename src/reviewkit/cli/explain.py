"""`reviewkit explain`: what a rule flags, why, an example and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reviewkit.cli import terminal


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a rule; without CODE list them all."""
    click.echo("\n".join(_page(code) if code else _list()))


def _list() -> Iterator[str]:
    from reviewkit import registry

    for code in registry.codes():
        words = registry.words(code)
        yield f"{code}  {words.name:<38} {words.severity}"
    yield ""
    yield "reviewkit explain CODE says more."


def _page(code: str) -> Iterator[str]:
    from textwrap import dedent, fill, indent

    from reviewkit import registry
    from reviewkit.loading.codelists import load_sources

    words = registry.words(code.upper())
    sources = load_sources()
    columns = terminal.width()

    def paragraph(text: str) -> str:
        return fill(text, columns, break_on_hyphens=False)

    yield f"{words.code} {words.name} ({words.severity})"
    yield ""
    yield paragraph(words.finding.replace("{label}", "This field").replace("{place}", "This part"))
    for title, text in (("Why it matters", words.why), ("What to do", words.fix[:1].upper() + words.fix[1:] + ".")):
        yield ""
        yield title
        yield indent(paragraph(text), "  ")
    yield ""
    yield "Who says so"
    for key in words.source:
        source = sources[key]
        yield indent(paragraph(f"{source.cite}. Read as: {source.read_as}."), "  ")
    for title, example in (("Flagged", words.bad), ("Fine", words.good)):
        yield ""
        yield title
        yield indent(dedent(example.report).strip(), "  ")
    if not words.waivable:
        yield ""
        yield "This rule can't be waived."
