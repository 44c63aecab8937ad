"""Asks, one by one, what only a person can decide before a report is published, and keeps each answer in the report."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli import choosing, terminal, writing

if TYPE_CHECKING:
    from reviewkit.anonymising.decisions.answering import Answer
    from reviewkit.publication import Asked, Question
    from reviewkit.report import Report

_DECISIONS = ("publication", "decisions")
_SHOWN = 3
_KEYS = "o leave out · k keep · t other words · e each place by itself · s skip · u undo · q stop here"


def review(report: Report) -> Report:
    """Ask until nothing is open; the report with its answers, each written into it as it was given.

    Where the person stops before that, the command ends with exit code 3.
    """
    from reviewkit.errors import UsageError

    if report.file == "-":
        raise UsageError("answers are kept in the report, and standard input is no file", hint="name the report's file")
    report = _with_letters(report)
    session = _Session(report)
    try:
        left = session.run()
    except click.Abort:
        left = len(session.open())
    if left:
        terminal.say(f"Not published: {_count(left, 'question')} left. The answers are kept; the same command goes on.")
        raise click.exceptions.Exit(3)
    return session.report


def _with_letters(report: Report) -> Report:
    """The report, a letter drawn for every child that has none and kept in its register."""
    from reviewkit import api
    from reviewkit.amending.amend import set_value
    from reviewkit.loading.files import read_file

    drawn = api.draw_letters(report)
    if not drawn:
        return report
    own = report.register_file in ("", report.file)
    file = report.file if own else report.register_file
    data = read_file(file)
    for key, label in drawn.items():
        path = ("register", "people", key, "published_as") if own else ("people", key, "published_as")
        data = _amended(data, file, lambda text, path=path, label=label: set_value(text, path, label, name=file))
    writing.write(file, data)
    children = "1 child" if len(drawn) == 1 else f"{len(drawn)} children"
    terminal.say(f"Letters drawn for {children} and kept in {os.path.basename(file)}: {', '.join(drawn.values())}.")
    return choosing.load(report.file)


def _amended(data: bytes, name: str, change: Any) -> bytes:
    from reviewkit.amending.amend import amended_bytes

    return amended_bytes(data, name, change)


class _Session:
    """One sitting: which questions were skipped, who answers, how many answers the last step wrote."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._skipped: set[tuple[str, str]] = set()
        self._written: list[int] = []
        self._by = ""
        self._asked = 0

    def open(self) -> tuple[Question, ...]:
        from reviewkit import api

        return api.open_questions(self.report)

    def run(self) -> int:
        """How many questions are left."""
        questions = self.open()
        if not questions:
            terminal.say("Nothing is left to decide.")
            return 0
        terminal.say(f"{_count(len(questions), 'question')} to decide. Each answer is kept at once; {_hint_to_stop()}.")
        while (question := self._next(questions)) is not None:
            self._asked += 1
            terminal.say(_shown(question, f"{self._asked} of {self._asked + len(questions) - len(self._skipped) - 1}"))
            if not self._ask(question):
                break
            questions = self.open()
        return len(questions)

    def _next(self, questions: Sequence[Question]) -> Question | None:
        return next((one for one in questions if _key(one) not in self._skipped), None)

    def _ask(self, question: Question) -> bool:
        """Whether to go on."""
        while True:
            reply = _line("Answer")
            if reply == "q":
                return False
            if reply in {"s", ""} or not question.text:
                self._skipped.add(_key(question))
                return True
            if reply == "u":
                self._undo()
                return True
            if reply == "e":
                self._one_by_one(question)
                return True
            answer = self._answer(question, reply)
            if answer is not None:
                self._write(question, [answer])
                return True

    def _answer(self, question: Question, reply: str) -> Answer | None:
        from reviewkit.anonymising.decisions.answering import Answer

        if reply == "o":
            return Answer("omit", by=self._who())
        if reply == "k":
            if not question.may_keep:
                terminal.say("A name of the register can't be kept. Choose other words, or leave it out.")
                return None
            reason = _line("Why may it stay")
            return Answer("keep", reason=reason, by=self._who()) if reason else None
        if reply == "t":
            words = _line("Other words")
            return Answer("replace", words, by=self._who()) if words else None
        if reply.isdigit() and 1 <= int(reply) <= len(question.proposals):
            return Answer("replace", question.proposals[int(reply) - 1], by=self._who())
        terminal.say("Type one of the numbers or letters shown.")
        return None

    def _one_by_one(self, question: Question) -> None:
        answers: list[Answer] = []
        for asked in question.places:
            terminal.say(_place(asked))
            answer = None
            while answer is None:
                reply = _line("Answer for this place")
                if reply in {"s", "q", ""}:
                    break
                answer = self._answer(question, reply)
            if answer is not None:
                answers.append(answer._replace(places=(asked,)))
        if not answers:
            self._skipped.add(_key(question))
            return
        self._write(question, answers)

    def _who(self) -> str:
        while not self._by:
            self._by = _line("Your name, for the record")
        return self._by

    def _write(self, question: Question, answers: Sequence[Answer]) -> None:
        from reviewkit.anonymising.decisions.answering import decision_item

        items = [decision_item(question, answer) for answer in answers]
        self._keep([*self._items(), *items])
        self._written.append(len(items))

    def _undo(self) -> None:
        if self._written:
            self._keep(self._items()[: -self._written.pop()])
            terminal.say("The last answer is undone.")
        elif self._skipped:
            self._skipped.clear()
            terminal.say("What was skipped is asked again.")
        else:
            terminal.say("There is nothing to undo in this sitting.")

    def _items(self) -> list[Mapping[str, Any]]:
        # The empty form of a decision that `new` writes is not one.
        return [item for _, item in self.report.items(*_DECISIONS)]

    def _keep(self, items: Sequence[Mapping[str, Any]]) -> None:
        from reviewkit.amending.amend import set_items
        from reviewkit.loading.files import read_file

        file = self.report.file
        data = _amended(read_file(file), file, lambda text: set_items(text, _DECISIONS, items, name=file))
        writing.write(file, data)
        self.report = choosing.load(file)


