"""The one sentence that says what to do first."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.findings import CheckedReport, Finding
from reviewkit.reporters.html.sections import Section
from reviewkit.reporters.html.to_write import OpenSection
from reviewkit.reporters.html.wording import counted
from reviewkit.tuples import NamedTuple

_SAFETY = "RK109"
_HIDE_ANSWERS = ("RK002", "RK003", "RK004")


class First(NamedTuple):
    """The sentence; `link` are the words in it that lead to `anchor`, or ""."""

    before: str
    link: str = ""
    anchor: str = ""
    after: str = ""


def what_first(checked: CheckedReport, found: Sequence[Section], to_write: Sequence[OpenSection]) -> First:
    """What most needs doing: the safety of other children, then slips that hide answers, then what is wrong, then gaps."""
    if not checked.readable:
        return First("Mend the file first: until it can be read, nothing else in it can be checked.")
    return (
        _safety(checked, found, to_write)
        or _slips(found)
        or _most_errors(found)
        or _unwritten(checked, to_write)
        or _lesser(found, "warning")
        or _lesser(found, "note")
        or _recommended(to_write)
        or First(
            "Nothing to put right: no rule has anything to say about this report. Whether it is fair and true, only "
            "people who know the case can judge."
        )
    )


def _safety(checked: CheckedReport, found: Sequence[Section], to_write: Sequence[OpenSection]) -> First | None:
    asked = {finding.section for finding in checked.findings if finding.code == _SAFETY and not finding.waived}
    all_sections: list[OpenSection | Section] = [*to_write, *found]
    where = [section for section in all_sections if section.key in asked]
    if not where:
        return None
    return First(
        "First say how other children who could be at risk are kept safe now: see ", where[0].title, where[0].id, "."
    )


def _slips(found: Sequence[Section]) -> First | None:
    slips = [shown for section in found for shown in section.shown if shown.finding.code in _HIDE_ANSWERS]
    if not slips:
        return None
    many = f"the {len(slips)} slips" if len(slips) > 1 else "the slip"
    they = "they hide" if len(slips) > 1 else "it hides"
    return First(
        f"First mend {many} in keys and allowed values, since {they} what was meant as an answer: begin with ",
        slips[0].finding.place, slips[0].id, ".",
    )  # fmt: skip


def _most_errors(found: Sequence[Section]) -> First | None:
    counts = [sum(shown.finding.severity == "error" for shown in section.shown) for section in found]
    most = max(counts, default=0)
    if not most:
        return None
    section = found[counts.index(most)]
    some = "the error" if most == 1 else f"the {counted(most, 'error')}"
    alone = sum(counts) == most or counts.count(most) > 1
    return First(f"First put right {some} in ", section.title, section.id, "." if alone else ", the section with most.")


def _unwritten(checked: CheckedReport, to_write: Sequence[OpenSection]) -> First | None:
    required = {finding.section for finding in _gaps(checked) if finding.severity == "error"}
    section = next((section for section in to_write if section.key in required), None)
    if section is None:
        return None
    return First("No error in what is written so far. Go on with ", section.title, section.id, ".")


def _lesser(found: Sequence[Section], severity: str) -> First | None:
    shown = [(section, one) for section in found for one in section.shown if one.finding.severity == severity]
    if not shown:
        return None
    many = "one note" if severity == "note" and len(shown) == 1 else counted(len(shown), severity)
    said = f"Nothing stands in the way of this report. {many[:1].upper()}{many[1:]} to look at"
    return First(f"{said}, {'in' if len(shown) == 1 else 'beginning in'} ", shown[0][0].title, shown[0][1].id, ".")


def _recommended(to_write: Sequence[OpenSection]) -> First | None:
    if not to_write:
        return None
    return First("All that is required is written. Recommended parts are open, beginning with ", to_write[0].title,
                 to_write[0].id, ".")  # fmt: skip


def _gaps(checked: CheckedReport) -> list[Finding]:
    return [finding for finding in checked.findings if finding.is_gap]
