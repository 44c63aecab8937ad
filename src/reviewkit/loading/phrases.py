"""`schemas/phrases/*.yaml` → phrase lists."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit import resources
from reviewkit.language.phrases import Phrase, PhraseList, read_steps
from reviewkit.loading.plain_values import read_shipped

FOLDER = os.path.join("schemas", "phrases")


def load_phrase_lists() -> tuple[PhraseList, ...]:
    """Every shipped phrase list, by its file's name."""
    return tuple(load_phrase_list(file.removesuffix(".yaml")) for file in resources.names(FOLDER, ".yaml"))


def load_phrase_list(name: str) -> PhraseList:
    """The shipped list of that name. What a phrase leaves out, its source or its question, is that of its list."""
    raw = read_shipped(FOLDER, f"{name}.yaml")
    phrases = tuple(phrase for entry in raw["phrases"] for phrase in _phrases(entry, raw, name))
    return PhraseList(name, raw["about"], phrases, raw.get("raises", ""))


def _phrases(entry: Any, raw: Mapping[str, Any], name: str) -> Iterator[Phrase]:
    """An entry is a phrase alone, or `say:` (one or several ways to say it) with its own question and source."""
    given = entry if isinstance(entry, dict) else {"say": entry}
    ways = given["say"] if isinstance(given["say"], list) else [given["say"]]
    ask, source = given.get("ask", raw.get("ask", "")), tuple(given.get("source", raw.get("source", ())))
    for say in ways:
        yield Phrase(say, read_steps(say), ask, source, name)
