"""The why of a learning point names a person's error and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.checking.evidence import words_of
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage, Prose, Said
from reviewkit.report import Path

_BLAME = "RK503"
_PRONOUNS = ("he ", "she ", "they ", "had he ", "had she ", "had they ", "and ", "but ")
_REASONS = ("because", "due to", "owing to", "since", ", as ", ", for ", ":", ";")


def look(context: Context) -> Iterator[Hit]:
    """Look at each why; a word about how work is set up, or a sentence of another kind, is an answer."""
    for path, _ in context.report.items("learning"):
        why = context.prose.at((*path, "why"))
        if why:
            errors = context.prose.said_at("person-error", why.path)
            if errors and _only_errors(why, errors) and not _says_more(context.prose, why.path):
                yield Hit(why.path, evidence=words_of(errors))


def _says_more(prose: Prose, path: Path) -> bool:
    """Whether the system comes into it, or a phrase list for blaming words speaks already."""
    blaming = [one.name for one in prose.lists if one.raises == _BLAME]
    return any(prose.said_at(name, path) for name in ("system-cause", *blaming))


def _only_errors(why: Passage, errors: Sequence[Said]) -> bool:
    """Whether each sentence ends in an error of somebody at work, with no reason after it.

    "She" alone may be anybody: somebody must be named by what they are.
    """
    last: dict[int, Said] = {}
    for said in errors:
        last[why.sentence_at(said.start)] = said
    named = any(not said.evidence.lower().startswith(_PRONOUNS) for said in errors)
    return named and len(last) == len(why.sentences) and not any(map(_is_explained, last.values()))


def _is_explained(error: Said) -> bool:
    why = error.passage
    end = why.sentences[why.sentence_at(error.start)][1]
    after = why.text[error.end : end].lower()
    return any(reason in after for reason in _REASONS)


RULE = Rule(
    code="RK315",
    name="why-blames-a-person",
    severity="warning",
    finding="The why of {place} ends in a person.",
    why=(
        "Reviews are not held to find who is to blame, and the same conditions will catch the next person. National "
        "analysis asked for more scrutiny of why things went wrong."
    ),
    fix="ask why once more: workload, a form, information that did not arrive, a threshold, a habit; what made it sensible",
    source=("leeds-guide", "uea-birmingham-2021", "own"),
    good=Example(
        """
learning:
  - id: L1
    title: Nobody asked who else looked after the baby
    why: >
      The health visitor did not ask, because the visit record has room for one carer and forty minutes have to cover
      feeding, sleep and mood. Most of her colleagues would have done the same.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    title: Nobody asked who else looked after the baby
    why: >
      The health visitor did not ask who else looked after the baby at night. She also did not read the letter that the
      midwife had written about the grandfather.
""",
        at="/learning/0/why",
    ),
    look=look,
)
