"""Whether the texts of a report speak of a kind of service: of a nursery, a health visitor, the police."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.language.passages import Passage
from reviewkit.report import Report

_SAYS_LITTLE = frozenset(
    ("adolescent", "adult", "agency", "and", "another", "area", "body", "care", "child", "children's", "community",
     "council", "county", "early", "families", "family", "general", "health", "home", "homes", "local", "of", "or",
     "other", "partnership", "practice", "provider", "safeguarding", "sector", "service", "services", "support", "team",
     "the", "third", "training", "trust", "years")
)  # fmt: skip
_STEM = 5


def is_told_of(report: Report, key: str, sector: str, passages: Iterable[Passage]) -> bool:
    """Whether a word of this organisation's name, kind or sector begins like one in the texts: visiting, visitor."""
    code = report.template.codelists["agency-sector"].values.get(sector)
    body = report.register.organisations.get(key)
    written = [key, sector, code.label if code else "", body.name if body else "", body.kind if body else ""]
    for part in "-_,.":
        written = [text.replace(part, " ") for text in written]
    stems = {word[:_STEM] for text in written for word in text.casefold().split() if word not in _SAYS_LITTLE}
    return any(not stems.isdisjoint(word[:_STEM] for word in passage.each) for passage in passages)
