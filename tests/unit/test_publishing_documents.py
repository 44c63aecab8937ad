"""What a plan could carry out of a report when it is published: each a way that was tried."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reviewkit import registry
from reviewkit.anonymising.publishing import publish
from reviewkit.composing.published import compose_published
from reviewkit.composing.texts import texts_of
from reviewkit.document import Document
from reviewkit.loading.plans import build_plan
from reviewkit.loading.reports import parse_report
from reviewkit.plans import Plan, Style
from reviewkit.report import Report
from tests.conftest import EXAMPLES

STYLES: tuple[Style, ...] = ("cards", "table", "bullets", "numbered", "plain", "run-in")


@cache
def finished(name: str, decision: str = "") -> Report:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    return parse_report(text.replace("publication:\n", f"publication:\n{decision}", 1), "report.yaml")


def plan(title: str, *show: Mapping[str, object]) -> Plan:
    part = {"id": "one", "heading": "What is shown", "show": list(show)}
    return build_plan({"document": "ours", "title": title, "for": ["lcspr", "rapid-review"], "parts": [part]})


def published(report: Report, made_by: Plan) -> Document:
    return compose_published(publish(report, registry.detectors()), plan=made_by).document


def test_keys_of_the_register_name_no_item() -> None:
    """A field that holds several keys, among those that name an item, says what the bodies are called."""
    for style in STYLES:
        shown = {"list": "key_practice_episodes", "as": style, "head": ["title", "agencies"], "take": ["when"]}
        document = published(finished("rapid-review-finished"), plan("Ours", shown))
        said = "\n".join(text for text, _ in texts_of(document.blocks))
        assert "youth_trust" not in said, style
        assert "the education centre" in said, style


def test_a_title_that_is_to_be_left_out_does_not_come_back() -> None:
    left_out = "  decisions:\n    - {text: 'The twin who lived: Child L', omit: yes, reason: One case, by: A. Orrell}\n"
    document = published(
        finished("lcspr-finished", left_out), plan("The twin who lived", {"field": "reason_for_review"})
    )
    assert "twin who lived" not in document.title
    assert document.title == "Local Child Safeguarding Practice Review (LCSPR)"
