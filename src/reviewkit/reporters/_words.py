"""What several reporters say in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reviewkit.findings import CheckedReport, Waiver

OWN = "reviewkit's own judgement"
"""How our own judgement is cited. Where nobody else asks for something, most readers need not be told."""


def answer(waiver: Waiver) -> str:
    """Who answers for a finding: the reason, then the name and the days, as they were written."""
    days = [f"on {waiver.on}" if waiver.on else "", f"until {waiver.expires}" if waiver.expires else ""]
    return f"{waiver.reason} ({', '.join(filter(None, (waiver.by, *days)))})"


def by_rule(checked: Iterable[CheckedReport]) -> list[tuple[str, str, int]]:
    """Code and name of each rule that spoke and how often, most often first."""
    counts = Counter((finding.code, finding.name) for one in checked for finding in one.findings)
    return [(*key, number) for key, number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]


def code_pieces(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it stands between backticks."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return [(text, False)]
    return [(piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece]
