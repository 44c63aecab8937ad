"""A text about one child goes on with the pronoun of the other gender.

Kept to what can't be read otherwise: the child's gender is recorded as female or male; a sentence names the child and
the next one opens with "He" or "She"; nobody else who could be meant stands in the text; and no pronoun of the child's
own gender does. `They` is left alone, since nobody can tell one person from several, and so are texts with both "he"
and "she" and what children and families said: there one of the two is usually somebody whom the question named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage
from reviewkit.language.tokens import split_words
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple

_PRONOUNS = {
    "female": frozenset({"she", "her", "hers", "herself"}),
    "male": frozenset({"he", "him", "his", "himself"}),
}
_SUBJECTS = {"female": "she", "male": "he"}
_OTHER = {"female": "male", "male": "female"}
_VOICES = ("views", "family_contact")
_COMMON = frozenset({"child", "baby", "young", "person"})
_PEOPLE = frozenset({
    "mother", "mum", "mummy", "mam", "father", "dad", "daddy", "parent", "parents", "stepmother", "stepmum",
    "stepfather", "stepdad", "grandmother", "gran", "granny", "nan", "nana", "grandma", "grandfather", "grandad",
    "grandpa", "grandparent", "grandparents", "sister", "sisters", "brother", "brothers", "sibling", "siblings",
    "aunt", "auntie", "uncle", "cousin", "cousins", "niece", "nephew", "daughter", "son", "wife", "husband",
    "partner", "boyfriend", "girlfriend", "friend", "friends", "neighbour", "neighbours", "peer", "peers",
    "classmate", "pupil", "pupils", "children", "twin", "twins", "girl", "girls", "boy", "boys", "lad", "woman",
    "man", "lady", "men", "women", "people", "person", "somebody", "someone", "anybody", "anyone", "everybody",
    "everyone", "adult", "adults", "carer", "carers", "guardian", "worker", "workers", "keyworker", "nurse", "nurses",
    "visitor", "visitors", "midwife", "midwives", "doctor", "doctors", "gp", "gps", "consultant", "surgeon",
    "paramedic", "paramedics", "teacher", "teachers", "head", "headteacher", "tutor", "mentor", "coach", "volunteer",
    "volunteers", "officer", "officers", "police", "constable", "sergeant", "detective", "inspector", "practitioner",
    "practitioners", "professional", "professionals", "staff", "manager", "managers", "chair", "lead", "leader",
    "coordinator", "counsellor", "advocate", "solicitor", "judge", "magistrate", "coroner", "lawyer", "barrister",
    "interpreter", "landlord", "landlady", "tenant", "lodger", "stranger", "driver", "secretary", "assistant",
    "reviewer", "reviewers", "author", "family", "families", "relative", "relatives", "household", "couple", "member",
    "members", "patient", "student", "students", "resident", "minister", "pastor", "priest", "imam", "vicar",
    "supervisor", "registrar", "nanny", "childminder", "ex", "who", "whom", "whose", "another", "other", "others",
    "male", "female", "adviser", "advisor",
})  # fmt: skip
_BIRTH = frozenset({
    "pregnant", "pregnancy", "birth", "births", "born", "antenatal", "postnatal", "maternity", "labour", "breastfed",
    "breastfeeding", "delivery", "delivered", "booking", "booked", "caesarean", "unborn", "miscarriage", "premature",
    "prematurely",
})  # fmt: skip
"""What a mother does without being named."""
_OPENERS = frozenset({
    "the", "a", "an", "in", "at", "on", "by", "to", "from", "for", "with", "without", "after", "before", "when",
    "while", "since", "as", "until", "during", "although", "though", "because", "if", "both", "each", "every", "most",
    "some", "many", "few", "one", "two", "three", "it", "its", "this", "that", "these", "those", "there", "here",
    "then", "now", "later", "once", "soon", "today", "also", "often", "sometimes", "usually", "always", "never",
    "not", "no", "nothing", "only", "all", "early", "last", "next", "what", "where", "how", "despite", "between",
    "about", "over", "under", "he", "him", "his", "she", "her", "hers", "first", "again", "i", "is", "was", "has",
    "had", "does", "did",
})  # fmt: skip
"""Words that may open a sentence; a capital that is none of them may be a name."""
_CAPITALS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas",
    "i", "child", "baby", "english", "british", "white", "black", "asian",
})  # fmt: skip


class _Child(NamedTuple):
    key: str
    gender: str
    names: frozenset[str]


def look(context: Context) -> Iterator[Hit]:
    """Take each text in which one gender's pronouns stand alone, and ask whose they can be."""
    report = context.report
    children = list(_children(report))
    if not children:
        return
    harmless = _CAPITALS.union(*(_words(name) for name in _names_of_no_person(report)))
    others = frozenset(_OTHER[child.gender] for child in children)
    for passage in context.prose.holding(frozenset().union(*(_PRONOUNS[gender] for gender in others))):
        used = _gender_used(passage)
        for child in children if used in others else ():
            start = _slip(passage, child, used) if child.gender == _OTHER[used] else -1
            if start >= 0 and _can_only_mean(passage, child, report, harmless):
                yield Hit(passage.path, evidence=" ".join(passage.text[start:].split()[:2]))


