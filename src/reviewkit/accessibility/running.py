"""Runs the rules over a Word file and gathers what they find: one finding a message, however many places it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule
from reviewkit.findings import SEVERITIES, CheckedReport, Finding

KIND = "word-file"
_MOST_PLACES = 5


def check_word_file(
    word_file: WordFile, name: str, rules: Iterable[AccessRule], cite: Callable[[tuple[str, ...]], str]
) -> CheckedReport:
    """All findings, the gravest first; `cite` prints the keys of sources."""
    findings = [finding for rule in rules for finding in _findings(rule, word_file, name, cite)]
    findings.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.code))
    return CheckedReport(name, KIND, "", "", tuple(findings), (), title="Word file")


def _findings(
    rule: AccessRule, word_file: WordFile, name: str, cite: Callable[[tuple[str, ...]], str]
) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str], list[AccessHit]] = {}
    for hit in rule.look(word_file):
        groups.setdefault((hit.message, hit.fix, hit.severity or rule.severity), []).append(hit)
    for hits in groups.values():
        first = hits[0]
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=first.severity or rule.severity,
            message=_message(first.message or rule.finding, rule, hits),
            fix=first.fix or rule.fix,
            source=cite(rule.source),
            path=first.path,
            file=name,
            line=1,
            column=1,
            end_line=1,
            end_column=1,
            section="",
            place=first.place if len(hits) == 1 else f"{first.place} and {len(hits) - 1} more",
            evidence=first.evidence,
            why=rule.why,
        )


def _message(sentence: str, rule: AccessRule, hits: list[AccessHit]) -> str:
    """The sentence with its place, or with how many there are and where the first of them stand."""
    if len(hits) == 1:
        said = sentence.format(place=hits[0].place)
        return said[:1].upper() + said[1:]
    places = [hit.place for hit in hits[:_MOST_PLACES]]
    more = f"; and {len(hits) - len(places)} more" if len(hits) > len(places) else ""
    return f"{sentence.format(place=f'{len(hits)} {rule.things}')} At {'; '.join(places)}{more}."
