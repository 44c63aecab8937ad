"""Counting and comparing words of a prose field."""

from __future__ import annotations

from functools import cache

from reviewkit.loading.plain_values import read_shipped
from reviewkit.tuples import NamedTuple

_QUOTES = "\"“”‘’'«»"


class Placeholders(NamedTuple):
    """`schemas/placeholders.yaml`, ready to compare."""

    whole_field: frozenset[str]
    bracketed: tuple[str, ...]
    anywhere: tuple[str, ...]
    unknown: frozenset[str]


@cache
def load_placeholders() -> Placeholders:
    """The lists behind RK104 and RK105."""
    raw = read_shipped("schemas", "placeholders.yaml")
    return Placeholders(
        frozenset(raw["whole_field"]), tuple(raw["bracketed"]), tuple(raw["anywhere"]), frozenset(raw["unknown"])
    )


def placeholder_in(text: str, lists: Placeholders) -> str:
    """The words that were left in place of an answer, or ""."""
    bare = text.strip()
    if len(bare) <= 40 and _plain(bare) in lists.whole_field:
        return bare
    lowered = text.lower()
    if "[" in lowered:
        found = _bracketed_prompt(lowered, lists.bracketed)
        if found:
            return found
    for words in lists.anywhere:
        if words in lowered and not _quoted(lowered, words):
            return words
    return ""


def says_only_unknown(text: str, lists: Placeholders) -> bool:
    """Whether the whole text says no more than "not known"."""
    bare = text.strip()
    return len(bare) <= 40 and _plain(bare) in lists.unknown


def count_words(text: str) -> int:
    """Words as a word processor counts them."""
    return len(text.split())


def _plain(bare: str) -> str:
    inner = bare.strip("[]<>(){}*_. ").lower() if bare[:1] not in _QUOTES else bare
    return " ".join(inner.split()) or bare


def _bracketed_prompt(lowered: str, prompts: tuple[str, ...]) -> str:
    start = lowered.find("[")
    while start >= 0:
        inner, closed, _ = lowered[start + 1 : start + 80].partition("]")
        if closed and any(_prompts(inner.strip(), prompt) for prompt in prompts):
            return f"[{inner.lstrip()}]"
        start = lowered.find("[", start + 1)
    return ""


def _prompts(inner: str, prompt: str) -> bool:
    """Whether these words open with the prompt, or end with one such as "to be added": date to be added."""
    after = inner[len(prompt) : len(prompt) + 1]
    return (inner.startswith(prompt) and not after.isalpha()) or (
        prompt[:6] == "to be " and inner.endswith(f" {prompt}")
    )


def _quoted(text: str, words: str) -> bool:
    place = text.find(words)
    return place > 0 and text[place - 1] in _QUOTES
