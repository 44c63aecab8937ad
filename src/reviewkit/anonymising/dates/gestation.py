"""Weeks of pregnancy and weights at birth: with the month of birth they tell whose record it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.dates.counting import NUMBER, in_words, number_of
from reviewkit.anonymising.dates.hints import digit
from reviewkit.anonymising.grammar.editing import Doubt, Edit

GESTATION = Doubt(
    "gestation",
    "weeks of pregnancy or of life that tell the day of birth nearly: write early, at term, or the months",
    kind="birth",
)
WEIGHT = Doubt(
    "birth weight", "a weight at birth: leave it out, or write low or usual", kind="birth",
    proposals=("a low birth weight", "a usual birth weight"),
)  # fmt: skip
_TERM = 37
_HINTS = ("born", "deliver", "birth", "arrived", "gestation", "pregnan", "early", "prem")
"""What every expression of `_gestations` has, beside its weeks."""


def change_gestations(plane: str) -> Iterator[Edit]:
    """`born at 31+4 weeks` → `born prematurely`; `at 20 weeks' gestation` → `in mid-pregnancy`; weeks pregnant in months."""
    if ("week" not in plane and "gestation" not in plane) or not any(map(plane.__contains__, _HINTS)):
        return
    for match in _gestations().finditer(plane):
        weeks = number_of(match["born"] or match["at"] or match["pregnant"] or "")
        yield Edit(match.start(), match.end(), _written(match, weeks))


def doubtful_births(plane: str) -> Iterator[Doubt]:
    """Gestations and birth weights that stand in no sentence that can be mended."""
    if "gestation" in plane or "+" in plane or "/" in plane:
        mended = [edit.start for edit in change_gestations(plane)]
        for match in _gestation_left().finditer(plane):
            if not any(start <= match.start() < start + 60 for start in mended):
                yield GESTATION.at(*match.span())
    if "weigh" in plane and digit().search(plane):
        for match in _weights().finditer(plane):
            yield WEIGHT.at(*match.span())


def _written(match: re.Match[str], weeks: float) -> str:
    if match["early"]:
        return match["early"]
    if match["born"]:
        said = "prematurely" if weeks < _TERM else "at term"
        return f"{match['lead']} {said}"
    if match["pregnant"]:
        months = max(1, round(weeks / 4.345))
        return f"about {in_words(months)} month{'s' if months > 1 else ''} pregnant"
    if weeks < 13:
        return "early in pregnancy"
    return "in mid-pregnancy" if weeks < 28 else "late in pregnancy"


@cache
def _gestations() -> re.Pattern[str]:
    plus = r"(?:\s?\+\s?\d(?:/7)?)?(?:/40)?"
    weeks = rf"{plus}[ -]?(?:weeks?'?|/40)(?:(?: and)? (?:\d|one|two|three|four|five|six) days?'?)?"
    pregnancy = r"(?: of)?(?: gestation| pregnancy)"
    return re.compile(
        rf"\b(?P<lead>born|delivered|delivery|birth|arrived)(?: (?:prematurely|early|by (?:emergency )?caesarean(?: section)?))? (?:at|after) (?:about |around |just )?(?P<born>{NUMBER}){weeks}(?:{pregnancy})?\b|"
        rf"\bat (?:about |around |just )?(?P<at>{NUMBER}){weeks}{pregnancy}\b|"
        rf"(?<![\w.])(?:about |around )?{NUMBER}[ -]weeks? (?P<early>early|premature(?:ly)?|prem)\b|"
        rf"(?<![\w.])(?:about |around )?(?P<pregnant>{NUMBER}){weeks} pregnant\b"
    )


@cache
def _gestation_left() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.+])(?:2[2-9]|3\d|4[0-2])\s?\+\s?[0-6](?:/7)?(?= weeks|/40|\))|\b(?:at|born) \d\d(?:\+\d)?/40\b|\baged? \d{{1,2}}/(?:7|12|52)\b|"
        rf"(?<![\w.])\d{{1,2}}(?:\s?\+\s?\d)?(?:/40)?[ -]weeks?'?(?: of)? gestation\b|\bgestation(?:al age)?(?: was| of|:)? (?:{NUMBER})(?:\s?\+\s?\d)?"
    )


@cache
def _weights() -> re.Pattern[str]:
    weight = r"\d[\d.,]*\s?(?:kg|kilograms?|kilos?|g|grams?|lbs?|pounds?|oz|ounces?)\b(?:[ ,]+(?:and )?\d+\s?(?:oz|ounces?|g)\b)?"
    return re.compile(
        rf"\bbirth[ -]?weight[^.;!?\n\d]{{0,20}}{weight}|\bborn weighing (?:about |only |just )?{weight}|"
        rf"\bweigh(?:ed|ing) (?:about |only |just )?{weight} (?:at|when) (?:birth|born|(?:he|she|they) (?:was|were) born)"
    )
