"""The figures of a sheet: findings by severity, days left, how far each section is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewkit.composing.wording import capitalised, day
from reviewkit.findings import SEVERITIES, CheckedReport, Deadline, Finding, Severity
from reviewkit.reporters.html.wording import standing
from reviewkit.tuples import NamedTuple

_MEANINGS: dict[Severity, str] = {
    "error": "the report can’t be finished like this",
    "warning": "a person should look",
    "note": "good to know",
}


class Tally(NamedTuple):
    """Findings of one severity that nobody answers for; `to_write` of them are things still to be written."""

    severity: Severity
    meaning: str
    number: int
    to_write: int


class Step(NamedTuple):
    """A deadline in words. `over`: its day has gone by."""

    step: str
    due: str
    standing: str
    counted: str
    unsure: str
    over: bool


class Bar(NamedTuple):
    """How far something is; `anchor` leads to what was found there, or is ""."""

    title: str
    answered: int
    asked: int
    anchor: str = ""

    @property
    def width(self) -> float:
        """The filled part of the bar, of 100."""
        return round(self.answered / self.asked * 100, 1) if self.asked else 100.0

    @property
    def state(self) -> str:
        """Complete, not started, or ""."""
        return "complete" if self.answered >= self.asked else "" if self.answered else "not started"


def tallies(asked: Iterable[Finding], gaps: Iterable[Finding]) -> tuple[Tally, ...]:
    """One for each severity, also where there is none of it."""
    all_of, gaps_of = [one.severity for one in asked], [one.severity for one in gaps]
    return tuple(Tally(each, _MEANINGS[each], all_of.count(each), gaps_of.count(each)) for each in SEVERITIES)


def steps(deadlines: Sequence[Deadline]) -> tuple[Step, ...]:
    """Every deadline, in the order given."""
    return tuple(
        Step(
            step=capitalised(one.step),
            due=day(one.due),
            standing=standing(one),
            counted=capitalised(one.counted),
            unsure=f"The bank holidays of {one.due[:4]} are not known yet; the day may move."
            if one.unconfirmed
            else "",
            over=one.left < 0 and not one.done,
        )
        for one in deadlines
    )


def whole(checked: CheckedReport) -> Bar:
    """How far the report is."""
    answered, asked = sum(part.answered for part in checked.progress), sum(part.asked for part in checked.progress)
    return Bar(checked.title, answered, asked)


def bars(checked: CheckedReport, anchors: Mapping[str, str]) -> Iterator[Bar]:
    """How far each section is; `anchors` are by the id of the section."""
    for part in checked.progress:
        yield Bar(part.title, part.answered, part.asked, anchors.get(part.id, ""))
