"""`reviewkit demo`: the whole tour on a fictional case, told step by step."""

from __future__ import annotations

import os

import click

from reviewkit import resources
from reviewkit.cli import terminal
from reviewkit.cli.ending import run


@click.command(short_help="Take the whole tour on a fictional case.")
@click.argument("folder", default="reviewkit-demo")
@click.pass_context
def demo(context: click.Context, /, folder: str) -> int:
    """Start, check, render and publish a fictional report in FOLDER (reviewkit-demo if left out)."""
    import shutil

    from reviewkit.errors import OutputError

    try:
        os.makedirs(folder, exist_ok=True)
        os.chdir(folder)
        for name in ("lcspr-unfinished.yaml", "lcspr-finished.yaml", "rapid-review-finished.yaml"):
            shutil.copyfile(resources.folder("examples") / name, name)
    except OSError as error:
        raise OutputError(f"{folder} can't be used: {error.strerror}", hint="name another folder") from None
    return _tour(context.find_root().command, folder)


_STEPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("Start a rapid review: a file with guidance beside every field.", ("new", "rapid-review", "--force"), 0),
    ("See what a half-written LCSPR lacks.", ("check", "lcspr-unfinished.yaml"), 1),
    ("Ask why one of these matters.", ("explain", "RK304"), 0),
    ("Check a finished LCSPR: there is nothing to say.", ("check", "lcspr-finished.yaml"), 0),
    ("Make the confidential report.", ("render", "lcspr-finished.yaml", "--output", "lcspr-CONFIDENTIAL.docx"), 0),
    (
        "Make the published version: nobody of the register is left in it.",
        ("render", "--anonymise", "lcspr-finished.yaml", "--output", "lcspr-published.docx"),
        0,
    ),
    (
        "The same as a web page.",
        ("render", "--anonymise", "lcspr-finished.yaml", "--to", "html", "--output", "lcspr-published.html"),
        0,
    ),
)


def _tour(group: click.Command, folder: str) -> int:
    for number, (told, command, expected) in enumerate(_STEPS, 1):
        terminal.say("")
        terminal.say(click.style(f"{number}. {told}", bold=True) if terminal.shows_colour() else f"{number}. {told}")
        terminal.say(f"   $ reviewkit {' '.join(command)}")
        outcome = run(group, command)
        if outcome != expected:
            terminal.complain(f"this step ended with {outcome} instead of {expected}", "tell us; it should not")
            return 2
    terminal.say("")
    terminal.say(f"The files are in {folder}. Open lcspr-published.docx beside lcspr-CONFIDENTIAL.docx and compare.")
    return 0
