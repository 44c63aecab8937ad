"""Runs the walk and the rules over one report and gives each finding its words, its line and its waiver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from reviewkit.checking.deadlines import deadlines
from reviewkit.checking.holding import is_on_hold
from reviewkit.checking.nearest import is_field_name, without_text
from reviewkit.checking.phrasing import judge_phrases
from reviewkit.checking.places import place_of, position_of
from reviewkit.checking.raising import Raised
from reviewkit.checking.waiving import apply_waivers
from reviewkit.checking.walking import Walk
from reviewkit.contracts import Catalogue, Context, Rule
from reviewkit.findings import CheckedReport, Finding
from reviewkit.language.passages import Prose
from reviewkit.loading.phrases import load_phrase_lists
from reviewkit.report import Path, Report, pointer


def check(
    report: Report,
    catalogue: Catalogue,
    today: date,
    chosen: Callable[[str], bool] = lambda _: True,
    *,
    phrases: bool = True,
) -> CheckedReport:
    """Everything there is to say about one report; `chosen` says which codes may speak, `phrases` whether phrase lists do."""
    walk = Walk(report)
    walk.run()
    prose = Prose(report, load_phrase_lists)
    context = Context(report, today, prose, cache(lambda: catalogue.detect(report, prose)))
    said = judge_phrases(prose) if phrases else ()
    raised = [*walk.raised, *said, *_looked(catalogue.rules, context)]
    voiced = _Voice(report, catalogue)
    held = is_on_hold(report, today)
    findings = [
        voiced.finding(item)
        for item in _once(raised)
        if chosen(item.code) and not (held and catalogue.words_of(item.code).waits_for_hold)
    ]
    findings, faults = apply_waivers(report, findings, catalogue.words_of, today, chosen)
    findings += [voiced.finding(fault) for fault in faults if chosen(fault.code)]
    # The sort is stable: what stands at one place stays in the order of the template.
    findings.sort(key=lambda finding: (finding.file != report.file, finding.line, finding.column))
    return CheckedReport(
        file=report.file,
        template=report.template.name,
        edition=report.edition,
        status=_status(report),
        title=report.template.title,
        findings=tuple(findings),
        progress=tuple(walk.progress),
        deadlines=deadlines(report, today),
        source_lines={
            report.file: report.source_lines,
            report.register_file: report.register_lines or report.source_lines,
        },
    )


def _status(report: Report) -> str:
    """The status by which findings are shown: one that nobody knows, such as Draft, is a slip in a draft."""
    known = report.template.codelists["review-status"].values
    return report.status if report.status in known else "draft"


def _looked(rules: Iterable[Rule], context: Context) -> Iterator[Raised]:
    for rule in rules:
        for hit in rule.look(context):
            yield Raised(
                rule.code, hit.path, hit.severity, message=hit.message, fix=hit.fix, evidence=hit.evidence,
                source=hit.source,
            )  # fmt: skip


def _once(raised: Iterable[Raised]) -> Iterator[Raised]:
    """One gap, one finding: the walk speaks before a rule that says the same of the same place."""
    seen: set[tuple[str, object, str]] = set()
    for item in raised:
        key = (item.code, item.path, item.label or item.message or item.evidence)
        if key not in seen:
            seen.add(key)
            yield item


class _Voice:
    """Gives what was raised its words and its place."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        self._report = report
        self._catalogue = catalogue

    def finding(self, item: Raised) -> Finding:
        words = self._catalogue.words_of(item.code)
        named = self._named(item)
        place = place_of(self._report, item.path)
        item_name = place.rpartition(" › ")[2]
        file, position = position_of(self._report, item.path, at_key=item.at_key)
        template = item.message or words.finding
        return Finding(
            code=item.code,
            name=words.name,
            severity=item.severity or words.severity,
            message=template.replace("{label}", item.label or item_name).replace("{place}", item_name),
            fix=item.fix or words.fix.replace("{label}", item.label or item_name),
            source=self._catalogue.cite(item.source or words.source),
            path=pointer(named),
            file=file,
            line=position.line,
            column=position.column,
            end_line=position.end_line,
            end_column=position.end_column,
            section=str(named[0]) if named else "",
            place=place,
            label=item.label,
            to_do=bool(item.label) and (words.to_do or item.whole_section),
            evidence=item.evidence,
            why=words.why,
        )

    def _named(self, item: Raised) -> Path:
        """The path without report text: a text that stands where a key belongs stays out of it."""
        if item.at_key and isinstance(item.path[-1], str) and not is_field_name(item.path[-1]):
            return without_text(item.path[:-1])
        return without_text(item.path)
