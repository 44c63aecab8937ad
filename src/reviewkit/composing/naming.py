"""References as words: people and bodies by their names, learning and the like by id, title and link."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.composing.linking import Target
from reviewkit.composing.material import Material
from reviewkit.composing.wording import capitalised, one_line
from reviewkit.document import Run, Runs


def owner_name(material: Material, value: object) -> str:
    """Who owns something: a body of the register by its name, else the words that were written."""
    text = one_line(value)
    return _opened(material, material.organisations.get(text, text))


def referred(material: Material, to: str, value: object) -> Runs:
    """What one reference says, without its title; nothing if it leads nowhere and this is for publication."""
    key = one_line(value)
    if to in ("people", "organisations"):
        return _runs(_name(material, to, key))
    target = material.links.targets.get((to, key))
    return (link(target),) if target else _runs(_unresolved(material, key))


def referred_with_title(material: Material, to: str, value: object) -> Runs:
    """The same, with the title of what is referred to."""
    target = material.links.targets.get((to, one_line(value)))
    if target and target.title:
        return (Run(f"{target.id} {target.title}", anchor=target.anchor),)
    return referred(material, to, value)


def link(target: Target) -> Run:
    """A link to an item by its id."""
    return Run(target.id, anchor=target.anchor)


def joined(several: Iterable[Runs], between: str = ", ") -> Runs:
    """Runs one after the other, with something between them."""
    found: list[Run] = []
    for runs in several:
        if runs and found:
            found.append(Run(between))
        found.extend(runs)
    return tuple(found)


def opened(material: Material, runs: Runs) -> Runs:
    """The runs as a line begins with them: a published name such as "the GP" gets its capital."""
    if not runs or material.confidential:
        return runs
    return (runs[0]._replace(text=_opened(material, runs[0].text)), *runs[1:])


def _name(material: Material, to: str, key: str) -> str:
    names = material.people if to == "people" else material.organisations
    return names.get(key) or _unresolved(material, key)


def _opened(material: Material, name: str) -> str:
    # A real name stays as it is spelt.
    return name if material.confidential else capitalised(name)


def _unresolved(material: Material, key: str) -> str:
    # A key of the register is a name of its own making: it never leaves with a published version.
    return key if material.confidential else ""


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()
