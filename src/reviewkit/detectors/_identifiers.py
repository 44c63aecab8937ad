"""What the detectors of numbers and codes share: where numbers stand, the forms they are written in, words in front.

Every text is searched for its digits once; each form is then tried only where a number, or the letters that lead one,
begins. So all forms together cost little more than one search, and no text makes one of them slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from reviewkit.contracts import Detection
from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple


def word_set(*texts: str) -> frozenset[str]:
    """The words of those texts."""
    return frozenset(" ".join(texts).split())


GAP = r"(?:[ .-]{0,3}|\n ?)"
"""What people put between the groups of one number; folding has made dashes and blanks plain."""

NUMBER_WORDS = r"(?:number(?:s|ed)?|nos?|num|nbr|refs?|references?|ids?|identifier|codes?)"

NUMBER_ENDS = word_set(
    "number numbers numbered no nos num nbr ref refs reference references id ids identifier code codes"
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HEAD = 8
_RUN = 40
_NEAR, _FAR = 3, 8
_LABEL_REACH = 60


class Number(NamedTuple):
    """A run of digits, `start` to `end`, and its `head`, where the letters in front of it begin.

    The letters may touch it or stand a blank or mark away; without letters head and start are the same. `digits` counts
    those from here on with at most three marks between their runs, which is what forms allow; `far`, eight.
    """

    start: int
    head: int
    end: int
    digits: int
    far: int


class Form(NamedTuple):
    """One way in which an identifier is written.

    `pattern`, a regular expression, is tried where a number begins; `at` its head, where the letters in front of it do;
    `at` its mark, one earlier if a bracket or plus stands in front; `at` the run of letters, hyphens and strokes in front
    of it. `judge` answers True (sure), False (perhaps) or None
    (not one). A group named `it` is the identifier, else all that matched.

    No form is compiled before a number may have it: `least` digits stand there, and `hint` of the plane and the number
    holds; both are true wherever the pattern matches and the judge agrees.
    """

    pattern: str
    judge: Callable[[Reading, re.Match[str]], bool | None]
    at: Literal["number", "head", "mark", "run"] = "number"
    least: int = 1
    hint: Callable[[str, Number], bool] | None = None


def detect(reading: Reading, known: frozenset[int], forms: Callable[[], Sequence[Form]]) -> Iterator[Detection]:
    """What is written in one of the forms, in order; the first form that holds at a place decides."""
    # No generator for a text without digits: most passages have none, and each is asked for every kind.
    places = numbers(reading.plane)
    return _detect(reading, known, forms(), places) if places else iter(())


def _detect(
    reading: Reading, known: frozenset[int], forms: Sequence[Form], places: tuple[Number, ...]
) -> Iterator[Detection]:
    plane = reading.plane
    end = 0
    for number in places:
        if number.start < end:
            continue
        for form in forms:
            if number.digits < form.least or (form.hint and not form.hint(plane, number)):
                continue
            detection = _detection(reading, form, _place(plane, number, form.at), end)
            if detection is None:
                continue
            end = detection.end
            if not is_settled(reading, known, detection.start, detection.end):
                yield detection
            break


def _place(plane: str, number: Number, at: str) -> int:
    start = number.start
    if at == "head":
        return number.head
    if at == "mark":
        return start - (start > 0 and plane[start - 1] in "([+")
    if at == "run":
        reach = plane[max(0, start - _RUN) : start]
        return start - len(reach) + len(reach.rstrip(f"{_LETTERS}-/"))
    return start


def _detection(reading: Reading, form: Form, place: int, after: int) -> Detection | None:
    if place < after:
        return None
    pattern = _compiled(form.pattern)
    match = pattern.match(reading.plane, place)
    sure = form.judge(reading, match) if match else None
    if match is None or sure is None:
        return None
    start, end = match.span("it" if "it" in pattern.groupindex else 0)
    return Detection(start, end, sure)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=256)
def numbers(plane: str) -> tuple[Number, ...]:
    """Each run of digits of a plane, in order."""
    found: list[Number] = []
    digits, far, after = 0, 0, len(plane)
    for match in reversed([*_digits().finditer(plane)]):
        start, end = match.span()
        digits = end - start + (digits if after - end <= _NEAR else 0)
        far = end - start + (far if after - end <= _FAR else 0)
        after = start
        found.append(Number(start, _head(plane, start), end, digits, far))
    return tuple(reversed(found))


def _head(plane: str, start: int) -> int:
    reach = plane[max(0, start - _HEAD) : start]
    touching = start - len(reach) + len(reach.rstrip(_LETTERS))
    if touching < start or reach[-1:] not in (" ", "-", "/", ".", "\n"):
        return touching
    apart = reach[:-1].rstrip(_LETTERS)
    return start if len(apart) == len(reach) - 1 else start - len(reach) + len(apart)


def letters_before(plane: str, number: Number) -> str:
    """The letters in front of a number."""
    return plane[number.head : number.start].rstrip(" -/.\n")


def words_before(plane: str, place: int, reach: int = _LABEL_REACH) -> list[str]:
    """The words, or ends of words, in front of a place, as far back as a label may stand."""
    return _alphabetic().findall(plane, max(0, place - reach), place)


@cache
def _alphabetic() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def digits_of(text: str) -> str:
    """Its digits alone, as ASCII."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def is_upper(reading: Reading, start: int, end: int) -> bool:
    """Whether all letters of that stretch of the plane were written as capitals."""
    return reading.folded.source_of(start, end).isupper()


def led_by(reading: Reading, place: int, pattern: re.Pattern[str]) -> bool:
    """Whether the words in front of the place match; the pattern ends in `$`."""
    return pattern.search(reading.plane, max(0, place - _LABEL_REACH), place) is not None


def label_reach(plane: str, place: int) -> str:
    """What stands in front of a place, as far back as `led_by` looks: a hint that searches it alone stays cheap."""
    return plane[max(0, place - _LABEL_REACH) : place]


@cache
def label(names: str) -> re.Pattern[str]:
    """A pattern for `led_by`: one of the names, perhaps "number" or "no.", perhaps "is", then the identifier."""
    return re.compile(
        rf"(?<![a-z0-9_])(?:{names})(?:[ .,:'(-]{{1,2}}{NUMBER_WORDS})?(?:\W{{1,3}}(?:is|was|were|of|being|given as|as))?"
        r"\W{0,6}$"
    )


def is_settled(reading: Reading, known: frozenset[int], start: int, end: int) -> bool:
    """Whether every word of that stretch is accounted for."""
    if not known:
        return False
    from bisect import bisect_left, bisect_right

    first = max(0, bisect_right(reading.starts, start) - 1)
    last = bisect_left(reading.starts, end)
    inside = [number for number in range(first, last) if reading.ends[number] > start]
    return bool(inside) and known.issuperset(inside)


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+")
