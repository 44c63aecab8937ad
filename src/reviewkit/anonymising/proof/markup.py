"""What attributes of markup, names of files and decoded texts give away: there is no sentence to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.anonymising.dates.days import find_dates
from reviewkit.anonymising.decisions.deciding import find_decided
from reviewkit.anonymising.decisions.doubting import detected
from reviewkit.anonymising.detecting import detections, words_of
from reviewkit.anonymising.names.finding import Match, find_matches
from reviewkit.anonymising.names.suspects import find_suspects
from reviewkit.anonymising.preparing import Preparation
from reviewkit.anonymising.proof.clues import Clue, clue_at
from reviewkit.anonymising.proof.constants import MACHINE_NUMBERS, is_constant, is_plain_constant
from reviewkit.anonymising.proof.prose import disguised, named
from reviewkit.anonymising.proof.withheld import Withheld
from reviewkit.language.reading import Reading, read

_SHORTEST_HIDDEN = 5
_LONGEST_HIDDEN = 60
_LONGER = 3


def in_markup(
    passage: Reading, prepared: Preparation, withheld: Withheld, place: str, *, strict: bool
) -> Iterator[Clue]:
    """Forms of the register, days of the case, decided words, identifiers. `strict`: names that are words count too."""
    constant = is_constant(passage)
    matches = list(find_matches(passage, prepared.lexicon))
    for match in matches:
        if (not constant or len(match.form.words) > 1) and _counts(passage, match, prepared, strict=strict):
            whose = prepared.entities[match.form.bearers[0].entity].described
            yield clue_at(passage, "name", named(match.form.words[0], whose), match.first, match.last)
    yield from _days(passage, withheld)
    if is_plain_constant(passage):
        return
    yield from _inside(passage, prepared, matches, 1 if strict else _LONGER)
    for one in find_decided(passage, prepared.decisions):
        if one.decision.action != "keep":
            said = f"words that decision {one.decision.number} takes out"
            yield Clue("decision", said, *passage.folded.span(one.start, one.end))
    yield from _detected(passage, prepared, place)


def _counts(passage: Reading, match: Match, prepared: Preparation, *, strict: bool) -> bool:
    if not any(prepared.lexicon.labels_of(match.form)) or match.form.kinds == {"initials"}:
        return False
    if strict or not match.form.is_word:
        return True
    return all(passage.is_capital(number) for number in range(match.first, match.last))


def _days(passage: Reading, withheld: Withheld) -> Iterator[Clue]:
    """Days of the case; other days (a format's own) mean nothing here."""
    for found in find_dates(passage.folded, passage.words) if withheld.days else ():
        if found.first in withheld.days or found.last in withheld.days:
            yield Clue("day", "an exact day that the report withholds", *passage.folded.span(found.start, found.end))


def _inside(passage: Reading, prepared: Preparation, matches: list[Match], longer: int) -> Iterator[Clue]:
    taken = [range(match.first, match.last) for match in matches]
    for suspect in find_suspects(passage, prepared.suspects, taken):
        if suspect.why == "joined":
            said = disguised(suspect.form, prepared, "joined to something else")
            yield clue_at(passage, "name", said, suspect.word, suspect.word + 1)
    for number, word in enumerate(passage.words):
        hidden = _hidden(word, prepared, longer)
        if hidden:
            said = disguised(hidden, prepared, "inside a longer word")
            yield clue_at(passage, "name", said, number, number + 1)


def _hidden(word: str, prepared: Preparation, longer: int) -> str:
    """A rare form at either end of a word that is `longer` letters longer at least, as in a slug without hyphens."""
    if len(word) < _SHORTEST_HIDDEN + longer or word.isdigit():
        return ""
    rare = prepared.suspects.rare
    for length in range(min(len(word) - longer, _LONGEST_HIDDEN), _SHORTEST_HIDDEN - 1, -1):
        if word[:length] in rare:
            return word[:length]
        if word[-length:] in rare:
            return word[-length:]
    return ""


def _detected(passage: Reading, prepared: Preparation, place: str) -> Iterator[Clue]:
    """What nobody declared and no format has of itself."""
    detectors = prepared.detectors_in_markup
    if not detectors or place.removeprefix("attribute ") in MACHINE_NUMBERS:
        return
    source = passage.folded.source
    plain = _standard().sub(lambda match: " " * len(match.group()), source)
    if plain.isspace():
        return
    reading = passage if plain == source else read(plain)
    for found in detections(reading, detectors, words_of(reading, prepared.published_names)):
        doubt = detected(reading, found)
        yield Clue(doubt.kind, doubt.question, *reading.folded.span(doubt.start, doubt.end))


@cache
def _standard() -> re.Pattern[str]:
    """Addresses that stand for a format, not for a place on the web."""
    return re.compile(
        r"(?:https?://(?:schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|purl\.org/dc|www\.w3\.org)|"
        r"urn:schemas-microsoft-com)[\w/.:#-]*"
    )
