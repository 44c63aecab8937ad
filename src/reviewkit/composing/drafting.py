"""The confidential version: everything that is written, by real names; in a draft with the gaps marked."""

from __future__ import annotations

from collections.abc import Mapping

from reviewkit.composing.cover import CONFIDENTIAL, compose_cover, kind_of, publisher_of, title_of
from reviewkit.composing.derived.titling import derived_cover, derived_title
from reviewkit.composing.deriving import blocks_of, derived_parts
from reviewkit.composing.glance import compose_glance
from reviewkit.composing.material import Material, confidential_material
from reviewkit.composing.numbering import number
from reviewkit.composing.parts import flat
from reviewkit.composing.sections import compose_sections
from reviewkit.composing.sourcing import uncited, with_sources
from reviewkit.document import Document, Furniture
from reviewkit.plans import Plan
from reviewkit.report import Report


def compose(  # noqa: PLR0913  one document, asked for in several ways
    report: Report,
    *,
    draft: bool,
    gaps: Mapping[str, str],
    furniture: Furniture | None = None,
    plan: Plan | None = None,
    sheet: bool = False,
) -> Document:
    """The report as a document, or what `plan` derives from it; with `sheet` the one table of its spreadsheet.

    `gaps` are short messages by the JSON Pointer of what is missing. In a draft each is marked where it belongs;
    otherwise they are ignored, and what is empty leaves no trace. `furniture` is a house's own header and footer.
    """
    material = confidential_material(report, gaps if draft else {})
    document = _derived(material, plan, draft=draft, sheet=sheet) if plan else _whole(material, draft=draft)
    document = document._replace(publisher=publisher_of(document.cover, material))
    return with_sources(document, material.values)._replace(furniture=furniture or Furniture())


def _whole(material: Material, *, draft: bool) -> Document:
    kind, subtitle = kind_of(material)
    return Document(
        title=title_of(material),
        subtitle=subtitle,
        kind=kind,
        cover=compose_cover(material),
        blocks=(*uncited(flat(compose_glance(material))), *flat(number(compose_sections(material)))),
        marking=CONFIDENTIAL,
        draft=draft,
    )


def _derived(material: Material, plan: Plan, *, draft: bool, sheet: bool) -> Document:
    return Document(
        title=derived_title(material, plan),
        subtitle="",
        kind=kind_of(material)[0],
        cover=tuple(derived_cover(material, plan)),
        blocks=blocks_of(derived_parts(material, plan, sheet=sheet), plan, sheet=sheet),
        brief=True,
        marking=CONFIDENTIAL,
        draft=draft,
    )
