"""LibreOffice opens every Word file that we make, all at one go, and what went in is compared with the PDFs.

Each block is found in the PDF's tags, in its order; headings, tables, header cells and pictures by their own tags; the
pages as a person sees them, one by one.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reviewkit import api, registry
from reviewkit.anonymising.publishing import publish
from reviewkit.composing.drafting import compose
from reviewkit.composing.missing import gaps_of
from reviewkit.composing.published import compose_published
from reviewkit.document import Document, Figure, Heading, Paragraph, Run, Table
from reviewkit.loading.plans import load_plan, plan_names
from reviewkit.loading.reports import load_report
from reviewkit.report import Report
from reviewkit.schema import Field
from tests.conftest import EXAMPLES
from tests.unit.test_composing_prose import every, runs_of

CASES = [(name, published) for name in ("lcspr-finished", "rapid-review-finished") for published in (False, True)]
DERIVED = [
    f"{template}-{plan}"
    for template in ("lcspr", "rapid-review")
    for plan in plan_names()
    if template in load_plan(plan).templates
]
FILES = [
    *(
        f"{template}-{state}"
        for template in ("lcspr", "rapid-review")
        for state in ("confidential", "published", "draft")
    ),
    *DERIVED,
]
PAGES = {
    "confidential": (20, 55),
    "published": (18, 55),
    "draft": (6, 18),
    "briefing": (2, 3),
    "executive-summary": (3, 8),
    "family-summary": (3, 8),
    "action-plan": (4, 14),
    "improvements": (6, 13),
}
"""How many pages each kind of document has: a briefing is for seven minutes; the others leave room for longer examples."""
FEWEST_WORDS = 5
PAGE_NUMBER = r"Page \d+ of \d+$"
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


class Made(NamedTuple):
    """What was composed, and its Word file as the command line writes it."""

    document: Document
    data: bytes


class Tag(NamedTuple):
    """An element of the PDF's structure with all text in it. `depth` counts its blanks at the left."""

    name: str
    depth: int
    text: list[str]


class Printed(NamedTuple):
    """A file as LibreOffice printed it: `pages` as a person reads them, `tags` as a screen reader does."""

    file: Path
    pages: list[str]
    tags: list[Tag]
    text: str


def prose(report: Report) -> list[str]:
    """All prose of the report, as written."""
    found: list[str] = []

    def visit(field: Field, value: object) -> None:
        if isinstance(value, list):
            for item in value:
                visit(field, item)
        elif isinstance(value, dict):
            for inner in field.members():
                visit(inner, value.get(inner.id))
        elif field.type == "prose" and isinstance(value, str):
            found.append(value)

    for section in report.template.sections:
        if section.id != "publication":
            visit(section, report.values.get(section.id))
    return found


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", text))


def squeezed(text: str) -> str:
    """Without blanks: where lines break is the printer's business."""
    return re.sub(r"[\s\u200b\u2060\xad]", "", text)


def said(runs: tuple[Run, ...]) -> str:
    return "".join(" " if run.line_break else run.text for run in runs)


# -------------------------------------------------------------------------------------------------- making and printing


@pytest.fixture(scope="module")
def made() -> dict[str, Made]:
    return {name: file for template in ("lcspr", "rapid-review") for name, file in _made(template)}


def _made(template: str) -> Iterator[tuple[str, Made]]:
    report = load_report(str(EXAMPLES / f"{template}-finished.yaml"))
    yield f"{template}-confidential", Made(compose(report, draft=False, gaps={}), api.render_report(report).data)
    published = publish(report, registry.detectors())
    for name in ("published", *plan_names()):
        if f"{template}-{name}" in FILES:
            asked = "" if name == "published" else name
            document = compose_published(published, plan=load_plan(asked) if asked else None).document
            yield f"{template}-{name}", Made(document, api.publish_report(report, document=asked).data)
    begun = load_report(str(EXAMPLES / f"{template}-unfinished.yaml"))
    gaps = gaps_of(api.check_report(begun).findings, begun)
    yield f"{template}-draft", Made(compose(begun, draft=True, gaps=gaps), api.render_report(begun, draft=True).data)


@pytest.fixture(scope="module")
def printed(
    made: dict[str, Made], soffice: str, pdftotext: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Printed]:
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name}.docx" for name in made]
    for file in files:
        file.write_bytes(made[file.stem].data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", TAGGED, "--outdir", folder, *files],
        check=True, capture_output=True, timeout=400,
    )  # fmt: skip
    return {file.stem: _printed(file.with_suffix(".pdf"), Path(pdftotext)) for file in files}


