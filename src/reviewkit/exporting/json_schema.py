"""A template as JSON Schema: 2020-12 for whoever checks reports with it, draft-07 for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.exporting.describing import Describing
from reviewkit.exporting.editor_schema import editor_schema
from reviewkit.exporting.strict_schema import strict_schema
from reviewkit.schema import Source, Template


def json_schema(
    template: Template, edition: str, draft: int = 2020, sources: Mapping[str, Source] | None = None
) -> dict[str, Any]:
    """The schema of reports of that template and edition, as plain values for `json.dumps`.

    `draft` 2020 gives one that accepts and refuses what the structural rules do; 7 gives the editor's, in which nothing
    is required, since a report is empty while it is written. `sources` lets descriptions name what they rest on.
    Raises `ValueError` for another draft.
    """
    describing = Describing(template, edition, sources or {})
    if draft == 2020:
        return strict_schema(describing)
    if draft == 7:
        return editor_schema(describing)
    raise ValueError(f"no JSON Schema draft {draft}: 2020 or 7")
