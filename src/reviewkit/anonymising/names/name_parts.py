"""What is left of a declared name when people shorten it: parts, handles, initials with a birth date, digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.anonymising.names.person_forms import handles_of, initials_of
from reviewkit.anonymising.names.person_names import read_name

_SHORTEST_HIDDEN = 4
_SHORTEST_REST = 5
_SHORTEST_NUMBER = 6


def saints_of(lexicon: Lexicon) -> Iterator[str]:
    """What people leave of St Cuthbert's, in small letters too, unless it is a word."""
    for head in ("st", "saint"):
        for form in lexicon.heads.get(head, ()):
            saint = form.words[1] if len(form.words) > 1 and any(lexicon.labels_of(form)) else ""
            if len(saint) >= _SHORTEST_HIDDEN and not lexicon.is_ordinary(saint):
                yield saint


def parts_of(lexicon: Lexicon) -> Iterator[str]:
    """What people leave of McElhinney, of Larch Avenue and of a body with two places in its name."""
    for forms in lexicon.heads.values():
        for form in (form for form in forms if any(lexicon.labels_of(form))):
            words = form.words
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


def person_handles(lexicon: Lexicon) -> Iterator[str]:
    """What people call themselves on a network: `jokafor`."""
    for entity in lexicon.entities:
        for text in (entity.name, *entity.also) if entity.sort == "person" and entity.label else ():
            for handle in handles_of(read_name(text)):
                if len(handle) > _SHORTEST_HIDDEN and not lexicon.is_ordinary(handle):
                    yield handle


def numbers_of(lexicon: Lexicon) -> Iterator[str]:
    """The digits of references that are too long to be a year, a month or an amount."""
    for entity in lexicon.entities:
        for text in (entity.name, *entity.also) if entity.sort == "reference" else ():
            digits = re.sub(r"\D", "", text)
            if len(digits) >= _SHORTEST_NUMBER:
                yield digits


def labels_of(lexicon: Lexicon) -> dict[str, frozenset[str]]:
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
