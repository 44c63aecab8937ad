"""An abbreviation is never spelt out, and the glossary doesn't have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.abbreviations import abbreviations, is_spelt_out
from reviewkit.language.passages import Passage
from reviewkit.loading.plain_values import read_shipped
from reviewkit.report import Named, Person, Report

STANDS_BEFORE_A_PERSON = frozenset(
    {"child", "baby", "adult", "family", "sibling", "mother", "father", "person", "mr", "mrs", "ms", "miss", "dr"}
)


def look(context: Context) -> Iterator[Hit]:
    """Go through the words of capitals in the order of the report."""
    found = _first_places(context.prose.passages)
    if not found:
        return
    explained = _explained(context.report)
    for short, passage in found.items():
        if short not in explained and not _is_plain_here(short, context.prose.passages):
            yield Hit(passage.path, evidence=short)


def _first_places(passages: Sequence[Passage]) -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    for passage in passages:
        text = passage.text
        for start, end in abbreviations(text):
            before = text[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2].lower()
            if before not in STANDS_BEFORE_A_PERSON and not passage.is_quoted(start):
                found.setdefault(text[start:end], passage)
    return found


def _explained(report: Report) -> set[str]:
    """What needs no words: what everybody knows, the template's own, names of the register, terms of the glossary."""
    register = report.register
    named: list[Person | Named] = [
        *register.people.values(),
        *register.organisations.values(),
        *register.places.values(),
    ]
    texts = [text for one in named for text in (one.name, one.published_as, *one.also)]
    texts += [str(item.get(key)) for _, item in report.items("glossary") for key in ("term", "meaning")]
    return {*_known_to_all(), "LCSPR", report.template.abbreviation, *(_parts(" . ".join(texts)))}


@cache
def _known_to_all() -> frozenset[str]:
    return frozenset(read_shipped("schemas", "abbreviations.yaml")["known_abbreviations"])


def _parts(text: str) -> Iterator[str]:
    for start, end in abbreviations(text):
        yield text[start:end]


def _is_plain_here(short: str, passages: Sequence[Passage]) -> bool:
    """Whether the report spells it out somewhere, or writes it as a word: capitals for stress are no abbreviation."""
    word = f" {short.lower()} "
    return any(
        word in passage.text
        or (short in passage.text and any(is_spelt_out(short, text) for text in _sentences(passage, short)))
        for passage in passages
    )


def _sentences(passage: Passage, short: str) -> Iterator[str]:
    for number in range(len(passage.sentences)):
        sentence = passage.sentence(number)
        if short in sentence:
            yield sentence


RULE = Rule(
    code="RK508",
    name="abbreviation-not-spelt-out",
    severity="note",
    finding="{place}: an abbreviation is never spelt out, and the glossary does not have it.",
    why=(
        "A parent, a councillor or a nurse from elsewhere does not know the short form. Whoever has to guess stops "
        "reading."
    ),
    fix="write it out once, with the short form in brackets, or put it into `glossary:`",
    source=("own",),
    good=Example(
        """
learning:
  - id: L1
    what_happened: >
      The school rang the multi-agency safeguarding hub (MASH) in May. The MASH had seen two earlier calls, and nobody
      there could open the school's log.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    what_happened: >
      The school rang the MASH in May. The MASH had seen two earlier calls, and nobody there could open the school's
      log.
""",
        at="/learning/0/what_happened",
    ),
    look=look,
)
