"""All forms of the register by their first word, ready for one pass over a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.named_forms import named_forms
from reviewkit.anonymising.names.person_forms import person_forms
from reviewkit.anonymising.names.person_names import Kind, Words
from reviewkit.anonymising.names.word_names import WORD_NAMES
from reviewkit.language.word_classes import ABBREVIATIONS
from reviewkit.tuples import NamedTuple

_WEAK: frozenset[Kind] = frozenset(
    ("middle", "initials", "joined", "derived", "nickname", "headword", "locality", "numbered")
)
_NEVER_WORDS: frozenset[Kind] = frozenset(("code", "numbered"))
_PLURAL: frozenset[Kind] = frozenset(("plural",))
_SHORTEST = 2


class Bearer(NamedTuple):
    """Whose form it is (a number in `Lexicon.entities`), and which form of the name."""

    entity: int
    kind: Kind


class Form(NamedTuple):
    """Folded words in order. `is_word`: every one of them is an ordinary word too.

    `kinds` are those of form that this is, to any of its bearers.
    """

    words: Words
    bearers: tuple[Bearer, ...]
    kinds: frozenset[Kind]
    is_word: bool


class Lexicon(NamedTuple):
    """`heads` gives the forms that begin with a word, longest first; `abbreviations` are never initials."""

    entities: tuple[Entity, ...]
    heads: Mapping[str, tuple[Form, ...]]
    ordinary: frozenset[str]
    abbreviations: frozenset[str]

    def is_ordinary(self, word: str) -> bool:
        """Whether the word says something by itself; short names such as Jo count, so that case decides."""
        return word in WORD_NAMES or word in self.ordinary or len(word) <= _SHORTEST or word.isdigit()

    def labels_of(self, form: Form) -> tuple[str, ...]:
        """What its bearers are published as, each once; "" stands for a name that is kept."""
        return tuple(dict.fromkeys(self.entities[bearer.entity].label for bearer in form.bearers))


def build_lexicon(entities: tuple[Entity, ...], ordinary: frozenset[str], abbreviations: Iterable[str] = ()) -> Lexicon:
    """The lexicon of those entries; `abbreviations` are the report's own, folded."""
    found: dict[Words, dict[Bearer, None]] = defaultdict(dict)
    for number, entity in enumerate(entities):
        forms = person_forms(entity) if entity.sort == "person" else named_forms(entity)
        bearer_of: dict[Kind, Bearer] = {}
        for words, kind in forms:
            bearer = bearer_of.get(kind)
            if bearer is None:
                bearer = bearer_of[kind] = Bearer(number, kind)
            found[words][bearer] = None
    lexicon = Lexicon(entities, {}, ordinary, ABBREVIATIONS | frozenset(abbreviations))
    plain = frozenset(filter(lexicon.is_ordinary, {word for words in found for word in words}))
    heads: dict[str, list[Form]] = defaultdict(list)
    for words, bearers in found.items():
        strongest = _strongest(bearers, entities)
        kinds = frozenset([bearer.kind for bearer in strongest])
        # A plural may be one of an ordinary word; any other form is one only if all its words are.
        may_be = kinds == _PLURAL or plain.issuperset(words)
        heads[words[0]].append(Form(words, strongest, kinds, may_be and _is_word(words, strongest, kinds, lexicon)))
    sorted_heads = {
        head: tuple(sorted(forms, key=lambda form: len(form.words), reverse=True)) for head, forms in heads.items()
    }
    return lexicon._replace(heads=sorted_heads)


def _is_word(words: Words, bearers: Iterable[Bearer], kinds: frozenset[Kind], lexicon: Lexicon) -> bool:
    # A reference is digits and short codes, which `is_ordinary` takes for words: its own spelling is never one.
    if kinds & _NEVER_WORDS or any(lexicon.entities[bearer.entity].sort == "reference" for bearer in bearers):
        return False
    if "".join(words).isdigit():  # the number of a school's entry in a public list
        return False
    plural = kinds == _PLURAL
    return all(
        lexicon.is_ordinary(word)
        or (plural and lexicon.is_ordinary(word.removesuffix("es" if word.endswith("ses") else "s")))
        for word in words
    )


def _strongest(bearers: Iterable[Bearer], entities: tuple[Entity, ...]) -> tuple[Bearer, ...]:
    """One bearer for each entity, and no guessed forms where somebody bears the form by right.

    A nickname stays beside the first name of another member of the family: nobody can tell Will from Will.
    """
    alone = tuple(bearers)
    if len(alone) == 1:
        return alone
    best: dict[int, Bearer] = {}
    for bearer in alone:
        known = best.get(bearer.entity)
        if known is None or (known.kind in _WEAK and bearer.kind not in _WEAK):
            best[bearer.entity] = bearer
    strong = [bearer for bearer in best.values() if bearer.kind not in _WEAK]
    if not strong:
        return tuple(best.values())
    if any(bearer.kind == "first" and entities[bearer.entity].in_family for bearer in strong):
        strong += [one for one in best.values() if one.kind == "nickname" and entities[one.entity].in_family]
    return tuple(sorted(strong))
