"""`reviewkit demo`: the whole tour on a fictional case, told step by step."""

from __future__ import annotations

import os

import click

from reviewkit import resources
from reviewkit.cli import terminal
from reviewkit.cli.ending import run

_EXAMPLES = ("lcspr-unfinished.yaml", "lcspr-finished.yaml", "rapid-review-finished.yaml")
_STORY = "narrative: |\n"
_NEIGHBOUR = "  The baby was often with Ruth Penhale, who lived nearby.\n\n"


@click.command(short_help="Take the whole tour on a fictional case.")
@click.argument("folder", default="reviewkit-demo")
@click.pass_context
def demo(context: click.Context, /, folder: str) -> int:
    """Start, check, render and publish a fictional report in FOLDER (reviewkit-demo if left out)."""
    from reviewkit.errors import OutputError

    try:
        os.makedirs(folder, exist_ok=True)
        os.chdir(folder)
        if os.listdir() and not os.path.exists(_EXAMPLES[0]):
            # A report of somebody's own may bear a name that the tour writes.
            raise OutputError(f"{folder} holds files of your own", hint="name a new folder")
        _lay_out()
    except OSError as error:
        raise OutputError(f"{folder} can't be used: {error.strerror}", hint="name another folder") from None
    return _tour(context.find_root().command, folder)


def with_neighbour(report: str) -> str:
    """The finished example with a sentence in its story about somebody whom its register lacks."""
    return report.replace(_STORY, _STORY + _NEIGHBOUR, 1)


def _lay_out() -> None:
    import shutil

    examples = resources.folder("examples")
    for name in _EXAMPLES:
        shutil.copyfile(examples / name, name)
    report = (examples / "lcspr-finished.yaml").read_text(encoding="utf-8")
    with open("lcspr-neighbour.yaml", "w", encoding="utf-8", newline="") as file:
        file.write(with_neighbour(report))


_STEPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("Start a rapid review: a file with guidance beside every field.", ("new", "rapid-review", "--force"), 0),
    (
        "See what a half-written LCSPR lacks. Three rules of many; without --select they all speak.",
        ("check", "lcspr-unfinished.yaml", "--select", "RK304,RK311,RK314"),
        1,
    ),
    ("Ask why one of these matters.", ("explain", "RK304"), 0),
    ("Check a finished LCSPR: there is nothing to say.", ("check", "lcspr-finished.yaml"), 0),
    (
        "Make the confidential report, with everybody's real name.",
        ("render", "lcspr-finished.yaml", "--output", "lcspr-CONFIDENTIAL.docx"),
        0,
    ),
    (
        "Try to publish one that names a neighbour whom nobody declared: no file, and a question.",
        ("render", "--anonymise", "lcspr-neighbour.yaml"),
        3,
    ),
    (
        "Publish the one without her. What identifies the family is left out, made coarser or replaced.",
        ("render", "--anonymise", "lcspr-finished.yaml", "--output", "lcspr-published.docx"),
        0,
    ),
    (
        "The same as a web page.",
        ("render", "--anonymise", "lcspr-finished.yaml", "--to", "html", "--output", "lcspr-published.html"),
        0,
    ),
    (
        "A briefing for teams, made from the same report and as carefully anonymised.",
        ("render", "--anonymise", "lcspr-finished.yaml", "--as", "briefing", "--output", "lcspr-briefing.docx"),
        0,
    ),
    (
        "Ask what could keep somebody from reading the Word file, as you can of anybody's.",
        ("check", "--a11y", "lcspr-published.docx"),
        0,
    ),
    (
        "Look for the family in every part of it; that too works on anybody's.",
        ("verify", "lcspr-published.docx", "--register", "lcspr-finished.yaml"),
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
    terminal.say("To answer the question of step 6 yourself, give its command there again with --review.")
    return 0
