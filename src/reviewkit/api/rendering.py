"""Rendering the confidential document: the whole report, or one that a plan derives from it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reviewkit import registry
from reviewkit.api.checking import NO_FINAL, TOLD_TO_AUTHORS, check_report, refuse_errors
from reviewkit.contracts import Renderer
from reviewkit.errors import UsageError
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.document import Furniture
    from reviewkit.plans import Plan


class Rendered(NamedTuple):
    """A finished file's bytes and the name it gets where none is given (never made from the input's name)."""

    data: bytes
    file_name: str


def render_report(
    report: Report, to: str = "docx", *, draft: bool = False, house_style: bytes | None = None, document: str = ""
) -> Rendered:
    """The confidential document: the whole report, or the derived `document` of that name or file.

    Raises `RefusedError` if the check finds errors and `draft` is not asked for.
    """
    from reviewkit.composing.drafting import compose
    from reviewkit.composing.missing import gaps_of

    if not draft:
        refuse_errors(report, NO_FINAL, "; `--draft` renders it with the gaps marked")
    renderer = registry.renderer(to)
    plan = plan_of(report, document, renderer)
    gaps = gaps_of(check_report(report, ignore=TOLD_TO_AUTHORS).findings, report) if draft else {}
    furniture = furniture_of(renderer, house_style)
    composed = compose(report, draft=draft, gaps=gaps, furniture=furniture, plan=plan, sheet=renderer.sheet)
    name = f"{named(report, plan)}{'-draft' if draft else ''}-CONFIDENTIAL{renderer.suffix}"
    return Rendered(renderer.render(composed, house_style), name)


def plan_of(report: Report, document: str, renderer: Renderer) -> Plan | None:
    """The derived document's plan. Raises `UsageError` where the report or the format doesn't suit it."""
    if not document:
        if renderer.sheet:
            raise UsageError(f"{renderer.name} holds one table, no report", hint="add --as action-plan")
        return None
    from reviewkit.loading.plans import load_plan

    plan = load_plan(document, os.path.dirname(report.file), report.template)
    if not plan.is_for(report.template):
        raise UsageError(f"`{plan.name}` is not made from a report of this template ({report.template.name})")
    if renderer.sheet and plan.sheet is None:
        raise UsageError(f"`{plan.name}` has no table for {renderer.name}", hint="choose --to docx, html or md")
    return plan


def named(report: Report, plan: Plan | None) -> str:
    """The beginning of a finished file's name: never a word of the report."""
    return f"{report.template.name}-{plan.name}" if plan else report.template.name


def furniture_of(renderer: Renderer, house_style: bytes | None) -> Furniture:
    """Header and footer of the house style, where the format has any."""
    from reviewkit.document import Furniture

    if house_style is None or renderer.furniture is None:
        return Furniture()
    return renderer.furniture(house_style)
