"""The report's values without what the template withholds, and with dates, ages and codes made coarse.

What is not of its field's type is left out too: nothing reaches the published version unless its kind is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reviewkit.anonymising.dates.anchors import first_incident
from reviewkit.anonymising.dates.fields import age_on, coarse_age, coarse_date, read_moment
from reviewkit.anonymising.dates.precision import Moment, Precision, stretch
from reviewkit.report import Report, is_empty
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, CodeList, Field, Template
from reviewkit.tuples import NamedTuple

_TEXT_TYPES = frozenset(("line", "prose", "owner", "id"))


class _Rules(NamedTuple):
    """`dated`: the month of an incident is published, so that an age in months would tell the month of birth."""

    template: Template
    precision: Precision
    people: frozenset[str]
    organisations: frozenset[str]
    anchor: Moment | None
    dated: bool
    born: frozenset[Moment]

    def codes(self, name: str) -> CodeList | None:
        return self.template.codelists.get(name)


def published_values(report: Report, precision: Precision) -> dict[str, Any]:
    """The values of all sections, by policy. Register, waivers and decisions are never among them."""
    register = report.register
    incident = first_incident(report)
    rules = _Rules(
        report.template, precision, frozenset(register.people), frozenset(register.organisations),
        incident if precision == "relative" else None, dated=incident is not None and precision == "month", born=_birthdays(report),
    )  # fmt: skip
    values = _with_ages(report)
    found = {section.id: _publish(section, values.get(section.id), rules) for section in report.template.sections}
    return {key: value for key, value in found.items() if not is_empty(value)}


def _birthdays(report: Report) -> frozenset[Moment]:
    written: list[Any] = [person.born for person in report.register.people.values()]
    written += [child.get("date_of_birth") for _, child in report.items("children")]
    return frozenset(moment for value in written if (moment := read_moment(value)) and moment.day)


def _publish(field: Field, value: Any, rules: _Rules) -> Any:
    if is_empty(value):
        return None
    if field.kind == "value":
        return _value(field, value, rules)
    if field.kind == "group":
        return _group(field, value, rules)
    if isinstance(value, list):
        rows = [_group(field, item, rules) for item in value]
        return [row for row in rows if _says_something(field, row)]
    # A list may be answered by a sentence, such as "None were needed".
    return value if isinstance(value, str) and field.publish in ("keep", "replace-names") else None


def _group(field: Field, value: Any, rules: _Rules) -> dict[str, Any] | None:
    if not isinstance(value, Mapping):
        return None
    found = {member.id: _publish(member, value.get(member.id), rules) for member in field.members()}
    if found.get("from") and found.get("to") and rules.precision != "month":
        found |= _period(value, found, rules)
    return {key: item for key, item in found.items() if not is_empty(item)} or None


def _period(value: Mapping[str, Any], found: dict[str, Any], rules: _Rules) -> dict[str, str]:
    """Both ends of a stretch of time, which are read in one line, in words that fit beside one another."""
    first, last = read_moment(value["from"]), read_moment(value["to"])
    if first is None or last is None or rules.born & {first, last} or read_moment(found["from"]) == first:
        return {}
    begins, ends = stretch(first, last, rules.precision, rules.anchor)
    begins = begins[:1].upper() + begins[1:]
    return {"from": begins, "to": ends if ends.lower() != begins.lower() else begins}


def _says_something(field: Field, row: dict[str, Any] | None) -> bool:
    """Whether more than an id is left of a row."""
    if not row:
        return False
    return any((member := field.member(key)) is not None and member.type != "id" for key in row)


def _value(field: Field, value: Any, rules: _Rules) -> Any:
    if field.publish in ("withhold", ""):
        return None
    if field.type in _COARSENED:
        return _COARSENED[field.type](field, value, rules)
    if field.publish == "coarsen":
        return None
    if field.type in _TEXT_TYPES:
        return value if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
    return _others(field, value, rules)


def _age(field: Field, value: Any, rules: _Rules) -> Any:
    bands = rules.codes("age-band")
    if field.publish == "keep":
        return value
    return coarse_age(value, bands.values.values() if bands else (), by_month=rules.dated)


def _date(field: Field, value: Any, rules: _Rules) -> Any:
    if field.publish == "keep":
        return value if read_moment(value) or value == "not-known" else None
    if read_moment(value) in rules.born:
        return coarse_date(value, "year")  # a month would be the month of birth
    return coarse_date(value, rules.precision, rules.anchor)


def _codes(field: Field, value: Any, rules: _Rules) -> Any:
    known = rules.codes(field.codes)
    if known is None:
        return None
    written = [str(code) for code in (value if isinstance(value, list) else [value])]
    codes = [known.values[code] for code in written if code in known.values]
    shown = (
        [code.group for code in codes if code.group] if field.publish == "coarsen" else [code.code for code in codes]
    )
    shown = list(dict.fromkeys(shown))
    if field.type == "codes":
        return shown
    return shown[0] if shown else None


def _others(field: Field, value: Any, rules: _Rules) -> Any:
    if field.type == "number":
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if field.type == "yes-no":
        return value if value in YES_NO else None
    if field.type == "checklist":
        known = rules.codes(field.codes)
        if known is None or not isinstance(value, Mapping):
            return None
        return {code: answer for code, answer in value.items() if code in known.values and answer in CHECKLIST_ANSWERS}
    if field.type == "lines":
        return [line for line in value if isinstance(line, str)] if isinstance(value, list) else None
    return _references(field, value, rules)


def _references(field: Field, value: Any, rules: _Rules) -> Any:
    """Keys of the register that it has, ids of items: a name typed in a key's place goes no further."""
    known = {"people": rules.people, "organisations": rules.organisations}.get(field.to)
    written = value if isinstance(value, list) else [value]
    kept = [key for key in written if isinstance(key, str) and (known is None or key in known)]
    if field.type == "references":
        return kept
    return kept[0] if kept else None


def _with_ages(report: Report) -> dict[str, Any]:
    """The values, each child without an `age` given one from the date of birth and the first incident."""
    children = report.at("children")
    days = [item.get("date") for _, item in report.items("incidents") if item.get("date")]
    if not isinstance(children, list) or not days:
        return report.values
    incident = min(days, key=str)
    aged = [_with_age(report, child, incident) if isinstance(child, dict) else child for child in children]
    return {**report.values, "children": aged}


def _with_age(report: Report, child: dict[str, Any], incident: Any) -> dict[str, Any]:
    person = child.get("person")
    entry = report.register.people.get(person) if isinstance(person, str) else None
    age = "" if child.get("age") else age_on(child.get("date_of_birth") or (entry.born if entry else ""), incident)
    return {**child, "age": age} if age else child


_COARSENED: Mapping[str, Callable[[Field, Any, _Rules], Any]] = {
    "date": _date, "approximate-date": _date, "age": _age, "code": _codes, "codes": _codes,
}  # fmt: skip
