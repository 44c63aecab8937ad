"""The proof: the finished bytes opened as a stranger would, and searched in every part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.anonymising.constants import TIMESTAMPS
from reviewkit.anonymising.evidence import FILE_NAME, Search, evidence, search_for
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.withheld import withheld_of
from reviewkit.inspecting import Part, read_parts
from reviewkit.report import PublishedReport, Report

_UNREAD = "can't be read, so nobody can say what it holds"


def prove(data: bytes, suffix: str, report: Report, published: PublishedReport, file_name: str) -> tuple[str, ...]:
    """Reasons why the file may not be published; none means that nothing was found and everything was read.

    A reason names the part, the kind and the number of the entry in the register, never the text. Questions that the
    composed document left open are reasons too. Raises `InputError` if the file is broken.
    """
    if questions := published.questions():
        return questions
    prepared = prepare(report)
    withheld = withheld_of(report, prepared.lexicon, prepared.dates.born, prepared.dates.kept)
    search = search_for(prepared, withheld)
    parts = (*read_parts(data, suffix), Part(FILE_NAME, "", file_name, "name"))
    return tuple(_counted(_findings(parts, search)))


def _findings(parts: Iterable[Part], search: Search) -> Iterator[tuple[Part, str]]:
    # Labels and table cells repeat: what was said of a text once is said of it again.
    known: dict[tuple[str, str, bool], tuple[str, ...]] = {}
    for part in parts:
        key = (part.kind, part.text, part.place in TIMESTAMPS or part.part == FILE_NAME)
        if key not in known:
            known[key] = tuple(dict.fromkeys(evidence(part, search))) if part.kind != "unread" else (_UNREAD,)
        yield from ((part, found) for found in known[key])


def _counted(findings: Iterable[tuple[Part, str]]) -> Iterator[str]:
    places: dict[tuple[str, str], list[str]] = {}
    for part, found in findings:
        places.setdefault((part.part, found), []).append(part.place)
    for (part_name, found), where in places.items():
        first = f", {where[0]}" if where[0] else ""
        more = f" ({len(where)} places)" if len(where) > 1 else ""
        yield f"{part_name}{first}: {found}{more}"
