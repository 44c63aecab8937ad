"""Titles and descriptions of a field in a JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reviewkit.exporting.wording import NEED_WORDS, answers_of, listed, need_line
from reviewkit.schema import Field, Source, Template
from reviewkit.tuples import NamedTuple


class Describing(NamedTuple):
    """What descriptions are made from: the template, the edition, and the sources whose short form is named."""

    template: Template
    edition: str
    sources: Mapping[str, Source]

    def plain(self, field: Field, neighbours: Sequence[Field], group: Field | None = None) -> str:
        """Guidance, need and sources in one paragraph. `group` is the `either` that the field is an alternative of."""
        parts = [field.guidance, f"{self.need(field, neighbours, group)}.", self._cited(field)]
        return " ".join(part for part in parts if part)

    def markdown(self, field: Field, neighbours: Sequence[Field], group: Field | None = None) -> str:
        """The same for an editor's hover, with the allowed answers."""
        need = f"**{self.need(field, neighbours, group)}.**"
        return "\n\n".join(part for part in (field.guidance, need, self._allowed(field), self._cited(field)) if part)

    def need(self, field: Field, neighbours: Sequence[Field], group: Field | None = None) -> str:
        """Required, or "Recommended when …"; for an alternative also which of them is enough."""
        if group is None:
            return need_line(field, neighbours, self.template, self.edition)
        labels = listed([f"“{inner.label}”" for inner in group.fields])
        return f"{need_line(group, neighbours, self.template, self.edition)}: {labels}"

    def _cited(self, field: Field) -> str:
        cites = [self.sources[key].cite for key in field.source if key in self.sources]
        return f"Source: {'; '.join(cites)}." if cites else ""

    def _allowed(self, field: Field) -> str:
        lines = [f"- `{code}`" + (f": {label}" if label else "") for code, label, _ in answers_of(field, self.template)]
        return "\n".join(lines)


def titled(field: Field) -> dict[str, Any]:
    """The title, with the example where there is one."""
    return {"title": field.label, **({"examples": [field.example]} if field.example else {})}


__all__ = ["NEED_WORDS", "Describing", "titled"]
