"""Where blocks stand on the page, and what writing them needs to know of the document."""

from __future__ import annotations

from reviewkit.tuples import NamedTuple

NUMBER_COLUMN = 850
TEXT_WIDTH = 9298
LANDSCAPE_WIDTH = 13958
STEP = 425


class Place(NamedTuple):
    """Where blocks stand.

    `room` is how wide text may be, in twips; `depth` counts what stands around; at the `top` nothing does, `inside` a
    cell or an item does. `anchors` are the headings that can be linked to, `listed` those of the contents list; `sources`
    the numbers of those that say something.
    """

    room: int = TEXT_WIDTH
    depth: int = 0
    top: bool = True
    inside: bool = False
    in_cell: bool = False
    anchors: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    sources: frozenset[int] = frozenset()

    def within(self, less: int) -> Place:
        """A place further in, as that of a list item is."""
        return self._replace(room=max(self.room - less, STEP), depth=self.depth + 1, top=False)
