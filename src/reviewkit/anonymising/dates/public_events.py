"""Events that the public can look up or remember: births, deaths, arrests, charges, hearings, trials, inquests."""

from __future__ import annotations

import re
from functools import cache

_NOUNS = (
    r"(?:birth|death|arrests?|charges?|charging|hearings?|trial|inquest|sentenc(?:e|ing)|conviction|plea|verdict|funeral|post-mortem|"
    r"murder|killing|bail|remand|bank holiday|christmas(?: day)?|easter|new year|birthday)\b(?! (?:test|aid|check|screen|loss|parent|weight|plan|centre|card))"
)
_VERBS = r"(?:born|arrested|charged|sentenced|convicted|tried|bailed|remanded|died|killed|found guilty|pleaded|gave birth|acquitted)\b"


def follows_public(after: str) -> bool:
    """Whether such an event is what comes next: ` his arrest`, ` she was charged`."""
    return _next_event().match(after) is not None


def is_about_public(before: str, after: str) -> bool:
    """Whether the clause tells of such an event: `charged [three weeks later]`, `[three weeks later] he was charged`."""
    return _clause_before().search(before) is not None or _clause_after().match(after) is not None


@cache
def _next_event() -> re.Pattern[str]:
    owner = r"(?:(?:his|her|their|its|the|that|this|whose|an?)\s|(?:[\w.]+\s){0,2}[\w.]+'s?\s)?"
    return re.compile(
        rf"\s{owner}(?:(?!about\b|on\b|to\b|with\b|and\b)[\w'-]+\s){{0,2}}{_NOUNS}|"
        rf"\s(?:[\w'-]+\s){{1,3}}(?:(?:was|were|had been|has been|being)\s)?(?:[a-z]+ly\s)?{_VERBS}|\s(?:being\s){_VERBS}|\s(?:dying|giving birth)\b"
    )


@cache
def _clause_before() -> re.Pattern[str]:
    return re.compile(rf"{_VERBS}(?:\s[\w'-]+){{0,4}}(?:[,;]?\s(?:and|but|then|only|about|just))?[,]?\s$")


@cache
def _clause_after() -> re.Pattern[str]:
    return re.compile(
        rf",?(?:\s[\w'-]+){{0,4}}\s{_VERBS}|,?(?:\s[\w'-]+){{0,3}}\s(?:the|his|her|their) (?:\w+ )?{_NOUNS}"
    )
