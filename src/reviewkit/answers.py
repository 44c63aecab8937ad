"""Whether a value is of its field's type: what is wrong with it and what to write instead, without quoting it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reviewkit.schema import YES_NO, CodeList, Field
from reviewkit.tuples import NamedTuple

DAY = r"\d{4}-\d{2}-\d{2}"
APPROXIMATE_DATE = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|not-known)"
AGE = r"(?:\d{1,3} (?:day|week|month|year)s?(?: \d{1,2} (?:day|week|month)s?)?|unborn|not-known)"
ID = r"[A-Za-z][A-Za-z0-9_.-]{0,19}"
_LONGEST_LIST_SHOWN = 12


class Problem(NamedTuple):
    """Why a value can't stand: `message` completes "… " after the field's label, `fix` says what to write."""

    message: str
    fix: str


def problem_with(field: Field, value: Any, codelists: Mapping[str, CodeList]) -> Problem | None:
    """What is wrong with a value that is not empty, or None. Checklists are the walk's."""
    if field.type in ("code", "codes"):
        return _code_problem(field, value, codelists[field.codes])
    return _JUDGES[field.type](value)


def is_day(text: str) -> bool:
    """Whether the calendar has this ISO day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def day_of(value: Any) -> date | None:
    """The day that a field's value names, or None if it names none that the calendar has."""
    return date.fromisoformat(value) if isinstance(value, str) and is_day(value) else None


def _text(value: Any) -> Problem | None:
    if isinstance(value, str) or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return None
    if isinstance(value, bool):
        return Problem("is true or false where words are expected", "put it in quotes if it is meant as text")
    kind = "a list" if isinstance(value, list) else "a group of fields"
    return Problem(
        f"is {kind} where text is expected", "put a text that holds a colon in quotes, or write it below `|`, indented"
    )


def _texts(value: Any) -> Problem | None:
    if isinstance(value, list) and all(_text(item) is None for item in value if item is not None):
        return None
    return Problem("is not a list of texts", "write each on a line of its own behind a dash: `- …`")


def _matching(pattern: str, message: str, fix: str) -> Callable[[Any], Problem | None]:
    def judge(value: Any) -> Problem | None:
        text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
        return None if re.fullmatch(pattern, text) else Problem(message, fix)

    return judge


def _number(value: Any) -> Problem | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return None
    return Problem("is not a number", "write digits only")


def _yes_no(value: Any) -> Problem | None:
    if isinstance(value, str) and value in YES_NO:
        return None
    return Problem("is not one of the answers", f"write {_listed(YES_NO)}")


def _reference(value: Any) -> Problem | None:
    if isinstance(value, str):
        return None
    return Problem("is not the key of one entry", "write one key, such as `mother` or `L1`")


def _references(value: Any) -> Problem | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value if item is not None):
        return None
    return Problem("is not a list of keys", "write them in square brackets: `[L1, L2]`")


def _code_problem(field: Field, value: Any, codelist: CodeList) -> Problem | None:
    several = field.type == "codes"
    if several and not isinstance(value, list):
        return Problem("is not a list", "write it in square brackets: `[…, …]`")
    given = value if several else [value]
    for code in given:
        if code is not None and not (isinstance(code, str) and code in codelist.values):
            return Problem("is not in the list of allowed values", _nearest_code(code, codelist))
    return None


def _nearest_code(code: Any, codelist: CodeList) -> str:
    from difflib import get_close_matches

    known = list(codelist.values)
    written = code.strip().lower().replace(" ", "-").replace("_", "-") if isinstance(code, str) else ""
    by_label = {entry.label.lower(): entry.code for entry in codelist.values.values()}
    label = code.strip().lower() if isinstance(code, str) else ""
    near = by_label.get(label) or next(iter(get_close_matches(written, known, n=1, cutoff=0.6)), "")
    start = f"did you mean {near}? " if near else ""
    if len(known) <= _LONGEST_LIST_SHOWN:
        return f"{start}allowed: {', '.join(known)}"
    return f"{start}allowed: {', '.join(known[:_LONGEST_LIST_SHOWN])} … ({len(known)} in all: reviewkit schema show)"


def _listed(values: tuple[str, ...]) -> str:
    return f"{', '.join(values[:-1])} or {values[-1]}"


_JUDGES: Mapping[str, Callable[[Any], Problem | None]] = {
    "line": _text,
    "prose": _text,
    "owner": _text,
    "lines": _texts,
    "date": _matching(DAY, "is not a date", "write year-month-day: 2026-03-14"),
    "approximate-date": _matching(APPROXIMATE_DATE, "is not a date", "write 2026-03-14, 2026-03, 2026 or not-known"),
    "age": _matching(AGE, "is not an age", "write 14 weeks, 7 months, 3 years, unborn or not-known"),
    "id": _matching(ID, "is not a short name", "write a letter and a number, such as L1"),
    "number": _number,
    "yes-no": _yes_no,
    "reference": _reference,
    "references": _references,
}
