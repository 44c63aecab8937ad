"""The proof: the finished bytes opened as a stranger would, and searched in every part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.anonymising.evidence import Search, evidence, search_for
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.withheld import withheld_of
from reviewkit.inspecting import Part, read_parts
from reviewkit.report import PublishedReport, Report


def prove(data: bytes, suffix: str, report: Report, published: PublishedReport, file_name: str) -> tuple[str, ...]:
    """Reasons why the file may not be published; none means that nothing was found and everything was read.

    A reason names the part, the kind and the number of the entry in the register, never the text. Questions that the
    composed document left open are reasons too. Raises `InputError` if the file is broken.
    """
    prepared = prepare(report)
    withheld = withheld_of(report, prepared.lexicon, prepared.dates.born, prepared.dates.kept)
    search = search_for(prepared, withheld)
    parts = (*read_parts(data, suffix), Part("file name", "", file_name, "name"))
    return (*published.questions(), *_counted((part, found) for part in parts for found in _found(part, search)))


def _found(part: Part, search: Search) -> Iterator[str]:
    if part.kind == "unread":
        yield "can't be read, so nobody can say what it holds"
    else:
        yield from dict.fromkeys(evidence(part, search))


def _counted(findings: Iterable[tuple[Part, str]]) -> Iterator[str]:
    places: dict[tuple[str, str], list[str]] = {}
    for part, found in findings:
        places.setdefault((part.part, found), []).append(part.place)
    for (part_name, found), where in places.items():
        first = f", {where[0]}" if where[0] else ""
        more = f" ({len(where)} places)" if len(where) > 1 else ""
        yield f"{part_name}{first}: {found}{more}"
