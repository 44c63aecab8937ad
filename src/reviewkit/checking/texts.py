"""RK104 to RK106: a placeholder left in, "not known" without a word more, too thin or far too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.checking.raising import Raised
from reviewkit.checking.words import Placeholders, count_words, placeholder_in, says_only_unknown
from reviewkit.report import Path, Report
from reviewkit.schema import Field


def judge_text(field: Field, value: Any, path: Path, lists: Placeholders) -> list[Raised]:
    """What is to be said about the text of one field."""
    if isinstance(value, list):
        return [raised for index, item in enumerate(value) for raised in judge_text(field, item, (*path, index), lists)]
    if not isinstance(value, str):
        return []
    left = placeholder_in(value, lists)
    if left:
        return [Raised("RK104", path, label=field.label, evidence=left)]
    if field.if_unknown and says_only_unknown(value, lists):
        return [Raised("RK105", path, label=field.label, fix=field.if_unknown, evidence=value.strip())]
    return _length(field, value, path, field.length) if field.length else []


def _length(field: Field, value: str, path: Path, band: tuple[int, int]) -> list[Raised]:
    words = count_words(value)
    least, most = band
    if words < least:
        message = f"{field.label} has {words} words; at least {least} are usual."
        fix, measured = "say what a stranger would need to know", f"{words} of {least} words"
    elif words > most:
        message = f"{field.label} has {words} words; at most {most} are usual."
        fix, measured = "keep what the learning needs, cut the rest", f"{words} words, at most {most}"
    else:
        return []
    return [Raised("RK106", path, label=f"{field.label} ({measured})", message=message, fix=fix)]


def judge_whole(report: Report, words: int) -> Iterator[Raised]:
    """RK106 for a report that is too thin as a whole, RK506 for one that is too long. A draft is not yet too thin."""
    if report.template.length is None:
        return
    least, most = report.template.length
    if words < least and report.status != "draft":
        message = f"The report has {words} words; at least {least} are usual."
        yield Raised("RK106", (), message=message, fix="give the detail and context that the learning needs")
    elif words > most:
        yield Raised("RK506", (), message=f"The report has {words} words; at most {most} are usual.")
