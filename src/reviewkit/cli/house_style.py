"""`reviewkit house-style`: a Word file to start a partnership's own look from, and what a file would give."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from reviewkit.cli import terminal, writing

if TYPE_CHECKING:
    from reviewkit.document import Runs
    from reviewkit.renderers.docx.house.describing import HouseDescription

_NEW = "house-style.docx"
_OWN = "Report "
_COMFORTABLE = 12
_COLUMN = 12
_PAGES = {"this": "[page]", "last": "[pages]"}


@click.command("house-style", short_help="Start a look of your own in Word, or see what a file would give.")
@click.argument("file", required=False)
@click.option("--new", is_flag=True, help=f"Write FILE, a Word file to start from; {_NEW} if left out.")
@click.option("--force", is_flag=True, help="With --new: overwrite FILE if it exists.")
def house_style(file: str | None, new: bool, force: bool) -> None:
    """Say what `render --house-style FILE` would take from a Word file; with --new, write one to start from.

    The new file shows every style that reports use. Change styles, margins, header and footer in Word and save it.
    """
    from reviewkit.errors import UsageError

    if new:
        _start(file or _NEW, force=force)
        return
    if force:
        raise UsageError("--force belongs to --new", hint="leave it out: nothing is written without --new")
    if not file:
        raise UsageError("which file?", hint=f"name a Word file, or start one: reviewkit house-style --new {_NEW}")
    _describe(file)


def remark(path: str, data: bytes) -> None:
    """A line on standard error for what a house style left behind, and one for colours that are hard to read."""
    from reviewkit import api
    from reviewkit.reporters.text.styling import harmless

    description = api.describe_house_style(data)
    name = harmless(os.path.basename(path))
    if description.left_behind:
        terminal.say(f"{name}: only words and page numbers of header and footer are taken, not {_left(description)}.")
    if description.weak:
        names = ", ".join(harmless(weak.style) for weak in description.weak)
        terminal.say(f"{name}: hard to read for some people: the colour of {names}. `reviewkit house-style` says more.")


def _start(file: str, *, force: bool) -> None:
    from reviewkit import api
    from reviewkit.errors import OutputError

    if file != "-" and os.path.lexists(file) and not force and not os.path.isdir(file):
        raise OutputError(f"{file} exists already", hint="choose another name, or --force to overwrite it")
    writing.write(file, api.new_house_style())
    if file != "-":
        terminal.say(f"{file}: every style that reports use. Open it in Word, change what you like, and save it.")
        terminal.say(f"Next: `reviewkit house-style {file}` says what would be taken,")
        terminal.say(f"      `reviewkit render --house-style {file}` makes a report that looks like it.")


def _describe(file: str) -> None:
    from reviewkit import api
    from reviewkit.loading.files import LARGEST, read_file
    from reviewkit.reporters.text.styling import Style, harmless

    data = sys.stdin.buffer.read(LARGEST + 1) if file == "-" else read_file(file)
    description = api.describe_house_style(data)
    style = Style(terminal.shows_colour(), terminal.shows_unicode())
    name = "Standard input" if file == "-" else os.path.basename(file)
    click.echo(style.paint(style.plain(harmless(f"{name} as house style")), "bold"), color=style.colour)
    for head, text in (*_taken(description), *_missing(description)):
        for line in _wrapped(head, harmless(text)):
            click.echo(style.plain(line))


def _taken(description: HouseDescription) -> Iterator[tuple[str, str]]:
    """What comes of the file, row by row."""
    size = f"{description.size:g} pt"
    small = f"; {_COMFORTABLE} pt or more is easier to read" if description.size < _COMFORTABLE else ""
    yield "Page", description.page
    yield "Type", f"{', '.join(description.fonts) or 'as Word has it'}; body text {size}{small}"
    for head, lines in zip(("Header", "Footer"), description.furniture, strict=True):
        yield from _lines(head, lines)
    yield "Styles", _found(description.taken) if description.added else f"all {len(description.taken)} that reports use"


def _missing(description: HouseDescription) -> Iterator[tuple[str, str]]:
    """What the file lacks, and what stays in it."""
    usual = [name for name in description.added if not name.startswith(_OWN)]
    own = len(description.added) - len(usual)
    if usual:
        yield "", f"{len(usual)} added from ours: {', '.join(usual)}"
    if own:
        yield "", f"{own} of reports alone added, in its colours; `reviewkit house-style --new` shows them to change"
    for number, weak in enumerate(description.weak):
        instead = f"; #{weak.instead} would do" if weak.instead else ""
        said = f"{weak.style}: #{weak.colour} on #{weak.ground} has a contrast of {weak.ratio:.1f}:1"
        yield "" if number else "Hard to read", f"{said}, 4.5:1 is asked{instead}"
    if description.left_behind:
        yield "Not taken", _left(description)


def _lines(head: str, lines: Sequence[Runs]) -> Iterator[tuple[str, str]]:
    if not lines:
        yield head, "none of its own: reports keep ours"
    for number, runs in enumerate(lines):
        text = "".join(_PAGES.get(run.page, run.text) for run in runs)
        yield "" if number else head, " | ".join(part.strip() for part in text.split("\t") if part.strip())


def _wrapped(head: str, text: str) -> list[str]:
    """The text beside its head, in lines as wide as the terminal."""
    import textwrap

    beside = f"  {head:<{_COLUMN}}  "
    indent = " " * (_COLUMN + 4)
    lines = textwrap.wrap(text, terminal.width(), initial_indent=indent, subsequent_indent=indent) or [indent]
    return [f"  {head}", *lines] if len(head) > _COLUMN else [beside + lines[0][len(indent) :], *lines[1:]]


def _found(names: Sequence[str]) -> str:
    return f"{len(names)} taken: {', '.join(names)}" if names else "none of those that reports use"


def _left(description: HouseDescription) -> str:
    *before, last = description.left_behind
    return f"{', '.join(before)} or {last}" if before else last
