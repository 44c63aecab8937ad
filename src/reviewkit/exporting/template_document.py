"""The whole template as a document that people can be consulted on: guidance, needs, answers, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from reviewkit.document import Block, Document, Run, Runs
from reviewkit.exporting.blocks import Words, bullets, heading, paragraph, runs, table
from reviewkit.exporting.document_appendices import list_blocks, source_blocks
from reviewkit.exporting.document_sections import section_anchor, section_blocks
from reviewkit.exporting.outline import OutlineRow, template_outline
from reviewkit.exporting.wording import NEED_WORDS, listed, need_line
from reviewkit.schema import Source, Template


def template_document(template: Template, sources: Mapping[str, Source]) -> Document:
    """The proposed template for print; every renderer takes it. `sources` by key, as `sources.yaml` has them."""
    lists = len(template.sections) + 1
    blocks = [
        *_introduction(template),
        *_overview(template),
        *section_blocks(template, sources),
        *list_blocks(template, sources, str(lists)),
        *source_blocks(template, sources, str(lists + 1)),
    ]
    return Document(
        title=template.title,
        subtitle="The proposed template, with guidance, needs and sources",
        kind="Template for consultation",
        cover=tuple(_cover(template)),
        blocks=tuple(blocks),
    )


def _cover(template: Template) -> Iterator[tuple[str, Runs]]:
    yield "Template", runs(Run(template.name, code=True))
    if template.extends:
        yield "Builds on", runs(["the national template ", Run(template.extends, code=True)])
    latest = template.editions[-1]
    yield "Edition", runs([f"{latest.title} (", Run(latest.id, code=True), ")"])
    counted = Counter(section.need_in(latest.id) for section in template.sections)
    needs = [f"{counted[need]} {NEED_WORDS[need].lower()}" for need in ("must", "should", "may") if counted[need]]
    yield "Sections", runs(f"{len(template.sections)}: {listed(needs, 'and')}")
    if template.length:
        yield "Length of a report", runs(f"{template.length[0]:,} to {template.length[1]:,} words")


def _introduction(template: Template) -> Iterator[Block]:
    yield heading(1, "About this document", anchor="about")
    yield paragraph(
        f"This is the whole template for a {_in_sentence(template.title)}: every section and field, whether it is asked "
        "for, what to write, what may be answered, how it is published, and whose word each demand rests on. It is a "
        "proposal. Reviewers, partnerships and families are asked to say what is wrong with it, what is missing, and what "
        "could go.",
        role="lead",
    )
    yield heading(2, "Editions", anchor="editions")
    yield bullets(
        [
            [Run(edition.title, bold=True), " (", Run(edition.id, code=True), f"). {edition.note}"]
            for edition in template.editions
        ]
    )
    if any(edition.id.endswith("provisional") for edition in template.editions):
        yield paragraph(
            "A provisional edition rests on quotations: on what partnerships publish of national guidance that could not "
            "be read whole. Before it is relied on, each of its demands should be held against the guidance itself."
        )
    yield heading(2, "How to read it", anchor="reading")
    yield bullets(_READING)


_READING: tuple[Words, ...] = (
    [Run("Required", bold=True), ": a report without it can't be finished. “Not known” can be an answer, with what was done to find out."],
    [Run("Recommended", bold=True), ": a report without it can be finished; whoever reads the draft is told that it is missing."],
    [Run("Optional", bold=True), ": there for those who need it; nobody is told anything."],
    ["A condition, such as “required when …”, says when a field is asked for. Where it does not hold, nothing is missing."],
    [Run("Publishing", bold=True), " says what the version for the public keeps: the text as written, with names replaced, less exactly, or not at all."],
    [Run("Rests on", bold=True), " names the source. The last chapter says how far each source was read."],
)  # fmt: skip


def _overview(template: Template) -> Iterator[Block]:
    yield heading(2, "The sections at a glance", anchor="overview")
    numbered = enumerate(template.sections, 1)
    rows: list[list[Words]] = [
        [
            Run(f"{number} {section.label}", anchor=section_anchor((section.id,))),
            need_line(section, template.sections, template),
        ]
        for number, section in numbered
    ]
    yield table(("Section", "Need"), rows, "The sections and their need", (0.5, 0.5))


def _in_sentence(title: str) -> str:
    """A title within a sentence: “rapid review”, but “Local Child Safeguarding Practice Review” keeps its capitals."""
    return title if any(word[:1].isupper() for word in title.split()[1:]) else title[:1].lower() + title[1:]


__all__ = ["OutlineRow", "template_document", "template_outline"]
