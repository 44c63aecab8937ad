"""What the walk over a report hands on: a code and a place, before it has words and a line."""

from __future__ import annotations

from reviewkit.findings import Severity
from reviewkit.report import Path
from reviewkit.tuples import NamedTuple


class Raised(NamedTuple):
    """A code raised at a path. Without `message` or `fix` the code's own words are used, with `label` filled in.

    `source` are keys of `sources.yaml` that stand for the code's own.
    `whole_section` marks a section of which nothing is written yet; `at_key` one whose key is the matter, not its value.
    """

    code: str
    path: Path
    severity: Severity | None = None
    label: str = ""
    message: str = ""
    fix: str = ""
    evidence: str = ""
    source: tuple[str, ...] = ()
    whole_section: bool = False
    at_key: bool = False
