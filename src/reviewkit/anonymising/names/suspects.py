"""Words that hide a form of the register without being one: joined, disguised, misspelt, in another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.names.disguises import Found, decoded_tokens, labelled, regrouped, taken_apart
from reviewkit.anonymising.names.finding import find_matches
from reviewkit.anonymising.names.hidden_names import hidden_in
from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.anonymising.names.name_parts import labels_of, numbers_of, parts_of, person_handles, saints_of
from reviewkit.anonymising.names.near_names import close_to, near_names
from reviewkit.language.reading import Reading, read

_STARTS = 4


class Suspect(NamedTuple):
    """The word of the passage, the form that it may be, and why: joined, near, part or alphabet."""

    word: int
    form: str
    why: str


class Suspects(NamedTuple):
    """What to look for: single-word forms, those that no English word spells, what is close to a name, parts, numbers.

    `labels` are the initials that stand before or after a birth date's digits; `handles` are parts of a name in one word;
    `starts` are the first letters of all these; `whole` is what may be taken apart; `saints` are parts in
    small letters too.
    """

    singles: frozenset[str]
    rare: frozenset[str]
    near: Mapping[str, tuple[str, ...]]
    parts: frozenset[str]
    numbers: frozenset[str]
    labels: Mapping[str, frozenset[str]]
    handles: frozenset[str]
    starts: frozenset[str]
    whole: frozenset[str]
    saints: frozenset[str]
    lexicon: Lexicon


def suspects_of(lexicon: Lexicon) -> Suspects:
    """The tables for one register; names that may stand are not looked for."""
    unsure = {"initials", "headword", "locality", "code", "numbered"}
    hidden = [
        form
        for forms in lexicon.heads.values()
        for form in forms
        if len(form.words) == 1 and any(lexicon.labels_of(form)) and not form.kinds <= unsure
    ]
    singles = frozenset(form.words[0] for form in hidden)
    rare = frozenset(form.words[0] for form in hidden if not form.is_word)
    saints = frozenset(saints_of(lexicon))
    parts = frozenset((*saints, *parts_of(lexicon))) - singles
    handles = frozenset(person_handles(lexicon)) - singles
    long = (word for word in (*rare, *handles, *parts) if len(word) >= _STARTS)
    starts = frozenset(word[:_STARTS] for word in long)
    near = near_names(lexicon, _declared(hidden))
    return Suspects(
        singles, rare, near, parts, frozenset(numbers_of(lexicon)), labels_of(lexicon), handles, starts, rare | parts,
        saints - singles, lexicon,
    )  # fmt: skip


def _declared(forms: Iterable[Form]) -> frozenset[str]:
    """Nicknames are guessed: what is close to a guess says nothing."""
    return frozenset(form.words[0] for form in forms if not form.is_word and form.kinds != {"nickname"})


def find_suspects(passage: Reading, tables: Suspects, taken: Iterable[range]) -> Iterator[Suspect]:
    """Suspects among the words that no match has taken."""
    used = {number for words in taken for number in words}
    for number, form in _disguised(passage, tables, used):
        yield Suspect(number, form, "joined")
    marked = _marks().search(passage.plane) is not None
    for number, word in enumerate(passage.words):
        if number in used or word.isdigit():
            continue
        # Nearly all words are small letters between blanks, which hide nothing.
        if not marked and word.isascii() and passage.cased(number) == word and word[:_STARTS] not in tables.starts:
            continue
        if not word.isascii():
            if len(word) > 1 and not _is_latin(word):
                yield Suspect(number, word, "alphabet")
            continue
        hidden = hidden_in(passage, number, word, tables)
        if hidden:
            yield Suspect(number, hidden, "joined")
        else:
            yield from _unlike(number, word, tables, capital=passage.is_capital(number))


def _disguised(passage: Reading, tables: Suspects, used: set[int]) -> Iterator[Found]:
    yield from taken_apart(passage, tables.whole, used)
    yield from regrouped(passage, tables.numbers, used)
    for number, text, decoded in decoded_tokens(passage):
        form = _in_decoded(read(text).words, read(decoded), tables)
        if form:
            yield number, form
    yield from labelled(passage, tables.labels)


def _in_decoded(written: list[str], decoded: Reading, tables: Suspects) -> str:
    """A form that only decoding brings to light."""
    matches = [match for match in find_matches(decoded, tables.lexicon) if any(tables.lexicon.labels_of(match.form))]
    hidden = next((match for match in matches if not set(match.form.words) <= set(written)), None)
    if hidden:
        return hidden.form.words[0]
    taken = [range(match.first, match.last) for match in matches]
    suspects = (one for one in find_suspects(decoded, tables, taken) if decoded.word(one.word) not in written)
    return next((one.form for one in suspects), "")


def _unlike(number: int, word: str, tables: Suspects, *, capital: bool) -> Iterator[Suspect]:
    close = close_to(word, tables.near, tables.lexicon) if capital else ""
    if close:
        yield Suspect(number, close, "near")
    elif word in tables.parts and (capital or word in tables.saints):
        yield Suspect(number, word, "part")


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\d@#_/]")
