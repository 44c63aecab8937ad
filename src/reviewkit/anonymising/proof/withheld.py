"""What must not be found in a finished file besides names: withheld values, register keys, days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from reviewkit.anonymising.dates.fields import read_moment
from reviewkit.anonymising.dates.precision import Moment
from reviewkit.anonymising.fields import Answer, answers
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.proof.withheld_answers import is_withheld, waivers, what_is
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import CALENDAR_NAMES
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

Words = tuple[str, ...]
_IDENTIFYING = frozenset(("reference", "place", "home_authority", "corporate_parent", "name", "on_behalf_of", "time"))
_TEXTS = frozenset(("line", "lines", "prose", "owner"))
_SHORTEST = 4
WINDOW = 6
"""As many words in a row are no chance."""


class Withheld(NamedTuple):
    """`texts` by first word: word sequences and what they are. `runs`: any six words in a row of a withheld text.

    `days` are those of fields that are not kept, with and without their year, `digits` the same as bare digits.
    """

    texts: Mapping[str, tuple[tuple[Words, str], ...]]
    days: frozenset[Moment]
    digits: frozenset[str] = frozenset()
    runs: Mapping[Words, str] = {}


def withheld_of(report: Report, lexicon: Lexicon, birthdays: frozenset[Moment], kept: frozenset[Moment]) -> Withheld:
    """What the report withholds and the register's telling keys."""
    answered = [*answers(report), *waivers(report)]
    published = _published_words(answered)
    said = _words_in_use(report, lexicon, answered)
    private = [answer for answer in answered if is_withheld(answer)]
    runs = _runs(private)
    _forget(runs, published)
    found: dict[str, dict[Words, str]] = {}
    shorter = _short_values(private, lexicon, _used(published) | _labels(lexicon))
    for words, what in (*_values(private, lexicon, said), *shorter, *_keys(report, lexicon, said)):
        found.setdefault(words[0], {}).setdefault(words, what)
    days = {moment for answer in answered if (moment := read_moment(answer.value)) and moment.day}
    secret = frozenset(days - kept) | birthdays
    yearless = {day._replace(year=0) for day in secret} - {day._replace(year=0) for day in kept}
    texts = {head: tuple(sorted(some.items(), key=lambda item: -len(item[0]))) for head, some in found.items()}
    return Withheld(texts, secret | yearless, _digits_of(secret), runs)


def _digits_of(days: frozenset[Moment]) -> frozenset[str]:
    """The days as bare digits, as file names and numbers have them: 20231102, 02112023, 021123, 231102."""
    return frozenset(
        text
        for year, month, day in days
        for text in (
            f"{year}{month:02}{day:02}", f"{day:02}{month:02}{year}", f"{day:02}{month:02}{year % 100:02}",
            f"{year % 100:02}{month:02}{day:02}", f"{month:02}{day:02}{year}",
        )
    )  # fmt: skip


def _published_words(answered: Iterable[Answer]) -> list[list[str]]:
    return [
        _split(text)
        for answer in answered
        if answer.field.publish not in ("withhold", "") and answer.field.type in _TEXTS
        for text in answer.texts
    ]


def _used(published: Iterable[list[str]]) -> frozenset[str]:
    return frozenset(word for words in published for word in words)


def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for entity in lexicon.entities for word in _split(entity.label))


def _runs(private: Iterable[Answer]) -> dict[Words, str]:
    """Windows of the withheld texts that are long enough to have any."""
    found: dict[Words, str] = {}
    for answer in private:
        for text in answer.texts if answer.field.type in _TEXTS else ():
            for window in windows(_split(text)):
                found.setdefault(window, what_is(answer))
    return found


def windows(words: list[str]) -> Iterator[Words]:
    """Any `WINDOW` words in a row, from left to right."""
    return zip(*(words[start:] for start in range(WINDOW)), strict=False)


def _forget(runs: dict[Words, str], published: Iterable[list[str]]) -> None:
    """What the author says in a published field as well is published by that field."""
    for words in published if runs else ():
        for window in windows(words):
            runs.pop(window, None)


def _short_values(private: Iterable[Answer], lexicon: Lexicon, used: frozenset[str]) -> Iterator[tuple[Words, str]]:
    """A diagnosis, a language, a faith: values of few words that hold one which nothing published uses."""
    for answer in private:
        for text in answer.texts if answer.field.type in _TEXTS else ():
            words = tuple(_split(text))
            telling = [word for word in words if word.isalpha() and word not in used and not lexicon.is_ordinary(word)]
            if len(words) < WINDOW and any(len(word) >= _SHORTEST for word in telling) and _may_stand(words, lexicon):
                yield words, what_is(answer)


def _may_stand(words: Words, lexicon: Lexicon) -> bool:
    """False where the value begins with a name of the register that is kept."""
    return not any(not lexicon.labels_of(form)[0] for form in lexicon.heads.get(words[0], ()))


def _words_in_use(report: Report, lexicon: Lexicon, answered: Iterable[Answer]) -> frozenset[str]:
    """Words that the report writes with a small letter, or publishes somebody as: they name nobody."""
    texts = [answer.value for answer in answered if isinstance(answer.value, str)]
    texts += [entity.label.lower() for entity in lexicon.entities]
    texts += [
        entry.kind.lower() for entry in (*report.register.organisations.values(), *report.register.places.values())
    ]
    words = re.findall(r"(?<![\w.'’-])[a-z]{2,}(?![\w@])", "\n".join(texts))
    return frozenset(words) - {
        word for word, forms in lexicon.heads.items() if any(len(form.words) == 1 for form in forms)
    }


def _values(private: Iterable[Answer], lexicon: Lexicon, said: frozenset[str]) -> Iterator[tuple[Words, str]]:
    """The proper names and numbers in withheld lines that identify: a place, a reference, who signed."""
    for answer in private:
        if answer.field.id in _IDENTIFYING:
            for text in answer.texts:
                yield from ((words, what_is(answer)) for words in _telling(text, lexicon, said))


def _telling(text: str, lexicon: Lexicon, said: frozenset[str]) -> Iterator[Words]:
    """Runs of capitalised or numbered words, with and without the first, whose capital may be that of a sentence."""
    for run in _capital_run().findall(text):
        words = tuple(_split(run))
        for candidate in (words, words[1:]):
            if _tells(candidate, lexicon, said):
                yield candidate


def _tells(words: Words, lexicon: Lexicon, said: frozenset[str]) -> bool:
    """Whether the words name something that may not be named; numbers tell only with a word or a mark between."""
    if not words or len("".join(words)) < _SHORTEST or (len(words) == 1 and words[0].isdigit()):
        return False
    if not _may_stand(words, lexicon) or all(word in CALENDAR_NAMES or _is_year(word) for word in words):
        return False
    return any(word.isdigit() or not (lexicon.is_ordinary(word) or word in said) for word in words)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _keys(report: Report, lexicon: Lexicon, said: frozenset[str]) -> Iterator[tuple[Words, str]]:
    """Register keys that are names rather than roles."""
    register = report.register
    kept = {entity.key for entity in lexicon.entities if not entity.label}
    for key in (*register.people, *register.organisations, *register.places):
        words = tuple(_split(key))
        strange = [word for word in words if word.isalpha() and not (lexicon.is_ordinary(word) or word in said)]
        if strange and key not in kept and len("".join(words)) >= _SHORTEST:
            yield words, "a key of the register"


def _split(text: str) -> list[str]:
    return _words().findall(fold_word(text))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@cache
def _capital_run() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][\w'’]*|\d[\w.:]*)(?:[ /-](?:[A-Z][\w'’]*|\d[\w.:]*|of|and))*")
