"""`reviewkit render`: the report, or a document made from it, confidential or published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli import choosing, papers, terminal, writing
from reviewkit.cli.house_style import remark
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.report import Report


class Wanted(NamedTuple):
    """What is to be made: the format, the document ("" for the whole report), where it goes, and its house style."""

    to: str
    derived: str
    output: str
    style: bytes | None
    inputs: tuple[str, ...]


@click.command(short_help="Make the document, confidential or published.")
@click.argument("path", required=False)
@click.option("--anonymise", is_flag=True, help="The version to publish; refuses rather than leaks.")
@click.option("--review", is_flag=True, help="With --anonymise: ask what is left to decide, one by one.")
@click.option(
    "--as", "document", metavar="DOCUMENT",
    help="Instead of the report, what is made from it: briefing, action-plan, executive-summary, improvements, "
    "family-summary, or what a file of yours describes.",
)  # fmt: skip
@click.option(
    "--to", default="docx", show_default=True, metavar="FORMAT",
    help="docx, html, markdown (md) or pdf; an action plan also csv or xlsx.",
)  # fmt: skip
@click.option("--output", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--draft", is_flag=True, help="Render although there are errors; gaps are visibly marked.")
@click.option("--house-style", metavar="REF.docx", help="Take styles, margins, header and footer from this Word file.")
@click.option("--certificate", metavar="FILE", help="With --anonymise: what was proved, to travel with the file.")
@click.option("--record", metavar="FILE", help="With --anonymise: what was done, confidential; in another folder.")
@click.option("--write-key", metavar="FILE", help="With --anonymise: the key that ties certificate and report.")
@click.option("--issue", is_flag=True, help="With --anonymise: enter this publication in the report.")
@click.option("--because", metavar="TEXT", help="Why this version may tell more than one that is out already.")
def render(path: str | None, **options: Any) -> None:
    """Make the report, or with --as a document from it: confidential, or with --anonymise the version to publish.

    PATH is a report or -; without it, the only report in this folder.
    """
    from reviewkit.loading.files import read_file

    asked = _papers(options)
    _refuse_contradictions(options, asked)
    to = {"md": "markdown"}.get(options["to"], options["to"])
    style_file = options["house_style"] or ""
    style = read_file(style_file) if style_file else None
    report = choosing.load(choosing.the_only_report() if path is None else path)
    inputs = (report.file, report.register_file, style_file)
    wanted = Wanted(to, options["document"] or "", options["output"] or "", style, inputs)
    if options["anonymise"]:
        _publish(report, wanted, asked, review=options["review"])
    else:
        _make(report, wanted, draft=options["draft"])
    if style is not None:
        remark(style_file, style)


def _papers(options: dict[str, Any]) -> papers.Papers:
    return papers.Papers(
        options["certificate"] or "", options["record"] or "", options["write_key"] or "", options["issue"],
        (options["because"] or "").strip(),
    )  # fmt: skip


def _refuse_contradictions(options: dict[str, Any], asked: papers.Papers) -> None:
    from reviewkit.errors import UsageError

    published = options["anonymise"]
    if published and options["draft"]:
        raise UsageError("a draft is not published", hint="leave out --draft or --anonymise")
    if options["review"] and not published:
        raise UsageError("there is nothing to decide for a confidential document", hint="add --anonymise")
    if any(asked) and not published:
        raise UsageError("papers belong to a published version", hint="add --anonymise")
    if options["house_style"] and options["to"] != "docx":
        raise UsageError("--house-style is for Word documents", hint="leave it out, or use --to docx")


def _publish(report: Report, wanted: Wanted, asked: papers.Papers, *, review: bool) -> None:
    """Nothing but a proved file is written here, and its papers with it or neither."""
    from reviewkit import api

    for paper in asked.paths:
        writing.refuse_inputs(paper, wanted.inputs)
    document = api.document_to_publish(report, wanted.derived)
    if review:
        report = _reviewed(report, wanted, asked)
    name = wanted.output if wanted.output != "-" else ""
    papers.refuse_places(asked, wanted.output or "published", report)
    proved = api.publish_report(
        report, wanted.to, house_style=wanted.style, file_name=name, because=asked.because, document=document
    )
    target = wanted.output or proved.file_name
    writing.refuse_inputs(target, wanted.inputs)
    papers.refuse_places(asked, target, report)
    writing.write_proved(target, proved, papers.made(asked, proved, report, document))
    if target != "-":
        if document and not wanted.derived:
            terminal.say(f"{target}: the {document}, as the report's own `publication.form` asks.")
        _tell_published(target, asked, report)
        _tell_tagged(wanted.to)


def _reviewed(report: Report, wanted: Wanted, asked: papers.Papers) -> Report:
    """The report with what was left to decide; what would refuse the file anyway is said before anybody is asked."""
    from reviewkit import registry
    from reviewkit.cli import reviewing

    registry.renderer(wanted.to)
    writing.refuse_inputs(wanted.output, wanted.inputs)
    papers.refuse_places(asked, wanted.output or "published", report)
    return reviewing.review(report)


def _make(report: Report, wanted: Wanted, *, draft: bool) -> None:
    from reviewkit import api

    made = api.render_report(report, wanted.to, draft=draft, house_style=wanted.style, document=wanted.derived)
    target = wanted.output or made.file_name
    writing.refuse_inputs(target, wanted.inputs)
    writing.write(target, made.data)
    if target != "-":
        kind = "a draft with its gaps marked" if draft else "the confidential version"
        terminal.say(f"{target}: {kind}. Not for publication.")
        _tell_tagged(wanted.to)


def _tell_tagged(to: str) -> None:
    if to == "pdf":
        terminal.say("Tagged as PDF/UA-1, not validated: a person must still check it with a screen reader.")


def _tell_published(target: str, asked: papers.Papers, report: Report) -> None:
    terminal.say(f"{target}: prepared for publication. Every part of the finished file was searched for the register's")
    terminal.say("names and numbers. A person must still read it before it leaves.")
    if asked.certificate:
        terminal.say(f"{asked.certificate}: the certificate; it may go with the file.")
    if asked.record:
        terminal.say(f"{asked.record}: the record. CONFIDENTIAL; keep it with the report.")
    if asked.key:
        terminal.say(f"{asked.key}: the key. CONFIDENTIAL; it says who is who, and only you can read it.")
    if asked.issue:
        terminal.say(f"{report.file}: this publication is entered under `publication.published`.")
