"""What a single field says, as blocks: one small function for each type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewkit.composing.material import Entry, Material
from reviewkit.composing.naming import joined, opened, owner_name, referred, referred_with_title
from reviewkit.composing.parts import plain, words
from reviewkit.composing.prose.parsing import parse_prose
from reviewkit.composing.wording import age, day, one_line, yes_no
from reviewkit.document import Block, Paragraph, Run, Runs
from reviewkit.schema import CHECKLIST_ANSWERS, Field

WEB = ("http://", "https://")


def said(material: Material, entry: Entry, *, brief: bool) -> tuple[Block, ...]:
    """The value of a field that is no group or list. `brief`: references by id alone, as a table cell has room for."""
    speak = _SPEAKING.get(entry.field.type)
    if speak:
        return speak(material, entry, brief)
    return words(line_runs(material, entry.field, entry.value), entry.pointer)


def prose_or_none(material: Material, entry: Entry) -> tuple[Block, ...]:
    """Prose, or the sentence that answers a list with "None"."""
    text = entry.value if isinstance(entry.value, str) else one_line(entry.value)
    return parse_prose(text, entry.pointer, material.citations)


def line_runs(material: Material, field: Field, value: Any) -> Runs:
    """A value that fits on a line; an address that stands alone is a link."""
    text = _line(material, field, value)
    return (Run(text, href=text if text.startswith(WEB) and " " not in text else ""),) if text else ()


def _line(material: Material, field: Field, value: Any) -> str:
    if field.type == "owner":
        return owner_name(material, value)
    if field.type in ("code", "codes"):
        return "; ".join(material.label_of(field.codes, one_line(code)) for code in _listed(value) if one_line(code))
    return _WORDING.get(field.type, one_line)(value)


def _lines(_: Material, entry: Entry, __: bool) -> tuple[Block, ...]:
    return tuple(plain(text, entry.pointer) for item in _listed(entry.value) if (text := one_line(item)))


def _reference(material: Material, entry: Entry, brief: bool) -> tuple[Block, ...]:
    say = referred if brief else referred_with_title
    return words(opened(material, say(material, entry.field.to, entry.value)), entry.pointer)


def _references(material: Material, entry: Entry, brief: bool) -> tuple[Block, ...]:
    to, path, keys = entry.field.to, entry.pointer, _listed(entry.value)
    if brief or to in ("people", "organisations"):
        return words(opened(material, joined(referred(material, to, key) for key in keys)), path)
    return tuple(block for key in keys for block in words(referred_with_title(material, to, key), path))


def checked(material: Material, entry: Entry) -> Iterator[tuple[str, str]]:
    """The answers of a checklist, each with what it was given to: "Yes", "No", "Not recorded"."""
    by_answer: dict[str, list[str]] = {known: [] for known in CHECKLIST_ANSWERS}
    for code, given in entry.value.items() if isinstance(entry.value, dict) else ():
        if text := one_line(given):
            by_answer.setdefault(text, []).append(material.label_of(entry.field.codes, code))
    return ((yes_no(given), "; ".join(labels)) for given, labels in by_answer.items() if labels)


def _checklist(material: Material, entry: Entry, _: bool) -> tuple[Block, ...]:
    if not isinstance(entry.value, dict):
        return words((Run(one_line(entry.value)),), entry.pointer)
    return tuple(
        Paragraph((Run(f"{given}: ", bold=True), Run(labels)), path=entry.pointer)
        for given, labels in checked(material, entry)
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_WORDING: Mapping[str, Callable[[Any], str]] = {"date": day, "approximate-date": day, "age": age, "yes-no": yes_no}
_SPEAKING: Mapping[str, Callable[[Material, Entry, bool], tuple[Block, ...]]] = {
    "prose": lambda material, entry, _: prose_or_none(material, entry),
    "lines": _lines,
    "reference": _reference,
    "references": _references,
    "checklist": _checklist,
}
