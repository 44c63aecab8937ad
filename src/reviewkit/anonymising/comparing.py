"""What two published versions tell together: whoever holds both lays them side by side.

A date by month here and by year there, somebody called by two names, a sentence or an age that only one of them has.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.naming import core_of
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.words import MONTHS
from reviewkit.inspecting import Part
from reviewkit.language.folding import fold
from reviewkit.language.tokens import sentences
from reviewkit.publication import Trace

_ALIKE = 0.6
_FEWEST_WORDS = 3
_WHEN, _WHO, _NUMBER = "⟨when⟩", "⟨who⟩", "⟨number⟩"
_SAID = {
    _WHEN: ("date", "a date"),
    _WHO: ("name", "a published name"),
    _NUMBER: ("number", "a number or an age"),
    "": ("place", "a name or a place"),
}


class _Detail(NamedTuple):
    """Something that a sentence is exact about: its kind, and its text in small letters."""

    kind: str
    text: str


class _Sentence(NamedTuple):
    """A sentence of one version. `words` has a mark in the place of each detail, which `details` gives in order."""

    part: Part
    text: str
    words: tuple[str, ...]
    details: tuple[_Detail, ...]


def together(older: Sequence[Part], newer: Sequence[Part], prepared: Preparation) -> tuple[Trace, ...]:
    """What the pair tells that neither tells alone. `prepared` knows what everybody is published as."""
    names = _names(prepared)
    before, after = list(_sentences(older, names)), list(_sentences(newer, names))
    pairs, only_before, only_after = _paired(before, after)
    near, only_before, only_after = _near(only_before, only_after)
    found = [trace for one, other in pairs for trace in _apart(one, other)]
    found += [trace for one, other in near for trace in _differing(one, other)]
    found += [_alone(one, "older") for one in only_before]
    found += [_alone(one, "newer") for one in only_after]
    return tuple(_counted(found))


def _names(prepared: Preparation) -> re.Pattern[str] | None:
    labels = {core_of(entity.label) for entity in prepared.entities if entity.label}
    written = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True) if label)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)") if written else None


def _sentences(parts: Iterable[Part], names: re.Pattern[str] | None) -> Iterator[_Sentence]:
    for part in parts:
        if part.kind != "prose" or part.again:
            continue
        for start, end in sentences(part.text):
            text = " ".join(part.text[start:end].split())
            if text:
                yield _sentence(part, text, names)


def _sentence(part: Part, text: str, names: re.Pattern[str] | None) -> _Sentence:
    details: list[tuple[int, int, str]] = []
    for kind, pattern in ((_WHO, names), (_WHEN, _dates()), (_NUMBER, _numbers())):
        for match in pattern.finditer(text) if pattern else ():
            if all(match.end() <= start or match.start() >= end for start, end, _ in details):
                details.append((*match.span(), kind))
    words: list[str] = []
    position = 0
    for start, end, kind in sorted(details):
        words += [*_words(text[position:start]), kind]
        position = end
    words += _words(text[position:])
    exact = tuple(_Detail(kind, text[start:end].lower()) for start, end, kind in sorted(details))
    return _Sentence(part, text, tuple(words), exact)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text).plane)


@cache
def _dates() -> re.Pattern[str]:
    month = "|".join(name.capitalize() for name in MONTHS)
    year = r"(?:19|20)\d\d"
    season = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
    return re.compile(
        rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{month})(?: {year})?|(?:{month}) \d{{1,2}},? {year}|"
        rf"(?:{month})(?: to (?:{month}))?(?: {year})?|{season}(?: of)? {year}(?:-\d\d)?|"
        rf"{year}-\d\d(?:-\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{year})(?!\w)"
    )


@cache
def _numbers() -> re.Pattern[str]:
    units = "day|week|month|year|hour|minute"
    counted = (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    )
    return re.compile(rf"(?i)(?<!\w)(?:(?:\d[\d.,]*|{counted})(?:[ -](?:{units})s?(?:[ -]old)?)?)(?!\w)")


Pairs = list[tuple[_Sentence, _Sentence]]


def _paired(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> tuple[Pairs, list[_Sentence], list[_Sentence]]:
    """Sentences of the same words, whatever they are exact about; first those that agree in that too."""
    waiting: dict[tuple[str, ...], list[_Sentence]] = defaultdict(list)
    for one in before:
        waiting[one.words].append(one)
    pairs: Pairs = []
    left: list[_Sentence] = []
    for other in after:
        same = waiting.get(other.words)
        if not same:
            left.append(other)
            continue
        exact = next((one for one in same if one.details == other.details), same[0])
        same.remove(exact)
        pairs.append((exact, other))
    return pairs, [one for some in waiting.values() for one in some], left


def _near(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> tuple[Pairs, list[_Sentence], list[_Sentence]]:
    """Sentences that say nearly the same."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(before):
        for word in set(one.words):
            holders[word].append(number)
    pairs: Pairs = []
    taken: set[int] = set()
    left: list[_Sentence] = []
    for other in after:
        number = _nearest(other, before, holders, taken)
        if number < 0:
            left.append(other)
            continue
        taken.add(number)
        pairs.append((before[number], other))
    return pairs, [one for number, one in enumerate(before) if number not in taken], left


