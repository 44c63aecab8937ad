"""The confidential version: everything that is written, by real names; in a draft with the gaps marked."""

from __future__ import annotations

from collections.abc import Mapping

from reviewkit.composing.cover import CONFIDENTIAL, compose_cover, kind_of, title_of
from reviewkit.composing.material import confidential_material
from reviewkit.composing.numbering import number
from reviewkit.composing.parts import flat
from reviewkit.composing.sections import compose_sections
from reviewkit.document import Document
from reviewkit.report import Report


def compose(report: Report, *, draft: bool, gaps: Mapping[str, str]) -> Document:
    """The report as a document.

    `gaps` are short messages by the JSON Pointer of what is missing. In a draft each is marked where it belongs;
    otherwise they are ignored, and what is empty leaves no trace.
    """
    material = confidential_material(report, gaps if draft else {})
    kind, subtitle = kind_of(material)
    return Document(
        title=title_of(material),
        subtitle=subtitle,
        kind=kind,
        cover=compose_cover(material),
        blocks=flat(number(compose_sections(material))),
        marking=CONFIDENTIAL,
        draft=draft,
    )
