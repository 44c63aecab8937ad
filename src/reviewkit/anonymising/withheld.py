"""What must not be found in a finished file besides names: withheld values, register keys, days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewkit.anonymising.field_dates import read_moment
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.lexicon import Lexicon
from reviewkit.anonymising.precision import Moment
from reviewkit.language.folding import fold_word
from reviewkit.report import Report

Words = tuple[str, ...]
_IDENTIFYING = frozenset(("reference", "place", "home_authority", "corporate_parent", "name", "on_behalf_of", "time"))
_SHORTEST = 4


class Withheld(NamedTuple):
    """`texts` by first word: word sequences and what they are. `days` are those of fields that are not kept."""

    texts: Mapping[str, tuple[tuple[Words, str], ...]]
    days: frozenset[Moment]


def withheld_of(report: Report, lexicon: Lexicon, birthdays: frozenset[Moment], kept: frozenset[Moment]) -> Withheld:
    """What the report withholds and the register's telling keys."""
    found: dict[str, list[tuple[Words, str]]] = {}
    said = _words_in_use(report, lexicon)
    for words, what in (*_values(report, lexicon, said), *_keys(report, lexicon, said)):
        found.setdefault(words[0], []).append((words, what))
    days = {moment for answer in answers(report) if (moment := read_moment(answer.value)) and moment.day}
    return Withheld({head: tuple(texts) for head, texts in found.items()}, frozenset(days - kept) | birthdays)


def digits_of(days: frozenset[Moment]) -> frozenset[str]:
    """The days as bare digits, as file names and numbers have them: 20231102, 02112023, 021123."""
    return frozenset(
        text
        for year, month, day in days
        for text in (f"{year}{month:02}{day:02}", f"{day:02}{month:02}{year}", f"{day:02}{month:02}{year % 100:02}")
    )


def _words_in_use(report: Report, lexicon: Lexicon) -> frozenset[str]:
    """Words that the report writes with a small letter, or publishes somebody as: they name nobody."""
    texts = [answer.value for answer in answers(report) if isinstance(answer.value, str)]
    texts += [entity.label.lower() for entity in lexicon.entities]
    texts += [
        entry.kind.lower() for entry in (*report.register.organisations.values(), *report.register.places.values())
    ]
    words = re.findall(r"(?<![\w.'’-])[a-z]{2,}(?![\w@])", "\n".join(texts))
    return frozenset(words) - {
        word for word, forms in lexicon.heads.items() if any(len(form.words) == 1 for form in forms)
    }


def _values(report: Report, lexicon: Lexicon, said: frozenset[str]) -> Iterator[tuple[Words, str]]:
    """The proper names and numbers in withheld lines that identify: a place, a reference, who signed."""
    for answer in answers(report):
        if answer.field.publish not in ("withhold", "") or answer.field.id not in _IDENTIFYING:
            continue
        written = answer.value if isinstance(answer.value, list) else [answer.value]
        for text in written:
            if isinstance(text, str):
                yield from ((words, "a value that is withheld") for words in _telling(text, lexicon, said))


def _telling(text: str, lexicon: Lexicon, said: frozenset[str]) -> Iterator[Words]:
    """Runs of capitalised or numbered words, with and without the first, whose capital may be that of a sentence."""
    for run in re.findall(r"(?:[A-Z][\w'’]*|\d[\w.:]*)(?:[ /-](?:[A-Z][\w'’]*|\d[\w.:]*|of|and))*", text):
        words = tuple(re.findall(r"[^\W\d_]+|\d+", fold_word(run)))
        for candidate in (words, words[1:]):
            if _tells(candidate, lexicon, said):
                yield candidate


def _tells(words: Words, lexicon: Lexicon, said: frozenset[str]) -> bool:
    """Whether the words name something that may not be named; numbers tell only with a word or a mark between."""
    if not words or len("".join(words)) < _SHORTEST or (len(words) == 1 and words[0].isdigit()):
        return False
    if any(not lexicon.labels_of(form)[0] for form in lexicon.heads.get(words[0], ())):
        return False
    return any(word.isdigit() or not (lexicon.is_ordinary(word) or word in said) for word in words)


def _keys(report: Report, lexicon: Lexicon, said: frozenset[str]) -> Iterator[tuple[Words, str]]:
    """Register keys that are names rather than roles."""
    register = report.register
    kept = {entity.key for entity in lexicon.entities if not entity.label}
    for key in (*register.people, *register.organisations, *register.places):
        words = tuple(re.findall(r"[^\W\d_]+|\d+", fold_word(key)))
        strange = [word for word in words if word.isalpha() and not (lexicon.is_ordinary(word) or word in said)]
        if strange and key not in kept and len("".join(words)) >= _SHORTEST:
            yield words, "a key of the register"
