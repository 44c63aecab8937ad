"""The family as a whole: the Okafors, the Okafor family, the Okafor children, an Okafor child, Baby Okafor."""

from __future__ import annotations

from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.anonymising.names.mentions import Mention
from reviewkit.anonymising.names.person_names import read_name
from reviewkit.anonymising.names.place import Place
from reviewkit.language.word_classes import COUNTS, FAMILY_NOUNS, HOME_NOUNS, KIN_PLURALS, follows_freely

FAMILY = "the family"
_NOUNS = {
    **dict.fromkeys(FAMILY_NOUNS, (FAMILY, 1)), **dict.fromkeys(HOME_NOUNS, (FAMILY, 0)), "household": ("the household", 1),
}  # fmt: skip
_ANY = frozenset(("any", "no", "each", "every", "another", "one", "which", "either", "neither"))
_ONE_CHILD = frozenset(("child", "baby", "infant"))


def is_the_family(form: Form, lexicon: Lexicon) -> bool:
    """Whether the surname is that of the one family of the report: all children whom it is about bear the name."""
    children = {read_name(entity.name).surname for entity in lexicon.entities if entity.role == "child"}
    bearers = [lexicon.entities[bearer.entity] for bearer in form.bearers]
    named = any(bearer.role == "child" for bearer in bearers)
    return len(children) == 1 and named and all(bearer.in_family for bearer in bearers)


def family_mention(place: Place, lexicon: Lexicon) -> Mention | None:
    """The mention of a group by its surname, if that is what stands here and there is one such family."""
    match = place.match
    label, words = _group(place)
    if not label or not is_the_family(match.form, lexicon):
        return None
    if label == "the child":
        return _single_child(place, lexicon, words)
    entities = frozenset(bearer.entity for bearer in match.form.bearers)
    return Mention(match.first, match.last + words, (label,), entities, "family", full=False)


def names_a_group(place: Place) -> bool:
    """Whether a family or several of it are meant, whoever they are."""
    return bool(_group(place)[0])


def _group(place: Place) -> tuple[str, int]:
    """The label of the group and how many words after the name belong to it; "" if one person may be meant."""
    following = place.next
    if "plural" in place.match.form.kinds and "surname" not in place.match.form.kinds:
        return ("", 0) if place.previous in COUNTS else (FAMILY, 0)
    if following in _NOUNS:
        return _NOUNS[following]
    if following in KIN_PLURALS:
        return f"the {following}", 1
    if following in _ONE_CHILD:
        if place.previous in {"a", "an"}:
            return "a child of the family", 1
        return ("child of the family", 1) if place.previous in _ANY else ("the child", 1)
    described = following and not follows_freely(following)
    return (FAMILY, 0) if place.previous == "the" and (place.is_possessive or described) else ("", 0)


def _single_child(place: Place, lexicon: Lexicon, words: int) -> Mention | None:
    children = [bearer.entity for bearer in place.match.form.bearers if lexicon.entities[bearer.entity].is_child]
    if len(children) != 1:
        return None
    label = lexicon.entities[children[0]].label
    return Mention(place.match.first, place.match.last + words, (label,), frozenset(children), "person")
