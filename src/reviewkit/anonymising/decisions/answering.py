"""An answer to a question, as the report keeps it under `publication.decisions`."""

from __future__ import annotations

from typing import Any

from reviewkit.publication import Action, Asked, Question
from reviewkit.tuples import NamedTuple

_WHY = {
    "which": "says who is meant",
    "word": "says whether the name or the word is meant",
    "grammar": "reads better",
    "near": "is nearly a name of the register",
    "joined": "is joined to a name of the register",
    "part": "is part of a name of the register",
    "person": "names somebody whom the register lacks",
    "place": "names a place that the register lacks",
    "undeclared-name": "names somebody or something that the register lacks",
}
_ELSE = "could tell who the family is"


class Answer(NamedTuple):
    """What somebody decided. `places`: those of the question that it is for, none for all of them."""

    action: Action
    replace_with: str = ""
    reason: str = ""
    by: str = ""
    places: tuple[Asked, ...] = ()


def decision_item(question: Question, answer: Answer) -> dict[str, Any]:
    """The entry for `publication.decisions`: it holds report text and never leaves the report."""
    places = answer.places or question.places
    item: dict[str, Any] = {"text": " ".join(question.text.split())}
    sentences = list(dict.fromkeys(" ".join(asked.sentence.split()) for asked in places))
    item["where"] = sentences
    if answer.action == "replace":
        item["replace_with"] = answer.replace_with
    else:
        item[answer.action] = "yes"
    item["reason"] = answer.reason or _WHY.get(question.kind, _ELSE)
    item["by"] = answer.by
    return item
