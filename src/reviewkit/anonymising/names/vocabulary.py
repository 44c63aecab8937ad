"""The ordinary words that a template is written in: what tells the key `mother` from the key `jayden`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.anonymising.names.word_names import WORD_NAMES
from reviewkit.language.remembering import remember_last
from reviewkit.language.word_classes import AUNTS, OPENERS, PEOPLE_NOUNS, PLACE_HEADS, SCHOOL_NOUNS, word_set
from reviewkit.schema import Field, Template

_CLOSED = OPENERS | PLACE_HEADS | PEOPLE_NOUNS | SCHOOL_NOUNS | AUNTS
_KEYS = word_set(
    "reviewer author father stepfather stepmother brother sister cousin partner boyfriend girlfriend friend peer nan",
    "grandparent carer camhs gp csc mash la council police hospital nursery primary secondary trust ward charity youth",
    "justice landlord ambulance coroner court midwifery dentist pharmacy sexual drug alcohol refuge flat home town area",
)


@remember_last  # reports are checked one after another, nearly always with the same template
def ordinary_words(template: Template) -> frozenset[str]:
    """Lower-case words of the template's labels, guidance and code lists, and the closed classes."""
    texts = [*_texts((*template.sections, *template.reserved))]
    for codes in template.codelists.values():
        for code in codes.values.values():
            texts += (code.code, code.label, code.group)
    guidance = " ".join(_guidance((*template.sections, *template.reserved)))
    words = {*re.findall(r"[a-z]{2,}", " ".join(texts).lower()), *_small_words(guidance)}
    return _CLOSED.union(_KEYS, WORD_NAMES, words)


def _small_words(guidance: str) -> Iterator[str]:
    """Words of two small letters or more with which something begins: not the `ayden` of `Jayden`, the `uk` of `gov.uk`."""
    # Guidance is by far the longest: each of its words is looked at once, however often it stands there.
    for written in set(re.findall(r"[\w.'-]+", guidance.replace("’", "'"))):
        small = written if written.isascii() and written.isalpha() and written.islower() else _beginning(written)
        if len(small) > 1:
            yield small


def _beginning(written: str) -> str:
    return written[: len(written) - len(written.lstrip("abcdefghijklmnopqrstuvwxyz"))]


def _texts(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        yield field.id
        yield field.label
        yield from _texts(field.fields)


def _guidance(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        yield field.guidance
        yield from _guidance(field.fields)
