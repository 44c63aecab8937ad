"""What the terminal can show, and the plain forms of everything said there."""

from __future__ import annotations

import contextlib
import io
import os
import sys

import click

_USUAL, _WIDEST, _NARROWEST = 80, 100, 30


def prepare() -> None:
    """Make sure that printing never fails for a letter that the terminal doesn't have, nor for a closed stream."""
    # Whoever closes standard output asks for the exit code alone; Python then has no stream at all.
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115  stays open until exit
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def shows_unicode() -> bool:
    """Whether typographic signs can be printed."""
    return (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") == "utf8"


def shows_colour(*, on_error: bool = False) -> bool:
    """Colour only on a terminal, and as NO_COLOR, FORCE_COLOR and TERM=dumb say; `on_error`: on standard error."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return (is_watched() if on_error else sys.stdout.isatty()) and os.environ.get("TERM") != "dumb"


def is_watched() -> bool:
    """Whether what is said goes to a terminal, before the eyes of whoever runs this."""
    return sys.stderr.isatty()


def width() -> int:
    """Columns to use: the terminal's, at most 120; 100 where there is none."""
    if not sys.stdout.isatty():
        return 100
    return min(os.get_terminal_size(sys.stdout.fileno()).columns or 100, 120)


def spoken_width() -> int:
    """Columns for what is said to a person: the terminal's, at most 100, less the last, after which some break."""
    columns = 0
    if is_watched():
        with contextlib.suppress(OSError, ValueError):
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
    return max(min(columns or _USUAL, _WIDEST) - 1, _NARROWEST)


def wrapped(text: str, first: str, others: str) -> str:
    """The text in lines of that width, the first and the others indented so."""
    import textwrap

    lines = textwrap.wrap(
        text, spoken_width(), initial_indent=first, subsequent_indent=others, break_on_hyphens=False
    )  # fmt: skip
    return "\n".join(lines)


def say(text: str) -> None:
    """A line for the person, not part of the result."""
    click.echo(text, err=True)


def complain(message: str, hint: str) -> None:
    """One clear message and the way out; a file name can't steer the terminal."""
    from reviewkit.reporters.text.styling import harmless

    say(f"reviewkit: {harmless(message)}")
    if hint:
        say(f"  fix: {harmless(hint)}")


def confess(error: BaseException) -> None:
    """A fault of ours: its kind and place. Its message and values could hold report text and are not shown."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "reviewkit" in code.co_filename:
            place = f" at {os.path.basename(code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    complain(
        f"this is a fault of reviewkit ({type(error).__name__}{place})",
        "tell us the line above and what you did; it holds nothing of your report",
    )


def close_quietly() -> None:
    """The reader of a pipe has gone; say nothing about it."""
    with contextlib.suppress(OSError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  stays open until exit
