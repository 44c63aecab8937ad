"""A name of the register stands nowhere in the text, and one that is nearly the same does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from reviewkit.checking.nearest import is_name
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage
from reviewkit.language.tokens import split_words
from reviewkit.report import Named, Person, Register
from reviewkit.tuples import NamedTuple

_SHORTEST = 5
_TWO_EDITS_FROM = 6
_DECLARED = ("review", "reviewers", "sign_off", "participants", "independent_scrutiny")
"""Sections that name people who need not stand in the register."""
_NO_NAME = frozenset({
    "unknown", "unnamed", "unborn", "known", "unconfirmed", "doctor", "professor", "nurse", "master",
})  # fmt: skip
_CAPITAL_WORDS = frozenset({
    "january", "february", "march", "april", "august", "september", "october", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas", "ramadan", "spring",
    "summer", "autumn", "winter", "british", "english", "welsh", "scottish", "irish", "european", "african", "asian",
    "caribbean", "indian", "pakistani", "bangladeshi", "chinese", "polish", "romanian", "arabic", "christian",
    "muslim", "catholic", "jewish", "hindu", "church", "england", "wales", "scotland", "ireland", "britain", "london",
    "child", "children", "mother", "father", "parent", "panel", "council", "trust", "health", "police", "school",
    "nursery", "hospital", "surgery", "street", "court", "board", "partnership", "working", "together",
})  # fmt: skip


class _Entry(NamedTuple):
    """One entry: the words of its names that nobody else has, and the first names and nicknames of a person."""

    key: str
    words: frozenset[str]
    called: frozenset[str]


class _Standing(NamedTuple):
    """One place of a word in a passage, counted in the passage's words."""

    passage: Passage
    number: int


def look(context: Context) -> Iterator[Hit]:
    """Look for names that the text never uses, then for words close to them that can only be names."""
    register, passages = context.report.register, context.prose.passages
    said = context.prose.vocabulary
    unused = [(entry, name) for entry in _entries(register) for name in _unused(entry, said)]
    by_letter = _by_letter(said, {name[0] for _, name in unused})
    near = [(entry, sorted(word for word in by_letter[name[0]] if _is_near(word, name))) for entry, name in unused]
    known = _known(register, passages) if any(words for _, words in near) else frozenset()
    found: set[str] = set()
    for entry, words in near:
        place = _as_name([word for word in words if _bare(word) not in known], passages)
        if place and entry.key not in found and not any(_is_used(word, place, passages) for word in entry.words):
            found.add(entry.key)
            yield _hit(entry.key, place)


def _unused(entry: _Entry, said: Collection[str]) -> list[str]:
    if any(word in said for word in entry.called):
        return []
    names = (name for name in sorted(entry.words) if len(name) >= _SHORTEST and name.isalpha())
    return [name for name in names if not any(form in said for form in (name, f"{name}'s", f"{name}s"))]


