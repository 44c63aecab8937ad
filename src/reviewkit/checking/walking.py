"""One walk over a report along its template: what is missing, unknown, of the wrong type, or refers to nothing.

The walk knows codes and places, no words; `demands/` has those. A missing part is raised once, at the highest level
that is missing, by the code that the schema names for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reviewkit.answers import Problem, problem_with
from reviewkit.checking.conditions import any_holds
from reviewkit.checking.nearest import is_name, unknown_key
from reviewkit.checking.persons import expected_persons
from reviewkit.checking.raising import Raised
from reviewkit.checking.targets import Targets, collect_targets, dangling, uncited
from reviewkit.checking.texts import judge_text, judge_whole
from reviewkit.checking.words import Placeholders, count_words, load_placeholders
from reviewkit.findings import SectionProgress, Severity
from reviewkit.loading.scalars import is_number
from reviewkit.report import Path, Report, is_empty
from reviewkit.schema import CHECKLIST_ANSWERS, Field, Need
from reviewkit.tuples import NamedTuple

ENVELOPE = ("template", "edition")
_SINGLE = {"lines": "line", "codes": "code", "references": "reference"}
_TEXT = ("line", "prose", "owner")
_SEVERITY: Mapping[Need, Severity] = {"must": "error", "should": "warning"}


class _Members(NamedTuple):
    """The keys of a group's fields, and each field with its key and its need in the edition, whatever its `when`."""

    keys: set[str]
    fields: tuple[tuple[Field, str, Need], ...]


