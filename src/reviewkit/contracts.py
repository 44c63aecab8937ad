"""What a rule, a demand, a detector, a renderer and a reporter must be. Each stands in a file of its own, found by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reviewkit.findings import CheckedReport, Severity
from reviewkit.language.passages import Passage, Prose
from reviewkit.language.reading import Reading
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:  # `check` composes nothing
    from reviewkit.document import Document, Furniture


class Example(NamedTuple):
    """A piece of a report that shows a rule at work. `at` is the JSON Pointer of the finding; "" means anywhere."""

    report: str
    at: str = ""
    template: str = "lcspr"


class Hit(NamedTuple):
    """One place that a rule flags. `message` and `fix` replace the rule's own; neither may hold report text.

    `evidence` are the words that led to it. `severity` and `source` override the rule's own.
    """

    path: Path
    message: str = ""
    fix: str = ""
    evidence: str = ""
    severity: Severity | None = None
    source: tuple[str, ...] = ()


class Detection(NamedTuple):
    """Words of a reading that may identify somebody: `start` to `end` of its plane.

    `sure`: a person who writes a draft should hear of it. What is not sure is asked only before publishing.
    `proposals` are coarser words that could stand there instead, best first.
    """

    start: int
    end: int
    sure: bool = True
    proposals: tuple[str, ...] = ()


class Signs(NamedTuple):
    """What shows that a detector may find something, so that it is asked about few texts.

    In every text in which it finds anything stands one of the `words` (folded, whole), or one of the `marks` anywhere in
    the plane, or so many `digits`, none of them more than eight characters from the next.
    """

    words: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    digits: int = 0


class Detector(NamedTuple):
    """Finds one kind of thing that nobody declared.

    `kind` is its name in data ("nhs-number"), `what` in a sentence ("an NHS number"); `code` is the rule that speaks of it
    in a draft. `find` is a pure generator over one text, in order and without overlaps; the words in `known` (numbers of
    words of the reading) are accounted for: declared, published names, dates, decided. `proposals` serve where a
    detection has none of its own. `in_markup`: such a thing is searched for in attributes and names of files too.
    `drafts`: whether any of its detections can be sure, so that a draft's author should hear of it. `signs`: it is asked
    only about texts that show one; without them about every text. What they leave out is never found, so when in doubt
    leave them away.

    `hits` and `misses` are texts with reserved test values: of a hit every stretch in double square brackets is found and
    nothing else; of a miss nothing. `source` says where the form of the thing is defined.
    """

    kind: str
    what: str
    code: str
    find: Callable[[Reading, frozenset[int]], Iterator[Detection]]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    source: str
    proposals: tuple[str, ...] = ()
    in_markup: bool = False
    drafts: bool = True
    signs: Signs | None = None


class Detected(NamedTuple):
    """A detection in a text of the report: `start` to `end` of the passage's text."""

    detector: Detector
    passage: Passage
    start: int
    end: int
    sure: bool

    @property
    def words(self) -> str:
        """The words themselves, on one line."""
        return " ".join(self.passage.text[self.start : self.end].split())


class Context(NamedTuple):
    """What a rule may look at: the report, the day, and every text of the report split into words once.

    `detected` gives what may identify somebody and is neither declared nor decided, in the order of the report.
    """

    report: Report
    today: date
    prose: Prose
    detected: Callable[[], Sequence[Detected]] = tuple


class Demand(NamedTuple):
    """The words of a code that schema data raises; no logic.

    `finding` is one sentence; `{label}` stands for what is missing, `{place}` for the item it is missing from
    ("R2", or the section's title). The severity comes from the field's need (must is an error, should a warning); `severity`
    is for codes that the schema doesn't rank. `to_do`: something still to be written rather than something wrong.
    `source` are keys of `schemas/sources.yaml`. `waits_for_hold`: silent while police or a court have asked to wait.
    """

    code: str
    name: str
    finding: str
    why: str
    fix: str
    source: tuple[str, ...]
    good: Example
    bad: Example
    severity: Severity = "error"
    to_do: bool = False
    waivable: bool = True
    waits_for_hold: bool = False


