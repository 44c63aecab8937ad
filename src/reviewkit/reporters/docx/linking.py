"""Links from the first page to where a finding is: the heading of its card, else of its section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewkit.document import Block, Card, Heading, Run

Links = Mapping[str, str]
"""Anchors of headings by the path that they stand for."""


def links_of(blocks: Iterable[Block]) -> Links:
    """The anchors of the document's headings."""
    found: dict[str, str] = {}
    for block in blocks:
        heading = block.heading if isinstance(block, Card) else block
        if isinstance(heading, Heading) and heading.anchor:
            found.setdefault(heading.path, heading.anchor)
    return found


def linked(text: str, path: str, links: Links) -> Run:
    """The text as a link to the nearest heading of that path; plain where there is none."""
    while path and path not in links:
        path = path.rpartition("/")[0]
    return Run(text, anchor=links.get(path, "") if path else "")
