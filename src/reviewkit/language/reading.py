"""One block's text, folded and cut into words: what finding, judging and phrasing look at."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate

from reviewkit.language.folding import Folded, fold
from reviewkit.tuples import NamedTuple

_REACH = 200
_REMEMBERED = 2048
_OPENING = " \t\r\n\"'([{*_•·>#-"
_ABBREVIATIONS = frozenset(
    ["eg", "ie", "e.g", "i.e", "vs", "cf", "approx", "mr", "mrs", "ms", "dr", "st", "prof", "no", "etc", "rev", "sgt"]
)


class Reading(NamedTuple):
    """Words are runs of letters or of digits; `starts` and `ends` are their places in the plane, the folded text."""

    folded: Folded
    words: list[str]
    starts: list[int]
    ends: list[int]
    plane: str

    def word(self, number: int) -> str:
        """The folded word, or "" beyond either end."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def cased(self, number: int) -> str:
        """The word as it was written, or ""."""
        if not 0 <= number < len(self.words):
            return ""
        if self.folded.starts is None:
            return self.folded.source[self.starts[number] : self.ends[number]]
        return self.folded.source_of(self.starts[number], self.ends[number])

    def gap(self, number: int) -> str:
        """What stands between the word and the next, in the plane."""
        if not 0 <= number < len(self.words) - 1:
            return ""
        return self.plane[self.ends[number] : self.starts[number + 1]]

    def before(self, place: int) -> str:
        """What stands before a place of the plane, as far back as any rule looks."""
        return self.plane[max(0, place - _REACH) : place]

    def after(self, place: int) -> str:
        """What stands from a place of the plane on, as far as any rule looks."""
        return self.plane[place : place + _REACH]

    def joined(self, number: int) -> bool:
        """Whether only blanks, and no empty line, stand between the word and the next."""
        gap = self.gap(number)
        return bool(gap) and gap.isspace() and gap.count("\n") < 2

    def is_capital(self, number: int) -> bool:
        """Whether the word was written with a capital first."""
        if not 0 <= number < len(self.starts):
            return False
        start, (source, _, places, _) = self.starts[number], self.folded
        return source[start if places is None else places[start]].isupper()

    def is_upper(self, number: int) -> bool:
        """Whether the word, of two letters or more, was written in capitals."""
        cased = self.cased(number)
        return len(cased) > 1 and cased.isupper()

    def opens_sentence(self, number: int) -> bool:
        """Whether a sentence, heading, list item or quoted sentence begins with that word."""
        reach = self.before(self.starts[number])
        before = reach.rstrip(_OPENING)
        if not before:
            return True
        between = reach[len(before) :]
        if "\n" in between:
            return True
        if before[-1] not in ".!?":
            return False
        return bool(between) and not self._abbreviated(before)

    def capital_is_forced(self, number: int) -> bool:
        """Whether any word would have a capital here: a sentence's, a quotation's, a colon's start."""
        before = self.before(self.starts[number])
        return self.opens_sentence(number) or before.endswith(('"', " '", "('", "[")) or before.rstrip().endswith(":")

    def is_shouted(self) -> bool:
        """Whether all letters of the block are capitals, and there is more than one word of them."""
        source = self.folded.source
        return source.isupper() and sum(1 for word in self.words if word.isalpha() and len(word) > 1) > 1

    def is_headline(self) -> bool:
        """Whether The Block Is Written Like This, so that capitals tell nothing."""
        long = 0
        for number, word in enumerate(self.words):
            if len(word) > 3 and word.isalpha():
                if not self.is_capital(number):
                    return False
                long += 1
        return long > 2

    @staticmethod
    def _abbreviated(before: str) -> bool:
        if before[-1] != ".":
            return False
        last = re.split(r"[\s(]", before[:-1])[-1]
        return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last not in "ai")


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Reading:
    """The passage of a block's text. Whoever looks at a report's texts after another finds them read: change no reading."""
    folded = fold(text)
    plane = folded.plane
    pieces = (_ascii_words() if plane.isascii() else _words()).split(plane)
    # Gaps and words by turns, so the ends of all of them are the starts and the ends of the words.
    ends = [*accumulate(map(len, pieces))]
    return Reading(folded, pieces[1::2], ends[:-1:2], ends[1::2], plane)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_]+|\d+)")


@cache
def _ascii_words() -> re.Pattern[str]:
    """The same where folding has left small letters and digits of ASCII alone, in half the time."""
    return re.compile(r"([a-z]+|[0-9]+)")
