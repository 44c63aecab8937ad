"""Identifiers that nobody declared and nothing but a person's or a case's record has, each kind one function.

They look at folded text, where all letters are small and all dashes and blanks plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from reviewkit.anonymising.words import word_set

_NI_NEVER = frozenset(("bg", "gb", "nk", "kn", "tn", "nt", "zz"))
_POSTCODE_AREAS = word_set(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fa fk fy g",
    "gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol",
    "ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn",
    "wr ws wv yo ze zz",
)


def nhs_number(plane: str) -> bool:
    """Ten digits, as 3-3-4 or in one, whose last is right modulo 11."""
    return any(_is_nhs_number(re.sub(r"\D", "", match.group())) for match in _ten_digits().finditer(plane))


def national_insurance_number(plane: str) -> bool:
    """Two letters, six digits, one letter A to D; also with letters that are never issued, as in a slip or a test."""
    return any(match.group(1) not in _NI_NEVER for match in _insurance().finditer(plane))


def postcode(plane: str) -> bool:
    """A whole UK postcode of a real postcode area, or of ZZ, which records use where there is no address."""
    return any(match.group(1) in _POSTCODE_AREAS for match in _postcode().finditer(plane))


def phone_number(plane: str) -> bool:
    """Ten or eleven digits from 0 or +44."""
    return any(len(re.sub(r"\D", "", match.group())) >= 10 for match in _phone().finditer(plane))


def email_address(plane: str) -> bool:
    """Something@somewhere.tld."""
    return _email().search(plane) is not None


RESIDUES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("an NHS number", nhs_number),
    ("a National Insurance number", national_insurance_number),
    ("a postcode", postcode),
    ("a telephone number", phone_number),
    ("an e-mail address", email_address),
)


def residues(plane: str) -> Iterator[str]:
    """The kinds of identifier that stand in the folded text."""
    digits = any(character.isdigit() for character in plane)
    for kind, is_in in RESIDUES:
        if (digits or is_in is email_address) and is_in(plane):
            yield kind


def _is_nhs_number(digits: str) -> bool:
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    check = 11 - total % 11
    return (0 if check == 11 else check) == int(digits[9])


@cache
def _ten_digits() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d/-]|[.,]\d)")


@cache
def _insurance() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z0-9])([a-z]{2}) ?\d\d[ -]?\d\d[ -]?\d\d ?[a-d](?![a-z0-9])")


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z0-9])([a-z]{1,2})\d[a-z\d]? ?(?!1st|2nd|3rd|\dth)\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])")


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\))?|\(?0)\d(?:[ ()-]{0,2}\d){8,9}(?![\d/-])")


@cache
def _email() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
