"""Links of a derived document: what they lead to may have stayed in the report."""

from __future__ import annotations

from reviewkit.composing.texts import over_texts
from reviewkit.document import Block, Heading, Paragraph, Runs

Blocks = tuple[Block, ...]


def without_dead_links(blocks: Blocks) -> Blocks:
    """The blocks, in which the words of a link to something that is not there are plain words."""
    anchors: set[str] = set()

    def note(block: Heading | Paragraph) -> Runs:
        if isinstance(block, Heading):
            anchors.add(block.anchor)
        return block.runs

    def unlinked(block: Heading | Paragraph) -> Runs:
        if all(run.anchor in anchors or not run.anchor for run in block.runs):
            return block.runs
        return tuple(run if run.anchor in anchors else run._replace(anchor="") for run in block.runs)

    over_texts(blocks, note)
    return over_texts(blocks, unlinked)
