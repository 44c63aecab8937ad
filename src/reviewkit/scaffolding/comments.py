"""What stands behind `#` in a new report: guidance, allowed values, when a field is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from reviewkit.scaffolding.writing import as_yaml
from reviewkit.schema import CHECKLIST_ANSWERS, YES_NO, Condition, Field, Template

WIDTH = 110
_SHORT_LIST = 5
_LEADS = {
    "code": "One of:",
    "codes": "One or more, as a list [one, two], of:",
}
_NEEDS = {"must": "required", "should": "recommended", "may": "optional"}
_FORMS = {
    "lines": "One a line, each behind a dash.",
    "date": "A day: 2026-03-14.",
    "approximate-date": "A day, month or year: 2026-03-14, 2026-03, 2026 or not-known.",
    "age": "14 weeks, 7 months, 3 years, unborn or not-known.",
    "number": "A number.",
    "yes-no": f"One of: {', '.join(YES_NO)}.",
    "owner": "An organisation's key of the register, or a body or named role in words.",
}
_TARGETS = {
    "people": "a person of the register",
    "organisations": "an organisation of the register",
    "incidents": "an incident",
    "learning": "a learning point",
    "recommendations": "a recommendation",
    "key_lines_of_enquiry": "a key line of enquiry",
}


def comment(text: str, indent: str = "", *, keep_lines: bool = False) -> Iterator[str]:
    """The text as comment lines."""
    lines = text.splitlines() if keep_lines else wrap(text, WIDTH - len(indent) - 2, break_on_hyphens=False)
    yield from (f"{indent}# {line}".rstrip() for line in lines)


def section_banner(number: int, section: Field) -> Iterator[str]:
    """The heading of a section and what belongs there."""
    title = f"{number}. {section.label}" if number else section.label
    yield f"# ---- {title} ({_NEEDS[section.need]}) ".ljust(WIDTH, "-")
    if section.when:
        yield from comment(f"{need_in_words(section).capitalize()}.")
    if section.guidance:
        yield from comment(section.guidance)
    yield from comment(_list_hints(section)) if section.kind == "list" else ()


def field_comment(
    field: Field, template: Template, indent: str, seen: dict[str, str], *, hints_only: bool = False
) -> Iterator[str]:
    """Label, need, guidance and allowed values of one field; a list in `seen` is named rather than printed again."""
    parts = [] if hints_only else [f"{field.label} ({need_in_words(field)}).", field.guidance]
    parts += [_list_hints(field), _form(field), _example(field)]
    yield from comment(" ".join(part for part in parts if part), indent)
    yield from _allowed(field, template, indent, seen)


def need_in_words(field: Field) -> str:
    """`required`, `recommended` or `optional`, and when."""
    words = _NEEDS[field.need]
    if not field.when or field.need == "may":
        return words
    return f"{words} {' or '.join(f'when {condition_in_words(condition)}' for condition in field.when)}"


def condition_in_words(condition: Condition) -> str:
    """The condition as an author reads it."""
    name = condition.path[-1] if len(condition.path) == 1 else ".".join(condition.path)
    if condition.test in ("is given", "is missing"):
        return f"`{name}` {condition.test}"
    if condition.test == "is at least":
        return f"`{name}` is at least {condition.values[0]} years"
    return f"`{name}` {condition.test} {' or '.join(condition.values)}"


def _example(field: Field) -> str:
    """The example as it would stand behind the key, in quotes where YAML wants them; prose stands below its key."""
    if not field.example:
        return ""
    return f"Example: {field.example if field.type == 'prose' else as_yaml(field.example)}"


def _list_hints(field: Field) -> str:
    hints: list[str] = []
    if field.one_for:
        hints.append(f"One item for {field.one_for}.")
    if field.at_most:
        hints.append(f"At most {field.at_most}.")
    if field.or_none:
        hints.append("If there is none, write so instead of the list: None, because …")
    return " ".join(hints)


def _form(field: Field) -> str:
    if field.type in ("reference", "references"):
        target = _TARGETS[field.to]
        word = "key" if field.to in ("people", "organisations") else "id"
        return (
            f"The {word} of {target}."
            if field.type == "reference"
            else f"A list, each the {word} of {target}: [one, two]."
        )
    return _FORMS.get(field.type, "")


def _allowed(field: Field, template: Template, indent: str, seen: dict[str, str]) -> Iterator[str]:
    if field.type == "checklist":
        yield from comment(
            f"Answer each with {', '.join(CHECKLIST_ANSWERS)}; leave empty what nobody looked at.", indent
        )
    if field.type not in _LEADS:
        return
    codes = template.codelists[field.codes].values
    lead = _LEADS[field.type]
    before = seen.setdefault(field.codes, field.label)
    if before is not field.label and len(codes) > _SHORT_LIST:
        yield from comment(f'{lead} the values listed above under "{before}".', indent)
    elif all(code.code == code.label.lower() for code in codes.values()):
        yield from comment(f"{lead} {', '.join(codes)}.", indent)
    else:
        yield from comment(f"{lead}", indent)
        widest = min(max(len(code) for code in codes), 28)
        yield from (f"{indent}#   {code.code:<{widest}}  {code.label}" for code in codes.values())
