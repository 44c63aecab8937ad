"""Whether a `when:` holds in this report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.checking.ages import age_in_years
from reviewkit.report import Report, is_empty
from reviewkit.schema import Condition


def any_holds(conditions: tuple[Condition, ...], report: Report, neighbours: Mapping[str, Any], keys: set[str]) -> bool:
    """Whether a field with these conditions is asked. `neighbours` is its group, `keys` the fields the group may have."""
    return not conditions or any(_holds(condition, report, neighbours, keys) for condition in conditions)


def _holds(condition: Condition, report: Report, neighbours: Mapping[str, Any], keys: set[str]) -> bool:
    start = neighbours if condition.path[0] in keys else report.values
    if condition.test == "is at least":
        return _some_age_is_at_least(int(condition.values[0]), condition, report, start)
    found = [value for value in _values_at(start, condition.path) if not is_empty(value)]
    if condition.test == "is given":
        return bool(found)
    if condition.test == "is missing":
        return not found
    matches = any(value in condition.values for value in found if isinstance(value, str))
    if condition.test == "is":
        return matches
    return bool(found) and not matches


def _values_at(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    """The values at the path; a list on the way stands for each of its items."""
    if isinstance(value, list):
        for item in value:
            yield from _values_at(item, path)
    elif not path:
        yield value
    elif isinstance(value, Mapping) and path[0] in value:
        yield from _values_at(value[path[0]], path[1:])


def _some_age_is_at_least(years: int, condition: Condition, report: Report, start: Mapping[str, Any]) -> bool:
    holders = _values_at(start, condition.path[:-1])
    ages = (age_in_years(report, holder) for holder in holders if isinstance(holder, Mapping))
    return any(age is not None and age >= years for age in ages)