def _nearest(other: _Sentence, before: Sequence[_Sentence], holders: dict[str, list[int]], taken: set[int]) -> int:
    if len(other.words) < _FEWEST_WORDS:
        return -1
    shared = Counter(number for word in set(other.words) for number in holders.get(word, ()) if number not in taken)
    for number, count in shared.most_common(3):
        longest = max(len(set(before[number].words)), len(set(other.words)))
        if count >= longest * _ALIKE / 2 and _ratio(before[number], other) >= _ALIKE:
            return number
    return -1


def _ratio(one: _Sentence, other: _Sentence) -> float:
    return SequenceMatcher(a=one.words, b=other.words, autojunk=False).ratio()


def _apart(one: _Sentence, other: _Sentence) -> Iterator[Trace]:
    """Where two sentences of the same words are exact about different things."""
    for before, after in zip(one.details, other.details, strict=True):
        if before.text == after.text:
            continue
        kind, what = _SAID[before.kind]
        said = f"{what} differs between the versions"
        if before.kind == _WHEN and _fineness(before.text) != _fineness(after.text):
            version = "newer" if _fineness(after.text) < _fineness(before.text) else "older"
            said = f"{what} is more exact in the {version} version"
        elif before.kind == _WHO:
            said = "somebody has one name here and another there"
        yield _trace(one, other, kind, said)


def _fineness(text: str) -> int:
    """0 a day, 1 a month, 2 a quarter or a season, 3 a year."""
    if re.fullmatch(r"\d{4}", text):
        return 3
    if " to " in text or re.match(r"spring|summer|autumn|winter", text):
        return 2
    return 1 if re.fullmatch(r"[a-z]+(?: \d{4})?|\d{4}-\d\d", text) else 0


def _differing(one: _Sentence, other: _Sentence) -> Iterator[Trace]:
    """What only one of two sentences that are nearly the same is exact about."""
    before, after = Counter(one.details), Counter(other.details)
    said = False
    for version, left in (("older", before - after), ("newer", after - before)):
        for detail in left:
            kind, what = _SAID[detail.kind]
            yield _trace(one, other, kind, f"{what} stands in the {version} version of a sentence and not in the other")
            said = True
    for version, words in (("older", _capitals(one) - _capitals(other)), ("newer", _capitals(other) - _capitals(one))):
        if words:
            kind, what = _SAID[""]
            yield _trace(one, other, kind, f"{what} stands in the {version} version of a sentence and not in the other")
            said = True
    if not said:
        yield _trace(one, other, "wording", "a sentence is worded otherwise in the two versions")


def _capitals(sentence: _Sentence) -> set[str]:
    """Capitalised words after the first, without those that are details."""
    written = {word.lower() for word in re.findall(r"(?<=[\w,;:)’”'] )[A-Z][\w’'-]+", sentence.text)}
    return {word for word in written if not any(word in detail.text.split() for detail in sentence.details)}


def _alone(sentence: _Sentence, version: str) -> Trace:
    exact = {detail.kind for detail in sentence.details}
    what = " and ".join(_SAID[kind][1] for kind in (_WHO, _WHEN, _NUMBER) if kind in exact)
    said = f"a sentence stands only in the {version} version" + (f", with {what}" if what else "")
    return Trace(sentence.part.part, _place(sentence, version), "sentence", said, sentence.text)


def _trace(one: _Sentence, other: _Sentence, kind: str, said: str) -> Trace:
    return Trace(other.part.part, _place(other, "newer"), kind, said, f"{one.text} | {other.text}")


def _place(sentence: _Sentence, version: str) -> str:
    return f"{sentence.part.place} of the {version} version" if sentence.part.place else f"the {version} version"


def _counted(found: Iterable[Trace]) -> Iterator[Trace]:
    """Each once, with how often it is there."""
    times = Counter(found)
    yield from (trace._replace(times=count) for trace, count in times.items())
