"""What a sheet says around the findings: counts, days, who says so."""

from __future__ import annotations

from reviewkit.composing.wording import capitalised, day
from reviewkit.findings import Deadline
from reviewkit.language.days import days_in_words
from reviewkit.reporters._words import OWN


def counted(number: int, word: str) -> str:
    """1 error, 2 errors."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def advice(fix: str) -> str:
    """What to write instead, as a sentence of its own."""
    return capitalised(fix) + ("" if not fix or fix.endswith((".", "?", "!", "…")) else ".")


def who_says_so(source: str) -> str:
    """The documents that ask for it; our own judgement is called that. "" where nobody needs to say so."""
    cited = source.removesuffix(OWN)
    if cited == source:
        return source
    cited = cited.removesuffix("; ")
    return f"{cited}; in part reviewkit's own judgement" if cited else "Nobody else: this is reviewkit's own judgement"


def standing(deadline: Deadline) -> str:
    """Where a step stands: done in time or late, or how many working days are left or over."""
    days = days_in_words(abs(deadline.left))
    if deadline.done:
        return f"done on {day(deadline.done)}, {f'{days} late' if deadline.left < 0 else 'in time'}"
    if deadline.left < 0:
        return f"{days} over"
    return f"{days} left" if deadline.left else "due today"


def in_quotes(text: str, longest: int = 600) -> str:
    """Words of the report on one line, cut where they are long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
