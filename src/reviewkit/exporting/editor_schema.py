"""A template as draft-07 JSON Schema for editors: completion, hover texts and spelling, while a report is written.

Flat, without `anyOf` and references: editors then show the right words at the right place.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.exporting.describing import Describing, titled
from reviewkit.exporting.editor_snippets import item_snippet
from reviewkit.exporting.editor_values import Schema, editor_value
from reviewkit.schema import Field, Template

_NONE_PATTERN = r"^\s*([Nn][Oo][Nn][Ee]|$)"


def editor_schema(describing: Describing) -> Schema:
    """The editor's schema for the template and edition of `describing`."""
    template = describing.template
    properties = {**_head(template), **_properties(template.sections, describing)}
    for block in template.reserved:
        properties |= _properties((block,), describing)
    properties["register"]["type"] = ["object", "string", "null"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": template.title,
        "description": template.subtitle or template.title,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _head(template: Template) -> dict[str, Schema]:
    editions = [edition.id for edition in template.editions]
    return {
        "template": {
            "title": "Template",
            "description": "Which template this report follows.",
            "enum": [template.name],
        },
        "edition": {
            "title": "Edition",
            "description": "Which state of the rules this report answers to, in quotation marks where it is a year.",
            "enum": editions,
            "enumDescriptions": [f"{edition.title}. {edition.note}".strip() for edition in template.editions],
        },
    }


def _properties(fields: Sequence[Field], describing: Describing) -> dict[str, Schema]:
    properties: dict[str, Schema] = {}
    for field in fields:
        if field.kind == "either":
            for inner in field.fields:
                properties[inner.id] = _field(inner, fields, describing, field)
        else:
            properties[field.id] = _field(field, fields, describing)
    return properties


def _field(field: Field, neighbours: Sequence[Field], describing: Describing, group: Field | None = None) -> Schema:
    return {
        **_shape(field, describing),
        **titled(field),
        "description": describing.plain(field, neighbours, group),
        "markdownDescription": describing.markdown(field, neighbours, group),
    }


def _shape(field: Field, describing: Describing) -> Schema:
    if field.kind == "value":
        return editor_value(field, describing.template)
    group: Schema = {
        "type": ["object", "null"],
        "properties": _properties(field.fields, describing),
        "additionalProperties": False,
    }
    if field.kind == "keyed":
        return {"type": ["object", "null"], "additionalProperties": group}
    return _list(field, group, describing) if field.kind == "list" else group


def _list(field: Field, items: Schema, describing: Describing) -> Schema:
    snippet = item_snippet(field, describing.template, describing.edition)
    schema: Schema = {"type": ["array", "null"], "items": items, "defaultSnippets": [snippet]}
    if field.or_none:
        schema["type"] = ["array", "string", "null"]
        schema["pattern"] = _NONE_PATTERN
        schema["patternErrorMessage"] = "A sentence here begins with “None”; else begin each item with a dash: - …"
    return schema
