"""What one text of a finished file gives away, all searches together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter

from reviewkit.anonymising.detecting import Phrases, index_names
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.anonymising.proof.clues import Clue
from reviewkit.anonymising.proof.constants import TIMESTAMPS
from reviewkit.anonymising.proof.encoded import Disguises, disguises_of, encoded, spelt_out
from reviewkit.anonymising.proof.markings import markings
from reviewkit.anonymising.proof.markup import in_markup
from reviewkit.anonymising.proof.prose import in_prose
from reviewkit.anonymising.proof.withheld import Withheld, withheld_of
from reviewkit.anonymising.proof.withheld_texts import find_withheld
from reviewkit.inspecting import Part
from reviewkit.language.reading import read
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

FILE_NAME = "file name"
_GAP = "\n\n"


class Search(NamedTuple):
    """What is looked for, worked out once."""

    prepared: Preparation
    withheld: Withheld
    disguises: Disguises


def search_for(report: Report, prepared: Preparation | None = None) -> Search:
    """The search for one report."""
    prepared = _with_labels(report, prepared or prepare(report))
    withheld = withheld_of(report, prepared.lexicon, prepared.dates.born, prepared.dates.kept)
    return Search(prepared, withheld, disguises_of(prepared))


def _with_labels(report: Report, prepared: Preparation) -> Preparation:
    """The words of the template's code lists account for themselves, wherever they stand in a line."""
    labels = tuple(code.label for some in report.template.codelists.values() for code in some.values.values())
    heads = dict(_indexed(labels).heads)
    for head, names in prepared.published_names.heads.items():
        heads[head] = tuple(sorted({*names, *heads.get(head, ())}, key=len, reverse=True))
    return prepared._replace(published_names=Phrases(heads))


@lru_cache(maxsize=4)
def _indexed(labels: tuple[str, ...]) -> Phrases:
    return index_names(labels)


def evidence(part: Part, search: Search) -> list[Clue]:
    """Each thing found in the part, described without any of its text; what two searches find counts once."""
    if part.kind == "prose" and part.place not in TIMESTAMPS:
        number = _number().match(part.text)
        skipped = number.end() if number else 0
        passage = read(_untabbed(part.text[skipped:]))
        searched: Iterable[Clue] = in_prose(passage, search.prepared)
    else:
        skipped = 0
        passage = read(_untabbed(part.text))
        strict = part.part == FILE_NAME
        searched = in_markup(passage, search.prepared, search.withheld, part.place, strict=strict)
    others = (*find_withheld(passage, search.withheld), *spelt_out(passage, search.disguises))
    # What the report itself knows comes first: a detector can only say what its words look like.
    placed = [_placed(clue, part.text, skipped) for clue in (*others, *searched)]
    return list(_told_once((*placed, *markings(part), *_decoded(part, search))))


def _untabbed(text: str) -> str:
    """A tab parts a label from its value, as an empty line does."""
    return text.replace("\t", _GAP) if "\t" in text else text


def _placed(clue: Clue, text: str, skipped: int) -> Clue:
    """The clue with the places of the text as it stands in the file."""
    if clue.start < 0 or not (skipped or "\t" in text):
        return clue
    tabs = [place + number * (len(_GAP) - 1) for number, place in enumerate(_tabs(text, skipped))]
    start, end = (place - (len(_GAP) - 1) * bisect_left(tabs, place) + skipped for place in (clue.start, clue.end))
    return clue._replace(start=start, end=end)


def _tabs(text: str, skipped: int) -> list[int]:
    return [place - skipped for place, letter in enumerate(text) if letter == "\t" and place >= skipped]


def _told_once(clues: Iterable[Clue]) -> Iterator[Clue]:
    """The clues without those of whose words a search that knows more has spoken."""
    told: set[Clue] = set()
    widest: list[tuple[int, int]] = []  # none within another, so that starts and ends both rise
    for clue in clues:
        right = bisect_right(widest, clue.start, key=_first)
        within = clue.start >= 0 and right > 0 and widest[right - 1][1] >= clue.end
        if clue in told or (within and clue.kind not in ("name", "marking")):
            continue
        told.add(clue)
        if clue.start >= 0 and not within:
            left = bisect_left(widest, clue.start, key=_first)
            last = bisect_right(widest, clue.end, key=_second)
            widest[left : max(left, last)] = [(clue.start, clue.end)]
        yield clue


_first, _second = itemgetter(0), itemgetter(1)


def _decoded(part: Part, search: Search) -> Iterator[Clue]:
    """What stands in the text in a code, read as markup would be."""
    for how, plain, start, end in encoded(part.text):
        passage = read(plain)
        inner = in_markup(passage, search.prepared, search.withheld, part.place, strict=False)
        found = next((clue for clue in (*find_withheld(passage, search.withheld), *inner)), None)
        if found:
            yield Clue("encoded", f"{found.said}, {how}", start, end)


@cache
def _number() -> re.Pattern[str]:
    """A paragraph's number, which is no text: `1.1 May came` names no day, and `1.1 Young people` opens a sentence."""
    return re.compile(r"\s*\d{1,3}\.\d{1,3}\s+(?=[^\W\d_])")
