"""Writes what a review decides into the report's own file, or its register's: each answer whole, and only if it helps."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from reviewkit.cli import choosing, terminal, writing
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.errors import LeakError
    from reviewkit.publication import Question
    from reviewkit.report import Path, Report

_DECISIONS = ("publication", "decisions")
Item = Mapping[str, Any]


class UnsettledError(Exception):
    """A decision that would be followed and still leave its question open: nothing was written."""


class Kept(NamedTuple):
    """The report as its file now says, and what is left to decide in it."""

    report: Report
    questions: tuple[Question, ...]


def add(report: Report, items: Sequence[Item], settles: Callable[[tuple[Question, ...]], bool]) -> Kept:
    """The report's file with these decisions behind those that it has.

    Raises, with nothing written, `LeakError` if they can't be followed, `UnsettledError` if what is then left to decide
    does not satisfy `settles`, `InputError` if the file can't be read or added to.
    """
    return _written(report, lambda held: [*held, *items], settles)


def take_back(report: Report, items: Sequence[Item]) -> Kept:
    """The report's file without these decisions, wherever they now stand in its list. Raises like `add`."""

    def without(held: list[Item]) -> list[Item]:
        for item in items:
            number = next((at for at in range(len(held) - 1, -1, -1) if held[at] == item), -1)
            held = [one for at, one in enumerate(held) if at != number]
        return held

    return _written(report, without, lambda _: True)


def read_again(report: Report) -> Kept:
    """The report as its file says by now. Raises `InputError` or `LeakError`."""
    from reviewkit import api

    found = choosing.load(report.file)
    return Kept(found, api.open_questions(found))


def _written(
    report: Report, change: Callable[[list[Item]], list[Item]], settles: Callable[[tuple[Question, ...]], bool]
) -> Kept:
    """From the file as it is by now: its author may have it open in an editor."""
    from reviewkit import api
    from reviewkit.amending.amend import amended_bytes, set_items
    from reviewkit.loading.files import decode, read_file

    file = report.file
    # The empty form of a decision that `new` writes is not one.
    items = change([dict(item) for _, item in choosing.load(file).items(*_DECISIONS)])
    data = amended_bytes(read_file(file), file, lambda text: set_items(text, _DECISIONS, items, name=file))
    after = api.parse_report(decode(data, file), file)
    questions = api.open_questions(after)
    if not settles(questions):
        raise UnsettledError
    writing.write(file, data)
    return Kept(after, questions)


def with_letters(report: Report) -> Report:
    """The report, a letter drawn for every child that has none, kept in its register and shown."""
    from reviewkit import api
    from reviewkit.amending.amend import amended_bytes, set_value
    from reviewkit.loading.files import read_file

    drawn = api.draw_letters(report)
    if not drawn:
        return report
    file = report.register_file or report.file
    data = read_file(file)
    people = _path_of_people(report)
    for key, label in drawn.items():
        change = partial(set_value, path=(*people, key, "published_as"), value=label, name=file)
        data = amended_bytes(data, file, change)
    writing.write(file, data)
    children = "1 child" if len(drawn) == 1 else f"{len(drawn)} children"
    terminal.say(f"Letters drawn for {children} and kept in {os.path.basename(file)}:")
    for key, label in drawn.items():
        name = f" is {report.register.people[key].name}" if terminal.is_watched() else ""
        terminal.say(f"  {label}{name}")
    return choosing.load(report.file)


def _path_of_people(report: Report) -> Path:
    """A register in a file of its own may stand there under `register:`, or be all of the file."""
    from reviewkit.loading.files import decode, read_file
    from reviewkit.loading.yaml_reader import read_yaml

    file = report.register_file
    if file in ("", report.file):
        return ("register", "people")
    value = read_yaml(decode(read_file(file), file), file).value
    return ("register", "people") if isinstance(value.get("register"), dict) else ("people",)


def why_not(error: LeakError) -> str:
    """Why a decision can't be followed, in a sentence about itself and not about its number in the list."""
    reason = error.reasons[-1] if error.reasons else error.message
    return reason.partition(": ")[2] or reason
