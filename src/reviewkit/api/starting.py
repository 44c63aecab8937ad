"""Starting a report: its text with guidance beside every field, and the schema for editors."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.loading.templates import load_template
from reviewkit.schema import Template
from reviewkit.tuples import NamedTuple


class NewReport(NamedTuple):
    """A started report and the schema that editors read beside it."""

    template: Template
    text: str
    schema_name: str


def new_report(template: str, settings: Sequence[tuple[str, str]] = (), folder: str = ".") -> NewReport:
    """A commented report of that template with `settings` (dotted path and text) filled in.

    Raises `UsageError` for an unknown template, field or value.
    """
    from reviewkit.scaffolding import scaffold

    loaded = load_template(template, folder)
    return NewReport(loaded, scaffold(loaded, settings), f"{loaded.name}.schema.json")


def editor_schema(template: Template) -> str:
    """The JSON Schema (draft-07) that editors read beside a report."""
    import json

    from reviewkit.exporting.json_schema import json_schema
    from reviewkit.loading.codelists import load_sources

    schema = json_schema(template, template.latest_edition, 7, load_sources())
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
