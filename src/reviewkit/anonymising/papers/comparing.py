"""What two published versions tell together: whoever holds both lays them side by side.

A date by month here and by year there, somebody called by two names, a sentence or an age that only one of them has.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reviewkit.anonymising.papers.exact_sentences import (
    NUMBER,
    WHEN,
    WHO,
    Detail,
    Sentence,
    agree,
    beyond,
    dates_of,
    is_finer,
    lies_in,
    names_of,
)
from reviewkit.anonymising.preparing import Preparation
from reviewkit.inspecting import Part
from reviewkit.language.word_classes import OPENERS
from reviewkit.publication import Trace

_ALIKE = 0.6
_FEWEST_WORDS = 3
_SAID = {
    WHEN: ("date", "a date"),
    WHO: ("name", "a published name"),
    NUMBER: ("number", "a number or an age"),
    "": ("place", "a name or a place"),
}


def together(older: Sequence[Part], newer: Sequence[Part], prepared: Preparation) -> tuple[Trace, ...]:
    """What the pair tells that neither tells alone. `prepared` knows what everybody is published as."""
    names = names_of(prepared)
    before, after = beyond(older, newer, names), beyond(newer, older, names)
    pairs, only_before, only_after = _paired(before, after)
    near, only_before, only_after = _near(only_before, only_after)
    found = [trace for one, other in pairs for trace in _apart(one, other)]
    found += [trace for one, other in near for trace in _differing(one, other)]
    told_before, told_after = dates_of(older), dates_of(newer)
    found += [_alone(one, "older") for one in only_before if not _is_told(one, told_after)]
    found += [_alone(one, "newer") for one in only_after if not _is_told(one, told_before)]
    return tuple(_counted(found))


Pairs = list[tuple[Sentence, Sentence]]


def _paired(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Pairs, list[Sentence], list[Sentence]]:
    """Sentences of the same words, whatever they are exact about; first those that agree in that too."""
    waiting: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for one in before:
        waiting[one.words].append(one)
    pairs: Pairs = []
    left: list[Sentence] = []
    for other in after:
        same = waiting.get(other.words)
        if not same:
            left.append(other)
            continue
        exact = next((one for one in same if one.details == other.details), None) or _counterpart(other, same)
        if exact is None:
            left.append(other)
            continue
        same.remove(exact)
        pairs.append((exact, other))
    return pairs, [one for some in waiting.values() for one in some], left


def _counterpart(other: Sentence, same: Sequence[Sentence]) -> Sentence | None:
    """The one of those that is told of the same; cells with nothing but a date are so only if the one holds the other."""
    if any(word not in _SAID for word in other.words):
        return same[0]
    dates = [detail.text for detail in other.details if detail.kind == WHEN]
    return next((one for one in same if all(map(agree, (detail.text for detail in one.details), dates))), None)


def _near(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Pairs, list[Sentence], list[Sentence]]:
    """Sentences that say nearly the same."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(before):
        for word in set(one.words):
            holders[word].append(number)
    pairs: Pairs = []
    taken: set[int] = set()
    left: list[Sentence] = []
    for other in after:
        number = _nearest(other, before, holders, taken)
        if number < 0:
            left.append(other)
            continue
        taken.add(number)
        pairs.append((before[number], other))
    return pairs, [one for number, one in enumerate(before) if number not in taken], left


def _nearest(other: Sentence, before: Sequence[Sentence], holders: dict[str, list[int]], taken: set[int]) -> int:
    if len(other.words) < _FEWEST_WORDS:
        return -1
    shared = Counter(number for word in set(other.words) for number in holders.get(word, ()) if number not in taken)
    for number, count in shared.most_common(3):
        longest = max(len(set(before[number].words)), len(set(other.words)))
        if count >= longest * _ALIKE / 2 and _ratio(before[number], other) >= _ALIKE:
            return number
    return -1


def _ratio(one: Sentence, other: Sentence) -> float:
    return SequenceMatcher(a=one.words, b=other.words, autojunk=False).ratio()


def _is_told(sentence: Sentence, dates: frozenset[str]) -> bool:
    """Whether it is a cell with a date alone, for a time that the other version names as exactly or more so."""
    if set(sentence.words) != {WHEN}:
        return False
    return all(any(lies_in(date, detail.text) for date in dates) for detail in sentence.details)


def _apart(one: Sentence, other: Sentence) -> Iterator[Trace]:
    """Where two sentences of the same words are exact about different things."""
    for before, after in zip(one.details, other.details, strict=True):
        if before.text != after.text:
            yield _changed(one, other, before, after)


def _changed(one: Sentence, other: Sentence, before: Detail, after: Detail) -> Trace:
    """Two details of one kind, in the places of one another."""
    kind, what = _SAID[before.kind]
    said = f"{what} differs between the versions"
    if before.kind == WHEN and is_finer(after.text, before.text):
        said = f"{what} is more exact in the newer version"
    elif before.kind == WHEN and is_finer(before.text, after.text):
        said = f"{what} is more exact in the older version"
    elif before.kind == WHO:
        said = "somebody has one name here and another there"
    return _trace(one, other, kind, said)


def _differing(one: Sentence, other: Sentence) -> Iterator[Trace]:
    """What only one of two sentences that are nearly the same is exact about."""
    before, after = Counter(one.details), Counter(other.details)
    gone, come = list((before - after).elements()), list((after - before).elements())
    found: list[Trace] = []
    for detail in tuple(gone):
        instead = next((some for some in come if some.kind == detail.kind), None)
        if instead:
            found.append(_changed(one, other, detail, instead))
            gone.remove(detail)
            come.remove(instead)
    left = [("older", detail.kind) for detail in gone] + [("newer", detail.kind) for detail in come]
    left += [("older", "")] if _capitals(one) - _capitals(other) else []
    left += [("newer", "")] if _capitals(other) - _capitals(one) else []
    for version, about in left:
        kind, what = _SAID[about]
        said = f"{what} stands in the {version} version of a sentence and not in the other"
        found.append(_trace(one, other, kind, said))
    yield from found or [_trace(one, other, "wording", "a sentence is worded otherwise in the two versions")]


def _capitals(sentence: Sentence) -> set[str]:
    """Capitalised words after the first, without those that are details."""
    written = {word.lower() for word in re.findall(r"(?<=[\w,;:)’”'] )[A-Z][\w’'-]+", sentence.text)}
    exact = {word for detail in sentence.details for word in detail.text.split()}
    return {word for word in written - OPENERS if word.removesuffix("'s").removesuffix("’s") not in exact}


def _alone(sentence: Sentence, version: str) -> Trace:
    exact = {detail.kind for detail in sentence.details}
    what = " and ".join(_SAID[kind][1] for kind in (WHO, WHEN, NUMBER) if kind in exact)
    said = f"a sentence stands only in the {version} version" + (f", with {what}" if what else "")
    return Trace(sentence.part.part, _place(sentence, version), "sentence", said, sentence.text)


def _trace(one: Sentence, other: Sentence, kind: str, said: str) -> Trace:
    return Trace(other.part.part, _place(other, "newer"), kind, said, f"{one.text} | {other.text}")


def _place(sentence: Sentence, version: str) -> str:
    return f"{sentence.part.place} of the {version} version" if sentence.part.place else f"the {version} version"


def _counted(found: Iterable[Trace]) -> Iterator[Trace]:
    """Each once, with how often it is there."""
    times = Counter(found)
    yield from (trace._replace(times=count) for trace, count in times.items())
