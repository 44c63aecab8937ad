"""Template → a commented YAML file that an author can fill without reading anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.scaffolding.comments import comment, field_comment, need_in_words, section_banner
from reviewkit.scaffolding.settings import read_settings
from reviewkit.scaffolding.writing import written
from reviewkit.schema import Field, Template

_HOW_TO = """\
Lines that begin with # explain; nothing of them is printed. Write your answers behind the colons. Longer text goes on
lines of its own below a `|`, indented two spaces further than the key:

    circumstances: |
      First paragraph.

      Second paragraph, with *emphasis* or a list if it helps.

A short answer that holds a colon or a #, or begins with a sign such as [ or *, goes in straight quotation marks:
"Thematic review: three babies".

A list has a dash before each item; copy an item to add one. What you leave empty is simply not there yet:
`reviewkit check` says what is still to be written. Nothing you write leaves this machine.
"""
_KEPT_BY_US = frozenset(("published",))
"""Lists that nobody fills in by hand."""
_REGISTER_STUBS: tuple[tuple[str, str], ...] = (("child_a", "child"), ("mother", "mother"), ("father", "father"))


def scaffold(template: Template, settings: Sequence[tuple[str, str]] = ()) -> str:
    """The text of a new report. Raises `UsageError` for a setting that doesn't fit the template."""
    given = read_settings(template, settings)
    return "\n".join(_Scaffold(template).lines(given)) + "\n"


class _Scaffold:
    """Writes one file; remembers which code lists it has printed."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._seen: dict[str, str] = {}

    def lines(self, given: Mapping[str, Any]) -> Iterator[str]:
        template = self._template
        yield f"# yaml-language-server: $schema={template.name}.schema.json"
        yield "#"
        yield from comment(f"{template.title}. CONFIDENTIAL once filled in.")
        yield "#"
        yield from comment(_HOW_TO, keep_lines=True)
        yield ""
        yield f"template: {template.name}"
        yield f'edition: "{template.latest_edition}"'
        for number, section in enumerate(template.sections, 1):
            yield ""
            yield from section_banner(number, section)
            yield from self._keyed(section, given.get(section.id), 0, hints_only=True)
        register = template.section("register")
        if register:
            yield ""
            yield from section_banner(0, register)
            yield from self._register(register)

    def _keyed(self, field: Field, given: Any, depth: int, *, hints_only: bool = False) -> Iterator[str]:
        """One field: what to write, then the key with what is given or room for an answer."""
        indent = "  " * depth
        if not hints_only or field.kind == "value":
            yield from field_comment(field, self._template, indent, self._seen, hints_only=hints_only)
        if field.type == "checklist":
            yield from self._checklist(field, indent)
            return
        if field.kind == "value":
            yield from written(field, given, depth)
            return
        if field.kind == "list" and field.id in _KEPT_BY_US:
            yield f"{indent}{field.id}: []"
            return
        yield f"{indent}{field.id}:"
        if field.kind == "list":
            yield from self._items(field, given, depth)
        else:
            yield from self._members(field, given, depth + 1)

    def _checklist(self, field: Field, indent: str) -> Iterator[str]:
        codes = self._template.codelists[field.codes].values
        yield f"{indent}{field.id}:"
        widest = max(len(code) for code in codes)
        yield from (f"{indent}  {code.code + ':':<{widest + 2}} # {code.label}" for code in codes.values())

    def _members(self, field: Field, given: Any, depth: int) -> Iterator[str]:
        values = given if isinstance(given, Mapping) else {}
        for index, inner in enumerate(field.fields):
            if index:
                yield ""
            if inner.kind == "either":
                yield from self._alternatives(inner, values, depth)
            else:
                yield from self._keyed(inner, values.get(inner.id), depth)

    def _alternatives(self, field: Field, values: Mapping[str, Any], depth: int) -> Iterator[str]:
        names = " or ".join(f"`{alternative.id}`" for alternative in field.fields)
        yield from comment(f"Either {names}: one is enough ({need_in_words(field)}).", "  " * depth)
        for index, alternative in enumerate(field.fields):
            if index:
                yield ""
            yield from self._keyed(alternative, values.get(alternative.id), depth)

    def _items(self, field: Field, given: Any, depth: int) -> Iterator[str]:
        """The items given, or one to fill: its first key carries the dash."""
        for item in given if isinstance(given, list) and given else [{}]:
            lines = list(self._members(field, item, depth + 2))
            first = next(at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
            # The comments of the first key stand before the dash: after it they would be the item's.
            yield from (line[2:] for line in lines[:first])
            yield f"{lines[first][: 2 * depth + 2]}- {lines[first].lstrip()}"
            yield from lines[first + 1 :]

    def _register(self, register: Field) -> Iterator[str]:
        yield "register:"
        for index, field in enumerate(register.fields):
            if index:
                yield ""
            yield from field_comment(field, self._template, "  ", self._seen)
            yield f"  {field.id}:"
            if field.id == "people":
                for key, role in _REGISTER_STUBS:
                    yield f"    {key}: {{name: , also: [], born: , role: {role}, published_as: }}"


__all__ = ["scaffold"]
