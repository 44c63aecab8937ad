"""`reviewkit verify`: look inside a finished file for what identifies."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from reviewkit.cli import terminal, writing

if TYPE_CHECKING:
    from reviewkit.publication import Trace
    from reviewkit.report import Report

_FORMATS = ("text", "json")


@click.command(short_help="Look inside a finished file for what identifies.")
@click.argument("file")
@click.option("--register", required=True, metavar="REPORT", help="The report, or a file with its register alone.")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="For people or programs."
)
@click.option("--against", metavar="OLDER", help="List what FILE and this older version tell together.")
@click.option(
    "--show-text", is_flag=True, help="Show the words that were found where they could travel: in JSON, in a pipe."
)
def verify(file: str, register: str, form: str, against: str | None, show_text: bool) -> int:
    """Look in every part of a finished DOCX, HTML, PDF, XLSX, CSV, Markdown or text file for people, places and numbers of the case.

    FILE is a file of ours or of anybody else, or -. Of the report only its register, what it withholds and what was
    decided are read. Exit 0: nothing was found and every part was read; 1: something was found, or a part can't be read.
    With --against, what the two versions tell together counts as found.
    """
    from reviewkit import api
    from reviewkit.cli.traces import as_json, as_text
    from reviewkit.errors import UsageError

    if file == register == "-":
        raise UsageError("standard input can't be both the file and the register", hint="name one of the two")
    report = load_register(register)
    data, name, suffix = read_finished(file)
    inspected = api.verify_file(data, name, suffix, report)
    pair = together(data, suffix, against, report) if against else None
    if form == "json":
        result = as_json(inspected, name, show_text=show_text, pair=pair)
        writing.write("-", result.encode("utf-8", "replace"))
    else:
        shown = show_text or sys.stdout.isatty()
        result = as_text(
            inspected,
            name,
            show_text=shown,
            colour=terminal.shows_colour(),
            unicode=terminal.shows_unicode(),
            pair=pair,
        )
        click.echo(result, nl=False, color=terminal.shows_colour())
    return int(bool(inspected.traces or pair))


def together(data: bytes, suffix: str, older: str, report: Report) -> tuple[Trace, ...]:
    """What a file and an older version tell together."""
    from reviewkit.anonymising.papers import comparing
    from reviewkit.anonymising.preparing import prepare
    from reviewkit.inspecting import read_parts

    before, name, ending = read_finished(older)
    parts = tuple(read_parts(before, ending, name)), tuple(read_parts(data, suffix))
    return comparing.together(*parts, prepare(report))


def load_register(path: str) -> Report:
    """The report whose register counts, or an empty one around a register; `-` is standard input."""
    from reviewkit.loading.files import decode
    from reviewkit.loading.people import load_people, parse_people

    report = load_people(path) if path != "-" else parse_people(decode(standard_input(), "-"), "-")
    register = report.register
    bodies = (*register.organisations.values(), *register.places.values(), *register.references)
    names = [*(person.name for person in register.people.values()), *(body.name for body in bodies)]
    if nameless := names.count(""):
        some = "1 entry of the register has" if nameless == 1 else f"{nameless} entries of the register have"
        terminal.say(f"{some} no `name` (a reference: no `value`), so nothing searches for it")
    return report


def read_finished(path: str) -> tuple[bytes, str, str]:
    """Bytes, base name and ending of a finished file; what comes by standard input tells by its beginning what it is."""
    from reviewkit.loading.files import read_file

    if path != "-":
        return read_file(path), os.path.basename(path), os.path.splitext(path)[1].lower()
    data = standard_input()
    start = data[:512].lstrip().lower()
    if start.startswith(b"pk\x03\x04"):
        return data, "", ".docx"
    return data, "", ".html" if start.startswith((b"<!doctype html", b"<html")) else ".md"


def standard_input() -> bytes:
    """All of it. Raises `InputError` beyond the size of a file."""
    from reviewkit.errors import InputError
    from reviewkit.loading.files import LARGEST

    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError("-", "the input is larger than 20 MB", hint="leave pictures out")
    return data
