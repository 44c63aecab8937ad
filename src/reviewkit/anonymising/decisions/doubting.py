"""Doubts with the words that they are about: as much of the text as an answer has to cover."""

from __future__ import annotations

from reviewkit.anonymising.detecting import Found
from reviewkit.anonymising.grammar.editing import Doubt
from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.suspects import Suspect
from reviewkit.anonymising.names.titled import title_start
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import OPENERS

_SUSPECT_WORDS = {
    "joined": "is joined to other letters, digits or marks: write it as a word of its own, or leave it out",
    "near": "is one letter away from a name of the register: correct it, or add it under `also`",
    "part": "is part of a name of the register: write the whole of it, or add it under `also`",
    "alphabet": "is in another alphabet, which can't be judged: write it in Latin letters, or leave it out",
}
_WIDE = ("person", "place", "joined")
"""Doubts about a name beside something undeclared: the two are one name, and one answer covers both."""

_TOKEN_REACH = 2000
"""Letters on either side that an answer covers: no web address is longer."""

_PROPOSALS = {
    "person": ("a relative", "a friend", "a professional"),
    "place": ("a place in the area", "a local service"),
}


def at_match(doubt: Doubt, place: Place, lexicon: Lexicon) -> Doubt:
    """The doubt over the words of a match, its titles and, where they make one name, its neighbours."""
    passage, match = place.passage, place.match
    kind = doubt.kind or doubt.about.partition(" ")[0]
    first, last = match.first, match.last
    if any(lexicon.entities[bearer.entity].sort == "person" for bearer in match.form.bearers):
        first = title_start(place)
    if kind == "joined":
        start, end = _token(passage, first, last)
    else:
        if kind in _WIDE:
            first, last = _capitals(passage, first, last)
        start, end = passage.starts[first], passage.ends[last - 1]
    proposals = doubt.proposals or _PROPOSALS.get(kind) or tuple(filter(None, lexicon.labels_of(match.form)))
    # Only what is a word as well can stay: a name of the register never does.
    may_keep = match.form.is_word or match.form.kinds == {"initials"}
    return doubt._replace(kind=kind, proposals=proposals, may_keep=may_keep).at(start, end)


def suspicion(passage: Reading, suspect: Suspect, lexicon: Lexicon) -> Doubt:
    """The doubt about a word that may hide a form of the register."""
    about = f"{suspect.why} {suspect.form}"
    said = f"{masked(suspect.form)} {_SUSPECT_WORDS[suspect.why]}"
    number = suspect.word
    start, end = (
        _token(passage, number, number + 1)
        if suspect.why == "joined"
        else (passage.starts[number], passage.ends[number])
    )
    forms = lexicon.heads.get(suspect.form, ()) if suspect.why == "near" else ()
    labels = (label for form in forms if len(form.words) == 1 for label in lexicon.labels_of(form) if label)
    proposals = tuple(dict.fromkeys(labels))
    return Doubt(about, said, start, end, suspect.why, proposals, may_keep=suspect.why in ("near", "alphabet"))


def detected(passage: Reading, found: Found) -> Doubt:
    """The doubt about what a detector found."""
    detector, detection = found
    words = passage.folded.source_of(detection.start, detection.end)
    said = f"{masked(words)} looks like {detector.what}"
    about = f"{detector.kind} {' '.join(words.split()).casefold()}"
    proposals = detection.proposals or detector.proposals
    return Doubt(about, said, detection.start, detection.end, detector.kind, proposals)


def _token(passage: Reading, first: int, last: int) -> tuple[int, int]:
    """All that stands between two blanks, without the marks of a sentence around it."""
    plane = passage.plane
    start, end = passage.starts[first], passage.ends[last - 1]
    before, after = plane[max(0, start - _TOKEN_REACH) : start], plane[end : end + _TOKEN_REACH]
    if before and not before[-1].isspace():
        start -= len(before.rsplit(None, 1)[-1])
    if after and not after[0].isspace():
        end += len(after.split(None, 1)[0])
    trimmed = plane[start:end]
    start += len(trimmed) - len(trimmed.lstrip("\"'([{<*_"))
    end -= len(trimmed) - len(trimmed.rstrip("\"')]}>*_.,;:!?"))
    return start, max(end, passage.ends[last - 1])


def _capitals(passage: Reading, first: int, last: int) -> tuple[int, int]:
    """The run of capitalised words around some of its words."""
    while first > 0 and _linked(passage, first - 1) and passage.is_capital(first - 1):
        # The capital of `Then Ruth Okafor came` is the sentence's.
        if passage.words[first - 1] in OPENERS and passage.opens_sentence(first - 1):
            break
        first -= 1
    while last < len(passage.words) and _linked(passage, last - 1) and passage.is_capital(last):
        last += 1
    return first, last


def _linked(passage: Reading, number: int) -> bool:
    return passage.joined(number) or passage.gap(number) in {"-", "'"}
