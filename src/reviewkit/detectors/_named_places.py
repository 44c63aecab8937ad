"""Names of places by the word that ends them: the capitals before `Primary School`, `Crown Court`, `estate`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.contracts import Detection
from reviewkit.detectors._place_runs import INNER, LONGEST, SAINTS, Sort, is_tied, run_before
from reviewkit.detectors._place_words import FIELD, STOPS, TITLES, looks_ordinary
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import CALENDAR_NAMES, word_set
from reviewkit.tuples import NamedTuple

_AROUND = 12
_PLURALS = word_set(
    "schools academies colleges nurseries hospitals surgeries wards estates villages courts prisons homes"
)
PLACE_BEFORE = word_set(
    "in on at near from to along behind outside around the off past between towards into through beside opposite down",
    "up across leave left via of under called named over",
)
"""After these a name that could be a person's, such as `Rose Park`, is a place's."""


class Name(NamedTuple):
    """A run of words: `first` to `last`, those that name something, and whether that is beyond doubt."""

    first: int
    last: int
    naming: tuple[int, ...]
    sure: bool = True


Proposals = tuple[tuple[frozenset[str], tuple[str, ...]], ...]
"""Words of a name, and what to propose for it; no words: for any."""


def name_with(reading: Reading, head: int, last: int, sort: Sort) -> Name | None:
    """The name that ends with the head's words `head` to `last`, or None if nothing is named."""
    if not _PLURALS.isdisjoint(reading.words[head : last + 1]):
        sort = sort._replace(pairs=True)
    capital = reading.is_capital(last) if last > head else reading.is_capital(head)
    if not capital and not sort.small:
        return None
    first, naming = run_before(reading, head, sort)
    if not naming or _is_doubtful(reading, naming, head, capital=capital):
        return None
    if sort.surname and not is_placed(reading, first, head):
        return None
    only_opening = len(naming) == 1 and reading.capital_is_forced(naming[0])
    return Name(first, last, tuple(naming), sure=not only_opening and not in_headline(reading, head))


def name_ending(reading: Reading, last: int, sort: Sort) -> Name | None:
    """The run of capitals that ends with a word: what stands before `, a children's home`."""
    first, naming = run_before(reading, last + 1, sort, first_gap=True)
    naming = [number for number in naming if not looks_ordinary(reading.word(number))]
    return Name(first, last, tuple(naming)) if naming else None


def name_starting(reading: Reading, first: int, sort: Sort) -> Name | None:
    """The run of capitals that begins with a word: what stands after `the village of` or `HMP`."""
    last, naming = first - 1, []
    for number in range(first, min(first + LONGEST, len(reading.words))):
        if number > first and not is_tied(reading, number - 1):
            break
        word = reading.word(number)
        if word == "s" and number and reading.gap(number - 1) == "'":
            last = number
        elif reading.is_capital(number) and word not in STOPS and word not in TITLES:
            last = number
            if word not in sort.plain and word not in FIELD:
                naming.append(number)
        elif word not in INNER or number == first:
            break
    return Name(first, last, tuple(naming)) if naming and last >= naming[0] else None


def in_headline(reading: Reading, number: int) -> bool:
    """Whether the long words Around One Are All Written Like This, so that capitals tell nothing."""
    around = range(max(0, number - _AROUND), min(number + _AROUND, len(reading.words)))
    long = [at for at in around if len(reading.words[at]) > 3 and reading.words[at].isalpha()]
    return len(long) > 3 and all(reading.is_capital(at) for at in long)


def detections(
    reading: Reading,
    known: frozenset[int],
    names: Iterable[Name | None],
    table: Proposals,
) -> Iterator[Detection]:
    """Those names of which something is unaccounted for, in order; of names that overlap, their whole stretch.

    Each has the proposals of the first row of the table that shares a word with it.
    """
    wanted = [name for name in names if name and not known.issuperset(name.naming)]
    if not wanted:
        return
    merged: list[Name] = []
    for name in sorted(wanted):
        before = merged[-1] if merged else None
        if before and name.first <= before.last:
            last = max(before.last, name.last)
            merged[-1] = before._replace(last=last, sure=before.sure or name.sure)
        else:
            merged.append(name)
    for name in merged:
        words = set(reading.words[name.first : name.last + 1])
        own = next(proposals for kinds, proposals in table if not kinds or words & kinds)
        yield Detection(reading.starts[name.first], reading.ends[name.last], sure=name.sure, proposals=own)


def _is_doubtful(reading: Reading, naming: list[int], head: int, *, capital: bool) -> bool:
    """Whether the capitals may be any words': a month's, an abbreviation's, a person's with 's, a sentence's first."""
    words = [reading.word(number) for number in naming]
    saint = any(word in SAINTS for word in words)
    if all(looks_ordinary(word) for word in words) and in_headline(reading, head):
        return True
    if len(naming) == 1 and reading.opens_sentence(naming[0]) and looks_ordinary(words[0]):
        return True
    if capital:
        return all(word in SAINTS for word in words)
    if all(word in CALENDAR_NAMES or _is_short(reading, number) for number, word in zip(naming, words, strict=True)):
        return True
    possessed = reading.word(head - 1) == "s" and reading.gap(head - 2) == "'"
    return possessed and not saint


def _is_short(reading: Reading, number: int) -> bool:
    return reading.is_upper(number) and len(reading.word(number)) <= 5


def is_placed(reading: Reading, first: int, head: int) -> bool:
    """Whether something says that the name is a place's and no person's."""
    before = reading.word(first - 1) if first and reading.joined(first - 1) else ""
    return before in PLACE_BEFORE or before.isdigit() or not reading.is_capital(head)
