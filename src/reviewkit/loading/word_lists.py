"""`schemas/names/*.yaml` and `schemas/words/english.txt` → lists of words that tell names from anything else."""

from __future__ import annotations

import os
from functools import cache, lru_cache

from reviewkit import resources
from reviewkit.language.folding import fold_word
from reviewkit.loading.plain_values import read_shipped
from reviewkit.tuples import NamedTuple

FOLDER = os.path.join("schemas", "names")
_ENGLISH = os.path.join("schemas", "words", "english.txt")
_REMEMBERED = 20_000


class WordList(NamedTuple):
    """What a list is, why its words are on it, the words (folded), and the phrases as their words."""

    title: str
    why: str
    words: frozenset[str]
    phrases: frozenset[tuple[str, ...]]


@cache
def load_word_list(name: str) -> WordList:
    """The shipped list of that name. `words` and `phrases` stand as text in it: one value is read faster than thousands."""
    raw = read_shipped(FOLDER, f"{name}.yaml")
    phrases = (tuple(line.split()) for line in fold_word(raw.get("phrases", "")).splitlines())
    return WordList(
        raw["title"], raw["why"], frozenset(fold_word(raw["words"]).split()), frozenset(filter(None, phrases))
    )


def word_list_names() -> list[str]:
    """The names of all shipped lists."""
    return [file.removesuffix(".yaml") for file in resources.names(FOLDER, ".yaml")]


@lru_cache(maxsize=_REMEMBERED)
def is_english(word: str) -> bool:
    """Whether a word in small letters is an English one in common use, in British spelling.

    The list is kept as the bytes of its file and halved: sixty thousand strings would cost more than all the rest.
    """
    if not (word.isascii() and word.isalpha()):
        return False
    lines, wanted = _english(), word.encode()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        end = lines.find(b"\n", start)
        line = lines[start:end]
        if line == wanted:
            return True
        low, high = (end + 1, high) if line < wanted else (low, start)
    return False


@cache
def _english() -> bytes:
    return resources.read_bytes(_ENGLISH)
