"""Why the gaps of a draft are asked about: once for each code, since they are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewkit.findings import Finding
from reviewkit.reporters.html.wording import who_says_so
from reviewkit.tuples import NamedTuple

_MOST_PLACES = 4


class Reason(NamedTuple):
    """Why the fields of one code are asked; `fixes` say what to write, with … for the name of the field.

    `places` are those where they are missing, or their number where there are many.
    """

    code: str
    name: str
    places: tuple[str, ...]
    fixes: tuple[str, ...]
    why: str
    says_so: str


def reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """One for each code and source, in the order of the codes."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.name, finding.why, finding.source), []).append(finding)
    return tuple(
        Reason(
            code=code,
            name=name,
            places=_places(group),
            fixes=tuple(dict.fromkeys(of_any_field(finding) for finding in group)),
            why=why,
            says_so=who_says_so(source),
        )
        for (code, name, why, source), group in sorted(groups.items())
    )


def of_any_field(finding: Finding) -> str:
    """What to write, without the name of the field."""
    return finding.fix.replace(f"“{finding.label}”", "“…”") if finding.label else finding.fix


def _places(findings: Sequence[Finding]) -> tuple[str, ...]:
    places = tuple(dict.fromkeys(finding.place for finding in findings))
    return places if len(places) <= _MOST_PLACES else (f"{len(findings)} places",)
