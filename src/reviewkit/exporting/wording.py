"""Needs, types, policies and conditions of a template in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewkit.exporting.paths import Chain, chain_of, is_local
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, Condition, Field, Need, Template

NEED_WORDS: Mapping[Need, str] = {"must": "Required", "should": "Recommended", "may": "Optional"}
PUBLISH_WORDS: Mapping[str, str] = {
    "keep": "Published as written",
    "replace-names": "Published with names replaced",
    "coarsen": "Published less exactly",
    "withhold": "Never published",
    "": "Never published",
}
_TYPE_WORDS: Mapping[str, str] = {
    "line": "one line of text",
    "lines": "a list of lines",
    "prose": "paragraphs",
    "date": "a date (2026-03-14)",
    "approximate-date": "a day, month or year (2026-03-14, 2026-03, 2026), or not-known",
    "age": "an age (14 weeks, 7 months, 3 years), unborn or not-known",
    "number": "a number",
    "id": "a short name for this item, such as L1",
    "owner": "an organisation of the register, or a body or named role in words",
    "yes-no": "yes, no or not-recorded",
    "code": "one of the list",
    "codes": "one or more of the list",
    "checklist": "yes, no, not-recorded or not-applicable beside each of the list",
}
_PLACES: Mapping[str, str] = {
    "people": "people of the register",
    "organisations": "organisations of the register",
    "incidents": "incidents",
    "learning": "learning points",
    "recommendations": "recommendations",
    "key_lines_of_enquiry": "key lines of enquiry",
}


def holds_words(field: Field) -> str:
    """What a field holds: "one line of text", "a list"."""
    if field.type in ("reference", "references"):
        number = "one of the" if field.type == "reference" else "one or more of the"
        return f"{number} {_PLACES.get(field.to, field.to)}"
    if field.kind == "value":
        return _TYPE_WORDS[field.type]
    if field.kind == "list":
        return "a list, or a sentence that begins with “None”" if field.or_none else "a list"
    return "entries under keys of your own" if field.kind == "keyed" else "a group of fields"


def need_line(field: Field, neighbours: Sequence[Field], template: Template, edition: str = "") -> str:
    """Required, or "Recommended when …", and per edition where it differs. With `edition`, the need in that one."""
    if edition:
        need = field.need_in(edition)
        return NEED_WORDS[need] + (_when(field, neighbours, template) if need != "may" else "")
    needs = {known.id: field.need_in(known.id) for known in template.editions}
    latest = needs[template.latest_edition]
    line = NEED_WORDS[latest] + (_when(field, neighbours, template) if latest != "may" else "")
    others = [f"{NEED_WORDS[need].lower()} in edition {name}" for name, need in needs.items() if need != latest]
    return "; ".join([line, *others])


def _when(field: Field, neighbours: Sequence[Field], template: Template) -> str:
    if not field.when:
        return ""
    return " when " + ", or when ".join(condition_words(each, neighbours, template) for each in field.when)


def condition_words(condition: Condition, neighbours: Sequence[Field], template: Template) -> str:
    """“Status” (About this review) is Final or Published."""
    chain = chain_of(condition, neighbours, template)
    near = is_local(condition, neighbours) and not any(chain[0] is section for section in template.sections)
    subject = _subject(condition, chain, local=near)
    values = listed([_value_label(value, chain, template) for value in condition.values])
    tests = {
        "is": f"is {values}",
        "is not": f"is not {values}",
        "is given": "is filled in",
        "is missing": "is left empty",
        "is at least": f"is at least {values} years",
    }
    return f"{subject} {tests[condition.test]}"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a list in a sentence: "a, b or c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def _subject(condition: Condition, chain: Chain, *, local: bool) -> str:
    if len(chain) < len(condition.path) and not (chain and chain[-1].type == "checklist"):
        return f"“{'.'.join(condition.path)}”"
    steps = chain if local or len(chain) == 1 else chain[1:]
    inside = "" if local or len(chain) == 1 else f" ({chain[0].label})"
    code = [condition.path[-1]] if len(chain) < len(condition.path) else []
    return f"“{' › '.join([*(step.label for step in steps), *code])}”{inside}"


def _value_label(value: str, chain: Chain, template: Template) -> str:
    codelist = template.codelists.get(chain[-1].codes) if chain else None
    known = codelist.values.get(value) if codelist else None
    return known.label if known else value


def answers_of(field: Field, template: Template) -> tuple[tuple[str, str, str], ...]:
    """The answers that a field allows, as code, label and note; none for free text."""
    if field.type == "yes-no":
        return tuple((answer, "", "") for answer in YES_NO)
    if field.codes and field.codes in template.codelists:
        return tuple((code.code, code.label, code.note) for code in template.codelists[field.codes].values.values())
    return ()


__all__ = [
    "CHECKLIST_ANSWERS", "NEED_WORDS", "PUBLISH_WORDS", "answers_of", "condition_words", "holds_words", "listed", "need_line",
]  # fmt: skip
