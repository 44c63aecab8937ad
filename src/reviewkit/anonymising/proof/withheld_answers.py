"""Which answers of a report are withheld, and how messages call them."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.anonymising.fields import Answer
from reviewkit.report import Report

_OWN_BOOKS = (("publication", "decisions"), ("publication", "published"))
"""What publishing itself keeps: words that decisions are about, names that are published. Why they are is nobody's."""


def is_withheld(answer: Answer) -> bool:
    """Whether no published version says it."""
    kept_by_publishing = answer.path[:2] in _OWN_BOOKS and answer.field.id != "reason"
    return answer.field.publish in ("withhold", "") and not kept_by_publishing


def waivers(report: Report) -> Iterator[Answer]:
    """Why a finding is waived, and who answers for it."""
    section = report.template.section("waivers")
    for path, item in report.items("waivers"):
        for key in ("reason", "by"):
            member = section.member(key) if section else None
            if member and isinstance(item.get(key), str):
                yield Answer((*path, key), member, item[key])


def what_is(answer: Answer) -> str:
    """What messages call it."""
    return f"a value that is withheld ({answer.field.label or answer.field.id})"
