"""Words find somebody to blame, or a worker is named beside a word of fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage, Said
from reviewkit.language.tokens import places_of, split_words
from reviewkit.report import Register

WORKERS = frozenset({"professional", "residential-carer"})
"""Roles of the register that are held at work."""
ELSEWHERE = frozenset({"views", "family_contact", "parallel_processes", "publication", "sign_off", "participants"})
"""Where people's own views stand, and what other bodies found."""
APART = 6
"""At most so many words between the name and the fault."""
_NOT = frozenset(
    {"not", "never", "no", "nobody", "none", "neither", "nor", "didn't", "wasn't", "without", "whether", "if", "said",
     "says", "felt", "feels", "thought", "thinks", "believed", "believes", "blamed", "accused", "afraid", "feared"}
)  # fmt: skip
_NEW_CLAUSE = frozenset(
    {"that", "how", "why", "what", "because", "when", "where", "while", "whether", "if", "as", "since", "so", "told",
     "to", "by", "from", "with", "for", "about", "asked", "but", "which", "whose", "they", "he", "it", "we", "others"}
)  # fmt: skip


def look(context: Context) -> Iterator[Hit]:
    """Look for the register's workers beside words of fault; the phrase list of blaming words speaks for itself."""
    names = tuple(_names(context.report.register))
    told: set[object] = set()
    for said in context.prose.said("faults") if names else ():
        passage = said.passage
        if passage.path[0] in ELSEWHERE or passage.path in told:
            continue
        start = next(
            (start for name in names for start in places_of(name, passage.text) if _joined(start, name, said)), -1
        )
        if start >= 0:
            told.add(passage.path)
            evidence = " ".join(passage.text[start : said.end].split())
            yield Hit(passage.path, "{place}: a named worker is said to be at fault.", evidence=evidence)


def _names(register: Register) -> Iterator[str]:
    """Whole names, other names, and surnames that nobody else of the register has."""
    surnames = [person.name.rpartition(" ")[2] for person in register.people.values()]
    for person in register.people.values():
        if person.role in WORKERS:
            surname = person.name.rpartition(" ")[2]
            alone = (surname,) if surnames.count(surname) == 1 and len(surname) > 2 else ()
            yield from (name for name in (person.name, *person.also, *alone) if name[:1].isupper())


def _joined(start: int, name: str, fault: Said) -> bool:
    """Whether the person of that name is the one who did it: name, then fault, in one clause without a not."""
    passage, end = fault.passage, start + len(name)
    if not end <= fault.start or passage.sentence_at(start) != passage.sentence_at(fault.start):
        return False
    between = passage.text[end : fault.start]
    words = split_words(between).words
    if len(words) > APART or not _NEW_CLAUSE.isdisjoint(words) or ";" in between or _holds_name(between):
        return False
    return _NOT.isdisjoint(_words_before(passage, fault.start)) and not _turns(passage, fault.end)


def _holds_name(between: str) -> bool:
    return any(word[:1].isupper() for word in between.split())


def _words_before(passage: Passage, end: int) -> Sequence[str]:
    start = passage.sentences[passage.sentence_at(end)][0]
    return split_words(passage.text[start:end]).words


def _turns(passage: Passage, end: int) -> bool:
    """`should have been told`, `should have had support`: what others owed."""
    return bool({"been", "had", "received"} & set(split_words(passage.text[end : end + 20]).words[:1]))


RULE = Rule(
    code="RK503",
    name="blame",
    severity="warning",
    finding="{place}: words that find somebody to blame.",
    why=(
        "Reviews are not enquiries into who is to blame; that is for coroners and criminal courts. Where a sentence ends "
        "in a person, what would catch the next person stays hidden."
    ),
    fix="say what in the work, the forms or the information led there, and name no worker",
    source=("leeds-guide", "own"),
    good=Example(
        """
key_practice_episodes:
  - title: The message of 12 May
    what: The health visitor's message about the bruise lay unread at the duty desk from Friday until Tuesday.
    analysis: >
      One worker held the desk for two teams that week and had ninety messages. Nothing in the list shows which of them
      speak of a baby.
""",
        template="rapid-review",
    ),
    bad=Example(
        """
key_practice_episodes:
  - title: The message of 12 May
    what: The health visitor's message about the bruise lay unread at the duty desk from Friday until Tuesday.
    analysis: The duty worker was negligent in leaving the message for four days, which is inexcusable.
""",
        at="/key_practice_episodes/0/analysis",
        template="rapid-review",
    ),
    look=look,
)
