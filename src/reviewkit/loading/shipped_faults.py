"""What a shipped section owes beyond what an overlay's does: a need, guidance, and a policy for publishing."""

from __future__ import annotations

from reviewkit.loading.faults import Faults
from reviewkit.loading.nodes import Node

OPTIONAL_SECTIONS = ("glossary", "references", "late_reason", "delay_reason")
_POLICIES = "keep, replace-names, coarsen or withhold"


def judge_shipped(section: Node, faults: Faults) -> None:
    """Adds what a shipped section or reserved block still owes."""
    _judge_policy(section, section.text("publish"), faults)
    for node in (section, *(inner for inner, _ in section.walk())):
        if "either" not in node.raw and not node.text("guidance"):
            message = f"“{node.label}” has no guidance"
            faults.add((*node.at, "id"), message, "add `guidance:` that an author can act on")


def judge_section_need(section: Node, editions: frozenset[str], faults: Faults) -> None:
    """Adds a fault if a section that every report should have is optional in some edition."""
    if section.text("id") in OPTIONAL_SECTIONS:
        return
    by_edition = section.raw.get("need_by_edition")
    needs = dict(by_edition) if isinstance(by_edition, dict) else {}
    if any(needs.get(edition, section.raw.get("need", "may")) == "may" for edition in editions or {""}):
        at = (*section.at, "need" if "need" in section.raw else "id") if section.own else section.at
        faults.add(at, f"“{section.label}” is neither required nor recommended", "write `need: must` or `need: should`")


def _judge_policy(node: Node, inherited: str, faults: Faults) -> None:
    for child in node.children:
        policy = child.text("publish") or inherited
        if child.children:
            _judge_policy(child, policy, faults)
        elif not policy:
            _no_policy(child, faults)
    if not node.children and not inherited:
        _no_policy(node, faults)


def _no_policy(node: Node, faults: Faults) -> None:
    message = f"nobody says how “{node.label}” is published"
    faults.add((*node.at, "id"), message, f"add `publish:` {_POLICIES}, here or on what holds it")
