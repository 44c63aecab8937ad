"""How single values read: dates, answers, periods. What is not in the expected form stands as it was written."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from reviewkit.language.days import MONTHS

ANSWERS = {"yes": "Yes", "no": "No", "not-recorded": "Not recorded", "not-applicable": "Not applicable"}
_SPECIAL = {"not-known": "Not known", "unborn": "Unborn"}


def one_line(value: Any) -> str:
    """A scalar as one line of text; "" for what is no scalar."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, str | int | float):
        text = str(value)
        if "  " in text or "\n" in text or "\t" in text or "\r" in text:
            text = re.sub(r"[ \t\r\n]+", " ", text)
        return text.strip()
    if isinstance(value, list):
        return "; ".join(text for item in value if (text := one_line(item)))
    return ""


def day(value: Any) -> str:
    """`2026-03-14` as "14 March 2026", `2026-03` as "March 2026"."""
    text = one_line(value)
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or [len(part) for part in parts] not in _SHAPES:
        return _SPECIAL.get(text, text)
    year, month, number = (*map(int, parts), 1, 1)[:3]
    try:
        date(year, month, number)
    except ValueError:
        return text
    words = (str(number), MONTHS[month - 1], str(year))
    return " ".join(words[3 - len(parts) :])


_SHAPES = ([4], [4, 2], [4, 2, 2])


def age(value: Any) -> str:
    """An age as it was written."""
    text = one_line(value)
    return _SPECIAL.get(text, text)


def yes_no(value: Any) -> str:
    """Yes, no or not recorded."""
    text = one_line(value)
    return ANSWERS.get(text, text)


def period(start: Any, end: Any) -> str:
    """A stretch of time, "1 March 2023 to 4 April 2024", or as much of it as is known."""
    first, last = day(start), day(end)
    if first and last:
        return first if first == last else f"{_without_year(first, last)} to {last}"
    return f"From {first}" if first else f"Until {last}" if last else ""


def _without_year(first: str, last: str) -> str:
    """January 2025 as "January" where the stretch ends in the same year."""
    words, _, year = first.rpartition(" ")
    return words if words and len(year) == 4 and year.isdigit() and last.endswith(f" {year}") else first


def capitalised(text: str) -> str:
    """The text with a capital first letter: a published name such as "the GP" can begin a line."""
    return text[:1].upper() + text[1:]
