"""Words chosen for the published version that themselves name somebody of the register."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.anonymising.declaring import Declared
from reviewkit.anonymising.names.finding import Match, find_matches
from reviewkit.anonymising.names.labels import core_of
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.language.reading import Reading, read


def telling_labels(declared: Declared) -> Iterator[str]:
    """Why published names can't stand: they hold a form of the register, which would be replaced or found again."""
    for entity in declared.entities:
        if holds_name(core_of(entity.label), declared.lexicon):
            yield f"{entity.described}: `published_as` holds a name of the register; choose another"


def telling_decisions(declared: Declared) -> Iterator[str]:
    """Why decisions can't be followed: they put a name in, or keep one."""
    for decision in declared.decisions:
        place = f"decision {decision.number} under `publication.decisions`"
        if holds_name(decision.replace_with, declared.lexicon):
            yield f"{place}: `replace_with` holds a name of the register; choose other words"
        if decision.action == "keep" and _names_somebody(decision.text, declared.lexicon):
            yield f"{place}: a name of the register can't be kept; replace it, or give its entry `published_as: keep`"


def holds_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a form of somebody who is not published by name stands in words that will be."""
    passage = read(text)
    return any(
        all(passage.is_capital(number) for number in range(match.first, match.last))
        for match in _telling_matches(passage, lexicon)
    )


def _names_somebody(text: str, lexicon: Lexicon) -> bool:
    """Whether a form stands there that is no ordinary word as well."""
    return any(not match.form.is_word for match in _telling_matches(read(text), lexicon))


def _telling_matches(passage: Reading, lexicon: Lexicon) -> Iterator[Match]:
    for match in find_matches(passage, lexicon):
        if any(lexicon.labels_of(match.form)) and match.form.kinds != {"initials"}:
            yield match
