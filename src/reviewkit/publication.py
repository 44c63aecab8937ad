"""What publishing asks, decides and finds: plain values that the terminal, files and programs read.

Whatever holds report text says so; everything else may travel.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from reviewkit.report import Path

Action = Literal["replace", "omit", "keep"]


class Asked(NamedTuple):
    """One place of a question. `sentence` holds report text; `start` and `end` are characters of it.

    `path` is the field that the text comes from, () if it is not known; `place` says it in words ("Learning L2").
    `line` counts from 1 in the report's file, 0 if it is not known.
    """

    sentence: str
    start: int
    end: int
    path: Path = ()
    place: str = ""
    line: int = 0


class Question(NamedTuple):
    """Something that only a person can decide, once for the whole report however often it stands there.

    `text` are the words as first written: report text. `said` is the question in one line without any of it. `proposals`
    are what could be published instead, best first. `may_keep`: the words may stay, with a reason and a name.
    """

    kind: str
    text: str
    said: str
    places: tuple[Asked, ...]
    proposals: tuple[str, ...] = ()
    may_keep: bool = True


class Decision(NamedTuple):
    """An answer from `publication.decisions`; confidential, never rendered.

    `text` are the words that it is about. `where` are the sentences that it holds in; none means the whole report.
    `number` counts from 1 in the list.
    """

    text: str
    action: Action
    replace_with: str = ""
    where: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    number: int = 0


class Trace(NamedTuple):
    """Something in a finished file that identifies, or a part that can't be read.

    `part` is the file within the file, `place` where in it, `said` what it is; none of them holds report text. `text` are
    the words themselves with a little around them: report text. `times`: how many such there are in that part.
    """

    part: str
    place: str
    kind: str
    said: str
    text: str = ""
    times: int = 1
