"""What everybody is called in the published version, or why the register cannot be published as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reviewkit.anonymising.names.entities import PUBLIC_ROLES, Entity, entities_of
from reviewkit.language.folding import fold_word
from reviewkit.language.word_classes import LITTLE, TITLES, word_set
from reviewkit.report import Named, Report

KEEP = "keep"
REFERENCE_LABEL = "[reference withheld]"
_BEFORE_NAME = TITLES | LITTLE
_ROLE_WORDS = word_set(
    "mother father parent stepmother stepfather step second third first carer carers grandmother grandfather",
    "grandparent aunt uncle cousin sibling brother sister half child adult baby infant young person partner friend",
    "neighbour family maternal paternal older younger twin foster kinship of the a an s man woman boy girl teenager",
    "relative worker professional reviewer scrutineer male female other step-parent step-father step-mother",
)


def name_everybody(report: Report) -> tuple[tuple[Entity, ...], tuple[str, ...]]:
    """The register's entries with their published labels, and the reasons why they can't be published so."""
    labels, reasons = _labels(report)
    entities = tuple(
        entity._replace(label=labels.get((entity.sort, entity.ordinal), "")) for entity in entities_of(report)
    )
    return entities, (*reasons, *_twice(entities), *_too_near(entities))


def article_of(label: str) -> str:
    """The article that a label begins with, or ""."""
    first, _, rest = label.partition(" ")
    return first.lower() if rest and first.lower() in ("the", "a", "an") else ""


def core_of(label: str) -> str:
    """The label without its article."""
    return label.partition(" ")[2] if article_of(label) else label


def is_role(label: str) -> bool:
    """Whether the label is a role told like a name: `Mother`, `Mother's partner`, but not `Child B` or `the GP`."""
    return not (article_of(label) or _invented(label) or any(map(str.isdigit, label)))


def _labels(report: Report) -> tuple[dict[tuple[str, int], str], list[str]]:
    register = report.register
    named: list[tuple[str, int, str, str]] = []
    roles = report.template.codelists.get("register-role")
    for number, person in enumerate(register.people.values(), 1):
        code = roles.values.get(person.role) if roles else None
        named.append(("person", number, person.published_as or (code.label if code else ""), person.role))
    sorts: tuple[tuple[str, Iterable[Named]], ...] = (
        ("organisation", register.organisations.values()), ("place", register.places.values()),
        ("reference", register.references),
    )  # fmt: skip
    for sort, entries in sorts:
        default = REFERENCE_LABEL if sort == "reference" else ""
        named += [(sort, number, entry.published_as or default, "") for number, entry in enumerate(entries, 1)]
    real_names = report.at("publication", "naming") == "real-name"
    labels: dict[tuple[str, int], str] = {}
    reasons: list[str] = []
    for sort, number, label, role in named:
        fault = ""
        if not label:
            fault = "has no `published_as`"
        elif label != KEEP and label.casefold() == KEEP:
            fault = f"has `published_as: {label}`; write keep in small letters if the name may stand"
        elif label != KEEP:
            labels[sort, number] = _settled(label)
        elif sort == "reference" or (sort == "person" and role not in PUBLIC_ROLES and not real_names):
            fault = "has `published_as: keep`; only professionals, reviewers and bodies may be named"
        if fault:
            reasons.append(f"{Entity(sort, number, '', '').described} {fault}")  # type: ignore[arg-type]
    return labels, reasons


def _settled(label: str) -> str:
    label = " ".join(label.split())
    article = article_of(label)
    return f"{article} {core_of(label)}" if article else label


def _twice(entities: Iterable[Entity]) -> Iterator[str]:
    bearers: Mapping[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.in_family and entity.label and article_of(entity.label) not in ("a", "an"):
            bearers[entity.label.casefold()].append(entity)
    for shared in bearers.values():
        if len(shared) > 1:
            people = " and ".join(ordinal_of(entity) for entity in shared)
            yield f"the {people} person of the register are published under one name; give each a `published_as`"


def ordinal_of(entity: Entity) -> str:
    """The entry's number in words: 2nd."""
    return entity.described.split()[1]


def _too_near(entities: tuple[Entity, ...]) -> Iterator[str]:
    people = [entity for entity in entities if entity.sort == "person"]
    real = {word for person in people if person.label for word in _given_words(person)}
    for person in people:
        invented = _invented(person.label)
        if not invented:
            continue
        if any(word in real for word in invented if len(word) > 1):
            yield f"{person.described}: `published_as` is a real name of the register; choose another"
        elif not {word[0] for word in invented}.isdisjoint([name[:1] for name in _given_words(person)]):
            yield f"{person.described}: `published_as` shares its first letter with a real name; choose another"


def _given_words(person: Entity) -> set[str]:
    """First names and other names; the surname does not count towards the first letter of a pseudonym."""
    parts = [word for word in fold_word(person.name).split() if word.strip(".") not in _BEFORE_NAME]
    given = parts[:-1] if len(parts) > 1 else parts
    return {given[0], *(fold_word(name) for name in person.also)} if given else set()


def _invented(label: str) -> list[str]:
    """What of a label is a letter or a name rather than a role: `b` of Child B, `sam` of Sam, nothing of Mother."""
    if article_of(label):
        return []
    words = [word for word in label.replace("-", " ").replace("'", " ").replace("’", " ").split() if word]
    return [fold_word(word) for word in words if word[0].isupper() and fold_word(word) not in _ROLE_WORDS]