def _children(report: Report) -> Iterator[_Child]:
    for _, item in report.items("children"):
        key, gender = item.get("person"), item.get("gender")
        person = report.register.people.get(key) if isinstance(key, str) else None
        if person and isinstance(key, str) and isinstance(gender, str) and gender in _PRONOUNS:
            names = frozenset().union(*map(_words, (person.name, *person.also, person.published_as)))
            yield _Child(key, gender, names - _COMMON)


def _words(text: str) -> frozenset[str]:
    return _bare(split_words(text).words)


def _bare(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in words)


def _names_of_no_person(report: Report) -> Iterator[str]:
    register = report.register
    for entry in (*register.organisations.values(), *register.places.values()):
        yield from (entry.name, *entry.also)


def _gender_used(passage: Passage) -> str:
    """The one gender whose pronouns stand in a text without other people and without a quotation, or ""."""
    words = frozenset(passage.each)
    used = [gender for gender, pronouns in _PRONOUNS.items() if not words.isdisjoint(pronouns)]
    if len(used) != 1 or not words.isdisjoint(_PEOPLE) or passage.quotations:
        return ""
    words = _bare(words)
    if not words.isdisjoint(_PEOPLE) or not words.isdisjoint(_BIRTH):
        return ""
    return "" if any(word.endswith(("ist", "ists", "ian", "ians")) for word in words) else used[0]


def _slip(passage: Passage, child: _Child, used: str) -> int:
    """Where the pronoun opens the sentence after one that names the child; -1 if the first one stands elsewhere."""
    words = passage.words
    first = next(number for number, word in enumerate(words.words) if word in _PRONOUNS[used])
    start = words.starts[first]
    number = passage.sentence_at(start)
    named = number and not child.names.isdisjoint(_words(passage.sentence(number - 1)))
    return start if named and words.words[first] == _SUBJECTS[used] and _opens(passage, start) else -1


def _can_only_mean(passage: Passage, child: _Child, report: Report, harmless: frozenset[str]) -> bool:
    """Whether the text stands in nobody else's entry, and no capital in it may be somebody else."""
    if passage.path[0] in _VOICES or _owner(report, passage.path) not in (None, child.key):
        return False
    names = child.names | harmless
    return all(_is_harmless(passage, number, names) for number in range(len(passage.each)))


def _owner(report: Report, path: Path) -> Any:
    """The person whose entry the text stands in, or None."""
    owners = (report.at(*path[:length], "person") for length in range(len(path) - 1, 0, -1))
    return next((owner for owner in owners if owner is not None), None)


def _is_harmless(passage: Passage, number: int, names: frozenset[str]) -> bool:
    start, word = passage.words.starts[number], passage.each[number].removesuffix("'s")
    return not passage.text[start].isupper() or word in names or (word in _OPENERS and _opens(passage, start))


def _opens(passage: Passage, start: int) -> bool:
    first, _ = passage.sentences[passage.sentence_at(start)]
    return not passage.text[first:start].strip("*_-•( \t\n")


RULE = Rule(
    code="RK606",
    name="pronouns-slip",
    severity="warning",
    finding="{place}: the pronouns here are not those of the gender that the child's entry records.",
    why=(
        "A reader who meets “he” for a child called “she” elsewhere looks for a second child, or learns which of the two "
        "was meant to stay hidden. One published review under a neutral name mixes pronouns in its opening."
    ),
    fix="use one set of pronouns for this child throughout, the child's own, or correct `gender:`",
    source=("published-reviews", "own"),
    good=Example(
        """
register:
  people:
    child_a: {name: Ellis Thorne, role: child, published_as: Child R}
children:
  - person: child_a
    gender: female
    health: Ellis has asthma. She carries an inhaler and knows when she needs it.
"""
    ),
    bad=Example(
        """
register:
  people:
    child_a: {name: Ellis Thorne, role: child, published_as: Child R}
children:
  - person: child_a
    gender: female
    health: Ellis has asthma. He carries an inhaler and knows when he needs it.
""",
        at="/children/0/health",
    ),
    look=look,
)
