"""A pseudonym is a real name of the register, or begins with the real first letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.tokens import split_words
from reviewkit.report import Person
from reviewkit.tuples import NamedTuple

_KEEP = "keep"
_WORKED_ON_IT = ("professional", "reviewer", "scrutineer")
_NO_NAME = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "master", "dr", "doctor", "prof", "professor", "sir", "pc", "dc", "ds", "dci",
    "sgt", "nurse", "baby", "little", "unknown", "not", "known", "unnamed", "unborn", "tbc", "none", "male", "female",
    "unconfirmed",
})  # fmt: skip
_ROLES = frozenset({
    "mother", "father", "mum", "dad", "parent", "parents", "stepmother", "stepfather", "step", "second", "third",
    "first", "carer", "carers", "grandmother", "grandfather", "grandparent", "aunt", "uncle", "cousin", "sibling",
    "brother", "sister", "half", "child", "children", "adult", "baby", "infant", "young", "younger", "older",
    "person", "partner", "friend", "neighbour", "family", "maternal", "paternal", "twin", "foster", "kinship",
    "former", "other", "male", "female", "man", "woman", "boy", "girl", "teenager", "relative", "worker", "social",
    "professional", "reviewer", "scrutineer", "peer", "subject", "of", "the", "and", "a", "an",
})  # fmt: skip
_CLEAR_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # I and O are read as digits


class _Bearer(NamedTuple):
    """One person: every word of the real names, the letters that the person is called by, what is invented."""

    key: str
    words: frozenset[str]
    letters: frozenset[str]
    initials: str
    invented: tuple[str, ...]
    in_family: bool
    kept: bool


def look(context: Context) -> Iterator[Hit]:
    """Compare what each label adds to a role, `A` of Child A, with the names that the published version must not hold."""
    report = context.report
    if report.at("publication", "naming") == "real-name":
        return
    people = [_bearer(key, person) for key, person in report.register.people.items() if isinstance(key, str)]
    real = frozenset(word for person in people if not person.kept for word in person.words)
    for person in people:
        path = ("register", "people", person.key, "published_as")
        label = report.register.people[person.key].published_as
        if any(len(word) > 1 and word.casefold() in real for word in person.invented):
            yield Hit(path, "{place} is published under a real name of the register.", _fix(people), evidence=label)
        elif any(_begins_alike(word, person) for word in person.invented):
            message = "{place} is published under the first letter of the real name."
            yield Hit(path, message, _fix(people), evidence=label, severity="warning")


def _bearer(key: str, person: Person) -> _Bearer:
    names = [[word for word in split_words(name).words if word not in _NO_NAME] for name in (person.name, *person.also)]
    label = person.published_as
    return _Bearer(
        key,
        words=frozenset(word for name in names for word in name if len(word) > 1),
        # The surname doesn't count: children are known by the letter of their first name.
        letters=frozenset(name[0][0] for name in names if name),
        initials="".join(word[0] for word in names[0]),
        invented=() if label.casefold() == _KEEP else tuple(_invented(label)),
        in_family=person.role not in _WORKED_ON_IT,
        kept=label.casefold() == _KEEP,
    )


def _invented(label: str) -> Iterator[str]:
    """What of a label is a letter or a name rather than a role; nothing of `the health visitor`."""
    found = split_words(label)
    if len(found.words) > 1 and found.words[0] in ("the", "a", "an"):
        return
    for number, word in enumerate(found.words):
        written = label[found.starts[number] : found.ends[number]]
        bare = word.removesuffix("'s").rstrip("0123456789")
        is_last_letter = len(bare) == 1 and 0 < number == len(found.words) - 1
        if bare and (is_last_letter or (written[0].isupper() and bare not in _ROLES)):
            yield written[: len(bare)]


def _begins_alike(word: str, person: _Bearer) -> bool:
    """A letter of anybody; initials and invented names only of the family: HV or GP is a job."""
    if len(word) == 1:
        return word.casefold() in person.letters
    if not person.in_family:
        return False
    return word.casefold() == person.initials or (word[0].casefold() in person.letters and len(person.invented) == 1)


def _fix(people: Sequence[_Bearer]) -> str:
    used = {word[0] for person in people for word in (*person.words, *person.invented) if word}
    free = [letter for letter in _CLEAR_LETTERS if letter not in used and letter.casefold() not in used]
    if len(free) < 3:
        return "choose a letter or a name that begins none of this person's names"
    some = free[0], free[len(free) // 2], free[-1]
    return f"draw another letter: {some[0]}, {some[1]} and {some[2]}, for example, begin no name of this register"


RULE = Rule(
    code="RK604",
    name="pseudonym-gives-name-away",
    severity="error",
    finding="{place}: the pseudonym is a real name of the register or begins with its first letter.",
    why=(
        "Reviews are published anonymously. Neighbours who know that a child called Alfie was harmed find him in Child A "
        "at once, and a pseudonym that is somebody else's real name points at the wrong person."
    ),
    fix="draw a letter at random that begins none of this person's names",
    source=("leeds-guide", "own"),
    good=Example(
        """
register:
  people:
    child_a: {name: Alfie Thorne, also: [Alf], role: child, published_as: Child K}
    mother: {name: Dana Thorne, role: mother, published_as: Mother}
"""
    ),
    bad=Example(
        """
register:
  people:
    child_a: {name: Alfie Thorne, also: [Alf], role: child, published_as: Dana}
    mother: {name: Dana Thorne, role: mother, published_as: Mother}
""",
        at="/register/people/child_a/published_as",
    ),
    look=look,
    waivable=False,
)
