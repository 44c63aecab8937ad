"""Something is judged from its end, and what was known at the time is not said."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose, Said
from reviewkit.language.saying import each_once


def look(context: Context) -> Iterator[Hit]:
    """Look for what was known then in the same sentence, the one before and the one after."""
    prose = context.prose
    found = [said for said in prose.said("hindsight") if said.passage.field.type == "prose"]
    for said in each_once([said for said in found if not _says_what_was_known(prose, said)]):
        yield Hit(said.passage.path, fix=said.phrase.ask, evidence=said.evidence, source=said.phrase.source)


def _says_what_was_known(prose: Prose, said: Said) -> bool:
    passage = said.passage
    number = passage.sentence_at(said.start)
    return any(
        abs(passage.sentence_at(known.start) - number) <= 1 and not said.start <= known.start < said.end
        for known in prose.said_at("known-then", passage.path)
    )


RULE = Rule(
    code="RK504",
    name="hindsight",
    severity="note",
    finding="{place} judges from the end of the story; what was known at the time is not said.",
    why=(
        "Afterwards the signs look plain. Readers learn only when they see what people had in front of them, and why "
        "what they did made sense to them."
    ),
    fix="say what was known then, to whom, and what made the step that was taken seem right",
    source=("own",),
    good=Example(
        """
key_practice_episodes:
  - title: The bruise at the clinic
    what: A nurse saw a small bruise on the arm of Child R, who was then four months old, and asked how it came about.
    analysis: >
      Looking back, this was a missed opportunity. The nurse did not know that the hospital had seen a bruise in March:
      its letter lay in a queue of nine days. What she saw was one mark and a ready explanation.
""",
        template="rapid-review",
    ),
    bad=Example(
        """
key_practice_episodes:
  - title: The bruise at the clinic
    what: A nurse saw a small bruise on the arm of Child R, who was then four months old, and asked how it came about.
    analysis: >
      This was a missed opportunity. A referral that week would have opened the way to a medical examination and to a
      strategy meeting.
""",
        at="/key_practice_episodes/0/analysis",
        template="rapid-review",
    ),
    look=look,
)
