"""The proof: the finished bytes opened as a stranger would, and searched in every part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewkit.anonymising.preparing import Preparation, as_published, prepare
from reviewkit.anonymising.proof.clues import Clue, words_around
from reviewkit.anonymising.proof.constants import MACHINE_NUMBERS, TIMESTAMPS
from reviewkit.anonymising.proof.evidence import FILE_NAME, Search, evidence, search_for
from reviewkit.anonymising.proof.labelling import with_labels_for_all
from reviewkit.anonymising.proof.markings import is_on_every_page
from reviewkit.contracts import Detector
from reviewkit.errors import LeakError
from reviewkit.inspecting import Part, read_parts
from reviewkit.inspecting.hidden import with_hidden
from reviewkit.publication import Inspected, PublishedReport, Trace
from reviewkit.report import Report

UNREAD = "unread"
_UNREAD = "can't be read, so nobody can say what it holds"


def prove(  # noqa: PLR0913, PLR0917  a file, its name, and all that it is proved against
    data: bytes,
    suffix: str,
    report: Report,
    published: PublishedReport,
    file_name: str,
    detectors: Sequence[Detector] = (),
) -> tuple[str, ...]:
    """Reasons why the file may not be published; none means that nothing was found and everything was read.

    A reason names the part, the kind and the number of the entry in the register, never the text. Questions that the
    composed document left open are reasons too. Raises `InputError` if the file is broken.
    """
    if questions := published.questions():
        return tuple(question.told for question in questions)
    prepared = as_published(prepare(report, detectors), published.kept())
    return prove_parts(read_parts(data, suffix, file_name), file_name, report, prepared)


def prove_parts(parts: Iterable[Part], file_name: str, report: Report, prepared: Preparation) -> tuple[str, ...]:
    """The same of a file that has been opened."""
    return reasons_of(traces(_named(parts, file_name), search_for(report, prepared)))


def inspect(data: bytes, suffix: str, report: Report, file_name: str, detectors: Sequence[Detector] = ()) -> Inspected:
    """What identifies in any finished file. Raises `InputError` if the file is broken."""
    report = with_labels_for_all(report)
    parts = tuple(_named(read_parts(data, suffix, file_name), file_name))
    found = tuple(traces(parts, search_for(report, _as_finished(report, prepare(report, detectors)))))
    readable = {part.part for part in parts if part.kind != UNREAD and part.part != FILE_NAME}
    return Inspected(found, len(readable), sum(part.kind == UNREAD for part in parts))


def traces(parts: Iterable[Part], search: Search) -> Iterator[Trace]:
    """Everything that identifies, in the order of the parts, a trace for each kind of thing in one place.

    `times` is how often it stands in that place.
    """
    # Labels and table cells repeat: what was said of a text once is said of it again.
    known: dict[tuple[str, str, object], list[Trace]] = {}
    before: frozenset[tuple[str, str]] = frozenset()
    for part in parts:
        key = (part.kind, part.text, _setting(part) if part.kind != UNREAD else part.place)
        if key not in known:
            known[key] = list(_of_part(part, search))
        found = known[key]
        if part.again:
            found = [trace for trace in found if (trace.kind, trace.said) not in before]
        else:
            before = frozenset()
        if found:
            before |= {(trace.kind, trace.said) for trace in found}
            yield from (trace._replace(part=part.part, place=part.place) for trace in found)


def reasons_of(found: Iterable[Trace]) -> tuple[str, ...]:
    """The traces as lines for a person, what is the same in one part together; no report text."""
    places: dict[tuple[str, str], tuple[str, list[int]]] = {}
    for trace in found:
        places.setdefault((trace.part, trace.said), (trace.place, []))[1].append(trace.times)
    return tuple(_reason(part, said, place, sum(times)) for (part, said), (place, times) in places.items())


def _reason(part: str, said: str, place: str, times: int) -> str:
    first = f", {place}" if place else ""
    return f"{part}{first}: {said}{f' ({times} places)' if times > 1 else ''}"


def _named(parts: Iterable[Part], file_name: str) -> Iterator[Part]:
    """The parts with the file's own name, which is one of them."""
    yield from parts
    if file_name:
        yield from with_hidden(FILE_NAME, "", file_name, "name")


def _setting(part: Part) -> tuple[bool, ...]:
    """What else than its text decides what a part gives away."""
    return (
        part.place in TIMESTAMPS,
        part.part == FILE_NAME,
        part.kind == "attribute" and part.place.removeprefix("attribute ") in MACHINE_NUMBERS,
        is_on_every_page(part),
    )


def _of_part(part: Part, search: Search) -> Iterator[Trace]:
    if part.kind == UNREAD:
        yield Trace(part.part, part.place, UNREAD, _UNREAD)
        return
    counted: dict[tuple[str, str], list[Clue]] = {}
    for clue in evidence(part, search):
        counted.setdefault((clue.kind, clue.said), []).append(clue)
    for (kind, said), clues in counted.items():
        yield Trace(part.part, part.place, kind, said, words_around(part.text, clues[0]), len(clues))


def _as_finished(report: Report, prepared: Preparation) -> Preparation:
    """The preparation for a version that may be published: words are kept in the sentences as they read there."""
    from reviewkit.anonymising.publishing import publish

    kept = [one for some in prepared.decisions.by_text.values() for one in some if one.action == "keep"]
    if not any(one.where for one in kept):
        return prepared
    try:
        published = publish(report)
    except LeakError:
        return prepared
    for sentence in {sentence for one in kept for sentence in one.where}:
        published.rewrite((sentence,))
    rewritten = {one.number: one.where for one in published.kept()}
    return as_published(
        prepared,
        [one._replace(where=(*one.where, *rewritten.get(one.number, ()))) if one.where else one for one in kept],
    )
