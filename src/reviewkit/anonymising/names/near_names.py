"""Words that are nearly a name of the register: a letter off, another spelling, a pet form, the name it is short for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.language.word_classes import CALENDAR_NAMES, OPENERS
from reviewkit.loading.nicknames import load_nicknames

_SHORTEST = 5
_SHORTEST_PET = 3
_LONGEST = 60
"""Letters of the longest word that is compared: no name is longer, and each letter left out is a word to hold."""


def near_names(lexicon: Lexicon, declared: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What is close to a declared name → those names. Words less a letter serve for a letter more, less or other."""
    near: dict[str, list[str]] = defaultdict(list)
    for word in sorted(declared):
        if _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isascii():
            for shorter in (word, *_less_a_letter(word)):
                near[shorter].append(word)
    for name in sorted(_first_names(lexicon)):
        for other in _other_names(name):
            near["=" + other].append(name)
    return {key: tuple(names) for key, names in near.items()}


def close_to(word: str, near: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> str:
    """The declared name that the word is close to, or ""."""
    if word in OPENERS or word in CALENDAR_NAMES or lexicon.is_ordinary(word):
        return ""
    known = near.get("=" + word)
    if known:
        return known[0]
    if not _SHORTEST <= len(word) <= _LONGEST + 1:
        return ""
    for shorter in (word, *_less_a_letter(word)):
        for name in near.get(shorter, ()):
            if name != word and _one_edit(word, name):
                return name
    return ""


def _first_names(lexicon: Lexicon) -> Iterator[str]:
    for head, forms in lexicon.heads.items():
        for form in forms:
            firsts = [bearer for bearer in form.bearers if bearer.kind == "first"]
            if len(form.words) == 1 and any(lexicon.entities[bearer.entity].label for bearer in firsts):
                yield head


def _other_names(name: str) -> Iterator[str]:
    """Other spellings, the names that it may be short for, a possessive without its mark, the name with -y, -ie or -ey."""
    nicknames = load_nicknames()
    yield from nicknames.spellings.get(name, ())
    yield from nicknames.formal.get(name, ())
    yield name + "s"
    stem = name.removesuffix("e")
    if len(stem) >= _SHORTEST_PET and stem.isascii():
        doubled = stem + stem[-1]
        yield from (base + ending for base in (stem, doubled) for ending in ("y", "ie", "ey"))


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter more, less, other or swapped with its neighbour makes one word the other."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _less_a_letter(word: str) -> list[str]:
    return [word[:n] + word[n + 1 :] for n in range(len(word))]
