"""`reviewkit render`: the report as a document, confidential or published."""

from __future__ import annotations

import click

from reviewkit.cli import choosing, terminal, writing


@click.command(short_help="Make the document, confidential or published.")
@click.argument("path", required=False)
@click.option("--to", default="docx", show_default=True, metavar="FORMAT", help="docx, html or markdown (md).")
@click.option("--output", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--anonymise", is_flag=True, help="The published version; refuses rather than leaks.")
@click.option("--draft", is_flag=True, help="Render although there are errors; gaps are visibly marked.")
@click.option("--house-style", metavar="REF.docx", help="Take styles and margins from this Word file.")
def render(
    path: str | None, to: str, output: str | None, anonymise: bool, draft: bool, house_style: str | None
) -> None:
    """Make the document. PATH is a report or -; without it, the only report in this folder."""
    from reviewkit import api
    from reviewkit.errors import UsageError
    from reviewkit.loading.files import read_file

    if anonymise and draft:
        raise UsageError("a draft is not published", hint="leave out --draft or --anonymise")
    to = {"md": "markdown"}.get(to, to)
    if house_style and to != "docx":
        raise UsageError("--house-style is for Word documents", hint="leave it out, or use --to docx")
    style = read_file(house_style) if house_style else None
    report = choosing.load(choosing.the_only_report() if path is None else path)
    if anonymise:
        made = api.publish_report(report, to, house_style=style, file_name=_named(output))
    else:
        made = api.render_report(report, to, draft=draft, house_style=style)
    target = output or made.file_name
    writing.refuse_inputs(target, (report.file, report.register_file, house_style or ""))
    writing.write(target, made.data)
    if target != "-":
        _tell(target, anonymise=anonymise, draft=draft)


def _named(output: str | None) -> str:
    return output if output and output != "-" else ""


def _tell(target: str, *, anonymise: bool, draft: bool) -> None:
    if anonymise:
        terminal.say(
            f"{target}: prepared for publication. Every part of the finished file was searched for the register's"
        )
        terminal.say("names and numbers. A person must still read it before it leaves.")
    else:
        kind = "a draft with its gaps marked" if draft else "the confidential version"
        terminal.say(f"{target}: {kind}. Not for publication.")
