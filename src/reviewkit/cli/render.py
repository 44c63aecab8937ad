"""`reviewkit render`: the report as a document, confidential or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reviewkit.cli import choosing, papers, terminal, writing

if TYPE_CHECKING:
    from reviewkit.report import Report


@click.command(short_help="Make the document, confidential or published.")
@click.argument("path", required=False)
@click.option("--to", default="docx", show_default=True, metavar="FORMAT", help="docx, html or markdown (md).")
@click.option("--output", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--anonymise", is_flag=True, help="The published version; refuses rather than leaks.")
@click.option("--review", is_flag=True, help="With --anonymise: ask what is left to decide, one by one.")
@click.option("--draft", is_flag=True, help="Render although there are errors; gaps are visibly marked.")
@click.option("--house-style", metavar="REF.docx", help="Take styles and margins from this Word file.")
@click.option("--certificate", metavar="FILE", help="With --anonymise: what was proved, to travel with the file.")
@click.option("--record", metavar="FILE", help="With --anonymise: what was done, confidential; in another folder.")
@click.option("--write-key", metavar="FILE", help="With --anonymise: the key that ties certificate and report.")
@click.option("--issue", is_flag=True, help="With --anonymise: enter this publication in the report.")
@click.option("--because", metavar="TEXT", help="Why this version may tell more than one that is out already.")
def render(
    path: str | None,
    to: str,
    output: str | None,
    anonymise: bool,
    review: bool,
    draft: bool,
    house_style: str | None,
    certificate: str | None,
    record: str | None,
    write_key: str | None,
    issue: bool,
    because: str | None,
) -> None:
    """Make the document. PATH is a report or -; without it, the only report in this folder."""
    from reviewkit.errors import UsageError
    from reviewkit.loading.files import read_file

    if anonymise and draft:
        raise UsageError("a draft is not published", hint="leave out --draft or --anonymise")
    wanted = papers.Papers(certificate or "", record or "", write_key or "", issue, (because or "").strip())
    if review and not anonymise:
        raise UsageError("there is nothing to decide for a confidential document", hint="add --anonymise")
    if any(wanted) and not anonymise:
        raise UsageError("papers belong to a published version", hint="add --anonymise")
    to = {"md": "markdown"}.get(to, to)
    if house_style and to != "docx":
        raise UsageError("--house-style is for Word documents", hint="leave it out, or use --to docx")
    style = read_file(house_style) if house_style else None
    report = choosing.load(choosing.the_only_report() if path is None else path)
    inputs = (report.file, report.register_file, house_style or "")
    for paper in wanted.paths:
        writing.refuse_inputs(paper, inputs)
    if review:
        from reviewkit import registry
        from reviewkit.cli import reviewing

        # Whatever would refuse the file that comes of it is said before anybody has answered thirty questions.
        registry.renderer(to)
        writing.refuse_inputs(output or "", inputs)
        papers.refuse_places(wanted, output or "published", report)
        report = reviewing.review(report)
    if anonymise:
        _publish(report, to, output or "", style, inputs, wanted)
    else:
        _make(report, to, output or "", style, inputs, draft=draft)


def _publish(
    report: Report, to: str, output: str, style: bytes | None, inputs: tuple[str, ...], wanted: papers.Papers
) -> None:
    """Nothing but a proved file is written here, and its papers with it or neither."""
    from reviewkit import api

    name = output if output != "-" else ""
    papers.refuse_places(wanted, output or "published", report)
    proved = api.publish_report(report, to, house_style=style, file_name=name, because=wanted.because)
    target = output or proved.file_name
    writing.refuse_inputs(target, inputs)
    papers.refuse_places(wanted, target, report)
    writing.write_proved(target, proved, papers.made(wanted, proved, report))
    if target != "-":
        _tell_published(target, wanted, report)


def _make(report: Report, to: str, output: str, style: bytes | None, inputs: tuple[str, ...], *, draft: bool) -> None:
    from reviewkit import api

    made = api.render_report(report, to, draft=draft, house_style=style)
    target = output or made.file_name
    writing.refuse_inputs(target, inputs)
    writing.write(target, made.data)
    if target != "-":
        kind = "a draft with its gaps marked" if draft else "the confidential version"
        terminal.say(f"{target}: {kind}. Not for publication.")


def _tell_published(target: str, wanted: papers.Papers, report: Report) -> None:
    terminal.say(f"{target}: prepared for publication. Every part of the finished file was searched for the register's")
    terminal.say("names and numbers. A person must still read it before it leaves.")
    if wanted.certificate:
        terminal.say(f"{wanted.certificate}: the certificate; it may go with the file.")
    if wanted.record:
        terminal.say(f"{wanted.record}: the record. CONFIDENTIAL; keep it with the report.")
    if wanted.key:
        terminal.say(f"{wanted.key}: the key. CONFIDENTIAL; it says who is who, and only you can read it.")
    if wanted.issue:
        terminal.say(f"{report.file}: this publication is entered under `publication.published`.")
