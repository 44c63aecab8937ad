"""Bank accounts: sort code and account number, international account numbers, card numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, digits_of, label, label_reach, led_by
from reviewkit.language.reading import Reading


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge_pair(_reading: Reading, _match: re.Match[str]) -> bool | None:
    return True


def _judge_sort_code(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start(), label("sort ?code")) else None


def _judge_account(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if led_by(reading, match.start(), _account()) else None


def _judge_card(_reading: Reading, match: re.Match[str]) -> bool | None:
    digits = [int(digit) for digit in digits_of(match.group())]
    total = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]) + sum(digits[-1::-2])
    return True if total % 10 == 0 and len(set(digits)) > 1 else None


def _judge_international(_reading: Reading, match: re.Match[str]) -> bool | None:
    number = re.sub(r"\W", "", match.group())
    if not 15 <= len(number) <= 34:
        return None
    value = int("".join(str(int(mark, 36)) for mark in number[4:] + number[:4]))
    return True if value % 97 == 1 else None


def _has_country(_plane: str, number: Number) -> bool:
    return number.start - number.head == 2


def _is_pair(plane: str, number: Number) -> bool:
    return number.end - number.start == 2 and plane.startswith("-", number.end)


def _has_sort_code(plane: str, number: Number) -> bool:
    return "sort" in label_reach(plane, number.start)


def _has_account(plane: str, number: Number) -> bool:
    before = label_reach(plane, number.start)
    return "acc" in before or "a/c" in before


@cache
def _forms() -> tuple[Form, ...]:
    before, after = r"(?<![\w£$€#])(?<!\d[.,/-])", r"(?![\w%]|[.,/-]\d)"
    sort = r"\d\d-\d\d-\d\d"
    between = r"(?:[^\w;]{1,4}|\W{1,3}(?:and )?(?:account|acc|a/c|acct)\W{1,2}(?:(?:number|no)\W{1,3})?(?:is )?)"
    return (
        Form(rf"{before}{sort}{between}\d{{4}} ?\d{{4}}{after}", _judge_pair, least=6, hint=_is_pair),
        Form(rf"{before}\d\d[- ]?\d\d[- ]?\d\d{after}", _judge_sort_code, least=6, hint=_has_sort_code),
        Form(rf"{before}\d(?:[ -]?\d){{5,9}}{after}", _judge_account, least=6, hint=_has_account),
        Form(rf"{before}[3-6]\d{{3}}(?:[ -]?\d{{4}}){{3}}{after}", _judge_card, least=16),
        Form(
            r"(?<![a-z0-9])[a-z]{2}\d\d(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])",
            _judge_international,
            "head",
            least=2,
            hint=_has_country,
        ),
    )


@cache
def _account() -> re.Pattern[str]:
    return re.compile(r"(?:account|acct|acc|a/c)(?: ?(?:number|no|num))\W{1,3}(?:(?:is|was|of) )?\W{0,2}$")


DETECTOR = Detector(
    kind="bank-account",
    what="a bank account",
    code="RK602",
    find=_find,
    hits=(
        "paid into [[00-00-00 00012345]] monthly",
        "sort code [[00-00-00, account number 00012345]]",
        "sort code: [[000000]]",
        "account number [[00012345]]",
        "IBAN [[GB33 BUKB 2020 1555 5555 55]]",
        "[[GB33BUKB20201555555555]]",
        "card [[4111 1111 1111 1111]]",
        "a/c no. [[00012345]]",
    ),
    misses=(
        "on 12-05-24 she wrote 3 letters",
        "00-00-00 alone",
        "00012345 alone",
        "4111 1111 1111 1112 adds up wrongly",
        "GB34 BUKB 2020 1555 5555 55",
        "£4111 1111 1111 1111",
        "2000-01-01T00:00:00Z",
        "an account of 12 pages, number 3",
        "a sort of code 12",
        "2016 2017 2018 2019",
        "in 10 20 30 children of 12345",
        "01234567-1234-4123-8123-012345678901",
    ),
    source="Pay.UK sort codes, ISO 13616 and ISO/IEC 7812; sort code 00-00-00 and these numbers are for tests",
    proposals=("[bank account withheld]",),
    in_markup=True,
    signs=Signs(digits=2),
)
