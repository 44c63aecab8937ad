"""What one text of a finished file gives away: its kind, how it may be told, and where in the text it stands."""

from __future__ import annotations

from reviewkit.language.reading import Reading
from reviewkit.tuples import NamedTuple

_AROUND = 40
_LONGEST = 160


class Clue(NamedTuple):
    """`said` holds no report text. `start` to `end` are characters of the text, -1 if all of it is meant."""

    kind: str
    said: str
    start: int = -1
    end: int = -1


def clue_at(passage: Reading, kind: str, said: str, first: int, last: int) -> Clue:
    """A clue over the words `first` up to, not including, `last`."""
    return Clue(kind, said, *passage.folded.span(passage.starts[first], passage.ends[last - 1]))


def words_around(text: str, clue: Clue) -> str:
    """The words of a clue with a little around them, in one line: report text."""
    if clue.start < 0:
        return _line(text, _LONGEST)
    start = text.rfind(" ", 0, max(0, clue.start - _AROUND)) + 1 if clue.start > _AROUND else 0
    stop = text.find(" ", clue.end + _AROUND)
    end = len(text) if stop < 0 or stop > clue.end + 2 * _AROUND else stop
    end = min(end, clue.end + 2 * _AROUND)
    start = max(start, clue.start - 2 * _AROUND)
    before = "… " if start > 0 else ""
    after = " …" if end < len(text) else ""
    return f"{before}{_line(text[start:end], clue.end - clue.start + 4 * _AROUND)}{after}"


def _line(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]} …"
