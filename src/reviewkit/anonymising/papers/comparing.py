"""What two published versions tell together: whoever holds both lays them side by side.

A date by month here and by year there, somebody called by two names, a sentence or an age that only one of them has.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reviewkit.anonymising.papers.exact_sentences import NUMBER, WHEN, WHO, Sentence, beyond, fineness, names_of
from reviewkit.anonymising.preparing import Preparation
from reviewkit.inspecting import Part
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
    found += [_alone(one, "older") for one in only_before]
    found += [_alone(one, "newer") for one in only_after]
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
        exact = next((one for one in same if one.details == other.details), same[0])
        same.remove(exact)
        pairs.append((exact, other))
    return pairs, [one for some in waiting.values() for one in some], left


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


def _apart(one: Sentence, other: Sentence) -> Iterator[Trace]:
    """Where two sentences of the same words are exact about different things."""
    for before, after in zip(one.details, other.details, strict=True):
        if before.text == after.text:
            continue
        kind, what = _SAID[before.kind]
        said = f"{what} differs between the versions"
        if before.kind == WHEN and fineness(before.text) != fineness(after.text):
            version = "newer" if fineness(after.text) < fineness(before.text) else "older"
            said = f"{what} is more exact in the {version} version"
        elif before.kind == WHO:
            said = "somebody has one name here and another there"
        yield _trace(one, other, kind, said)


def _differing(one: Sentence, other: Sentence) -> Iterator[Trace]:
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


def _capitals(sentence: Sentence) -> set[str]:
    """Capitalised words after the first, without those that are details."""
    written = {word.lower() for word in re.findall(r"(?<=[\w,;:)’”'] )[A-Z][\w’'-]+", sentence.text)}
    return {word for word in written if not any(word in detail.text.split() for detail in sentence.details)}


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
