"""Words that hide a form of the register without being one: joined, disguised, misspelt, in another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reviewkit.anonymising.disguises import Found, decoded_tokens, labelled, regrouped, taken_apart
from reviewkit.anonymising.finding import find_matches
from reviewkit.anonymising.lexicon import Form, Lexicon
from reviewkit.anonymising.near_names import close_to, near_names
from reviewkit.anonymising.person_forms import handles_of, initials_of, read_name
from reviewkit.language.lookalikes import DIGIT_LETTERS
from reviewkit.language.reading import Reading, read

_SHORTEST_HIDDEN = 4
_SHORTEST_HANDLE = 3
_SHORTEST_REST = 5
_SHORTEST_STRETCHED = 4
_SHORTEST_NUMBER = 6
_ENDINGS = frozenset(
    ["an", "ian", "ians", "esque", "ish", "ism", "isms", "ist", "ists", "ite", "ites", "like", "ness", "ville", "gate", "land", "ified"]
)
_NOT_STRETCHED = frozenset(["british", "finnish", "danish", "christian", "christians", "christianity", "roman", "marxist"])


class Suspect(NamedTuple):
    """The word of the passage, the form that it may be, and why: joined, near, part or alphabet."""

    word: int
    form: str
    why: str


class Suspects(NamedTuple):
    """What to look for: single-word forms, those that no English word spells, what is close to a name, parts, numbers.

    `labels` are the initials that stand before or after a birth date's digits; `handles` are parts of a name in one word;
    `starts` are the first letters of all these; `whole` is what may be taken apart.
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
    parts = frozenset(_parts(lexicon)) - singles
    handles = frozenset(_handles(lexicon)) - singles
    long = (word for word in (*rare, *handles, *parts) if len(word) >= _SHORTEST_STRETCHED)
    starts = frozenset(word[:_SHORTEST_STRETCHED] for word in long)
    near = near_names(lexicon, _declared(hidden))
    return Suspects(singles, rare, near, parts, frozenset(_numbers(lexicon)), _labels(lexicon), handles, starts, rare | parts, lexicon)


def _declared(forms: Iterable[Form]) -> frozenset[str]:
    """Nicknames are guessed: what is close to a guess says nothing."""
    return frozenset(form.words[0] for form in forms if not form.is_word and form.kinds != {"nickname"})


def _parts(lexicon: Lexicon) -> Iterator[str]:
    """What people leave of St Cuthbert's, McElhinney, Larch Avenue: the saint without St, the name without its Mc."""
    for forms in lexicon.heads.values():
        for form in (form for form in forms if any(lexicon.labels_of(form))):
            words = form.words
            if words[0] in ("st", "saint") and len(words) > 1 and len(words[1]) >= _SHORTEST_HIDDEN:
                yield words[1]
            rest = words[0].removeprefix("mc")
            if len(words) == 1 and rest != words[0] and len(rest) >= _SHORTEST_REST:
                yield rest
            yield from _halves(form, lexicon)
            street = len(words) == 2 and any(lexicon.entities[bearer.entity].sort == "place" for bearer in form.bearers)
            if street and len(words[0]) >= _SHORTEST_REST and not lexicon.is_ordinary(words[0]):
                yield words[0]


def _halves(form: Form, lexicon: Lexicon) -> Iterator[str]:
    """Eastmere and Westmere, of a body that serves both."""
    body = any(lexicon.entities[bearer.entity].sort == "organisation" for bearer in form.bearers)
    if body and len(form.words) > 2 and form.words[1] == "and":
        halves = (form.words[0], form.words[2])
        yield from (word for word in halves if len(word) >= _SHORTEST_REST and not lexicon.is_ordinary(word))


def _handles(lexicon: Lexicon) -> Iterator[str]:
    for entity in lexicon.entities:
        for text in (entity.name, *entity.also) if entity.sort == "person" and entity.label else ():
            for handle in handles_of(read_name(text)):
                if len(handle) > _SHORTEST_HIDDEN and not lexicon.is_ordinary(handle):
                    yield handle


