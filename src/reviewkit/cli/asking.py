"""One turn of a review: a question, or one sentence of it, with its choices, until one of them is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

from reviewkit.cli import showing, terminal
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.anonymising.wording import Fault
    from reviewkit.publication import Action, Question

Step = Literal["write", "skip", "undo", "again", "split", "stop"]
_STEPS: Mapping[str, Step] = {"s": "skip", "": "skip", "u": "undo", "r": "again", "e": "split", "q": "stop"}
_READ_AGAIN = ("r", "I have changed the report itself: read it again")
_GO_ON = (("s", "skip; it is asked again at the end"), ("u", "undo the last step"), ("q", "stop here and go on later"))


class Turn(NamedTuple):
    """What is asked at once. `alone`: one sentence of a question that is gone through one by one."""

    question: Question
    alone: bool = False

    @property
    def is_group(self) -> bool:
        """Whether it is about details that only together say who the family is."""
        return self.question.kind == "combination"

    @property
    def sentences(self) -> tuple[showing.Sentence, ...]:
        """Its sentences, each once."""
        return showing.sentences_of(self.question.places)


class Desk(NamedTuple):
    """What a turn needs of the sitting: whose each published name is, why words can't be put in, who answers."""

    names: Mapping[str, str]
    fault_of: Callable[[str], Fault | None]
    who: Callable[[], str]


class Reply(NamedTuple):
    """What the person chose; `items` are the decisions to write."""

    step: Step
    items: tuple[Mapping[str, Any], ...] = ()


def ask(turn: Turn, number: str, desk: Desk) -> Reply:
    """Show the turn and ask until a choice is made. Raises `click.Abort` where the answers end."""
    lines = list(_choices(turn))
    for part in (
        showing.head(number, turn.question, alone=turn.alone),
        showing.places(turn.sentences),
        showing.advice(turn.question) if turn.is_group and not turn.alone else "",
        showing.choices(lines, desk.names),
    ):
        if part:
            terminal.say(part)
    keys = {key for key, _ in lines} | {""}
    while True:
        key = line("Your choice").lower()
        if key == "k" and key not in keys and turn.question.text:
            terminal.say("These words can't be kept. Choose other words, or leave them out.")
        elif key not in keys:
            terminal.say(f"Type one of these: {', '.join(key for key, _ in lines)}.")
        elif key in _STEPS:
            return Reply(_STEPS[key])
        elif item := _item(turn, key, desk):
            return Reply("write", (item,))


def line(asked: str) -> str:
    """One line from the person, on standard error like all that is said: standard output may be the document."""
    reply = click.prompt(asked, default="", show_default=False, prompt_suffix=" > ", err=True)
    kept = "".join(letter if letter.isprintable() else " " for letter in str(reply))
    return " ".join(kept.encode("utf-8", "ignore").decode().split())


def _choices(turn: Turn) -> Iterator[tuple[str, str]]:
    question = turn.question
    if turn.is_group:
        yield from _of_a_group(turn)
    elif question.text:
        yield from ((str(number), proposal) for number, proposal in enumerate(question.proposals, 1))
        yield "t", "other words, which you type"
        yield "o", "leave these words out"
        if question.may_keep:
            yield "k", "keep these words, with a reason and your name"
        if len(turn.sentences) > 1:
            yield "e", f"decide each of the {len(turn.sentences)} sentences by itself"
    if not question.text or (turn.is_group and not turn.alone):
        yield _READ_AGAIN
    yield from _GO_ON


def _of_a_group(turn: Turn) -> Iterator[tuple[str, str]]:
    if not turn.alone:
        yield "e", "go through the sentences one by one and change them"
        yield "k", "keep them all as they are, with a reason and your name"
        return
    (sentence,) = turn.sentences
    for number, words in enumerate(sentence.words, 1):
        yield str(number), f"other words for “{' '.join(words.split())}”"
    yield "o", "leave the whole sentence out"


def _item(turn: Turn, key: str, desk: Desk) -> Mapping[str, Any] | None:
    question = turn.question
    if key == "k":
        reason = line("Why may it stay (Enter alone goes back)")
        return _made(question, "keep", desk, reason=reason) if reason else None
    if turn.is_group:
        (sentence,) = turn.sentences
        if key == "o":
            return _made(question._replace(text=sentence.first.sentence), "omit", desk)
        text = sentence.words[int(key) - 1]
        return _typed(question._replace(text=text), desk)
    if key == "o":
        return _made(question, "omit", desk)
    if key == "t":
        return _typed(question, desk)
    return _made(question, "replace", desk, words=question.proposals[int(key) - 1])


def _typed(question: Question, desk: Desk) -> Mapping[str, Any] | None:
    refused = ""
    while words := line("Other words (Enter alone goes back)"):
        fault = desk.fault_of(words)
        # What only looks like a name may be a word that a detector doesn't know.
        if fault is None or (words == refused and not fault.sure):
            return _made(question, "replace", desk, words=words)
        refused = words
        again = "Choose others." if fault.sure else "Choose others, or type the same again if they name nobody."
        terminal.say(terminal.wrapped(f"These words can't stand: {fault.said}. {again}", "", ""))
    return None


def _made(question: Question, action: Action, desk: Desk, *, words: str = "", reason: str = "") -> Mapping[str, Any]:
    from reviewkit.anonymising.decisions.answering import Answer, decision_item

    return decision_item(question, Answer(action, words, reason, desk.who()))


def told(items: Sequence[Mapping[str, Any]]) -> str:
    """What has been decided, in one line."""
    (item,) = items
    words = str(item["text"]) if len(str(item["text"])) <= 50 else f"{str(item['text'])[:50]}…"
    if "replace_with" in item:
        return f"Kept in the report: “{words}” becomes “{item['replace_with']}”."
    done = "is left out" if "omit" in item else "stays as it is"
    return f"Kept in the report: “{words}” {done}."
