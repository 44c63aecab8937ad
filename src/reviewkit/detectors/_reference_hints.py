"""Which numbers may be a reference, by a look at their neighbours: what the forms of `reference.py` have in common."""

from __future__ import annotations

from functools import cache

from reviewkit.detectors._identifiers import NUMBER_ENDS, Number, letters_before, words_before
from reviewkit.detectors._reference_labels import PLAIN_LABELS, RANKS, SYSTEM_ENDS

_COURTS = ("ew", "uk", "nifam", "cso", "csi", "flr", "fcr", "fam", "wlr", "all er", "ac ", "qb ")

_NEAR = 24


def is_cited(plane: str, number: Number) -> bool:
    """A year with the first letters of a court behind it."""
    reach = plane[number.end : number.end + 12].lstrip("]) 0123456789")
    return number.end - number.start == 4 and reach.startswith(_COURTS)


def is_known_form(plane: str, number: Number) -> bool:
    """Letters that touch four digits, or two with another letter behind them."""
    touches = number.start > number.head and plane[number.start - 1].isalpha()
    return touches and (number.end - number.start > 3 or plane[number.end : number.end + 1].isalpha())


def is_digits_first(plane: str, number: Number) -> bool:
    """Digits with a letter or stroke behind them."""
    after = plane[number.end : number.end + 1]
    return after == "/" or after.isalpha()


def is_slashed(plane: str, number: Number) -> bool:
    """Two digits with a stroke behind them."""
    return number.end - number.start == 2 and plane.startswith("/", number.end)


def is_coded(plane: str, number: Number) -> bool:
    """Letters, perhaps a mark, then five digits or a group of several."""
    if number.head == number.start or plane[number.start - 1] in " .\n":
        return False
    return number.end - number.start > 4 or plane[number.end : number.end + 1] in ("-", "/")


def is_joined(plane: str, number: Number) -> bool:
    """Letters and a mark in front."""
    return number.head < number.start and plane[number.start - 1] in "-/"


def is_officer(plane: str, number: Number) -> bool:
    """A rank in front."""
    return letters_before(plane, number) in RANKS


def is_near_officer(plane: str, number: Number) -> bool:
    """A rank somewhere in front, before a name."""
    return 2 < number.end - number.start < 6 and not RANKS.isdisjoint(words_before(plane, number.start))


def is_led(plane: str, number: Number) -> bool:
    """A word that a label may end with, in front of a number's letters."""
    return _is_labelled(plane, number.head)


def is_told(plane: str, number: Number) -> bool:
    """The same in front of the number."""
    return _is_labelled(plane, number.start)


def _is_labelled(plane: str, place: int) -> bool:
    # The last words in front tell cheaply that there is no label, which is so of nearly every number.
    two = last_two(plane, place)
    return not last_words().isdisjoint(two) or ("one" in two and "system one" in plane)


def last_two(plane: str, place: int) -> list[str]:
    """The last two words in front of a place."""
    return words_before(plane, place, _NEAR)[-2:]


@cache
def last_words() -> frozenset[str]:
    """Every word that a label can end with."""
    return NUMBER_ENDS.union(PLAIN_LABELS.split("|"), SYSTEM_ENDS)