class Rule(NamedTuple):
    """A rule that looks. `look` is a pure generator over the report.

    `severity` is the gravest that its hits have: a document is refused for errors, so only rules of errors are asked then.
    The schema may raise the same code for what is missing; then these words serve for both.
    """

    code: str
    name: str
    severity: Severity
    finding: str
    why: str
    fix: str
    source: tuple[str, ...]
    good: Example
    bad: Example
    look: Callable[[Context], Iterator[Hit]]
    to_do: bool = False
    waivable: bool = True
    waits_for_hold: bool = False


class AccessHit(NamedTuple):
    """One place in a Word file that a rule flags. `message` and `fix` replace the rule's own; neither holds text of the file.

    `path` is for programs, `place` for a person. Hits of one message become one finding. `evidence` are the words.
    """

    path: str
    place: str
    message: str = ""
    fix: str = ""
    evidence: str = ""
    severity: Severity | None = None


class WordSample(NamedTuple):
    """A small Word file in pieces of XML, prefixes of Word's own: `body`, and what stands in the other parts."""

    body: str
    styles: str = ""
    settings: str = ""
    core: str = ""


class AccessRule(NamedTuple):
    """What can keep somebody from reading a Word file. `look` is a pure generator over an `accessibility.WordFile`.

    `finding` is one sentence, in which `{place}` stands for where it is, or for how many `things` of it there are.
    `bad` and `good` say in words what is flagged and what is fine; of `hits` every one is flagged, of `misses` none.
    """

    code: str
    name: str
    severity: Severity
    finding: str
    why: str
    fix: str
    source: tuple[str, ...]
    bad: str
    good: str
    look: Callable[[Any], Iterator[AccessHit]]
    hits: tuple[WordSample, ...]
    misses: tuple[WordSample, ...]
    things: str = "places"


Words = Demand | Rule
"""What every code has: its name, what it finds, why, what to write instead, who says so, examples."""


class Catalogue(NamedTuple):
    """What a check works with: the rules that look, and how findings get their words.

    `words_of` a code; `cite` prints the keys of its sources; `detect` finds what may identify somebody in the texts of a
    report, and is asked only when a rule wants to know.
    """

    rules: Iterable[Rule]
    words_of: Callable[[str], Words]
    cite: Callable[[tuple[str, ...]], str]
    detect: Callable[[Report, Prose], Sequence[Detected]] = lambda _report, _prose: ()


class Renderer(NamedTuple):
    """One output format. `render` gets a document and, for Word, the bytes of a house style file.

    `furniture` reads header and footer of such a file, so that composing can put them into the document and publishing can
    anonymise them; a format without it takes no house style. `sheet`: it shows one table and nothing else.
    """

    name: str
    suffix: str
    render: Callable[[Document, bytes | None], bytes]
    furniture: Callable[[bytes], Furniture] | None = None
    sheet: bool = False


class ReportOptions(NamedTuple):
    """How findings are shown.

    `overview`: of many reports a line each rather than every finding. `today` is the day that was counted from; `report`
    is the loaded report, for reporters that need it.
    """

    version: str = ""
    fail_on: Severity = "error"
    full: bool = False
    colour: bool = False
    unicode: bool = True
    show_text: bool = False
    statistics: bool = False
    width: int = 100
    overview: bool = False
    today: date | None = None
    report: Report | None = None


class Reporter(NamedTuple):
    """One form of output of a check.

    One that writes into the report itself takes it from its options, and does no more than one. `to_terminal`: made for
    eyes, as wide and as colourful as the terminal is. `binary`: bytes that no terminal can show.
    """

    name: str
    report: Callable[[Sequence[CheckedReport], ReportOptions], str | bytes]
    to_terminal: bool = False
    binary: bool = False
