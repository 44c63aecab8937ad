"""Letters alone and words of capitals: which of them are nobody's initials."""

from __future__ import annotations

from reviewkit.detectors._names import JOINING, is_abbreviation, is_first_name, is_term
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_NUMBERED = word_set(
    "vitamin hepatitis plan grade class category type group part appendix annex section phase stage option level band set",
    "strand block route unit ward form exhibit schedule version model list question box table figure article",
)
_LONGEST_CODE = 5


def is_mere_letter(reading: Reading, number: int) -> bool:
    """The letter in `Child B`, `vitamin D`, `(a)`, `B12`, `R v`: no initial of anybody."""
    before, after = reading.word(number - 1), reading.word(number + 1)
    if _leads_letter(before) or after in ("v", "vs"):
        return True
    if reading.gap(number) == "-" and not reading.is_capital(number + 1):
        return True  # X-ray, A-level
    around = reading.plane[max(0, reading.starts[number] - 1) : reading.ends[number] + 1]
    if any(sign.isdigit() for sign in around) or (around[:1] in "([" and around[-1:] in ")]"):
        return True
    if before in ("and", "or") and len(reading.word(number - 2)) == 1 and _leads_letter(reading.word(number - 3)):
        return True
    return reading.opens_sentence(number) and reading.gap(number)[:1] in (".", ")", ":")


def _leads_letter(word: str) -> bool:
    return word in _NUMBERED or word in ("v", "vs") or is_term(word)


def is_short(reading: Reading, number: int) -> bool:
    """An abbreviation that is known, or one that stands in brackets behind the plain words that it is made of."""
    cased = reading.cased(number)
    if sum(letter.isupper() for letter in cased) < 2:
        return False
    return is_abbreviation(reading.words[number]) or _is_code(reading, number) or _is_spelt_out(reading, number)


def _is_code(reading: Reading, number: int) -> bool:
    """Capitals that lead to a number, as in RK313 and WM-RR-2025: codes are other detectors' business."""
    if is_first_name(reading.words[number]):
        return False
    for at in range(number, number + 3):
        if not reading.is_upper(at) or len(reading.words[at]) > _LONGEST_CODE or reading.gap(at) not in ("", "-", "/"):
            return False
        if reading.word(at + 1).isdigit():
            return True
    return False


def _is_spelt_out(reading: Reading, number: int) -> bool:
    if not reading.before(reading.starts[number]).endswith(("(", '("', "('")):
        return False
    letters = reading.words[number]
    at = number - 1
    for letter in reversed(letters):
        while at >= 0 and reading.words[at] in JOINING and reading.words[at][0] != letter:
            at -= 1
        word = reading.word(at)
        if not word.startswith(letter) or is_first_name(word) or (reading.is_capital(at) and not is_term(word)):
            return False
        at -= 1
    return len(letters) > 1
