"""Every word that is composed is read again in the finished file, in every format; what may not go out is in none."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

import pytest

from reviewkit import api, registry
from reviewkit.composing.drafting import compose
from reviewkit.composing.published import compose_published
from reviewkit.document import Document, Figure, Heading, Table
from reviewkit.errors import LeakError
from reviewkit.inspecting import Part, read_parts
from reviewkit.loading.plans import load_plan
from reviewkit.report import Path, Report
from tests.unit.test_composing_derived import PAIRS, every_prose, finished, public
from tests.unit.test_composing_prose import every, runs_of, text_of

WHOLE = ""
DOCUMENTS = [("lcspr", WHOLE), ("rapid-review", WHOLE), *PAIRS]
AS_WRITTEN = ("docx", "html")
"""Formats in which tables stay tables, so that everything stands in the order in which it was composed."""
TABLES_TURN_TO_LISTS = ("markdown", "pdf")
CITED = "\0"
EXTRAS = {"pdf": ("typst", "pypdf"), "xlsx": ("xlsxwriter",)}


class Made(NamedTuple):
    """A composed document, its finished file and what inspecting reads from it."""

    document: Document
    data: bytes
    suffix: str
    parts: tuple[Part, ...]


@cache
def composed(template: str, name: str, published: bool, sheet: bool = False) -> Document:
    plan = load_plan(name) if name else None
    if published:
        return compose_published(public(template), plan=plan, sheet=sheet).document
    return compose(finished(template), draft=False, gaps={}, plan=plan, sheet=sheet)


@cache
def made(template: str, name: str, to: str, published: bool) -> Made:
    if not all(map(find_spec, EXTRAS.get(to, ()))):
        pytest.skip(f"the extra [{to}] is not installed")
    renderer = registry.renderer(to)
    document = composed(template, name, published, renderer.sheet)
    data = renderer.render(document, None)
    return Made(document, data, renderer.suffix, tuple(read_parts(data, renderer.suffix)))


def squeezed(text: str) -> str:
    """Letters and digits alone: how a format breaks lines or escapes marks is its own business."""
    return re.sub(r"[\W_]", "", text)


def said(made: Made) -> str:
    """All prose of the file in its order; of a PDF by its tags, as its lines are broken within words."""
    prose = (part for part in made.parts if part.kind == "prose")
    if made.suffix == ".pdf":
        return squeezed("".join(part.text for part in prose if part.place.startswith("paragraph")))
    return squeezed("".join(part.text for part in prose if not part.again))


def told(document: Document) -> Iterator[str]:
    """The text of each block in reading order; one that cites is parted where the number of the source stands."""
    for runs in runs_of(document.blocks):
        text = "".join(f"{run.text}{CITED}" if run.source >= 0 else run.text for run in runs)
        yield from filter(None, map(squeezed, text.split(CITED)))


def missing_in_order(texts: Iterator[str], whole: str) -> list[str]:
    """The texts that are not found after the one before them; most often the first says what is wrong."""
    missing, at = [], 0
    for text in texts:
        found = whole.find(text, at)
        if found < 0:
            missing.append(text)
        else:
            at = found + len(text)
    return missing


# ------------------------------------------------------------------------------------------------------- every word


@pytest.mark.parametrize("published", [False, True], ids=["confidential", "published"])
@pytest.mark.parametrize("to", AS_WRITTEN)
@pytest.mark.parametrize(("template", "name"), DOCUMENTS)
def test_every_block_is_read_again_in_its_order(template: str, name: str, to: str, published: bool) -> None:
    file = made(template, name, to, published)
    assert missing_in_order(told(file.document), said(file)) == []


@pytest.mark.parametrize(("to", "published"), [("markdown", False), ("markdown", True), ("pdf", True)])
@pytest.mark.parametrize(("template", "name"), DOCUMENTS)
def test_every_block_is_read_again_as_often_as_it_stands_there(
    template: str, name: str, to: str, published: bool
) -> None:
    """Confidential PDFs are dear, and read by Poppler in tests/outside/test_pdf.py."""
    file = made(template, name, to, published)
    whole, expected = said(file), Counter(told(file.document))
    if to == "markdown":
        expected.subtract(names_of_rows(file.document))
    assert {text: often for text, often in expected.items() if whole.count(text) < often} == {}
    headings = ("".join(run.text for run in block.runs) for block in every(file.document.blocks) if is_heading(block))
    assert missing_in_order(map(squeezed, headings), whole) == []


def names_of_rows(document: Document) -> Iterator[str]:
    """What stands above the column that names the rows: where a table turns to a list, each row is under its own name."""
    for block in every(document.blocks):
        if isinstance(block, Table) and block.rows and block.rows[0][0].head:
            yield from ("".join(squeezed(run.text) for run in runs) for runs in runs_of(block.header[0].blocks))


def is_heading(block: object) -> bool:
    return isinstance(block, Heading)


@pytest.mark.parametrize("published", [False, True], ids=["confidential", "published"])
@pytest.mark.parametrize("to", [*AS_WRITTEN, "markdown"])
@pytest.mark.parametrize(("template", "name"), DOCUMENTS)
def test_title_cover_sources_figures_and_marking_are_there(template: str, name: str, to: str, published: bool) -> None:
    file = made(template, name, to, published)
    document, whole = file.document, squeezed("".join(part.text for part in file.parts))
    texts = [document.title, *("".join(run.text for run in runs) for _, runs in document.cover)]
    texts += ["".join(run.text for run in runs) for runs in document.sources]
    texts += [label for label, _ in document.cover if "partnership" not in label.casefold()]  # it stands at the top
    figures = [block for block in every(document.blocks) if isinstance(block, Figure)]
    if to != "markdown":  # the facts beside a figure stand there alone
        texts += [text for figure in figures for text in (figure.title, figure.description)]
    assert [text for text in texts if squeezed(text) not in whole] == []
    assert bool(document.marking) is not published
    assert squeezed(document.marking) in whole
    assert ("CONFIDENTIAL" in whole) is not published


SHEETS = ("csv", "xlsx")


@pytest.mark.parametrize("published", [False, True], ids=["confidential", "published"])
@pytest.mark.parametrize("to", SHEETS)
@pytest.mark.parametrize("template", ["lcspr", "rapid-review"])
def test_every_cell_of_a_sheet_is_read_again_in_its_order(template: str, to: str, published: bool) -> None:
    file = made(template, "action-plan", to, published)
    (table,) = file.document.blocks
    assert isinstance(table, Table)
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    texts = (squeezed("".join(run.text for run in runs)) for cell in cells for runs in runs_of(cell.blocks))
    assert missing_in_order(filter(None, texts), said(file)) == []


# --------------------------------------------------------------------------------------------------- nothing identifies


@pytest.mark.parametrize("to", [*AS_WRITTEN, *TABLES_TURN_TO_LISTS])
@pytest.mark.parametrize(("template", "name"), DOCUMENTS)
def test_what_is_published_passes_verify(template: str, name: str, to: str) -> None:
    file = made(template, name, to, True)
    inspected = api.verify_file(file.data, f"{template}{file.suffix}", file.suffix, finished(template))
    assert inspected.traces == ()
    assert inspected.unread == 0
    assert inspected.read


@pytest.mark.parametrize("to", SHEETS)
@pytest.mark.parametrize("template", ["lcspr", "rapid-review"])
def test_so_does_a_sheet(template: str, to: str) -> None:
    file = made(template, "action-plan", to, True)
    inspected = api.verify_file(file.data, f"{template}{file.suffix}", file.suffix, finished(template))
    assert (inspected.traces, inspected.unread) == ((), 0)


# --------------------------------------------------------------------------------------------------- what is planted

PLANTS = (("Dorothea Quenby rang the ward that evening.", "Quenby"), ("The NHS number is 999 000 0018.", "0018"))
"""Somebody whom no register knows and a number, each with what tells that it got through."""


def with_words(report: Report, path: Path, words: str) -> Report:
    values = copy.deepcopy(report.values)
    *above, last = path
    held: object = values
    for step in above:
        held = held[step]  # type: ignore[index]
    held[last] = f"{held[last].rstrip()} {words}"  # type: ignore[index]
    return report._replace(values=values)


@cache
def fields(template: str, name: str) -> tuple[list[Path], list[Path]]:
    """The fields of prose that the confidential document shows, and those that it doesn't: each is marked, and looked for."""
    report = finished(template)
    marks = {path: f"mark{number}mark" for number, path in enumerate(every_prose(report))}
    for path, mark in marks.items():
        report = with_words(report, path, mark)
    text = text_of(compose(report, draft=False, gaps={}, plan=load_plan(name)).blocks)
    return [path for path in marks if marks[path] in text], [path for path in marks if marks[path] not in text]


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_what_a_document_would_show_of_a_stranger_is_refused(template: str, name: str) -> None:
    shown, _ = fields(template, name)
    for path, (words, _) in zip((shown[0], shown[-1]), PLANTS, strict=True):
        report = with_words(finished(template), path, words)
        with pytest.raises(LeakError):
            api.publish_report(report, "markdown", document=name)


@pytest.mark.parametrize(("template", "name"), PAIRS)
def test_what_a_document_does_not_show_is_neither_asked_nor_told(template: str, name: str) -> None:
    report = finished(template)
    _, unseen = fields(template, name)
    for path in unseen:
        report = with_words(report, path, " ".join(words for words, _ in PLANTS))
    file = api.publish_report(report, "markdown", document=name)
    assert len(unseen) > 3
    assert not [mark for _, mark in PLANTS if mark in file.data.decode()]
    assert api.verify_file(file.data, file.file_name, file.suffix, report).traces == ()
