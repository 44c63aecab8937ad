"""What each recommendation would change, judged sentence by sentence from the words in which it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.checking.joining import is_beside
from reviewkit.contracts import Context
from reviewkit.language.passages import Passage, Prose, Said
from reviewkit.report import Path, Report, is_empty
from reviewkit.tuples import NamedTuple

SYSTEM_TYPES = (
    "audit", "supervision-oversight", "tools-forms", "commissioning-resources", "information-systems", "national",
)  # fmt: skip
"""Types of recommendation by which the author says that more changes than what people know or what a policy says."""

_WEAK = ("telling", "training", "policy")
_LISTS = (*_WEAK, "making", "system-change", "routine")
_PURPOSE = frozenset({"so", "which", "whereby", "requires", "require", "requiring"})
_Found = Mapping[tuple[Path, int], Sequence[Said]]


class Change(NamedTuple):
    """What a recommendation asks for. `more`: a sentence speaks of something else than telling, training and policy."""

    telling: tuple[Said, ...]
    training: tuple[Said, ...]
    policy: tuple[Said, ...]
    more: bool


def is_justified(recommendation: Mapping[str, Any]) -> bool:
    """Whether the author says why this kind of change is right here; the reader sees the reason."""
    return not is_empty(recommendation.get("justification"))


def is_national(recommendation: Mapping[str, Any]) -> bool:
    """Whether it asks something of a national body, which acts by guidance and by asking others."""
    return recommendation.get("level") == "national" or recommendation.get("type") == "national"


def changes(context: Context) -> Iterator[tuple[Path, Change]]:
    """The change that each recommendation asks for, but for those that are justified, national or typed as more.

    None where no recommendation speaks of telling, training or policy at all.
    """
    if not any(context.prose.said_at(name, ("recommendations",)) for name in _WEAK):
        return
    found = _by_sentence(context.prose)
    for path, item in context.report.items("recommendations"):
        if not (is_justified(item) or is_national(item) or item.get("type") in SYSTEM_TYPES):
            yield path, _change(list(_texts(context.report, context.prose, path)), found)


def _by_sentence(prose: Prose) -> _Found:
    found: dict[tuple[Path, int], list[Said]] = {}
    for name in _LISTS:
        for said in prose.said(name):
            path = said.passage.path
            if path[0] == "recommendations":
                found.setdefault((path, said.passage.sentence_at(said.start)), []).append(said)
    return found


def _texts(report: Report, prose: Prose, path: Path) -> Iterator[Passage]:
    actions = [(*at, "what") for at, _ in report.items(*path, "implementation", "actions")]
    for at in ((*path, "text"), (*path, "implementation", "how"), *actions):
        passage = prose.at(at)
        if passage:
            yield passage


def _change(texts: Sequence[Passage], found: _Found) -> Change:
    asked: dict[str, list[Said]] = {name: [] for name in _WEAK}
    more = False
    for passage in texts:
        for number in range(len(passage.sentences)):
            here = found.get((passage.path, number), ())
            weak = [said for said in here if said.phrase.list_name in _WEAK]
            if any(_is_more(said, weak) for said in here) or not (here or _is_bare(passage.sentence(number))):
                more = True
            for said in weak:
                asked[said.phrase.list_name].append(said)
    return Change(tuple(asked["telling"]), tuple(asked["training"]), tuple(asked["policy"]), more)


def _is_bare(sentence: str) -> bool:
    """Whether it is too short to ask for anything, such as a "to follow"."""
    return len(sentence.split()) <= 3


def _is_more(said: Said, weak: Sequence[Said]) -> bool:
    """Whether these words speak of a change of their own, not of what people are told, trained in or given to read."""
    if said.phrase.list_name != "making":
        return said.phrase.list_name == "system-change"
    beside = (is_beside(said, other, _PURPOSE if other.phrase.list_name == "policy" else ()) for other in weak)
    return not _says_who(said) and all(beside)


def _says_who(said: Said) -> bool:
    """Whether it only says who somebody is, by what they don't do ("babies who do not yet move")."""
    before = said.passage.text[: said.start].lower().removesuffix("yet ").split()[-3:]
    return "who" in before and before[-1] in ("not", "cannot")