class Walk:
    """The state of one walk: what was raised and how far each section is."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.raised: list[Raised] = []
        self.progress: list[SectionProgress] = []
        self._codelists = report.template.codelists
        self._targets: Targets = collect_targets(report)
        self._placeholders: Placeholders | None = None
        self._answered = 0
        self._asked = 0
        self._words = 0
        # Both by identity: the template outlives the walk, and a list has many items.
        self._members: dict[int, _Members] = {}
        self._singles: dict[int, Field] = {}

    def run(self) -> None:
        """Walk the whole report."""
        template, values = self.report.template, self.report.values
        self._unknown_keys((), values, {*ENVELOPE, *(field.id for field in (*template.sections, *template.reserved))})
        keys = {section.id for section in template.sections}
        for section in template.sections:
            self._section(section, values, keys)
        self.raised.extend(judge_whole(self.report, self._words))
        for block in template.reserved:
            if not is_empty(values.get(block.id)):
                self._section(block, values, keys)

    def _section(self, section: Field, values: dict[str, Any], keys: set[str]) -> None:
        self._answered = self._asked = 0
        self._visit(section, section.need_in(self.report.edition), values, (section.id,), keys)
        if self._asked:
            self.progress.append(SectionProgress(section.id, section.label, self._answered, self._asked))

    def _visit(self, field: Field, need: Need, holder: dict[str, Any], path: Path, keys: set[str]) -> None:
        """A field that may stand under its key in `holder`; `path` ends in that key."""
        value = holder.get(field.id)
        empty = is_empty(value)
        if empty or field.kind == "value":
            need = self._settled(need, field, holder, keys)
            if need != "may" and empty and not self._answered_by_register(field, holder):
                self._missing(field, path, need)
            elif need != "may":
                self._asked += 1
                self._answered += 1
        if not empty:
            self._given(field, value, path)

    def _need(self, field: Field, neighbours: Mapping[str, Any], keys: set[str]) -> Need:
        return self._settled(field.need_in(self.report.edition), field, neighbours, keys)

    def _settled(self, need: Need, field: Field, neighbours: Mapping[str, Any], keys: set[str]) -> Need:
        """What is left of a need by the field's `when`."""
        if need == "may" or not field.when:
            return need
        return need if any_holds(field.when, self.report, neighbours, keys) else "may"

    def _answered_by_register(self, field: Field, holder: Mapping[str, Any]) -> bool:
        person = holder.get("person")
        entry = self.report.register.people.get(person) if isinstance(person, str) else None
        return bool(field.or_register and entry and getattr(entry, field.or_register, ""))

    def _missing(self, field: Field, path: Path, need: Need) -> None:
        whole = len(path) == 1
        generic = ("RK101" if whole else "RK102") if need == "must" else "RK103"
        self.raised.append(
            Raised(field.raises or generic, path, _SEVERITY[need], label=field.label, whole_section=whole)
        )
        self._asked += sum(1 for leaf in _leaves(field) if leaf.need_in(self.report.edition) != "may") or 1

    def _count_answer(self) -> None:
        self._asked += 1
        self._answered += 1

    def _given(self, field: Field, value: Any, path: Path) -> None:
        if field.kind == "value":
            self._value(field, value, path)
        elif field.kind == "list":
            self._list(field, value, path)
        elif not isinstance(value, dict):
            self._wrong(path, field.label, "is not a group of fields", "write its fields below it, indented: `key: …`")
        elif field.kind == "keyed":
            self._keyed(field, value, path)
        else:
            self._group(field, value, path)

    def _group(self, field: Field, value: dict[str, Any], path: Path) -> None:
        members = self._members.get(id(field))
        if members is None:
            members = self._members[id(field)] = _members_of(field, self.report.edition)
        keys = members.keys
        self._unknown_keys(path, value, keys)
        for inner, key, need in members.fields:
            if inner.kind == "either":
                self._either(inner, value, path, keys)
            elif need != "may" or value.get(key) is not None:  # most fields of an item may be left out, and are
                self._visit(inner, need, value, (*path, key), keys)

    def _either(self, field: Field, holder: dict[str, Any], path: Path, keys: set[str]) -> None:
        need = self._need(field, holder, keys)
        alternatives = field.fields
        given = any(
            not is_empty(holder.get(inner.id)) or self._answered_by_register(inner, holder) for inner in alternatives
        )
        first = alternatives[0]
        if not given and need != "may":
            label = " or ".join(_lower_first(inner.label) if n else inner.label for n, inner in enumerate(alternatives))
            self._missing(first._replace(raises=field.raises, label=label), (*path, first.id), need)
        elif need != "may":
            self._count_answer()
        for inner in alternatives:
            if not is_empty(holder.get(inner.id)):
                self._given(inner, holder[inner.id], (*path, inner.id))

    def _list(self, field: Field, value: Any, path: Path) -> None:
        if isinstance(value, str) and field.or_none:
            self._none_sentence(field, value, path)
            return
        if not isinstance(value, list):
            self._wrong(path, field.label, "is not a list", "begin each item with a dash: `- …`")
            return
        if field.need_in(self.report.edition) != "may":
            self._count_answer()
        for index, item in enumerate(value):
            if is_empty(item):
                continue  # a stub that was left over says nothing, and nothing is wrong with it
            if isinstance(item, dict):
                self._group(field, item, (*path, index))
            else:
                self._wrong((*path, index), field.label, "has an item that is not a group", "write `- key: …`")
        if field.one_for:
            self._one_for_each(field, value, path)

    def _none_sentence(self, field: Field, value: str, path: Path) -> None:
        if value.strip().lower().startswith("none"):
            self._count_answer()
            self._text(field, value, path)
        else:
            self._wrong(
                path,
                field.label,
                "is text where a list is expected",
                "begin each item with a dash: `- …`; or write None and why",
            )

    def _one_for_each(self, field: Field, items: list[Any], path: Path) -> None:
        have = {item.get("person") for item in items if isinstance(item, dict) and isinstance(item.get("person"), str)}
        severity = _SEVERITY.get(self._need(field, {}, set()), "error")
        for person in expected_persons(self.report, field.one_for):
            if person not in have:
                named = person if is_name(person) else "a person"
                self.raised.append(Raised(field.raises, path, severity, label=f"{field.label}: {named}"))

    def _keyed(self, field: Field, value: dict[str, Any], path: Path) -> None:
        for key, entry in value.items():
            if is_empty(entry):
                continue
            if isinstance(entry, dict):
                self._group(field, entry, (*path, key))
            else:
                self._wrong((*path, key), field.label, "has an entry that is not a group", "write {name: …, role: …}")

    def _value(self, field: Field, value: Any, path: Path) -> None:
        if field.type == "checklist":
            self._checklist(field, value, path)
            return
        if field.type in _TEXT and type(value) is str:  # most values: nothing but its words can be wrong
            self._text(field, value, path)
            return
        wrong = self._problems(field, value, path)
        for at, problem in wrong:
            self._wrong(at, field.label, problem.message, problem.fix)
        if wrong:
            return
        if field.type in ("reference", "references"):
            self.raised.extend(dangling(field, value, path, self._targets))
        elif field.type in _TEXT or field.type == "lines":
            self._text(field, value, path)

    def _problems(self, field: Field, value: Any, path: Path) -> list[tuple[Path, Problem]]:
        """What is wrong with a value, or with items of a list of values, each at its own place."""
        if field.type in _SINGLE and isinstance(value, list):
            one = self._single(field)
            found = [
                (index, problem_with(one, item, self._codelists))
                for index, item in enumerate(value)
                if item is not None
            ]
            return [((*path, index), problem) for index, problem in found if problem]
        problem = problem_with(field, value, self._codelists)
        if problem and not (field.type == "number" and isinstance(value, str) and is_number(value)):
            return [(path, problem)]
        return []

    def _single(self, field: Field) -> Field:
        """The field of a list as that of one of its values."""
        one = self._singles.get(id(field))
        if one is None:
            one = self._singles[id(field)] = field._replace(type=_SINGLE[field.type])
        return one

    def _text(self, field: Field, value: Any, path: Path) -> None:
        if self._placeholders is None:
            self._placeholders = load_placeholders()
        cites = False
        texts = value if isinstance(value, list) else [value]
        for text in texts:
            self._words += count_words(str(text))
            if isinstance(text, str) and "[^" in text:
                cites = True
        self.raised += judge_text(field, value, path, self._placeholders)
        if cites:
            self.raised += uncited(field, value, path, self._targets)

    def _checklist(self, field: Field, value: Any, path: Path) -> None:
        if not isinstance(value, dict):
            self._wrong(
                path, field.label, "is not a list of answers", "write each as `code: yes`, `no` or `not-recorded`"
            )
            return
        self._unknown_keys(path, value, set(self._codelists[field.codes].values))
        for code, answer in value.items():
            if answer is not None and answer not in CHECKLIST_ANSWERS:
                self._wrong(
                    (*path, code),
                    field.label,
                    "has another answer than allowed",
                    f"write {', '.join(CHECKLIST_ANSWERS)}",
                )

    def _unknown_keys(self, path: Path, value: Mapping[str, Any], known: set[str]) -> None:
        if not value.keys() <= known:
            self.raised += [unknown_key(path, key, known) for key in value if key not in known]

    def _wrong(self, path: Path, label: str, message: str, fix: str) -> None:
        self.raised.append(Raised("RK004", path, label=label, message=f"{label} {message}.", fix=fix))


def _members_of(field: Field, edition: str) -> _Members:
    keys = {member.id for member in field.members()}
    return _Members(keys, tuple([(inner, inner.id, inner.need_in(edition)) for inner in field.fields]))


def _leaves(field: Field) -> Iterable[Field]:
    """The fields that hold answers, a list or an `either` counting as one."""
    for inner in field.fields:
        if inner.kind == "group":
            yield from _leaves(inner)
        else:
            yield inner


def _lower_first(label: str) -> str:
    return label[:1].lower() + label[1:]
