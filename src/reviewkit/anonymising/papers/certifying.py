"""The papers of a publication: a certificate that may travel, a confidential record, and the key that ties them.

A plain hash of a small register can be guessed in a second, so report and register are told by an HMAC whose random key
stays with the publishing officer.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reviewkit import __version__, resources
from reviewkit.anonymising.analysing import Analysis, analyse
from reviewkit.anonymising.decisions.deciding import read_decisions
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.names.labels import KEEP
from reviewkit.anonymising.papers.versions import version_of
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.contracts import Detector
from reviewkit.publication import ProvedFile
from reviewkit.report import Report

KEY_BYTES = 32
VERDICT = "prepared for publication; a person must still read it"
CONFIDENTIAL = "CONFIDENTIAL: not for publication; keep it with the report"
_RULE_ROOMS = ("anonymising", "detectors", "inspecting", "language")
_FINGERPRINTS = {
    "report": "HMAC-SHA256, by this key, of the report's lines without their ends, joined by line feeds, in UTF-8",
    "register": "HMAC-SHA256, by this key, of the register as JSON with sorted keys and no blanks, in UTF-8",
}


def hash_of(proved: ProvedFile) -> str:
    """The SHA-256 of the finished file."""
    return hashlib.sha256(proved.data).hexdigest()


def certificate(proved: ProvedFile, report: Report, on: date, key: bytes = b"") -> str:
    """What may travel with the file, as JSON: no name, no count, nothing that can be guessed back.

    Fingerprints are given only with the key, of `KEY_BYTES` random bytes, that makes them.
    """
    written: dict[str, Any] = {
        "format": 1,
        "kind": "certificate",
        "verdict": VERDICT,
        "on": on.isoformat(),
        "output": {"sha256": hash_of(proved), "suffix": proved.suffix},
        "reviewkit": __version__,
        "template": report.template.name,
        "edition": report.edition,
        "rule_set": rule_set(),
    }
    if key:
        written["fingerprints"] = fingerprints(report, key)
    return _json(written)


def record(proved: ProvedFile, report: Report, on: date, because: str = "", detectors: Sequence[Detector] = ()) -> str:
    """What was done, for those who hold the report: counts by kind and the decisions taken, as JSON. Confidential."""
    counts = _Counts(report, prepare(report, detectors))
    return _json({
        "format": 1,
        "kind": "record",
        "marking": CONFIDENTIAL,
        "on": on.isoformat(),
        "output": {"sha256": hash_of(proved), "file_name": os.path.basename(proved.file_name)},
        "date_precision": version_of(report).precision,
        "because": because,
        "replaced": dict(counts.replaced),
        "made_coarser_in_prose": counts.coarser,
        "fields_withheld": _withheld(report),
        "decisions": list(_decisions(report, counts.decided)),
        "questions_answered": len(counts.decided),
    })  # fmt: skip


def key_file(report: Report, key: bytes) -> str:
    """The key, what it makes, and who is behind each published name, as JSON. Confidential."""
    behind: dict[str, list[str]] = {}
    kept: list[str] = []
    for place, label in version_of(report).labels.items():
        (kept if label == KEEP else behind.setdefault(label, [])).append(place)
    return _json({
        "format": 1,
        "kind": "key",
        "marking": CONFIDENTIAL,
        "key": key.hex(),
        "fingerprints": _FINGERPRINTS,
        "published_names": behind,
        "published_by_their_own_name": kept,
    })  # fmt: skip


def fingerprints(report: Report, key: bytes) -> dict[str, str]:
    """Report and register as HMACs, in hexadecimal."""
    register = json.dumps(report.at("register"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    texts = {"report": "\n".join(report.source_lines), "register": register}
    return {name: hmac.new(key, text.encode(), hashlib.sha256).hexdigest() for name, text in texts.items()}


def rule_set() -> str:
    """A hash of everything that decides what is replaced, asked and searched for: it changes when any of it does."""
    digest = hashlib.sha256()
    for name, path in sorted(_rule_files()):
        with open(path, "rb") as file:
            digest.update(f"{name}\0{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _rule_files() -> Iterator[tuple[str, str]]:
    """Files by their names from the package's and the data's folder on."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = {room: os.path.join(package, room) for room in _RULE_ROOMS}
    folders["schemas"] = str(resources.folder("schemas"))
    for room, folder in folders.items():
        for place, _, names in os.walk(folder):
            for name in names:
                if name.endswith((".py", ".yaml")):
                    path = os.path.join(place, name)
                    yield f"{room}/{os.path.relpath(path, folder).replace(os.sep, '/')}", path


class _Counts:
    """What is done to the texts that are published, counted by kind."""

    def __init__(self, report: Report, prepared: Preparation) -> None:
        self.replaced: Counter[str] = Counter()
        self.decided: Counter[int] = Counter()
        self.coarser = 0
        for text in _published_texts(report):
            self._count(analyse(text, prepared), prepared)

    def _count(self, analysis: Analysis, prepared: Preparation) -> None:
        self.decided.update(one.decision.number for one in analysis.decided)
        spans = [analysis.reading.folded.span(one.start, one.end) for one in analysis.decided]
        for mention in analysis.mentions:
            entity = min(mention.entities)
            if entity >= 0 and not mention.is_kept:
                self.replaced[prepared.entities[entity].sort] += 1
            start, end = analysis.reading.starts[mention.first], analysis.reading.ends[mention.last - 1]
            spans.append(analysis.reading.folded.span(start, end))
        self.coarser += sum(
            all(edit.end <= start or edit.start >= end for start, end in spans) for edit in analysis.edits
        )


def _published_texts(report: Report) -> Iterator[str]:
    for answer in answers(report):
        if answer.field.publish == "replace-names":
            yield from answer.texts


def _withheld(report: Report) -> int:
    return sum(answer.field.publish in ("withhold", "") for answer in answers(report))


def _decisions(report: Report, used: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    for one in read_decisions(report)[0]:
        yield {
            "number": one.number,
            "text": one.text,
            "action": one.action,
            "replace_with": one.replace_with,
            "where": list(one.where),
            "reason": one.reason,
            "by": one.by,
            "places": used.get(one.number, 0),
        }


def _json(written: Mapping[str, Any]) -> str:
    return json.dumps(written, indent=1, ensure_ascii=False) + "\n"