def _by_letter(said: Iterable[str], letters: set[str]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {letter: [] for letter in letters}
    for word in said:
        if word[0] in letters and len(word) >= _SHORTEST - 1:
            words[word[0]].append(word)
    return words


def _hit(key: str, place: _Standing) -> Hit:
    passage, number = place
    whose = f"`{key}`" if is_name(key) else "an entry of the register"
    message = f"{{place}}: a word here is nearly the name of {whose}, whose own name stands nowhere."
    return Hit(passage.path, message, evidence=passage.text[passage.words.starts[number] : passage.words.ends[number]])


def _entries(register: Register) -> Iterator[_Entry]:
    """The entries that may not be named."""
    every: list[Person | Named] = [*register.people.values(), *register.organisations.values()]
    every += register.places.values()
    words = [_words(entry) for entry in every]
    bearers = Counter(word for own in words for word in own)
    for entry, own in zip(every, words, strict=True):
        if isinstance(entry.key, str) and entry.published_as.casefold() != "keep":
            single = frozenset(word for word in own if bearers[word] == 1) - _NO_NAME
            yield _Entry(entry.key, single, _called(entry) & single)


def _words(entry: Person | Named) -> frozenset[str]:
    return frozenset(_bare(word) for name in (entry.name, *entry.also) for word in split_words(name).words)


def _called(entry: Person | Named) -> frozenset[str]:
    if isinstance(entry, Named):
        return frozenset()
    return frozenset(words[0] for name in (entry.name, *entry.also) if (words := split_words(name).words))


def _known(register: Register, passages: Sequence[Passage]) -> frozenset[str]:
    entries: list[Person | Named] = [*register.people.values(), *register.organisations.values()]
    entries += [*register.places.values(), *register.references]
    declared = (passage.each for passage in passages if passage.path[0] in _DECLARED)
    return _CAPITAL_WORDS.union(*(_words(entry) for entry in entries), *declared)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _is_near(word: str, name: str) -> bool:
    bare = _bare(word)
    edits = 2 if len(name) >= _TWO_EDITS_FROM else 1
    if not bare or bare[0] != name[0] or abs(len(bare) - len(name)) > edits or not bare.isalpha():
        return False
    # Each changed letter alters the set of letters by two at most: the cheap question first.
    return len({*name}.symmetric_difference(bare)) <= 2 * edits and _within(bare, name, edits)


def _within(left: str, right: str, edits: int) -> bool:
    """Whether that many letters added, dropped, changed or swapped make one word the other."""
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    if not left or not right or not edits:
        return len(left) + len(right) <= edits
    pairs = [(left[1:], right[1:]), (left[1:], right), (left, right[1:])]
    if left[:2] == right[1::-1]:
        pairs.append((left[2:], right[2:]))
    return any(_within(*pair, edits - 1) for pair in pairs)


def _as_name(words: Iterable[str], passages: Sequence[Passage]) -> _Standing | None:
    """The first place where one of these words can only be a name."""
    places = (_capital(word, passages) for word in words)
    return next((place for place in places if place), None)


def _capital(word: str, passages: Sequence[Passage]) -> _Standing | None:
    """Where the word has a capital that no sentence asks for; None if it has a small letter anywhere."""
    found: _Standing | None = None
    for place in _standings(word, passages):
        if not _is_capital(place):
            return None
        if found is None and _is_inside(place) and place.passage.path[0] not in _DECLARED:
            found = place
    return found


def _is_used(word: str, misspelt: _Standing, passages: Sequence[Passage]) -> bool:
    """Whether a name of the entry is used by itself: `Okafor` beside the misspelt first name is not."""
    places = [place for form in (word, f"{word}'s", f"{word}s") for place in _standings(form, passages)]
    is_common = any(not _is_capital(place) for place in places)
    near = misspelt.passage.each[misspelt.number]
    return any(
        _is_capital(place) and not (is_common and not _is_inside(place)) and not _is_beside(place, near)
        for place in places
    )


def _standings(word: str, passages: Sequence[Passage]) -> Iterator[_Standing]:
    for passage in passages:
        words = passage.each
        if word in words:
            yield from (_Standing(passage, number) for number, one in enumerate(words) if one == word)


def _is_capital(place: _Standing) -> bool:
    return place.passage.text[place.passage.words.starts[place.number]].isupper()


def _is_inside(place: _Standing) -> bool:
    """Whether the word follows another one within its sentence, with no mark but a comma between."""
    words = place.passage.words
    if not place.number:
        return False
    between = place.passage.text[words.ends[place.number - 1] : words.starts[place.number]]
    return between.strip() in ("", ",") and between[-1:] in (" ", "\n") and between.count("\n") < 2


def _is_beside(place: _Standing, near: str) -> bool:
    words = place.passage.each
    return near in words[max(0, place.number - 1) : place.number + 2]


RULE = Rule(
    code="RK608",
    name="register-name-misspelt",
    severity="note",
    finding="{place}: a word here is nearly a name of the register that stands nowhere in the text.",
    why=(
        "The published version replaces the names that the register spells. A name that is spelt otherwise in the text "
        "may not be recognised, or it belongs to somebody who is not in the register yet."
    ),
    fix="correct the spelling here or in the register, or add the other spelling to `also:`",
    source=("own",),
    good=Example(
        """
family:
  household: Ellis lives with her mother and with Tamsyn, who moved in last summer.
register:
  people:
    partner: {name: Tamsyn Orrell, role: parents-partner}
"""
    ),
    bad=Example(
        """
family:
  household: Ellis lives with her mother and with Tamsin, who moved in last summer.
register:
  people:
    partner: {name: Tamsyn Orrell, role: parents-partner}
""",
        at="/family/household",
    ),
    look=look,
)
