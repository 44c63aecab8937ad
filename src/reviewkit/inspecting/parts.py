"""What inspecting yields: a text and where it stands in the file."""

from __future__ import annotations

from typing import Literal

from reviewkit.tuples import NamedTuple

PartKind = Literal["prose", "attribute", "name", "unread"]


class Part(NamedTuple):
    """A text of the file. `part` is the file within the file, `place` where in it, neither with any report text.

    `prose` is what people read or would, `attribute` a value of markup, `name` the name of a file or part. `unread`:
    the part could not be read, `text` is empty, and nobody may call it clean. `again`: the text of the part before it
    read in another way (decoded, without what was deleted); what both of them hold stands in the file once.
    """

    part: str
    place: str
    text: str
    kind: PartKind = "prose"
    again: bool = False


def unread(part: str, place: str) -> Part:
    """A part that nobody could read; `place` says what it is: "a picture"."""
    return Part(part, place, "", "unread")
