"""Exact sums of money from a hundred on: a debt, an award or a theft is told in the press with its sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_LEAST = 100
_SIGNS = "£€$"
_REACH = 60
_UNITS = word_set(
    "pounds euro euros dollars pence pln lira liras zlotys schillings mark marks francs kronor kroner rupees naira gbp eur",
    "usd trl try ats dem sek nok dkk chf frf czk huf inr ngn",
)
_BUDGETS = (
    "budget", "funding", "funded", "overspen", "underspen", "expenditure", "deficit", "savings target", "turnover",
    "contract value", "government grant", "public health grant", "early help grant", "council tax", "investment", "invested",
)  # fmt: skip
_OF_A_FAMILY = (
    "mother", "father", "parent", "family", "mum", "dad", "grand", "debt", "owed", "arrears", "rent", "stole", "theft",
    "fraud", "award", "compensation", " he ", " she ", " his ", " her ", " their ", " they ",
)  # fmt: skip


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if _UNITS.isdisjoint(reading.words) and not any(sign in plane for sign in _SIGNS):
        return
    for match in _sums().finditer(plane):
        if _is_public(plane, *match.span()):
            continue
        if _value(match["sign"] or match["before"] or match["after"]) >= _LEAST or match["scale"] or match["scale2"]:
            yield Detection(match.start(), match.end(), sure=False)


def _is_public(plane: str, start: int, end: int) -> bool:
    """Whether it is a body's money: its budget is printed, and no family is known by it."""
    around = plane[max(0, start - _REACH) : end + _REACH]
    return any(word in around for word in _BUDGETS) and not any(word in around for word in _OF_A_FAMILY)


def _value(number: str) -> float:
    whole = re.split(r"[.](?=\d\d?$)", number)[0]
    return float(re.sub(r"\D", "", whole))


@cache
def _sums() -> re.Pattern[str]:
    number = r"\d{1,12}(?:[,. ]\d{3}){0,4}(?:\.\d{1,2})?"
    codes = "gbp|eur|usd|trl|try|pln|ats|dem|sek|nok|dkk|chf|frf|czk|huf|inr|ngn"
    units = (
        "pounds(?: sterling)?|euros?|dollars|pence|pln|"
        r"(?:[a-z]+ )?(?:[a-z]+ )?(?:liras?|zlotys|schillings|marks?|francs|kronor|kroner|rupees|naira)"
    )
    scale = r"(?:\s?(?P<{}>k|m|bn|thousand|million|billion)(?![^\W_]))?"
    return re.compile(
        r"(?:(?<![^\W_])(?:approximately|approx\.|about|around|over|nearly|almost) )?"
        rf"(?:[{_SIGNS}]\s?(?P<sign>{number}){scale.format('scale')}"
        rf"|(?<![^\W_])(?:{codes})\s?(?P<before>{number})"
        rf"|(?<![\w.,])(?P<after>{number}){scale.format('scale2')}\s(?:{units}|{codes})(?![^\W_])(?:\s\((?:{codes})\))?)"
    )


DETECTOR = Detector(
    kind="sum-of-money",
    what="an exact sum of money",
    code="RK601",
    find=_find,
    hits=(
        "They owed [[£3,412.50]] in rent.",
        "an award of [[£1.2 million]] and [[EUR 12,000]]",
        "He had [[about 250 pounds]] in cash; a theft of [[£450]].",
    ),
    misses=(
        "The budget was cut by £1,250,000 over four years.",
        "a fine of £60",
        "She had £5.50 left.",
        "3,412 children",
        "Table 12,000",
    ),
    source="anonymisation.md of this project: what the press knows",
    proposals=("a sum of money", "a large sum"),
    drafts=False,
    signs=Signs(digits=1),
)
