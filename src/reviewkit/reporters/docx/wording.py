"""What a comment says, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewkit.composing.wording import day
from reviewkit.document import Run, Runs
from reviewkit.findings import Finding, Waiver
from reviewkit.reporters._words import OWN, code_pieces

_LONGEST = 300  # characters: a comment shows which words are meant, not all of them
_ANSWER = "answer “"


def on_finding(finding: Finding) -> tuple[Runs, ...]:
    """One finding: who answers for it, what it is, where, what it says and what to write instead, why, who asks for it."""
    return tuple(runs for runs in _parts(finding) if any(run.text for run in runs))


def on_missing(findings: Sequence[Finding]) -> tuple[Runs, ...]:
    """All that a section still lacks: a line for each item, then what is to be said of particular fields."""
    required = sum(finding.severity == "error" for finding in findings)
    head = ", ".join(_counted(required, len(findings) - required))
    sources = dict.fromkeys(part for finding in findings for part in finding.source.split("; ") if part != OWN)
    codes = dict.fromkeys(f"{finding.code} {finding.name}" for finding in findings)
    return (
        (Run(f"Still to write in this section: {head}", bold=True),),
        *_items(findings),
        *_advice(findings),
        *((_labelled("Source", "; ".join(sources)),) if sources else ()),
        (Run(", ".join(codes)),),
    )


def waived(waiver: Waiver) -> str:
    """Who answers for a finding, why, and for how long."""
    days = [day(waiver.on), f"until {day(waiver.expires)}" if waiver.expires else ""]
    when = ", ".join(filter(None, days))
    return f"{waiver.by}: {waiver.reason}" + (f" ({when})" if when else "")


def shortened(text: str) -> str:
    """The text on one line, cut after a word where it is long."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return " ".join(text.split())


def with_code(text: str) -> Runs:
    """The text with what stands between backticks as code."""
    return tuple(Run(piece, code=is_code) for piece, is_code in code_pieces(text))


def _parts(finding: Finding) -> Iterator[Runs]:
    if finding.waived:
        yield (Run("Waived by ", bold=True), Run(waived(finding.waived)))
    yield (Run(f"{finding.severity.title()} · {finding.code} {finding.name}", bold=True),)
    yield (Run(finding.place, italic=True),)
    yield with_code(finding.message)
    if finding.evidence.strip():
        yield (Run(f"“{shortened(finding.evidence)}”"),)
    yield _labelled("What to do", finding.fix)
    yield _labelled("Why", finding.why)
    yield _labelled("Source", "" if finding.source == OWN else finding.source)


def _items(findings: Iterable[Finding]) -> Iterator[Runs]:
    """What is missing, by the item it is missing from; recommended parts carry a star."""
    by_item: dict[str, list[str]] = {}
    for finding in findings:
        item = finding.place.partition(" › ")[2].removesuffix(finding.label).removesuffix(" › ")
        label = finding.label + ("" if finding.severity == "error" else "*")
        by_item.setdefault(item, []).append(label)
    for item, labels in by_item.items():
        yield (*((Run(f"{item}: ", bold=True),) if item else ()), Run(", ".join(labels)))


def _advice(findings: Iterable[Finding]) -> Iterator[Runs]:
    """What is to be said of particular fields; that a field wants an answer is plain without it."""
    by_fix: dict[str, dict[str, None]] = {}
    for finding in findings:
        if not finding.fix.startswith(_ANSWER):
            by_fix.setdefault(finding.fix, {})[finding.label] = None
    return (_labelled(", ".join(labels), fix) for fix, labels in by_fix.items())


def _counted(required: int, recommended: int) -> Iterator[str]:
    if required:
        yield f"{required} required"
    if recommended:
        yield f"{recommended} recommended (*)"


def _labelled(label: str, text: str) -> Runs:
    return (Run(f"{label}: ", bold=True), *with_code(text)) if text else ()