def _printed(file: Path, pdftotext: Path) -> Printed:
    pages = _told(pdftotext, "-layout", file, "-").removesuffix("\f").split("\f")
    structure = _told(pdftotext.with_name("pdfinfo"), "-struct-text", file)
    tags = list(_tags(structure))
    return Printed(file, pages, tags, squeezed("".join(tags[0].text)))


def _told(*command: object) -> str:
    done = subprocess.run([str(each) for each in command], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")


def _tags(structure: str) -> Iterator[Tag]:
    """The elements of what `pdfinfo -struct-text` prints; text in quotation marks belongs to all that it stands within."""
    above: list[Tag] = []
    for line in structure.splitlines():
        depth = len(line) - len(line.lstrip())
        content = line.strip()
        if content.startswith('"'):
            for tag in above:
                if tag.depth < depth:
                    tag.text.append(content[1:-1])
        elif content and content[0] != "/" and not content.startswith("Object "):
            above = [tag for tag in above if tag.depth < depth]
            above.append(Tag(content.split()[0].rstrip(":"), depth, []))
            yield above[-1]


def body_of(printed: Printed, title: str) -> list[list[str]]:
    """The lines of each page besides header and footer: the title, a page number, what stands on half of the pages."""
    pages = [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in printed.pages]
    often = Counter(line for page in pages for line in set(page))
    most = max(2, len(pages) / 2)
    return [
        [line for line in page if not re.search(PAGE_NUMBER, line) and often[line] < most and line != title]
        for page in pages
    ]


# -------------------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize("name", FILES)
def test_every_block_is_there_in_its_order(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    whole, at, missing = printed[name].text, 0, []
    for text in _texts(made[name].document):
        found = whole.find(text, at)
        if found < 0:
            missing.append(text)
        else:
            at = found + len(text)
    assert missing == []


def _texts(document: Document) -> Iterator[str]:
    """Each block without blanks; one that cites is parted, as a tagged footnote stands where it is called."""
    for runs in runs_of(document.blocks):
        parts = said(tuple(run._replace(text=f"{run.text}\0") if run.source >= 0 else run for run in runs)).split("\0")
        yield from filter(None, map(squeezed, parts))


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_on_a_page(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    document = made[name].document
    seen = words(" ".join(printed[name].pages))
    texts = [document.title, document.marking, *(said(runs) for _, runs in document.cover)]
    texts += [said(runs) for runs in (*runs_of(document.blocks), *document.sources)]
    texts += [block.title for block in every(document.blocks) if isinstance(block, Figure)]
    assert {word for text in texts for word in words(text) if word not in seen} == set()


@pytest.mark.parametrize(("name", "published"), CASES, ids=[f"{n}{'-published' if p else ''}" for n, p in CASES])
def test_every_word_of_the_report_is_in_the_pdf(name: str, published: bool, printed: dict[str, Printed]) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    kind = "published" if published else "confidential"
    text = "".join(printed[f"{name.removesuffix('-finished')}-{kind}"].pages)
    if published:
        # What is printed must be what was composed; that nothing else is there is the proof's business.
        assert "CONFIDENTIAL" not in text
        names = [person.name for person in report.register.people.values() if person.published_as != "keep"]
        assert not [full for full in names if full in text]
    else:
        seen = words(text)
        missing = {word for written in prose(report) for word in words(written) if word not in seen}
        # A PDF breaks words at line ends and joins others; what is missing then is a handful, not a paragraph.
        assert len(missing) <= 3, missing


@pytest.mark.parametrize("template", ["lcspr", "rapid-review"])
def test_a_draft_shows_its_gaps(template: str, printed: dict[str, Printed]) -> None:
    assert "Still to be written" in "".join(printed[f"{template}-draft"].pages)


# -------------------------------------------------------------------------------------------------------------- pages


@pytest.mark.parametrize("name", FILES)
def test_it_has_as_many_pages_as_such_a_document_should(name: str, printed: dict[str, Printed]) -> None:
    fewest, most = PAGES[name.removeprefix("lcspr-").removeprefix("rapid-review-")]
    assert fewest <= len(printed[name].pages) <= most


@pytest.mark.parametrize("name", FILES)
def test_no_page_is_empty(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    counts = [sum(len(line.split()) for line in lines) for lines in body_of(printed[name], made[name].document.title)]
    assert [number for number, count in enumerate(counts, start=1) if count < FEWEST_WORDS] == []


@pytest.mark.parametrize("name", FILES)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(
    name: str, made: dict[str, Made], printed: dict[str, Printed]
) -> None:
    document = made[name].document
    often = Counter(squeezed(said(runs)) for runs in runs_of(document.blocks))
    headings = {squeezed(block.number + said(block.runs)) for block in _outline(document)}
    headings = {
        text for text in headings if often[text] == 1
    }  # where links and tables say it too, a line proves nothing
    assert headings
    pages = body_of(printed[name], document.title)
    last = [squeezed(lines[-1]) if lines[0] != "Contents" else "" for lines in pages]
    assert [number for number, line in enumerate(last, start=1) if line in headings] == []


@pytest.mark.parametrize("name", FILES)
def test_pages_are_numbered_and_drafts_marked(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    pages = printed[name].pages
    for number, page in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in page
    assert "Error!" not in "".join(pages)
    marking = made[name].document.marking
    marked = ["CONFIDENTIAL" in page for page in pages]
    assert all(marked) if marking else not any(marked)


# --------------------------------------------------------------------------------------------------------------- tags


def _outline(document: Document) -> list[Heading | Paragraph]:
    """The headings, and the lines that lead to what stands below them."""
    return [
        block
        for block in every(document.blocks)
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role == "lead")
    ]


@pytest.mark.parametrize("name", FILES)
def test_headings_are_tagged_in_order(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    tagged = [
        (tag.name, squeezed("".join(tag.text))) for tag in printed[name].tags if re.fullmatch(r"H[1-6]", tag.name)
    ]
    blocks = _outline(made[name].document)
    headings = [
        (f"H{block.level}", squeezed(block.number + said(block.runs))) for block in blocks if isinstance(block, Heading)
    ]
    leads = {squeezed(said(block.runs)) for block in blocks if isinstance(block, Paragraph)}
    assert [each for each in tagged if each in headings] == headings
    assert {text for _, text in tagged} - {text for _, text in headings} - leads == set()
    levels = [1, *(int(tag[1]) for tag, _ in tagged)]
    assert [tagged[at] for at in range(len(tagged)) if levels[at + 1] > levels[at] + 1] == []


@pytest.mark.parametrize("name", FILES)
def test_tables_are_tagged_with_their_header_cells(
    name: str, made: dict[str, Made], printed: dict[str, Printed]
) -> None:
    tables = [block for block in every(made[name].document.blocks) if isinstance(block, Table)]
    tags = printed[name].tags
    assert sum(tag.name == "Table" for tag in tags) == len(tables)
    cells = (cell for table in tables for cell in table.header)
    expected = [squeezed(" ".join(said(runs) for runs in runs_of(cell.blocks))) for cell in cells]
    assert [squeezed("".join(tag.text)) for tag in tags if tag.name == "TH"] == expected
    assert sum(tag.name == "TR" for tag in tags) == sum(1 + len(table.rows) for table in tables)


@pytest.mark.parametrize("name", FILES)
def test_pictures_have_a_description(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
    reader = pypdf.PdfReader(io.BytesIO(printed[name].file.read_bytes()))
    said_of = [str(figure.get("/Alt", "")) for figure in _figures(reader.root_object["/StructTreeRoot"])]
    figures = [block for block in every(made[name].document.blocks) if isinstance(block, Figure)]
    assert len(said_of) >= len(figures)
    assert all(said_of)
    told = iter(said_of)
    for figure in figures:  # a long picture has several parts; the description stands at the first
        assert any(figure.title in alt and figure.description in alt for alt in told), figure.title


def _figures(tag: Any) -> Iterator[Any]:
    tag = tag.get_object()
    if isinstance(tag, list):
        for each in tag:
            yield from _figures(each)
    elif isinstance(tag, dict):
        if tag.get("/S") == "/Figure":
            yield tag
        if "/K" in tag:
            yield from _figures(tag["/K"])


@pytest.mark.parametrize("name", FILES)
def test_title_and_language_go_with_it(name: str, made: dict[str, Made], printed: dict[str, Printed]) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the extra [pdf] is not installed")
    reader = pypdf.PdfReader(io.BytesIO(printed[name].file.read_bytes()))
    assert reader.metadata.title == made[name].document.title
    assert reader.root_object["/Lang"] == made[name].document.language


# ----------------------------------------------------------------------------------------------------------- our own eye


@pytest.mark.parametrize("name", FILES)
def test_nothing_in_the_word_file_stands_in_anybody_s_way(name: str, made: dict[str, Made]) -> None:
    findings = api.check_document(made[name].data, f"{name}.docx").findings
    assert [(finding.code, finding.place) for finding in findings] == []