def _key(question: Question) -> tuple[str, str]:
    return question.said, question.text


def _line(asked: str) -> str:
    # On standard error, like all that is said: standard output may be the document.
    reply = click.prompt(asked, default="", show_default=False, prompt_suffix=" > ", err=True)
    return " ".join(str(reply).split())


def _hint_to_stop() -> str:
    return "q stops, and the rest waits until you come back"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(question: Question, number: str) -> str:
    """The question as the person sees it: over their own report, so with its text."""
    lines = ["", _bold(f"{number}  {_kind(question)}")]
    # A sentence that the document says several times is shown once.
    places = list({(asked.sentence, asked.start): asked for asked in reversed(question.places)}.values())[::-1]
    lines += [_place(asked) for asked in places[:_SHOWN]]
    if len(places) > _SHOWN:
        lines.append(f"  … and {_count(len(places) - _SHOWN, 'other sentence')}")
    lines += [f"  {number}  {proposal}" for number, proposal in enumerate(question.proposals, 1)]
    if question.text:
        lines.append(_dim(f"  {_KEYS if question.may_keep else _KEYS.replace('k keep · ', '')}"))
    else:
        lines.append(_dim("  Reword this in the report itself.  s skip · q stop here"))
    return "\n".join(lines)


def _kind(question: Question) -> str:
    # The masked form at the beginning of the question stands in full in the sentence below it.
    said = question.said
    words = said.partition("” ")[2] or said.partition("”: ")[2] or said
    return words.partition(": ")[0] if question.proposals else words


def _place(asked: Asked) -> str:
    from reviewkit.reporters.text.styling import harmless

    where = asked.place or "A heading or label of the document"
    line = f", line {asked.line}" if asked.line else ""
    sentence, start, end = asked.sentence, asked.start, asked.end
    if terminal.shows_colour():
        marked = (
            f"{harmless(sentence[:start])}\x1b[1;7m{harmless(sentence[start:end])}\x1b[0m{harmless(sentence[end:])}"
        )
    else:
        marked = harmless(f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}")
    return f"  {where}{line}\n    {marked}"


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m" if terminal.shows_colour() else text


def _dim(text: str) -> str:
    return f"\x1b[2m{text}\x1b[0m" if terminal.shows_colour() else text
