"""`render --anonymise --review`: asks at the terminal what only a person can decide, and keeps each answer."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reviewkit.cli import keeping, terminal
from reviewkit.errors import UsageError

if TYPE_CHECKING:
    from types import FrameType

    from reviewkit.report import Report


def review(report: Report) -> Report:
    """Ask until nothing is open; the report with its answers, each written into it as it was given.

    Where the person stops before that, the command ends with exit code 3. Raises `RefusedError` if the check finds
    errors, `LeakError` if the register says too little: no answer would help then.
    """
    from reviewkit import api
    from reviewkit.cli.sitting import Sitting

    if report.file == "-":
        raise UsageError("answers are kept in the report, and standard input is no file", hint="name the report's file")
    # An author mends errors by writing, which would ask half of it again.
    api.refuse_errors(
        report, "and is not published with them; nothing was asked yet", ", mend what it lists, then come back"
    )
    report = keeping.with_letters(report)
    sitting = Sitting(report)
    with _hang_up_stops():
        try:
            sitting.run()
        except (click.Abort, KeyboardInterrupt):
            # The terminal that is told so may be gone.
            with contextlib.suppress(OSError):
                terminal.say("")
    left = len(sitting.questions)
    if not left:
        return sitting.report
    with contextlib.suppress(OSError):
        number = "1 question is" if left == 1 else f"{left} questions are"
        terminal.say(terminal.wrapped(f"Not published: {number} left. {_what_is_kept(sitting.kept)}", "", ""))
    raise click.exceptions.Exit(3)


def _what_is_kept(answers: int) -> str:
    if not answers:
        return "Nothing was answered; the same command begins again."
    number = "Your answer is" if answers == 1 else f"Your {answers} answers are"
    return f"{number} kept in the report; the same command goes on."


@contextlib.contextmanager
def _hang_up_stops() -> Iterator[None]:
    """A terminal that is closed is a stop like any other: what is being written is finished or taken back."""
    signals = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        signals = []
    before = {number: signal.signal(number, _stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise click.Abort
