"""A template as JSON Schema 2020-12 that accepts and refuses what the structural rules do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewkit.exporting.describing import Describing, titled
from reviewkit.exporting.paths import is_local
from reviewkit.exporting.strict_conditions import Step, demand_for, placed, test_of
from reviewkit.exporting.strict_values import EMPTY, WRITTEN, Definitions, Schema
from reviewkit.schema import Field

_NOTE = (
    "Says what the structural rules say: unknown fields, wrong types, values outside their lists, what is required and "
    "missing. Not said, because JSON Schema can't: references to entries that don't exist, ages reckoned from dates, a date "
    "of birth that the register gives, one entry for each child."
)
_NONE_SENTENCE = r"^\s*[Nn][Oo][Nn][Ee]"


def strict_schema(describing: Describing) -> Schema:
    """The whole schema for the template and edition of `describing`."""
    return _Export(describing).root()


class _Export:
    """One export: what it has defined so far, and the demands that depend on other parts of the report."""

    def __init__(self, describing: Describing) -> None:
        self._describing = describing
        self._template = describing.template
        self._definitions = Definitions(self._template.codelists)
        self._far: list[Schema] = []

    def root(self) -> Schema:
        template = self._template
        sections = self._group(template.sections, ())
        reserved = {block.id: self._reserved(block) for block in template.reserved}
        schema: Schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": template.title,
            "description": f"{template.subtitle or template.title}, edition {self._describing.edition}.",
            "$comment": _NOTE,
            **sections,
        }
        head = {"template": {"const": template.name}, "edition": {"const": self._describing.edition}}
        schema["properties"] = {**head, **sections["properties"], **reserved}
        schema["required"] = ["template", *sections.get("required", ())]
        _add_all(schema, self._far)
        schema["$defs"] = self._definitions.written
        return schema

    def _reserved(self, block: Field) -> Schema:
        schema = self._field(block, (), (block.id,), must=False)
        if block.id == "register":  # it may stand in a file of its own
            schema["if"] = {"anyOf": [{"type": "string"}, EMPTY]}
        return schema

    def _group(self, fields: Sequence[Field], steps: tuple[Step, ...]) -> Schema:
        """A group that has something in it, at `steps` from the top."""
        properties: dict[str, Schema] = {}
        required: list[str] = []
        demands: list[Schema] = []
        for field in fields:
            must = self._always_asked(field)
            if field.kind == "either":
                for inner in field.fields:
                    properties[inner.id] = self._field(inner, fields, (*steps, inner.id), must=False, group=field)
                demands += [demand_for(field)] if must else []
            else:
                properties[field.id] = self._field(field, fields, (*steps, field.id), must=must)
                required += [field.id] if must else []
            demands += self._conditional(field, fields, steps)
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            schema["required"] = required
        _add_all(schema, demands)
        return schema

    def _always_asked(self, field: Field) -> bool:
        return self._is_must(field) and not field.when and not _register_may_answer(field)

    def _is_must(self, field: Field) -> bool:
        return field.need_in(self._describing.edition) == "must"

    def _conditional(self, field: Field, neighbours: Sequence[Field], steps: tuple[Step, ...]) -> list[Schema]:
        """The demands of a field with `when`; those that look elsewhere in the report are kept for the top."""
        if not field.when or not self._is_must(field) or _register_may_answer(field):
            return []
        near: list[Schema] = []
        for condition in field.when:
            test = test_of(condition, neighbours, self._template)
            if test is None:
                continue
            if is_local(condition, neighbours):
                near.append({"if": test, "then": demand_for(field)})
            else:
                self._far.append({"if": test, "then": placed(demand_for(field), steps)})
        return near

    def _field(
        self,
        field: Field,
        neighbours: Sequence[Field],
        steps: tuple[Step, ...],
        *,
        must: bool,
        group: Field | None = None,
    ) -> Schema:
        described = {**titled(field), "description": self._describing.plain(field, neighbours, group)}
        return {**described, **self._shape(field, steps, must=must)}

    def _shape(self, field: Field, steps: tuple[Step, ...], *, must: bool) -> Schema:
        if field.kind == "value":
            return self._definitions.value(field, must=must)
        if field.kind == "list":
            return self._list(field, steps, must=must)
        if field.kind == "keyed":
            inner = self._or_nothing(self._group(field.fields, (*steps, None)))
            entries: Schema = {"type": "object", "additionalProperties": inner}
            return {**entries, "not": EMPTY} if must else self._or_nothing(entries)
        schema = self._group(field.fields, steps)
        if not must:
            return self._or_nothing(schema)
        return schema if "required" in schema else {**schema, "not": EMPTY}

    def _list(self, field: Field, steps: tuple[Step, ...], *, must: bool) -> Schema:
        items = self._or_nothing(self._group(field.fields, (*steps, None)))
        if must:
            sentence: Schema = (
                {"type": ["array", "string"], "pattern": _NONE_SENTENCE} if field.or_none else {"type": "array"}
            )
            return {**sentence, "items": items, "contains": WRITTEN}
        blank = rf"^\s*$|{_NONE_SENTENCE}" if field.or_none else r"^\s*$"
        types = ["array", "null", "string", "object"]
        return {"type": types, "pattern": blank, "items": items, "additionalProperties": EMPTY}

    @staticmethod
    def _or_nothing(schema: Schema) -> Schema:
        return {"if": EMPTY, "else": schema}


def _register_may_answer(field: Field) -> bool:
    return any(inner.or_register for inner in (field, *field.fields))


def _add_all(schema: dict[str, Any], demands: Sequence[Schema]) -> None:
    if demands:
        schema["allOf"] = [*schema.get("allOf", ()), *demands]
