"""Where forms of the register stand in a passage: leftmost and longest first, never inside another word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.anonymising.names.person_names import Words
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import TITLES
from reviewkit.tuples import NamedTuple

_DOTTED = frozenset(("st", "dr", "mt", "rd", "ave", "no"))
_LINKS = frozenset(("-", "'", "_", "- ", "-\n", " -", " - ", "/"))


class Match(NamedTuple):
    """Words `first` up to, not including, `last` of the passage spell that form."""

    first: int
    last: int
    form: Form


def find_matches(passage: Reading, lexicon: Lexicon, covered: frozenset[int] = frozenset()) -> Iterator[Match]:
    """Every match, from left to right; `covered` words (those of dates) are passed over."""
    words, heads = passage.words, lexicon.heads
    count, after = len(words), 0
    for number in compress(range(count), map(heads.__contains__, words)):
        if number < after or number in covered:
            continue
        following = words[number + 1] if number + 1 < count else ""
        for form in heads[words[number]]:
            spelt = form.words
            # Most forms that begin alike differ in the second word.
            if len(spelt) > 1 and (spelt[1] != following or not _is_spelt(words, number, spelt)):
                continue
            last = number + len(spelt)
            if covered.isdisjoint(range(number, last)) and _fits(passage, number, form):
                yield Match(number, last, form)
                after = last
                break


def _is_spelt(written: list[str], first: int, words: Words) -> bool:
    return tuple(written[first : first + len(words)]) == words


def _fits(passage: Reading, first: int, form: Form) -> bool:
    kinds = form.kinds
    # "in" is a word far more often than anybody's initials.
    if (kinds == {"initials"} and not passage.is_capital(first)) or _is_half_a_name(
        passage, first + len(form.words), names_a_saint=kinds <= {"declared", "derived"}
    ):
        return False
    gaps = [passage.gap(number) for number in range(first, first + len(form.words) - 1)]
    if kinds == {"initials"}:
        return _fits_initials(passage, first, form, gaps)
    if kinds == {"code"}:
        return _fits_code(passage, first, form, gaps)
    if kinds == {"reversed"} and not _fits_reversed(passage, first, gaps):
        return False
    if any(
        len(word) == 1 and word.isalpha() and not _is_initial(passage, first + n, form, opens=n == 0)
        for n, word in enumerate(form.words)
    ):
        return False
    return all(
        _links(gap, form.words[n], comma=kinds == {"reversed"} or _is_address(form), loose=_is_loose(form))
        for n, gap in enumerate(gaps)
    )


def _is_loose(form: Form) -> bool:
    """Whether digits stand in the form: numbers are written with any mark between their parts, or none."""
    return any(word.isdigit() for word in form.words)


def _is_half_a_name(passage: Reading, last: int, *, names_a_saint: bool) -> bool:
    """`Jayden O'Neill` is not Jayden O, nor `J. O'Neill` J. O, nor `Kyle's` Kyle S."""
    letter = passage.word(last - 1)
    if len(letter) != 1:
        return False
    owns = letter == "s" and passage.gap(last - 2) == "'" and not names_a_saint
    return owns or (passage.gap(last - 1) == "'" and passage.word(last) != "s")


def _is_address(form: Form) -> bool:
    """Whether commas may stand in it: `14, Larch Avenue`. In a reference they part two numbers."""
    return (
        form.kinds == {"declared"} and any(len(word) > 2 and word.isalpha() for word in form.words) and _is_loose(form)
    )


def _links(gap: str, left: str, *, comma: bool, loose: bool) -> bool:
    if gap.isspace():
        return gap.count("\n") < 2
    if gap in _LINKS or (comma and gap.strip() == "," and "\n\n" not in gap):
        return True
    if gap == "' ":
        return len(left) == 1
    if gap in {".", ". ", ".-"}:
        return len(left) == 1 or left in _DOTTED or (loose and gap == ".")
    if gap in {" & ", "&", " + "}:
        return True
    return loose and (gap == "" or gap.strip() in {":", "-", "/"})


def _fits_initials(passage: Reading, first: int, form: Form, gaps: list[str]) -> bool:
    if not all(passage.is_capital(first + n) for n in range(len(form.words))):
        return False
    if not gaps:
        return passage.is_upper(first)
    return all(gap in {".", ". "} for gap in gaps) or _fits_blanks(passage, first, form, gaps)


def _fits_blanks(passage: Reading, first: int, form: Form, gaps: list[str]) -> bool:
    """`J O` and no third letter beside it, as in a list of letters or a word that is spelt out; never `A` or `I`."""
    last = first + len(form.words)
    if set(gaps) != {" "} or form.words[0] in "ai":
        return False
    beside = [number for number in (first - 1, last) if len(passage.word(number)) == 1 and passage.is_capital(number)]
    named = passage.joined(last - 1) and passage.is_capital(last)
    return not beside and not named


def _fits_code(passage: Reading, first: int, form: Form, gaps: list[str]) -> bool:
    """A postcode: letters and digits of a half without a blank between; half of one is written in capitals."""
    spaced = [number for number, gap in enumerate(gaps) if gap]
    last = first + len(form.words)
    if len(spaced) > 1 or any(gaps[number] not in {" ", "-"} or number < 1 for number in spaced):
        return False
    part = not form.words[-1].isalpha() or len(form.words[-1]) < 2
    glued = passage.gap(last - 1) == "" and last < len(passage.words)
    return not glued and (not part or passage.is_capital(first))


def _fits_reversed(passage: Reading, first: int, gaps: list[str]) -> bool:
    last = first + len(gaps)
    if passage.joined(last) and passage.word(last + 1) == passage.word(first):
        return False  # "In March, Jo March": the surname comes after the first name as well
    titled = passage.word(first - 1) in TITLES and passage.gap(first - 1).strip() in {"", "."}
    if any("," in gap for gap in gaps):
        return not titled
    return not titled and (
        passage.is_upper(first) or not passage.gap(first - 1).isspace() or passage.opens_sentence(first)
    )


def _is_initial(passage: Reading, number: int, form: Form, *, opens: bool) -> bool:
    """Whether a single letter of the text can be that of a name: a capital, no article, no possessive of another word."""
    word = passage.word(number)
    if word == "s" and passage.gap(number - 1) == "'":
        return not opens
    if form.kinds <= {"declared", "derived"} or passage.gap(number) in {"'", "' "}:
        return True
    if not passage.is_capital(number) or (form.kinds == {"first"} and word in "ai" and passage.gap(number)[:1] != "."):
        return False
    dotted = passage.gap(number).startswith(".")
    return dotted or word not in "ai" or not passage.opens_sentence(number)
