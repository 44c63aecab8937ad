"""Whether the fields that a derived document names exist, and are of a kind that can be shown there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.loading.faults import Faults, nearest
from reviewkit.report import Path
from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple

Problem = tuple[str, str]


class Named(NamedTuple):
    """A field that a file names: where in the file, and its path in the report from a section on.

    `within` is the list that the path begins in, and `rows` a list within that which it may lead through.
    """

    at: Path
    path: str
    within: str = ""
    rows: str = ""
    is_list: bool = False


def judge_paths(value: Mapping[str, Any], templates: Sequence[Template], faults: Faults) -> None:
    """A fault for every field that none of the templates has."""
    for named in named_in(value):
        problems = [problem for template in templates if (problem := problem_with(named, template))]
        if problems and len(problems) == len(templates):
            faults.add(named.at, *problems[0])


def problem_with(named: Named, template: Template) -> Problem | None:
    """What is wrong with that name in that template, and the way out; None if nothing is."""
    sections = {section.id: section for section in template.sections}
    start: Mapping[str, Field] = sections
    if named.within:
        holder = _walk(sections, named.within, "")
        if not isinstance(holder, Field):
            return holder
        start = _members(holder)
    found = _walk(start, named.path, named.rows)
    if not isinstance(found, Field):
        return found
    if named.is_list and found.kind != "list":
        return f"`{named.path}` is no list", "use `field:`, or name a list such as `recommendations`"
    return None


def named_in(value: Mapping[str, Any]) -> Iterator[Named]:
    """Every field that the file names."""
    sheet = value.get("sheet")
    if isinstance(sheet, dict):
        yield from _grid(sheet, ("sheet",))
    for number, part in enumerate(value.get("parts") or ()):
        for count, show in enumerate(part.get("show") or ()):
            yield from _show(show, ("parts", number, "show", count))


def _show(show: Mapping[str, Any], at: Path) -> Iterator[Named]:
    if "field" in show:
        yield Named((*at, "field"), show["field"])
    elif "facts" in show:
        yield from _several(show, "facts", at)
    elif "table" in show:
        yield from _grid(show, at)
    else:
        within, rows = show["list"], show.get("rows") or ""
        yield Named((*at, "list"), within, is_list=True)
        for word in ("head", "take"):
            yield from _several(show, word, at, within)
        yield from _table(show, at, within, rows)


def _grid(grid: Mapping[str, Any], at: Path) -> Iterator[Named]:
    yield Named((*at, "table"), grid["table"], is_list=True)
    yield from _table(grid, at, grid["table"], grid.get("rows") or "")


def _table(grid: Mapping[str, Any], at: Path, within: str, rows: str) -> Iterator[Named]:
    if rows:
        yield Named((*at, "rows"), rows, within, is_list=True)
    for number, column in enumerate(grid.get("columns") or ()):
        for word in ("take", "or"):
            yield from _several(column, word, (*at, "columns", number), within, rows)


def _several(holder: Mapping[str, Any], word: str, at: Path, within: str = "", rows: str = "") -> Iterator[Named]:
    given = holder.get(word) or ()
    if isinstance(given, str):
        yield Named((*at, word), given, within, rows)
        return
    for number, path in enumerate(given):
        yield Named((*at, word, number), path, within, rows)


def _walk(start: Mapping[str, Field], path: str, rows: str) -> Field | Problem:
    """The field at that path, or what is wrong with it."""
    known, found, steps = start, None, path.split(".")
    for count, step in enumerate(steps):
        if found and found.kind == "list" and ".".join(steps[:count]) != rows:
            return f"`{'.'.join(steps[:count])}` is a list", "show its items with `list:`, or name it under `rows:`"
        found = known.get(step)
        if not found:
            return f"there is no field `{step}` here", nearest(step, known)
        known = _members(found)
    return found or ("a field is missing", "")


def _members(field: Field) -> Mapping[str, Field]:
    return {member.id: member for member in field.members()}
