"""Entity recall as Pilán et al. (2022) define it, on cases with annotated mentions.

- A mention is covered if each of its words lies whole in flagged stretches; titles and small words (the, of, and) may be
  left over.
- An entity counts as found only if all its mentions are covered. It is DIRECT if one of its mentions is, else QUASI if
  one is; NO_MASK entities count neither way.
- A flag is one stretch of text that is flagged without a break. It is false if it overlaps no DIRECT or QUASI mention: a
  flag on NO_MASK alone is false.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int]
_LEFT_OVER = frozenset(
    ("a", "an", "the", "of", "and", "in", "at", "on", "to", "for", "from", "by", "with", "or", "between", "since", "until", "s", "his", "her", "their",
     "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "judge", "prof", "professor")
)  # fmt: skip


class Mention(NamedTuple):
    """A stretch of the case's text, the entity that it names, its kind (PERSON ...) and what should become of it."""

    start: int
    end: int
    entity: str
    kind: str
    identifier: str


class Case(NamedTuple):
    """One text with its mentions."""

    text: str
    mentions: tuple[Mention, ...]
    is_british: bool

    def missed(self, flagged: Sequence[Span], what: str) -> Iterator[Span]:
        """Mentions of that kind or identifier type, to be masked, that are not covered."""
        for one in self.mentions:
            wanted = what in (one.kind, one.identifier) and one.identifier != "NO_MASK"
            if wanted and not is_covered(self.text, one, flagged):
                yield one.start, one.end


class Tally(NamedTuple):
    """Found and all of something."""

    found: int
    all: int


class Counts(NamedTuple):
    """Entities of both identifier types, mentions of people, and QUASI entities by kind."""

    direct: Tally
    quasi: Tally
    persons: Tally
    kinds: dict[str, Tally]


def load_cases(path: Path) -> list[Case]:
    """The cases of a JSON Lines file."""
    return [_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(raw: dict[str, object]) -> Case:
    mentions = tuple(
        Mention(one["start_offset"], one["end_offset"], one["entity_id"], one["entity_type"], one["identifier_type"])
        for one in raw["entities"]  # type: ignore[attr-defined]
    )
    countries = raw["metadata"]["provenance"]["countries"]  # type: ignore[index]
    return Case(str(raw["text"]), mentions, "GBR" in countries)


def is_covered(text: str, mention: Mention, flagged: Sequence[Span]) -> bool:
    """Whether every word of the mention that tells anything lies in flagged stretches."""
    starts = [start for start, _ in flagged]
    words = list(re.finditer(r"[^\W_]+", text[mention.start : mention.end]))
    telling = [word for word in words if word.group().lower() not in _LEFT_OVER] or words
    for word in telling:
        start, end = mention.start + word.start(), mention.start + word.end()
        at = bisect_right(starts, start) - 1
        if at < 0 or flagged[at][1] < end:
            return False
    return True


def false_flags(case: Case, flagged: Sequence[Span], *, kept: bool = False) -> list[Span]:
    """Flags that touch nothing to be masked; `kept`: nor anything annotated at all."""
    true = [one for one in case.mentions if kept or one.identifier != "NO_MASK"]
    return [span for span in flagged if not any(one.start < span[1] and span[0] < one.end for one in true)]


def tally(cases: Iterable[Case], flagged: Iterable[Sequence[Span]]) -> Counts:
    """The counts of all cases together."""
    results: list[tuple[str, str, bool]] = []
    persons: list[bool] = []
    for case, spans in zip(cases, flagged, strict=True):
        entities: dict[str, list[Mention]] = defaultdict(list)
        for one in case.mentions:
            entities[one.entity].append(one)
        for mentions in entities.values():
            identifiers = {one.identifier for one in mentions}
            identifier = next((name for name in ("DIRECT", "QUASI") if name in identifiers), "")
            covered = [is_covered(case.text, one, spans) for one in mentions]
            results.append((identifier, mentions[0].kind, all(covered)))
            if mentions[0].kind == "PERSON" and identifier:
                persons += covered
    kinds = {kind for identifier, kind, _ in results if identifier == "QUASI"}
    return Counts(
        _tally(found for identifier, _, found in results if identifier == "DIRECT"),
        _tally(found for identifier, _, found in results if identifier == "QUASI"),
        _tally(persons),
        {
            kind: _tally(found for identifier, of, found in results if (identifier, of) == ("QUASI", kind))
            for kind in kinds
        },
    )


def _tally(found: Iterable[bool]) -> Tally:
    all_ = list(found)
    return Tally(sum(all_), len(all_))
