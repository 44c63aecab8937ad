"""Where the texts of a report speak of somebody or something that the register names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from reviewkit.language.passages import Prose
from reviewkit.language.tokens import places_of
from reviewkit.report import Named, Person

_NOT_NAMES = ("", "unknown", "not known", "not-known", "keep")
_SHORTEST = 3


def key_of(item: Mapping[str, Any]) -> str:
    """The key of the person that an item is about, or ""."""
    key = item.get("person")
    return key if isinstance(key, str) else ""


def names_of_person(person: Person | None) -> frozenset[str]:
    """What a text may call this person: whole name, first name, other names, Mr and surname, published form."""
    if person is None:
        return frozenset()
    first, _, rest = person.name.partition(" ")
    surname = f"mr {rest.rpartition(' ')[2]}" if rest else ""
    return _usable((person.name, first, surname, person.published_as, *person.also))


def names_of_body(body: Named | None) -> frozenset[str]:
    """What a text may call this organisation."""
    return frozenset() if body is None else _usable((body.name, body.published_as, *body.also))


def mentions(text: str, names: Collection[str]) -> bool:
    """Whether one of these names stands in the text, as words and in whatever case."""
    lowered = text.casefold()
    return any(True for name in names for _ in places_of(name, lowered))


def said_of(prose: Prose, list_name: str, names: Collection[str]) -> bool:
    """Whether a phrase of that list stands in a sentence that names the person."""
    if not names:
        return False
    return any(
        mentions(said.passage.sentence(said.passage.sentence_at(said.start)), names) for said in prose.said(list_name)
    )


def _usable(written: tuple[str, ...]) -> frozenset[str]:
    plain = (name.strip().casefold() for name in written)
    return frozenset(name for name in plain if name not in _NOT_NAMES and len(name) >= _SHORTEST)
