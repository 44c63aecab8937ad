"""Where an overlay asks for less, or publishes more, than its national template."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.schema import NEEDS, Field, Template
from reviewkit.tuples import NamedTuple

_LOOSEST_FIRST = ("keep", "replace-names", "coarsen", "withhold")
_IN_WORDS = {"must": "required", "should": "recommended", "may": "optional"}


class Relaxed(NamedTuple):
    """One relaxation. `word` is the overlay's that did it; `names` are the paths by which `needs:` may name the field."""

    section: str
    names: frozenset[str]
    word: str
    message: str
    hint: str


class _Pair(NamedTuple):
    """A field as the national template has it and as the overlay makes it; `path` leads to what holds it."""

    old: Field
    new: Field
    path: tuple[str, ...]
    editions: tuple[str, ...]

    def relaxed(self, word: str, message: str, hint: str) -> Relaxed:
        ids = [inner.id for inner in self.old.fields] if self.old.kind == "either" else [self.old.id]
        label = self.old.label or " or ".join(inner.label for inner in self.old.fields)
        names = frozenset(".".join([*self.path[1:], key]) for key in ids) if self.path else frozenset[str]()
        return Relaxed((*self.path, self.old.id)[0], names, word, f"“{label}” {message}", hint)

    def inner(self) -> Iterator[_Pair]:
        path = self.path if self.old.kind == "either" else (*self.path, self.old.id)
        for number, old in enumerate(self.old.fields):  # what an overlay adds comes behind these
            yield _Pair(old, self.new.fields[number], path, self.editions)


def relaxations(national: Template, overlay: Template) -> Iterator[Relaxed]:
    """Every place where `overlay` asks for less than `national`, or would publish more."""
    editions = tuple(edition.id for edition in national.editions)
    for section in national.sections:
        changed = overlay.section(section.id)
        if changed is not None:
            yield from _compared(_Pair(section, changed, (), editions))


def _compared(pair: _Pair) -> Iterator[Relaxed]:
    yield from _needs(pair)
    yield from _conditions(pair)
    yield from _publishing(pair)
    old, new = pair.old, pair.new
    if old.raises != new.raises:
        yield pair.relaxed("raises", "would speak through another rule than nationally", "remove `raises:`")
    if old.at_most and not 0 < new.at_most <= old.at_most:
        message = f"may hold {new.at_most}; nationally at most {old.at_most}"
        yield pair.relaxed("at_most", message, f"write {old.at_most} or fewer")
    for inner in pair.inner():
        yield from _compared(inner)


def _needs(pair: _Pair) -> Iterator[Relaxed]:
    for edition in pair.editions:
        before, after = pair.old.need_in(edition), pair.new.need_in(edition)
        if NEEDS.index(after) < NEEDS.index(before):
            named = f" in edition {edition}" if pair.old.need_by_edition or pair.new.need_by_edition else ""
            message = f"would be {_IN_WORDS[after]}{named}; nationally it is {_IN_WORDS[before]}"
            yield pair.relaxed("need", message, f"write {before}, or leave it out: an overlay can only ask for more")
            return


def _conditions(pair: _Pair) -> Iterator[Relaxed]:
    asked = any(pair.old.need_in(edition) != "may" for edition in pair.editions)
    if asked and pair.old.when != pair.new.when:
        hint = "remove `when:`, or add a section of your own"
        yield pair.relaxed("when", "would be asked for under another condition than nationally", hint)


def _publishing(pair: _Pair) -> Iterator[Relaxed]:
    before, after = pair.old.publish or "withhold", pair.new.publish or "withhold"
    if pair.old.kind != "either" and _LOOSEST_FIRST.index(after) < _LOOSEST_FIRST.index(before):
        message = f"would be published more openly ({after}) than nationally ({before})"
        yield pair.relaxed("publish", message, f"write {before}, or a stricter policy")
