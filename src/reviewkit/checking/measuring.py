"""What the measure of a recommendation counts: activity, assurance, or quality and effect on children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.checking.joining import is_beside
from reviewkit.language.passages import Passage, Prose, Said
from reviewkit.language.tokens import Span
from reviewkit.report import Path

_COUNTED = ("indicator", "target")
_A_PART = 5
"""Words from which on a part of a measure counts something by itself."""
_FIGURES = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "third", "quarter", "percent"}
)
_SHOWN = (*_COUNTED, "baseline", "evidence_source")


def counted(prose: Prose, path: Path, list_name: str) -> Sequence[Said]:
    """The words of that list in what the recommendation at `path` counts: its indicator, else its target."""
    for key in _COUNTED:
        at = (*path, "measure", key)
        if prose.at(at):
            return prose.said_at(list_name, at)
    return ()


def shows_effect(prose: Prose, path: Path, shallow: str) -> bool:
    """Whether anything in the measure speaks of quality or of children, apart from what the `shallow` list finds.

    The outcome says what is hoped for; it shows an effect only where it gives a figure to hold it against.
    """
    outcome = prose.at((*path, "measure", "outcome"))
    if outcome and _has_a_figure(outcome) and prose.said_at("effect", outcome.path):
        return True
    shown = (prose.at((*path, "measure", key)) for key in _SHOWN)
    return any(_goes_further(prose, passage, shallow) for passage in shown if passage)


def _has_a_figure(outcome: Passage) -> bool:
    return any(word.isdigit() or word in _FIGURES for word in outcome.each)


def _goes_further(prose: Prose, passage: Passage, shallow: str) -> bool:
    others = prose.said_at(shallow, passage.path)
    effects = prose.said_at("effect", passage.path)
    return any(_counts(said, others) for said in effects) or (bool(others) and _has_a_part_of_its_own(passage, others))


def _counts(effect: Said, others: Sequence[Said]) -> bool:
    sentence = effect.passage.sentence_at(effect.start)
    near = (other for other in others if other.passage.sentence_at(other.start) == sentence)
    return all(is_beside(effect, other) for other in near)


def _has_a_part_of_its_own(passage: Passage, others: Sequence[Said]) -> bool:
    """Whether something else is counted that we have no words for: then we don't judge."""
    return any(
        len(passage.text[start:end].split()) >= _A_PART and not any(start <= said.start < end for said in others)
        for start, end in _parts(passage)
    )


def _parts(passage: Passage) -> Iterator[Span]:
    """Sentences, and what a semicolon or ", and" parts in them."""
    for first, last in passage.sentences:
        start = first
        for part in passage.text[first:last].replace(", and ", ";    ").split(";"):
            yield start, start + len(part)
            start += len(part) + 1
