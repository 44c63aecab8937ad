"""The fathers and male carers of whom a report can tell, and whether they could be asked."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.mentioning import key_of, names_of_person, said_of
from reviewkit.language.passages import Prose
from reviewkit.report import Path, Report, is_empty
from reviewkit.tuples import NamedTuple

LIST: Path = ("family", "fathers_and_male_carers")
_SURELY_MEN = ("father", "other-male-carer")
_WHY_NOT = "man-cannot-be-asked"


class Man(NamedTuple):
    """A man who is known: his key in the register, and where the report tells of him."""

    key: str
    path: Path


def men_told_of(report: Report) -> Iterator[Man]:
    """The men said to be known of whom something is told. "Unconfirmed" and "none" are other answers."""
    for path, entry in report.items(*LIST):
        key = key_of(entry)
        if key and entry.get("known") == "yes" and not is_empty(entry.get("part_in_life")):
            yield Man(key, path)


def fathers_at_home(report: Report) -> Iterator[Man]:
    """A father who lived with the child, as far as nothing is told of him yet."""
    told = {key_of(entry) for _, entry in report.items(*LIST)}
    for path, member in report.items("family", "members"):
        key = key_of(member)
        is_known = member.get("known") == "yes" and member.get("lives_with") == "yes"
        if key and is_known and key not in told and member.get("relationship") in _SURELY_MEN:
            yield Man(key, path)


def could_not_be_asked(report: Report, prose: Prose, man: Man) -> bool:
    """Whether the report says of him that he has died, is on trial, can't be found or must not be asked.

    `known: yes` is said of a man who has died as well; only the words about him tell.
    """
    names = names_of_person(report.register.people.get(man.key))
    return bool(prose.said_at(_WHY_NOT, man.path)) or said_of(prose, _WHY_NOT, names)
