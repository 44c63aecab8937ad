"""Everybody and everything of the register, numbered, with what is known of them that decides who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from reviewkit.language.word_classes import FEMALE_TITLES, MALE_TITLES, word_set
from reviewkit.report import Person, Report
from reviewkit.tuples import NamedTuple

Sort = Literal["person", "organisation", "place", "reference"]
CHILD_ROLES = frozenset(("child", "sibling", "peer"))
PUBLIC_ROLES = frozenset(("professional", "reviewer", "scrutineer"))
_MALE_ROLES = frozenset(("father", "other-male-carer"))
_FEMALE_ROLES = frozenset(("mother",))
_MALE_WORDS = word_set("father stepfather grandfather uncle brother stepbrother nephew son boyfriend husband man boy")
_FEMALE_WORDS = word_set(
    "mother stepmother grandmother aunt sister stepsister niece daughter girlfriend wife woman girl"
)


class Entity(NamedTuple):
    """One entry of the register. `label` is what is published, "" if the real name may stand.

    `sex` is "m", "f" or ""; `ordinal` counts from 1 within its sort.
    """

    sort: Sort
    ordinal: int
    key: str
    name: str
    also: tuple[str, ...] = ()
    label: str = ""
    role: str = ""
    sex: str = ""
    is_child: bool = False
    under_two: bool = False
    born: str = ""

    @property
    def in_family(self) -> bool:
        """Whether this is a person of the case rather than somebody who worked on it."""
        return self.sort == "person" and self.role not in PUBLIC_ROLES

    @property
    def described(self) -> str:
        """The entry without its name: `the 2nd person of the register`."""
        return f"the {ordinal(self.ordinal)} {self.sort} of the register"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def entities_of(report: Report) -> tuple[Entity, ...]:
    """All entries in the register's order: people, organisations, places, references. No labels yet."""
    register = report.register
    males, females = _stated_sexes(report)
    children = {_key(child) for _, child in report.items("children")}
    incident = _first_incident(report)
    entities = [
        Entity(
            "person", number, person.key, person.name, person.also,
            role=person.role,
            sex=_sex(person, males, females),
            is_child=person.role in CHILD_ROLES or person.key in children,
            under_two=_under_two(person.born, incident),
            born=person.born,
        )
        for number, person in enumerate(register.people.values(), 1)
    ]  # fmt: skip
    entities += _named(report)
    return tuple(entities)


def _named(report: Report) -> Iterator[Entity]:
    register = report.register
    for number, entry in enumerate(register.organisations.values(), 1):
        yield Entity("organisation", number, entry.key, entry.name, entry.also)
    for number, entry in enumerate(register.places.values(), 1):
        yield Entity("place", number, entry.key, entry.name, entry.also)
    for number, entry in enumerate(register.references, 1):
        yield Entity("reference", number, "", entry.name, entry.also)


def _stated_sexes(report: Report) -> tuple[set[object], set[object]]:
    males: set[object] = {_key(item) for _, item in report.items("family", "fathers_and_male_carers")}
    females: set[object] = set()
    for _, child in report.items("children"):
        if child.get("gender") == "male":
            males.add(_key(child))
        if child.get("gender") == "female":
            females.add(_key(child))
    return males, females


def _key(item: Mapping[str, Any]) -> str:
    key = item.get("person")
    return key if isinstance(key, str) else ""


def _sex(person: Person, males: set[object], females: set[object]) -> str:
    title = person.name.split(" ", 1)[0].rstrip(".").lower()
    if person.key in males or person.role in _MALE_ROLES or title in MALE_TITLES:
        return "m"
    if person.key in females or person.role in _FEMALE_ROLES or title in FEMALE_TITLES:
        return "f"
    # The father's aunt is a woman: the last word of the published name says who it is.
    called = re.findall(r"[a-z]+", person.published_as.lower())[-1:]
    if called and called[0] in _MALE_WORDS:
        return "m"
    return "f" if called and called[0] in _FEMALE_WORDS else ""


def _first_incident(report: Report) -> str:
    days = [str(item.get("date")) for _, item in report.items("incidents") if item.get("date")]
    return min(days, default="")


def _under_two(born: str, incident: str) -> bool:
    try:
        days = date.fromisoformat((incident + "-01-01")[:10]) - date.fromisoformat(born)
    except ValueError:
        return False
    return days.days < 731
