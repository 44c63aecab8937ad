"""The one place where exceptions become messages and exit codes.

0 nothing to say, 1 findings, 2 could not do the job, 3 refused to publish.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from reviewkit.cli import terminal
from reviewkit.errors import InputError, LeakError, RefusedError, ReviewkitError, Shown

_SCREEN = 30
"""So many lines a terminal shows at once."""


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command with these arguments, or those of the process; its exit code."""
    given = None if arguments is None else list(arguments)
    try:
        outcome = command.main(args=given, prog_name="reviewkit", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  the one place where they end
        return _ending(error)
    return outcome if isinstance(outcome, int) else 0


def _ending(error: BaseException) -> int:
    """Say what went wrong; the exit code that tells programs the same."""
    match error:
        case click.ClickException():
            error.show(file=sys.stderr)
        case click.Abort() | KeyboardInterrupt():
            terminal.say("stopped; nothing was changed")
        case LeakError():
            return _refused(error)
        case RefusedError():
            terminal.complain(error.message, error.hint)
            return 1
        case InputError():
            terminal.complain(f"{error.place}: {error.message}", error.hint)
        case ReviewkitError():
            terminal.complain(error.message, error.hint)
        case BrokenPipeError():
            terminal.close_quietly()
            return 0
        case OSError():
            reason = error.strerror or "unknown reason"
            terminal.complain(f"the system refused: {reason}", "check the disk, and where the output goes")
        case _:
            terminal.confess(error)
    return 2


def _refused(error: LeakError) -> int:
    terminal.complain(f"not published: {error.message}", "")
    shown = error.shown() if terminal.is_watched() else ()
    lines = list(_shown(shown) if shown else _told(error))
    for line in lines[:_SCREEN]:
        terminal.say(line)
    more = sum(line.lstrip().startswith("- ") for line in lines[_SCREEN:])
    if more:
        terminal.say(f"  … and {more} more")
    hint = error.hint or "reword these places or complete the register, then try again; nothing was written"
    terminal.say(terminal.wrapped(f"fix: {hint}", "  ", "    "))
    return 3


def _told(error: LeakError) -> Iterator[str]:
    """A line for each reason: programs read them, so none is broken."""
    return (f"  - {reason}" for reason in error.reasons)


def _shown(shown: Shown) -> Iterator[str]:
    """The same for the person whose report it is: under its sections, with the words themselves."""
    from reviewkit.reporters.text.styling import harmless

    section = ""
    for where, text in shown:
        if where != section:
            section = where
            yield f"  {harmless(section) or 'Headings and labels of the document'}"
        yield from terminal.wrapped(f"- {harmless(text)}", "    ", "      ").splitlines()
