"""What a check says: plain values that every reporter reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reviewkit.tuples import NamedTuple

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Waiver(NamedTuple):
    """Who answers for a finding that stays: the reason, the name, and the ISO dates, "" where none is given."""

    reason: str
    by: str
    on: str = ""
    expires: str = ""


class Finding(NamedTuple):
    """One thing a person should look at.

    `path` is a JSON Pointer that names the field, missing or not; `line` and `column` count from 1 and are those of
    the value, else of the parent's key. `message` and `fix` hold ids and kinds, never report text: that stands in
    `evidence` alone. `place` says in words where it is, `label` what the field is called; `to_do` marks what is
    still to be written rather than wrong; `waived` is the waiver that covers it. `why` says why it matters.
    """

    code: str
    name: str
    severity: Severity
    message: str
    fix: str
    source: str
    path: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    section: str
    place: str
    label: str = ""
    to_do: bool = False
    waived: Waiver | None = None
    evidence: str = ""
    why: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether it is still to be written, and nobody answers for leaving it out."""
        return self.to_do and not self.waived


class SectionProgress(NamedTuple):
    """How far a section is: fields answered of fields asked (must and should, where their condition holds)."""

    id: str
    title: str
    answered: int
    asked: int


class Deadline(NamedTuple):
    """A day by which a step was or is due.

    `due` and `done` are ISO dates, `done` "" while the step has not happened. `left` counts working days from `today`, or
    from the day it was done, to the day it was due: negative is over. `counted` says in words how the due day was
    found, and `unconfirmed` that it lies beyond the last year of which the bank holidays are known.
    """

    step: str
    due: str
    done: str
    left: int
    counted: str = ""
    unconfirmed: bool = False


class CheckedReport(NamedTuple):
    """One report's findings. `title` is the template's. `source_lines`, by file, are for excerpts on a terminal and never travel.

    A file among several that could not be read has no template and one finding, RK001; it ends the run with exit 2.
    """

    file: str
    template: str
    edition: str
    status: str
    findings: tuple[Finding, ...]
    progress: tuple[SectionProgress, ...]
    source_lines: Mapping[str, tuple[str, ...]] = {}
    title: str = ""
    deadlines: tuple[Deadline, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the file could be checked at all."""
        return bool(self.template)

    @property
    def completeness(self) -> int:
        """Fields answered of all that are asked, in whole per cent; 100 only when nothing is left."""
        asked = sum(part.asked for part in self.progress)
        answered = sum(part.answered for part in self.progress)
        return answered * 100 // asked if asked else 100

    @property
    def next_deadline(self) -> Deadline | None:
        """The open step that is due first."""
        return min((one for one in self.deadlines if not one.done), key=lambda one: one.due, default=None)

    def count(self, severity: Severity) -> int:
        """Findings of that severity that no waiver answers."""
        return sum(1 for finding in self.findings if finding.severity == severity and not finding.waived)
