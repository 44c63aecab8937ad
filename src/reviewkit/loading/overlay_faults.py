"""Where an overlay asks for less, or publishes more, than its national template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reviewkit.schema import NEEDS, Field, Template

_LOOSEST_FIRST = ("keep", "replace-names", "coarsen", "withhold")
_IN_WORDS = {"must": "required", "should": "recommended", "may": "optional"}


class Relaxed(NamedTuple):
    """One relaxation: the ids on the way to the field, the overlay's word that did it, and what to say."""

    path: tuple[str, ...]
    word: str
    message: str
    hint: str


def relaxations(national: Template, overlay: Template) -> Iterator[Relaxed]:
    """Every place where `overlay` asks for less than `national`, or would publish more."""
    for section in national.sections:
        changed = overlay.section(section.id)
        if changed is not None:
            yield from _compared(section, changed, (section.id,), national)


def _compared(old: Field, new: Field, path: tuple[str, ...], national: Template) -> Iterator[Relaxed]:
    yield from _needs(old, new, path, national)
    yield from _conditions(old, new, path, national)
    yield from _publishing(old, new, path)
    if old.raises != new.raises:
        yield Relaxed(path, "raises", f"“{old.label}” speaks through another rule than nationally", "remove `raises:`")
    if old.at_most and not 0 < new.at_most <= old.at_most:
        message = f"“{old.label}” may hold {new.at_most}; nationally at most {old.at_most}"
        yield Relaxed(path, "at_most", message, f"write {old.at_most} or fewer")
    for number, inner in enumerate(old.fields):
        changed = new.fields[number]  # an overlay's own fields come behind the national ones
        step = (inner.id,) if inner.id else ()
        yield from _compared(inner, changed, (*path, *step), national)


def _needs(old: Field, new: Field, path: tuple[str, ...], national: Template) -> Iterator[Relaxed]:
    for edition in national.editions:
        before, after = old.need_in(edition.id), new.need_in(edition.id)
        if NEEDS.index(after) < NEEDS.index(before):
            named = f" in edition {edition.id}" if old.need_by_edition or new.need_by_edition else ""
            label = old.label or " or ".join(inner.label for inner in old.fields)
            message = f"“{label}” would be {_IN_WORDS[after]}{named}; nationally it is {_IN_WORDS[before]}"
            yield Relaxed(path, "need", message, f"write {before}, or leave it out: an overlay can only ask for more")
            return


def _conditions(old: Field, new: Field, path: tuple[str, ...], national: Template) -> Iterator[Relaxed]:
    asked = any(old.need_in(edition.id) != "may" for edition in national.editions)
    if asked and old.when != new.when:
        message = f"“{old.label}” would be asked for under another condition than nationally"
        yield Relaxed(path, "when", message, "remove `when:`, or add a section of your own")


def _publishing(old: Field, new: Field, path: tuple[str, ...]) -> Iterator[Relaxed]:
    if old.kind == "either" or (old.fields and old.publish == new.publish):
        return
    if _strictness(new.publish) < _strictness(old.publish):
        message = f"“{old.label}” would be published more openly ({new.publish}) than nationally ({old.publish or 'withhold'})"
        yield Relaxed(path, "publish", message, f"write {old.publish or 'withhold'}, or a stricter policy")


def _strictness(publish: str) -> int:
    return _LOOSEST_FIRST.index(publish or "withhold")
