"""What publishing asks, decides and finds: plain values that the terminal, files and programs read.

Whatever holds report text says so; everything else may travel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from reviewkit.report import Path
from reviewkit.schema import Template
from reviewkit.tuples import NamedTuple

_LONGEST = 60
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

    @property
    def told(self) -> str:
        """The question with how often and where it is asked, without any report text."""
        first = next((asked for asked in self.places if asked.place), None)
        where = "1 place" if len(self.places) == 1 else f"{len(self.places)} places"
        if first:
            line = f", line {first.line}" if first.line else ""
            where += f", {'first ' if len(self.places) > 1 else ''}in {first.place}{line}"
        return f"{self.said} ({where})"

    @property
    def where(self) -> str:
        """The section, and the item of it, in which it is asked first; "" if that is not known."""
        return next((asked.place for asked in self.places if asked.place), "")

    @property
    def shown(self) -> str:
        """The question with its own words in the place of the masked ones: report text."""
        words = " ".join(self.text.split())
        spoken = f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST]}…”"
        said = re.sub(r"“\w…”", lambda _: spoken, self.said, count=1)
        if said == self.said and words and words not in said:
            said = f"{spoken}: {said}"
        return said if len(self.places) == 1 else f"{said} ({len(self.places)} places)"


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
    the words themselves with a little around them: report text. `times`: how many such there are in that place.
    """

    part: str
    place: str
    kind: str
    said: str
    text: str = ""
    times: int = 1


class Inspected(NamedTuple):
    """A finished file as a stranger sees it. `read` and `unread` count the parts that could and could not be read."""

    traces: tuple[Trace, ...]
    read: int
    unread: int


class PublishedReport(NamedTuple):
    """What may be published of a report: only `reviewkit.anonymising` makes one.

    `values` has lost all that is withheld, dates and ages are as coarse as asked. `rewrite` takes the texts of
    neighbouring runs of one block and gives as many texts back, declared names replaced even across runs. `questions` are
    what it could not settle so far; they are asked for when the whole document is composed. `kept` gives the decisions to
    keep words, each with the published sentences that it was taken in; `source_of` gives the author's own sentence for a
    published one, and in it the words from one character to another.
    """

    template: Template
    edition: str
    values: dict[str, Any]
    rewrite: Callable[[tuple[str, ...]], tuple[str, ...]]
    person_names: Mapping[str, str]
    organisation_names: Mapping[str, str]
    questions: Callable[[], tuple[Question, ...]] = tuple
    kept: Callable[[], tuple[Decision, ...]] = tuple
    source_of: Callable[[str, int, int], Asked] = Asked


class ProvedFile(NamedTuple):
    """A finished file that was searched in every part: only `reviewkit.anonymising` makes one, and only it is written.

    `file_name` is the name that was proved with it, `suffix` as in ".docx".
    """

    data: bytes
    file_name: str
    suffix: str
