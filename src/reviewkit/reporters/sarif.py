"""Findings as SARIF 2.1.0, for dashboards and editors that show results of many tools.

Messages hold ids and kinds; report text (evidence, the excerpt, the reason of a waiver) travels only with `--show-text`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewkit.contracts import AccessRule, Reporter, ReportOptions, Words
from reviewkit.findings import CheckedReport, Finding, Waiver
from reviewkit.reporters._words import answer

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "reviewkitFinding/v1"
_STDIN = "-"


def report(checked: Sequence[CheckedReport], options: ReportOptions) -> str:
    """One run for all reports, as one JSON document."""
    findings = [finding for one in checked for finding in one.findings]
    by_code = {finding.code: finding for finding in sorted(findings, key=lambda finding: finding.code)}
    uris = _uris(dict.fromkeys([one.file for one in checked] + [finding.file for finding in findings]))
    run = {
        "tool": {"driver": _driver([_rule(finding) for finding in by_code.values()], options)},
        "language": "en-GB",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checked, uris)],
        "artifacts": [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in dict.fromkeys(uris.values())],
        "results": _results(checked, list(by_code), uris, options),
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _driver(rules: list[dict[str, Any]], options: ReportOptions) -> dict[str, Any]:
    version = {"version": options.version} if options.version else {}
    return {"name": "reviewkit", **version, "rules": rules}


def _rule(finding: Finding) -> dict[str, Any]:
    """What the finding's code says whatever the report: its file's first sentence, why, what to do."""
    words, sentence = _words(finding)
    fix = words.fix.replace("“{label}”", "…")
    return {
        "id": words.code,
        "name": words.name,
        "shortDescription": _text(sentence or words.name),
        "fullDescription": _text(words.why),
        "help": _text(
            f"What to do: {fix}. `reviewkit explain {words.code}` shows an example and says who asks for it."
        ),
        "defaultConfiguration": {"level": words.severity},
    }


def _words(finding: Finding) -> tuple[Words | AccessRule, str]:
    """The words of the code and its sentence. The file's name is the code and the name: no list is needed."""
    from importlib import import_module
    from importlib.util import find_spec

    stem = f"{finding.code.lower()}_{finding.name.replace('-', '_')}"
    room = next(room for room in ("rules", "demands", "accessibility") if find_spec(f"reviewkit.{room}.{stem}"))
    module = import_module(f"reviewkit.{room}.{stem}")
    words: Words | AccessRule = module.DEMAND if room == "demands" else module.RULE
    return words, (module.__doc__ or "").partition("\n")[0]


def _invocation(checked: Iterable[CheckedReport], uris: Mapping[str, str]) -> dict[str, Any]:
    unread = [finding for one in checked if not one.readable for finding in one.findings]
    notifications = [
        {
            "level": "error",
            "message": _text(finding.message),
            "associatedRule": {"id": finding.code},
            "locations": [_location(finding, uris[finding.file])],
        }
        for finding in unread
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notifications}


def _results(
    checked: Iterable[CheckedReport], codes: list[str], uris: Mapping[str, str], options: ReportOptions
) -> list[dict[str, Any]]:
    results = []
    for one in checked:
        seen: dict[str, int] = {}
        for finding in one.findings:
            same = _identity(finding)
            seen[same] = seen.get(same, 0) + 1
            lines = one.source_lines.get(finding.file, ()) if options.show_text else ()
            results.append({
                "ruleId": finding.code,
                "ruleIndex": codes.index(finding.code),
                "level": finding.severity,
                "message": _text(f"{finding.message} {_advice(finding.fix)}"),
                "locations": [_location(finding, uris[finding.file], lines)],
                "partialFingerprints": {_FINGERPRINT: _fingerprint(f"{same}\n{seen[same]}")},
                # SARIF asks for this in all results of a run or in none; empty means that nobody answers for it.
                "suppressions": [_suppression(finding.waived, options)] if finding.waived else [],
                "properties": _properties(finding, options),
            })  # fmt: skip
    return results


def _location(finding: Finding, uri: str, lines: Sequence[str] = ()) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    excerpt = _excerpt(finding, lines)
    if excerpt:
        region["snippet"] = {"text": excerpt}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
    if finding.path:
        name = finding.path.rpartition("/")[2]
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": finding.path, "kind": "property"}]
    if finding.place:
        location["message"] = _text(finding.place)
    return location


def _excerpt(finding: Finding, lines: Sequence[str]) -> str:
    """What stands in the region, as it is written."""
    taken = list(lines[finding.line - 1 : finding.end_line])
    if len(taken) == finding.end_line - finding.line + 1:
        taken[-1] = taken[-1][: finding.end_column - 1]
    return "\n".join([taken[0][finding.column - 1 :], *taken[1:]]) if taken else ""


def _identity(finding: Finding) -> str:
    """The same finding after other lines and items were added: ids and names of fields, nothing of the text."""
    step = finding.path.rpartition("/")[2]
    return "\n".join((finding.code, finding.section, finding.place, "" if step.isdigit() else step))


def _fingerprint(identity: str) -> str:
    from hashlib import sha256

    return sha256(identity.encode("utf-8", "replace")).hexdigest()


def _suppression(waiver: Waiver, options: ReportOptions) -> dict[str, Any]:
    # A waiver stands in the report itself.
    suppression: dict[str, Any] = {"kind": "inSource", "status": "accepted"}
    if options.show_text:
        suppression["justification"] = answer(waiver)
    return suppression


def _properties(finding: Finding, options: ReportOptions) -> dict[str, Any]:
    properties = {"section": finding.section, "fix": finding.fix, "source": finding.source}
    if options.show_text:
        properties["evidence"] = finding.evidence
    return properties


def _advice(fix: str) -> str:
    return f"What to do: {fix}{'' if fix.endswith(('?', '!', '.')) else '.'}"


def _text(text: str) -> dict[str, str]:
    """A message of SARIF, in which single braces would be places to fill in."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _uris(files: Iterable[str]) -> dict[str, str]:
    """Each file relative to the working folder, or to the folder that holds them all: never a path of the machine."""
    from urllib.parse import quote

    paths = {file: file if file == _STDIN else os.path.abspath(file) for file in files}
    root = _root([path for path in paths.values() if path != _STDIN])
    return {file: quote(os.fsencode(_relative(path, root).replace(os.sep, "/"))) for file, path in paths.items()}


def _root(paths: Sequence[str]) -> str:
    """The working folder if it holds them all, else the deepest folder that does, or "" on several drives."""
    here = os.getcwd()
    folders = [os.path.dirname(path) for path in paths]
    try:
        return here if os.path.commonpath([here, *folders]) == here else os.path.commonpath(folders)
    except ValueError:
        return ""


def _relative(path: str, root: str) -> str:
    if path == _STDIN:
        return path
    return os.path.relpath(path, root) if root else os.path.basename(path)


REPORTER = Reporter(name="sarif", report=report)
