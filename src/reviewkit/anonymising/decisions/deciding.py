"""The answers that the report already holds: `publication.decisions`, read, judged and looked up in a text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from reviewkit.language.folding import fold
from reviewkit.language.reading import Reading, read
from reviewkit.language.tokens import sentences
from reviewkit.publication import Action, Decision
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

_ACTIONS: Mapping[str, Action] = {"replace_with": "replace", "omit": "omit", "keep": "keep"}
_OPENERS = frozenset(("A", "An", "The", "Another", "One", "Some", "His", "Her", "Their"))
_MISSING = {
    "text": "says no `text` that it is about",
    "action": "needs one of `replace_with`, `omit: yes` and `keep: yes`",
    "reason": "keeps words without a `reason`",
    "by": "keeps words, and nobody stands for it: write a name under `by`",
}


class Decisions(NamedTuple):
    """Decisions by the folded words that they are about, and one pattern that finds any of them in a plane.

    `loose` are the words in which no name of the register stands: a capital makes nobody else of them.
    """

    by_text: Mapping[str, tuple[Decision, ...]] = {}
    pattern: re.Pattern[str] | None = None
    loose: frozenset[str] = frozenset()


class Decided(NamedTuple):
    """Words `start` to `end` of the plane that a decision settles."""

    start: int
    end: int
    decision: Decision


def read_decisions(report: Report) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The report's decisions, and the reasons why some of them can't be followed."""
    decisions: list[Decision] = []
    reasons: list[str] = []
    for number, (_, item) in enumerate(report.items("publication", "decisions"), 1):
        decision, lacking = _decision(number, item)
        decisions += [decision] if decision else []
        reasons += [f"decision {number} under `publication.decisions` {_MISSING[lacking]}"] if lacking else []
    return tuple(decisions), tuple(reasons)


def _decision(number: int, item: Mapping[str, Any]) -> tuple[Decision | None, str]:
    text, reason, by = (_line(item.get(key)) for key in ("text", "reason", "by"))
    chosen = [key for key in _ACTIONS if (item.get(key) == "yes" if key != "replace_with" else _line(item.get(key)))]
    if not fold(text).plane.strip():
        return None, "text"
    if len(chosen) != 1:
        return None, "action"
    if chosen == ["keep"] and not (reason and by):
        return None, "by" if reason else "reason"
    written = item.get("where")
    lines = written if isinstance(written, list) else [written]
    where = tuple(filter(None, map(_line, lines)))
    words = _for_mid_sentence(_line(item.get("replace_with")))
    return Decision(text, _ACTIONS[chosen[0]], words, where, reason, by, number), ""


def _for_mid_sentence(words: str) -> str:
    """`A friend` as it stands within a sentence: at its start the grammar gives the capital back."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in _OPENERS else words


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def index_decisions(decisions: Iterable[Decision], names: Container[str] | None = None) -> Decisions:
    """The decisions, ready to be found; of several about the same words those for a sentence come first.

    `names` are first words of the register's forms, folded.
    """
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(_key(fold(decision.text).plane), []).append(decision)
    if not found:
        return Decisions()
    spelt = sorted(found, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, key.split())) for key in spelt)
    by_text = {key: tuple(sorted(some, key=lambda one: not one.where)) for key, some in found.items()}
    loose = [] if names is None else [key for key in found if not any(word in names for word in read(key).words)]
    return Decisions(by_text, re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])"), frozenset(loose))


def find_decided(reading: Reading, decisions: Decisions, *, everywhere: frozenset[int] = frozenset()) -> list[Decided]:
    """What is decided in that text, in order. Decisions of the numbers in `everywhere` hold in any sentence."""
    if decisions.pattern is None:
        return []
    return list(_decided(reading, decisions, decisions.pattern, everywhere))


def _decided(
    reading: Reading, decisions: Decisions, pattern: re.Pattern[str], everywhere: frozenset[int]
) -> Iterator[Decided]:
    for match in pattern.finditer(reading.plane):
        written = reading.folded.source_of(*match.span())
        key = _key(match.group())
        for decision in _exact_first(decisions.by_text[key], written):
            if not _is_meant(decisions, decision, key, written):
                continue
            if not decision.where or decision.number in everywhere or _holds(reading, match, decision):
                yield Decided(match.start(), match.end(), decision)
                break


def _exact_first(known: Iterable[Decision], written: str) -> list[Decision]:
    return sorted(known, key=lambda one: not _begins_alike(written, one.text))


def _begins_alike(written: str, text: str) -> bool:
    """A name and the word that it also is are told apart by their first letter alone."""
    return written[:1].isupper() == text[:1].isupper()


def _is_meant(decisions: Decisions, decision: Decision, key: str, written: str) -> bool:
    """What goes, goes from headings and from where sentences begin too; what stays is spelt as it was decided."""
    if _begins_alike(written, decision.text):
        return True
    if decision.action == "keep" or key not in decisions.loose:
        return False
    return written[:1].isupper() or " " in key


def _holds(reading: Reading, match: re.Match[str], decision: Decision) -> bool:
    sentence = letters_of(sentence_at(reading.folded.source, *reading.folded.span(*match.span()))[0])
    return any(letters_of(line) == sentence for line in decision.where)


def keeps_group(decisions: Iterable[Decision], title: str, sentences_of_it: Iterable[str]) -> bool:
    """Whether somebody answers for a group of details, and for every sentence of it: one that joins it later opens it."""
    stated = {letters_of(sentence) for sentence in sentences_of_it}
    return any(
        decision.action == "keep"
        and letters_of(decision.text) == letters_of(title)
        and (not decision.where or stated <= {letters_of(line) for line in decision.where})
        for decision in decisions
    )


def sentence_at(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence around those characters, and where they stand in it; several, if they reach over more than one."""
    spans = [span for span in sentences(text) if span[0] < max(end, start + 1) and span[1] > start]
    if not spans:
        return text, start, end
    first, last = spans[0][0], spans[-1][1]
    sentence = text[first:last]
    blanks = len(sentence) - len(sentence.lstrip())
    return sentence.strip(), start - first - blanks, end - first - blanks


def letters_of(text: str) -> str:
    """The letters and digits of a text alone: marks of emphasis, quotes and blanks don't make another sentence."""
    return "".join(letter for letter in fold(text).plane if letter.isalnum())


def _key(plane: str) -> str:
    return " ".join(plane.split())
