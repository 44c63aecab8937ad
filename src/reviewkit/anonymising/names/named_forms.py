"""How an organisation, a place or a reference number can be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reviewkit.anonymising.names.address_forms import SHORTENED, address_forms
from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.person_names import Kind, Words
from reviewkit.anonymising.names.word_names import WORD_NAMES
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import ABBREVIATIONS, DETERMINERS, PLACE_HEADS, PREPOSITIONS, word_set

_TAILS = word_set("nhs foundation trust ltd limited plc cic llp inc academy and of the for")
_TYPES = word_set(
    "primary secondary infant infants junior school academy college nursery centre center hospital infirmary surgery",
    "practice clinic hospice church hostel house home homes children childrens unit service services team trust project",
    "foundation nhs association society group ltd limited police council partnership care health medical general royal",
    "community special high grammar catholic rc ce voluntary aided s of and the for youth club station ward family",
)
_BEFORE_HEAD = word_set("royal community general special the")
_CHURCHES = (("rc",), ("ce",), ("c", "of", "e"), ("cofe",), ("catholic",))
_SCHOOLS = word_set("primary secondary infant infants junior school academy")
_WORSHIP = word_set("gurdwara masjid mosque temple synagogue church chapel mandir")
_SHORTEST_HEAD = 4
_MOST_TYPES = 6
_HOSPITALS = word_set("hospital infirmary")
_TRUSTS = (("nhs", "trust"), ("nhs", "foundation", "trust"), ("trust",))
_ARTICLE_AND_NAME = 2  # words
_SHORTEST_NUMBER = 5


def named_forms(entity: Entity) -> Iterator[tuple[Words, Kind]]:
    """All forms of that organisation's, place's or reference's name and other names."""
    written = (entity.name, *entity.also)
    for text in (*written, *(name.replace("&", " and ") for name in written if "&" in name)):
        words = tuple(re.findall(r"[^\W\d_]+|\d+", fold_word(text)))
        if not words:
            continue
        for spelling in _spellings(words):
            yield spelling, "declared"
        if entity.sort == "organisation" and entity.label:
            yield from _short_organisation(words)
            yield from _acronym(text)
            yield from _listed_number(words)
        if entity.sort == "place":
            yield from address_forms(text)
        if entity.sort == "reference":
            yield from _short_reference(words)


def acronym_of(text: str) -> str:
    """The capitals of a name of three words or more, or ""."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word[0].isupper()]
    return "".join(word[0] for word in words).lower() if len(words) > 2 else ""


def _acronym(text: str) -> Iterator[tuple[Words, Kind]]:
    acronym = acronym_of(text.replace("'", "").replace("’", ""))
    if acronym and acronym not in ABBREVIATIONS:
        yield (acronym,), "initials"
        yield tuple(acronym), "initials"


def _spellings(words: Words) -> Iterator[Words]:
    """With and without apostrophe, `and`, article; St and Saint; Ave and Avenue."""
    bases = [words]
    if words[0] in DETERMINERS and len(words) > 2:
        bases.append(words[1:])
    bases += [tuple(word for word in base if word != "and") for base in bases if "and" in base]
    for base in list(bases):
        bases += _without_apostrophe(base)
    for base in list(bases):
        bases += _saints(base)
    for base in bases:
        yield base
        for short in SHORTENED.get(base[-1], ()):
            yield (*base[:-1], short)


def _without_apostrophe(words: Words) -> list[Words]:
    found = []
    for number, word in enumerate(words):
        if number and word == "s":
            found.append((*words[: number - 1], words[number - 1] + "s", *words[number + 1 :]))
            if len(words) > 2:
                found.append((*words[:number], *words[number + 1 :]))
    return found


def _saints(words: Words) -> list[Words]:
    other = {"st": "saint", "saint": "st"}
    return [(*words[:n], other[word], *words[n + 1 :]) for n, word in enumerate(words) if word in other]


def _short_organisation(words: Words) -> Iterator[tuple[Words, Kind]]:
    """Without its tail, the head with a short type, the head alone."""
    if words[0] in _WORSHIP and len(words) > 2:
        yield words[1:], "derived"
    if words[0] == "the" and len(words) == _ARTICLE_AND_NAME:
        yield from _head_alone(words[1:])
    if words[-1] in _HOSPITALS:
        yield from (((*words, *trust), "derived") for trust in _TRUSTS)
    for base in dict.fromkeys(_spellings(words)):
        short = base
        while len(short) > 2 and short[-1] in _TAILS:
            short = short[:-1]
            yield short, "derived"
        head = _head(base)
        if not head or head == base:
            yield from _first_of_two(base)
            continue
        yield from _head_alone(head)
        yield from _of_a_church(head, base)
        types = [word for word in base[len(head) :] if word != "s"][:_MOST_TYPES]
        for size in range(1, len(types) + 1):
            yield from (((*head, *some), "derived") for some in combinations(types, size) if _is_type(some))


def _of_a_church(head: Words, words: Words) -> Iterator[tuple[Words, Kind]]:
    """`St Cuthbert's C of E Primary School`: a word for the church that the declared name leaves out."""
    rest = words[len(head) :]
    for church in _CHURCHES if _SCHOOLS.intersection(rest) else ():
        yield (*head, *church), "derived"
        yield (*head, *church, *rest), "derived"
        if len(rest) > 1:
            yield (*head, *church, rest[0]), "derived"


def _is_type(words: Words) -> bool:
    return words[-1] in _TYPES and words[0] not in PREPOSITIONS and words[-1] not in PREPOSITIONS


def _head_alone(head: Words) -> Iterator[tuple[Words, Kind]]:
    """The head, and in one word as web addresses have it. A short one or a word may be anything: it is asked."""
    joined = "".join(head)
    sure = len(joined) >= _SHORTEST_HEAD and (len(head) > 1 or head[0] not in WORD_NAMES)
    yield head, "derived" if sure else "headword"
    if len(head) > 1 and len(joined) > _SHORTEST_HEAD:
        yield (joined,), "joined"
    yield from _first_of_two(head)


def _first_of_two(head: Words) -> Iterator[tuple[Words, Kind]]:
    """Ashdown Hall is called Ashdown."""
    if len(head) == 2 and head[1] in PLACE_HEADS and len(head[0]) > _SHORTEST_HEAD and head[0] not in WORD_NAMES:
        yield head[:1], "derived"


def _listed_number(words: Words) -> Iterator[tuple[Words, Kind]]:
    """The number of `URN 100000`, by which anybody finds the school."""
    yield from (((word,), "derived") for word in words if word.isdigit() and len(word) >= _SHORTEST_NUMBER)


def _head(words: Words) -> Words:
    """The words before the first that says what kind of body this is; a possessive `s` stays with them."""
    start = next((number for number, word in enumerate(words) if word not in _BEFORE_HEAD), len(words))
    for number, word in enumerate(words):
        if number >= start and word in _TYPES and not (word in ("s", "and") and number):
            head = words[: number - 1] if number > 1 and words[number - 1] == "and" else words[:number]
            return () if _BEFORE_HEAD.issuperset(head) else head
    return words


def _short_reference(words: Words) -> Iterator[tuple[Words, Kind]]:
    """In one word, and its number alone if that is long enough to be nobody else's."""
    if len(words) > 1 and len("".join(words)) > _SHORTEST_HEAD:
        yield tuple(re.findall(r"[^\W\d_]+|\d+", "".join(words))), "joined"
        yield from (((word,), "derived") for word in words if word.isdigit() and len(word) >= _SHORTEST_NUMBER)
