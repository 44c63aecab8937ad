"""`schemas/phrases/*.yaml` → phrase lists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from reviewkit import resources
from reviewkit.language.phrases import Phrase, PhraseList
from reviewkit.loading.plain_values import read_shipped

FOLDER = os.path.join("schemas", "phrases")


@cache
def load_phrase_lists() -> tuple[PhraseList, ...]:
    """Every shipped phrase list, by its file's name."""
    return tuple(load_phrase_list(file.removesuffix(".yaml")) for file in resources.names(FOLDER, ".yaml"))


def load_phrase_list(name: str) -> PhraseList:
    """The shipped list of that name."""
    return build_phrase_list(read_shipped(FOLDER, f"{name}.yaml"), name)


def build_phrase_list(raw: Mapping[str, Any], name: str) -> PhraseList:
    """A list from its file's plain values. What a phrase leaves out, its source or its question, is that of its list."""
    unless, not_in = tuple(raw.get("unless", ())), tuple(raw.get("not_in", ()))
    common = Phrase("", raw.get("ask", ""), tuple(raw.get("source", ())), name, unless, not_in)
    phrases = tuple([phrase for entry in raw["phrases"] for phrase in _phrases(entry, common)])
    return PhraseList(name, raw["about"], phrases, raw.get("raises", ""), tuple(raw.get("only_in", ())))


def _phrases(entry: Any, common: Phrase) -> list[Phrase]:
    """An entry is a phrase alone, or `say:` (one or several ways to say it) with its own question, source, excuses."""
    if isinstance(entry, str):
        return [Phrase(entry, *common[1:])]
    ways = entry["say"] if isinstance(entry["say"], list) else [entry["say"]]
    ask, source = entry.get("ask", common.ask), tuple(entry.get("source", common.source))
    unless = (*common.unless, *entry.get("unless", ()))
    return [Phrase(say, ask, source, common.list_name, unless, common.not_in) for say in ways]
