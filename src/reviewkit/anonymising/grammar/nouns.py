"""The nouns that say who somebody is, as they stand beside the name: `health visitor`, `HV`, `his stepdad`."""

from __future__ import annotations

import re

from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import DETERMINERS, PREPOSITIONS, is_verb, word_set

_LIKE = {
    **dict.fromkeys(("mum", "mummy", "mam", "moc"), "mother"), **dict.fromkeys(("dad", "daddy", "foc"), "father"),
    **dict.fromkeys(("nan", "nana", "nanna", "gran", "granny", "grandma", "mgm", "pgm"), "grandmother"),
    **dict.fromkeys(("grandad", "granddad", "grandpa", "mgf", "pgf"), "grandfather"),
    **dict.fromkeys(("stepdad",), "stepfather"), **dict.fromkeys(("stepmum",), "stepmother"),
}  # fmt: skip
_ROLES = {
    "hv": "health visitor", "sw": "social worker", "fsw": "family support worker", "sn": "school nurse", "ht": "headteacher",
    "dsl": "designated safeguarding lead", "iro": "independent reviewing officer", "ep": "educational psychologist",
    "mw": "midwife", "yw": "youth worker", "pa": "personal adviser", "lsa": "learning support assistant",
    "ta": "teaching assistant", "oic": "officer", "cpn": "nurse", "senco": "senco", "po": "probation officer",
}  # fmt: skip
_TIMES = word_set("then now")
"""Between an article and its noun they are adjectives: `her then partner`."""
KIN_SIDES = word_set("maternal paternal birth biological natural")
"""What tells one grandmother or mother from another; it goes with the noun that a published name replaces."""


def role_in_capitals(passage: Reading, number: int) -> list[str]:
    """The words that a role in capitals stands for: `HV` is a health visitor; none where it is no such role."""
    return _ROLES.get(passage.word(number), "").split() if passage.is_upper(number) else []


def noun_before(passage: Reading, core: tuple[str, ...], first: int) -> tuple[int, bool]:
    """How many words straight before the name are the last of the published name, and whether they are its whole noun.

    `head teacher` and `headteacher`, `mum` and `mother` are one; `partner` is the whole noun of "Mother's partner".
    """
    gap = passage.gap(first - 1)
    if first == 0 or not (gap.isspace() or gap.strip() in {",", "("}):
        return 0, False
    for length in range(min(len(core) + 1, first), 0, -1):
        gaps = range(first - length, first - 1)
        if not all(passage.joined(number) or passage.gap(number) in {"'", "-"} for number in gaps):
            continue
        said = _alike("".join(_LIKE.get(word, word) for word in passage.words[first - length : first]))
        taken = next((taken for taken in range(len(core), 0, -1) if "".join(core[-taken:]) == said), 0)
        if taken and core[-taken] != "s":
            return length, taken == len(core) or core[-taken - 1] == "s"
    return 0, False


def _alike(joined: str) -> str:
    return _LIKE.get(joined, joined)


def noun_start(passage: Reading, noun: int) -> int:
    """The word at which a noun without an article begins, with the side of the family before it."""
    sided = noun > 0 and passage.joined(noun - 1) and passage.word(noun - 1) in KIN_SIDES
    return noun - 1 if sided else noun


def is_determined(passage: Reading, noun: int) -> bool:
    """Whether an article or the like belongs to the noun, straight before it or with adjectives between."""
    for number in range(noun - 1, max(-1, noun - 4), -1):
        if not passage.joined(number):
            return passage.word(number) == "s" and passage.gap(number - 1) == "'" and passage.gap(number).isspace()
        word = passage.word(number)
        if word in DETERMINERS or (word == "s" and passage.gap(number - 1) == "'"):
            return True
        if (is_verb(word) or word in PREPOSITIONS) and word not in _TIMES:
            return False
    return False


def noun_pattern(core: tuple[str, ...]) -> str:
    """The published name's noun as an expression: its words, `HV`, `her partner` for "Mother's partner"."""
    whole = r"[\s'-]*".join(map(re.escape, core))
    short = [name for name, role in _ROLES.items() if "".join(role.split()) in {"".join(core), "".join(core[-2:])}]
    sides = "|".join(sorted(KIN_SIDES))
    nouns = [rf"(?:the |a |an |his |her |their |our )?(?:(?:{sides}) )?(?:{'|'.join([whole, *short])})"]
    if "s" in core[:-1]:
        noun = r"\s+".join(map(re.escape, core[len(core) - core[::-1].index("s") :]))
        nouns.append(rf"(?:his |her |their |our ){noun}")
    return f"(?:{'|'.join(nouns)})"