def _numbers(lexicon: Lexicon) -> Iterator[str]:
    """The digits of references that are too long to be a year, a month or an amount."""
    for entity in lexicon.entities:
        for text in (entity.name, *entity.also) if entity.sort == "reference" else ():
            digits = re.sub(r"\D", "", text)
            if len(digits) >= _SHORTEST_NUMBER:
                yield digits


def _labels(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The birth date in digits → the initials of everybody who was born then: `KT150320` on a sticker or in a file."""
    found: dict[str, frozenset[str]] = {}
    for entity in lexicon.entities:
        year, _, rest = entity.born.partition("-")
        month, _, day = rest.partition("-")
        if not (entity.label and year.isdigit() and month.isdigit() and day.isdigit()):
            continue
        initials = frozenset(initials_of(read_name(entity.name)))
        short = year[2:]
        for digits in (
            day + month + year, day + month + short, year + month + day, short + month + day, month + day, day + month, year,
        ):  # fmt: skip
            found[digits] = found.get(digits, frozenset()) | initials
    return found


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
        if not marked and word.isascii() and passage.cased(number) == word and word[:4] not in tables.starts:
            continue
        if not word.isascii():
            if len(word) > 1 and not _is_latin(word):
                yield Suspect(number, word, "alphabet")
            continue
        hidden = _hidden(passage, number, word, tables)
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
    elif word in tables.parts and (capital or not tables.lexicon.is_ordinary(word)):
        yield Suspect(number, word, "part")


def _hidden(passage: Reading, number: int, word: str, tables: Suspects) -> str:
    before = passage.before(passage.starts[number])[-1:]
    after = passage.after(passage.ends[number])[:1]
    if before.isdigit() or after.isdigit():
        disguised = _cluster(passage, number).translate(DIGIT_LETTERS)
        if disguised in tables.singles:
            return disguised
    if before in {"#", "@", "_"} or after in {"@", "_"}:
        return _within(word, tables) or _at_an_end(word, tables)
    if before == "/":
        return _within(word, tables)
    if word in tables.handles:
        return word
    return _stretched(word, tables) or _humped(word, passage.cased(number), tables)


def _within(word: str, tables: Suspects) -> str:
    return next((form for form in sorted(tables.singles) if len(form) >= _SHORTEST_HIDDEN and form in word), "")


def _at_an_end(word: str, tables: Suspects) -> str:
    """A form of three letters at either end of a handle: `@jay_x`, `#justiceforjay`."""
    if tables.lexicon.is_ordinary(word):
        return ""
    ends = (word[:_SHORTEST_HANDLE], word[-_SHORTEST_HANDLE:])
    return next((end for end in ends if end in tables.singles and len(end) == _SHORTEST_HANDLE), "")


def _stretched(word: str, tables: Suspects) -> str:
    """`Okaforian`, `Okaforesque`: a name with an ending that makes another word of it."""
    if word[:_SHORTEST_STRETCHED] not in tables.starts or word in _NOT_STRETCHED or tables.lexicon.is_ordinary(word):
        return ""
    cuts = (word[: -len(ending)] for ending in sorted(_ENDINGS) if word.endswith(ending))
    return next((name for name in cuts if len(name) >= _SHORTEST_STRETCHED and name in tables.rare), "")


def _humped(word: str, cased: str, tables: Suspects) -> str:
    """`JaydenChronology`: capitals inside the word show its parts."""
    if len(cased) != len(word) or cased[1:].lower() == cased[1:] or cased.isupper():
        return ""
    # The folded letters with the capitals of the source, whose letters may be of another alphabet.
    cased = "".join(letter.upper() if was.isupper() else letter for letter, was in zip(word, cased, strict=True))
    parts = [part.lower() for part in _camel().findall(cased)]
    return next((part for part in parts if part in tables.singles), "") if len(parts) > 1 else ""


def _cluster(passage: Reading, number: int) -> str:
    first = last = number
    while first > 0 and passage.gap(first - 1) == "":
        first -= 1
    while last < len(passage.words) - 1 and passage.gap(last) == "":
        last += 1
    return passage.plane[passage.starts[first] : passage.ends[last]]


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\d@#_/]")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
