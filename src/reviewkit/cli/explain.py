"""`reviewkit explain`: what a rule flags, why, an example and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from reviewkit.cli import terminal

if TYPE_CHECKING:
    from reviewkit.contracts import AccessRule, Example, Words
    from reviewkit.schema import Field


@click.command(short_help="Explain a rule, or list them all.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a rule; without CODE list them all."""
    click.echo("\n".join(_page(code) if code else _list()))


def _list() -> Iterator[str]:
    from reviewkit import registry

    for code in registry.all_codes():
        yield f"{code}  {registry.explained(code).severity:<7}  {registry.sentence(code)}"
    yield ""
    yield "reviewkit explain CODE says more."


def _page(code: str) -> Iterator[str]:
    from reviewkit import registry

    if code.upper() in registry.access_codes():
        yield from _page_of_word_files(registry.access_rule(code.upper()))
        return
    words = registry.words(code.upper())
    yield f"{words.code} {words.name}"
    yield from _wrapped(registry.sentence(words.code))
    yield from _part("How grave", _severities(words))
    yield from _part("Why it matters", [words.why])
    yield from _part("What to do", [words.fix[:1].upper() + words.fix[1:] + "."])
    yield from _part("Who says so", _sources(words.source))
    yield from _verbatim("Flagged", words.bad)
    yield from _verbatim("Fine", words.good)


def _page_of_word_files(rule: AccessRule) -> Iterator[str]:
    from reviewkit import registry

    yield f"{rule.code} {rule.name}"
    yield from _wrapped(registry.sentence(rule.code))
    yield from _part("How grave", [f"{rule.severity.capitalize()}, in Word files (`reviewkit check --a11y`)."])
    yield from _part("Why it matters", [rule.why])
    yield from _part("What to do in Word", [rule.fix[:1].upper() + rule.fix[1:] + "."])
    yield from _part("Who says so", _sources(rule.source))
    yield from _part("Flagged", [rule.bad])
    yield from _part("Fine", [rule.good])


def _part(title: str, texts: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    for text in texts:
        yield from _wrapped(text, "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    from textwrap import wrap

    return wrap(text, terminal.width(), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _verbatim(title: str, example: Example) -> Iterator[str]:
    from textwrap import dedent, indent

    yield ""
    yield f"{title} ({example.template})"
    yield indent(dedent(example.report).strip(), "  ")


def _severities(words: Words) -> Iterator[str]:
    """By template where the template's need decides, else the rule's own."""
    from reviewkit.loading.shipped import template_names
    from reviewkit.loading.templates import load_template

    graded = False
    for name in template_names():
        template = load_template(name)
        needs = {need for section in template.sections for need in _needs(section, words.code, template.latest_edition)}
        grades = [grade for need, grade in (("must", "error"), ("should", "warning")) if need in needs]
        if grades:
            graded = True
            yield f"{template.title}: {' or '.join(grades)} where it is missing."
    if not graded or hasattr(words, "look"):
        yield f"{words.severity.capitalize()}{' where the rule sees it' if graded else ''}."
    if not words.waivable:
        yield "It can't be waived."


def _needs(field: Field, code: str, edition: str) -> Iterator[str]:
    if field.raises == code:
        yield field.need_in(edition)
    for inner in field.fields:
        yield from _needs(inner, code, edition)


def _sources(keys: Iterable[str]) -> Iterator[str]:
    from reviewkit.loading.codelists import load_sources

    sources = load_sources()
    for key in keys:
        source = sources[key]
        yield (
            f"{source.cite}."
            if key == "own"
            else f"{source.title} ({source.publisher}, {source.year}); read: {source.read_as}."
        )
