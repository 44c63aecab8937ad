"""What a derived document is called, and the few rows of its first page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.composing.cover import Row, review_rows, title_of, version_note
from reviewkit.composing.material import Material
from reviewkit.document import Run
from reviewkit.plans import Plan

_ROWS = ("partnerships", "status", "dates")
_DATES = ("completed_on",)
_SEPARATORS = r"\s*(?::|\s[-–—]\s)\s*"


def derived_title(material: Material, plan: Plan) -> str:
    """The plan's title with whom the review is about: "Seven-minute briefing: Child L"."""
    about = subject_of(material)
    return f"{plan.title}: {about}" if about else plan.title


def subject_of(material: Material) -> str:
    """The review's title without what kind of review it is: "Child L"; "" if nothing is left."""
    template = material.template
    kinds = [text.casefold() for text in (template.title, template.subtitle, template.abbreviation) if text]
    parts = (part.strip() for part in re.split(_SEPARATORS, title_of(material)))
    return ": ".join(part for part in parts if part and not any(kind in part.casefold() for kind in kinds))


def derived_cover(material: Material, plan: Plan) -> Iterator[Row]:
    """What it is made for, whose it is, its state and day; in a published one how people are named."""
    if plan.about:
        yield "About this document", (Run(plan.about),)
    yield "Made from", (Run(title_of(material)),)
    yield from review_rows(material, _ROWS, _DATES)
    yield from version_note(material)
