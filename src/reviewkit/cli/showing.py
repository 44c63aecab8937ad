"""A question as the person sees it over their own report: where it stands, its sentence, what each choice does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewkit.cli import terminal
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.publication import Asked, Question

_MOST = 3
_LONGEST = 420
"""Letters of a sentence that are shown: some texts have no end of a sentence."""
_OPENS, _CLOSES = "\ue000", "\ue001"
_BOLD, _MARKED, _DIM, _PLAIN = "\x1b[1m", "\x1b[1;7m", "\x1b[2m", "\x1b[0m"
_COMBINATION = "combination"
_ASKED = {
    "which": "could be more than one. Who is meant?",
    "word": "is a name of the register, and a word as well. Which is it here?",
    "near": "is nearly a name of the register. Who or what is meant?",
    "part": "is part of a name of the register. Who or what is meant?",
    "person": "ties a name of the register to one that it lacks. Who or what is meant?",
    "place": "is a place or body with a name of the register in it. What should stand there?",
    "joined": "hides a name or number of the register. What should stand there?",
    "alphabet": "is in another alphabet, in which a name can't be looked for. What should stand there?",
    "title": "is a title and a name that fit nobody of the register. Who is meant?",
}


class Sentence(NamedTuple):
    """One sentence of a question, once, with all of its places in it."""

    first: Asked
    places: tuple[Asked, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The marked stretches, in order; what overlaps is one."""
        spans: list[tuple[int, int]] = []
        for start, end in sorted({(asked.start, asked.end) for asked in self.places if asked.end > asked.start}):
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans

    @property
    def words(self) -> list[str]:
        """The words of the marked stretches."""
        return [self.first.sentence[start:end] for start, end in self.spans]


def sentences_of(places: Iterable[Asked]) -> tuple[Sentence, ...]:
    """The places of a question by their sentence; one that the document says several times counts once."""
    found: dict[str, list[Asked]] = {}
    for asked in places:
        found.setdefault(" ".join(asked.sentence.split()), []).append(asked)
    return tuple(Sentence(some[0], tuple(some)) for some in found.values())


def head(number: str, question: Question, *, alone: bool = False) -> str:
    """What is asked, in words that need no manual."""
    return f"\n{_styled(number, _BOLD)}\n{_wrapped(_asked(question, alone=alone))}"


def _asked(question: Question, *, alone: bool) -> str:
    said = question.said
    if question.kind == _COMBINATION and alone:
        return "A sentence that helps to tell who the family is. What should happen to it?"
    if question.kind == _COMBINATION:
        title, _, facts = said.partition(", in ")[0].partition(": ")
        if "," not in facts:
            return f"Any of these can tell who the family is: {title}."
        return f"Together these details can tell who the family is. {title[:1].upper()}{title[1:]}: {facts}."
    if not question.text:
        return f"{said[:1].upper()}{said[1:]}. No answer can do that: edit it in the report."
    if question.kind in _ASKED:
        return f"“{' '.join(question.text.split())}” {_ASKED[question.kind]}"
    return _sentence(question._replace(places=question.places[:1]).shown)


def _sentence(said: str) -> str:
    return said if said.endswith(("?", ".")) else f"{said}."


def places(found: Sequence[Sentence]) -> str:
    """The sentences with their places, the first few where there are many."""
    lines = [_place(one) for one in found[:_MOST]]
    more = len(found) - _MOST
    if more > 0:
        lines.append(f"  … and {more} more {'sentence' if more == 1 else 'sentences'}")
    return "\n".join(lines)


def _place(one: Sentence) -> str:
    where = one.first.place or "A heading or label of the document"
    line = f", line {one.first.line}" if one.first.line else ""
    return f"\n  {_styled(f'{_harmless(where)}{line}', _DIM)}\n{_marked(one)}"


def _marked(one: Sentence) -> str:
    """The sentence within the width, its words in brackets, or in reverse where the terminal has colour."""
    text = one.first.sentence
    pieces, last = [], 0
    for start, end in one.spans:
        pieces += [text[last:start], _OPENS, text[start:end], _CLOSES]
        last = end
    marked = " ".join(_shortened("".join([*pieces, text[last:]])).split())
    lines = terminal.wrapped(_harmless(marked), "    ", "    ").split("\n")
    if not terminal.shows_colour(on_error=True):
        return "\n".join(lines).replace(_OPENS, "[").replace(_CLOSES, "]")
    return "\n".join(_coloured(lines))


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    """A stretch over the end of a line is closed there and opened again, behind the blanks of the next."""
    open_ = False
    for line in lines:
        begun = f"{line[:4]}{_MARKED}{line[4:]}" if open_ else line
        open_ = line.rfind(_OPENS) > line.rfind(_CLOSES) or (open_ and _CLOSES not in line)
        yield begun.replace(_OPENS, _MARKED).replace(_CLOSES, _PLAIN) + (_PLAIN if open_ else "")


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    first = max(0, text.find(_OPENS) - _LONGEST // 2)
    last = min(len(text), max(first + _LONGEST, text.find(_CLOSES) + _LONGEST // 4))
    return f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"


def choices(lines: Iterable[tuple[str, str]], names: Mapping[str, str] | None = None) -> str:
    """The keys and what each does; of a published name, whose it is."""
    shown = []
    for key, words in lines:
        whose = (names or {}).get(words, "")
        text = _harmless(f"{words} ({whose})" if whose else words)
        shown.append(terminal.wrapped(f"{key}  {text}", "   ", "      "))
    return "\n".join(["", *shown])


def advice(question: Question) -> str:
    """What could be said instead of a group of details: advice, no words to put in."""
    if not question.proposals:
        return ""
    return "\n".join(
        ["", "  What helps:", *(terminal.wrapped(f"- {one}", "    ", "      ") for one in question.proposals)]
    )


def _wrapped(text: str) -> str:
    return terminal.wrapped(_harmless(text), "", "")


def _harmless(text: str) -> str:
    from reviewkit.reporters.text.styling import harmless

    return "".join(letter if letter in (_OPENS, _CLOSES) else harmless(letter) for letter in text)


def _styled(text: str, style: str) -> str:
    return f"{style}{text}{_PLAIN}" if terminal.shows_colour(on_error=True) else text
