"""One sitting of a review: which question is next, how far it is, what can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reviewkit.cli import asking, keeping, showing, terminal
from reviewkit.cli.asking import Desk, Reply, Turn
from reviewkit.errors import InputError, LeakError, OutputError
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewkit.publication import Question
    from reviewkit.report import Report

Key = tuple[str, str, str]


class _Done(NamedTuple):
    """A step that can be undone: a question skipped or split, or decisions written."""

    step: str
    key: Key
    items: tuple[Mapping[str, Any], ...] = ()


class Sitting:
    """State: the report as its file says, what is left to decide, what was done so far."""

    def __init__(self, report: Report) -> None:
        from reviewkit import api

        self.report = report
        self.questions = api.open_questions(report)
        self.kept = 0
        self._done: list[_Done] = []
        self._round = 0
        self._by = ""

    def run(self) -> None:
        """Ask until nothing is left or the person stops. Raises `click.Abort` where the answers end."""
        if not self.questions:
            terminal.say("Nothing is left to decide.")
            return
        number = len(self.questions)
        terminal.say(terminal.wrapped(
            f"{'1 question' if number == 1 else f'{number} questions'} to decide before this report can be published. "
            "Each answer is written into the report at once. You can stop at any time and go on later.", "", "",
        ))  # fmt: skip
        while self.questions:
            turn = self._next()
            if turn is None:
                if not self._comes_back():
                    return
            elif not self._follow(turn, asking.ask(turn, self._progress(turn), self._desk())):
                return
        terminal.say("\nEverything is decided.")

    def _next(self) -> Turn | None:
        skipped = {one.key for one in self._done[self._round :] if one.step == "skip"}
        return next((turn for turn in self._turns() if _key(turn) not in skipped), None)

    def _turns(self) -> Iterator[Turn]:
        split = {one.key for one in self._done if one.step == "split"}
        for question in self.questions:
            whole = Turn(question)
            if _key(whole) not in split:
                yield whole
                continue
            for sentence in showing.sentences_of(question.places):
                yield Turn(question._replace(places=sentence.places), alone=True)

    def _progress(self, turn: Turn) -> str:
        """`3 of 12`: a question counts once, however many sentences of it are asked one by one."""
        skipped = {one.key for one in self._done[self._round :] if one.step == "skip"}
        waiting = {_origin(_key(one)) for one in self._turns() if _key(one) not in skipped}
        passed = {_origin(one.key) for one in self._done[self._round :] if one.step != "split"} - waiting
        number = f"{len(passed) + 1} of {len(passed) + len(waiting)}"
        if not turn.alone:
            return number
        left = sum(_origin(_key(one)) == _origin(_key(turn)) and _key(one) not in skipped for one in self._turns())
        return f"{number}, sentence by sentence: {'this is the last' if left == 1 else f'{left} to go'}"

    def _comes_back(self) -> bool:
        number = len(self.questions)
        terminal.say(f"\n{'1 question was' if number == 1 else f'{number} questions were'} skipped.")
        while (reply := asking.line("Enter asks again, u undoes the last step, q stops here").lower()) not in ("", "u"):
            if reply == "q":
                return False
        if reply == "u":
            return self._follow(None, Reply("undo"))
        self._round = len(self._done)
        return True

    def _follow(self, turn: Turn | None, reply: Reply) -> bool:
        """Whether to go on."""
        if reply.step == "stop":
            return False
        if turn and reply.step in ("skip", "split"):
            self._done.append(_Done(reply.step, _key(turn)))
            return True
        try:
            self._change(turn, reply)
        except LeakError as error:
            terminal.say(terminal.wrapped(f"That can't be done: {keeping.why_not(error)}.", "", ""))
        except keeping.UnsettledError:
            terminal.say("That would not settle this place. Choose otherwise, or edit the sentence in the report.")
        except (InputError, OutputError) as error:
            place = f"{error.place}: " if isinstance(error, InputError) else ""
            terminal.say(
                terminal.wrapped(f"{place}{error.message}. Nothing was kept of this; mend it, then go on.", "", "")
            )
        return True

    def _change(self, turn: Turn | None, reply: Reply) -> None:
        if reply.step == "again":
            self._take(keeping.read_again(self.report))
            terminal.say("The report is read again.")
        elif reply.step == "undo":
            self._undo()
        elif turn:
            after = keeping.add(self.report, reply.items, lambda questions: not _is_open(turn, questions, reply))
            self._take(after)
            self._done.append(_Done("write", _key(turn), reply.items))
            self.kept += len(reply.items)
            terminal.say(terminal.wrapped(asking.told(reply.items), "", ""))

    def _undo(self) -> None:
        if not self._done:
            terminal.say("There is nothing to undo in this sitting.")
            return
        last = self._done[-1]
        if last.step == "write":
            self._take(keeping.take_back(self.report, last.items))
            self.kept -= len(last.items)
        self._done.pop()
        self._round = min(self._round, len(self._done))
        said = {"write": "The last answer is taken back.", "skip": "What was skipped is asked again."}
        terminal.say(said.get(last.step, "The sentences are asked together again."))

    def _take(self, kept: keeping.Kept) -> None:
        self.report, self.questions = kept

    def _desk(self) -> Desk:
        from reviewkit import api

        return Desk(_names(self.report), lambda words: api.fault_of_words(self.report, words), self._who)

    def _who(self) -> str:
        while not self._by:
            self._by = asking.line("Your name, for the record (asked once)")
        return self._by


def _key(turn: Turn) -> Key:
    question = turn.question
    sentence = " ".join(question.places[0].sentence.split()) if turn.alone else ""
    return question.kind, question.text or question.said, sentence


def _origin(key: Key) -> tuple[str, str]:
    return key[:2]


def _is_open(turn: Turn, questions: tuple[Question, ...], reply: Reply) -> bool:
    """Whether an answer has left what it is about where it was."""
    asked = {(one.sentence, one.start) for one in turn.question.places}
    if turn.is_group and turn.alone:
        (item,) = reply.items
        asked = {
            (one.sentence, one.start)
            for one in turn.question.places
            if one.sentence[one.start : one.end] in (item["text"], one.sentence if "omit" in item else None)
        }
    return any(
        _key(Turn(question)) == _key(Turn(turn.question))
        and not asked.isdisjoint((p.sentence, p.start) for p in question.places)
        for question in questions
    )


def _names(report: Report) -> dict[str, str]:
    """Whose each published name is; of one that several bear, all of them."""
    from reviewkit.anonymising.names.labels import name_everybody

    names: dict[str, list[str]] = {}
    for entity in name_everybody(report)[0]:
        if entity.label:
            names.setdefault(entity.label, []).append(entity.name)
    return {label: ", ".join(some) for label, some in names.items()}
