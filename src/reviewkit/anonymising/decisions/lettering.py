"""Letters for the children of a review: drawn by chance once, kept in the register from then on.

In the order of age or of the register a letter would tell who is the eldest; the first letter of a name would tell more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_uppercase

from reviewkit.anonymising.names.entities import CHILD_ROLES
from reviewkit.language.folding import fold_word
from reviewkit.report import Report

_MISREAD = frozenset("IO")
"""Child I and Child O read as one and nought."""


def draw_letters(report: Report, draw: Callable[[Sequence[str]], str]) -> dict[str, str]:
    """`published_as` for every child of the register that has none, by its key; `draw` takes one of the letters left.

    No letter begins any name or other name of the register's people, or is somebody's already.
    """
    people = report.register.people
    initials = {
        word[0].upper()
        for person in people.values()
        for name in (person.name, *person.also)
        for word in fold_word(name).split()
    }
    taken = {person.published_as.split()[-1].upper() for person in people.values() if person.published_as.split()}
    letters = [letter for letter in ascii_uppercase if letter not in taken | _MISREAD]
    # A large family's names can begin with nearly every letter; a child's own is never drawn.
    free = [letter for letter in letters if letter not in initials]
    drawn: dict[str, str] = {}
    for key, person in people.items():
        if person.role not in CHILD_ROLES or person.published_as:
            continue
        own = {word[0].upper() for name in (person.name, *person.also) for word in fold_word(name).split()}
        choice = free or [letter for letter in letters if letter not in own]
        if choice:
            letter = draw(choice)
            drawn[key] = f"Child {letter}"
            free, letters = ([one for one in some if one != letter] for some in (free, letters))
    return drawn
