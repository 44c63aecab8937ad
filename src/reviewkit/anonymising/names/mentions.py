"""A place where somebody or something of the register is meant, and what is said there instead."""

from __future__ import annotations

from reviewkit.anonymising.grammar.editing import Doubt
from reviewkit.anonymising.masking import masked
from reviewkit.anonymising.names.lexicon import Form, Lexicon
from reviewkit.tuples import NamedTuple


class Mention(NamedTuple):
    """Words `first` up to `last`, titles included, are published as `labels` ("" as a label: may stand).

    Two labels are two people ("Mr and Mrs Okafor"). `full` mentions settle who a later first name is.
    `possessive` is what follows the name: "'s", "'" or nothing; `last` does not cover it. `noun_follows` marks a name
    whose own `'s` serves as a possessive ("the St Cuthbert's head").
    """

    first: int
    last: int
    labels: tuple[str, ...]
    entities: frozenset[int]
    sort: str
    full: bool = False
    possessive: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the real name may stand."""
        return self.labels == ("",)


def which_one(form: Form, lexicon: Lexicon, note: str = "") -> Doubt:
    """Several bear the form and nothing tells who is meant."""
    labels = lexicon.labels_of(form)
    people = " or ".join(label or "a name that is kept" for label in labels)
    shown = masked(form.words[0])
    family = form.kinds & {"surname", "plural"} and all(lexicon.entities[one.entity].in_family for one in form.bearers)
    return Doubt(
        f"which {form.words} {note}", f"{shown}: {people}? Write the first name, or who it is{note}",
        proposals=(*filter(None, labels), *(("a member of the family",) if family else ())),
    )  # fmt: skip


def name_or_word(form: Form, lexicon: Lexicon) -> Doubt:
    """A name that is a word as well, where nothing tells which."""
    labels = " or ".join(label or "a name that is kept" for label in lexicon.labels_of(form))
    shown = masked(form.words[0])
    return Doubt(
        f"word {form.words}", f"{shown}: a word, or {labels}? Write the full name, or put the word otherwise",
        proposals=tuple(filter(None, lexicon.labels_of(form))),
    )  # fmt: skip


def stranger(form: Form, kind: str) -> Doubt:
    """A declared name tied to something undeclared."""
    shown = masked(form.words[0])
    texts = {
        "person": f"{shown} stands beside a name that the register lacks: declare that person or body, or reword",
        "place": f"{shown} is part of a place or body that the register lacks: declare it under `places` or `organisations`",
        "joined": f"{shown} is joined to other letters, digits or marks: write it as a word of its own, or leave it out",
    }
    return Doubt(f"{kind} {form.words}", texts[kind])


def no_such_person(form: Form) -> Doubt:
    """A title that fits nobody of that name."""
    shown = masked(form.words[0])
    return Doubt(f"title {form.words}", f"{shown} with a title fits nobody of the register: declare that person")


def clumsy(label: str, form_word: str) -> Doubt:
    """The sentence would not read well."""
    return Doubt(
        f"grammar {form_word} {label}",
        f"{masked(form_word)}: the sentence does not read well with “{label}”: reword it",
    )
