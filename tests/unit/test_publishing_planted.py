"""What a report withholds, planted anywhere in a finished file of any format: the proof finds it without any detector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising.proof.evidence import search_for
from reviewkit.anonymising.proof.proving import traces
from reviewkit.document import (
    Block,
    Card,
    Cell,
    Code,
    Document,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from reviewkit.inspecting import read_parts
from reviewkit.publication import Trace
from tests.unit.test_anonymising_given import given
from tests.unit.test_publishing_properties import SPOTS, Spot, with_text

REGISTER = """
people:
  wee_tamsin: {name: Tamsin Orla Pendry, also: [Tam], role: child, born: 2023-11-02, published_as: Child B}
  mother: {name: Delphine Pendry, role: mother, born: 1994-05-09}
  hv: {name: Lena Marsh, role: professional, published_as: the health visitor}
organisations:
  hallbrook_nursery: {name: Hallbrook Nursery, published_as: the nursery}
places:
  home: {name: "14 Larch Avenue, Thornfield, ZZ97 4QT", published_as: the family home}
references:
  - {value: LCS-204417, kind: case number}
"""
HEALTH = "She was born with a cleft lip that was mended at eleven weeks. Her feeds needed a special bottle from the first day."
WAIVED = "The grandmother of the peer asked us in a letter to leave the brother out."
VALUES: dict[str, Any] = {
    "children": [{
        "person": "wee_tamsin", "date_of_birth": "2023-11-02", "health": HEALTH, "first_language": "Igbo", "faith": "Seventh-day Adventist",
    }],
    "incidents": [{
        "id": "I1", "place": "Behind Larkmoor Depot", "date": "2024-02-14", "home_authority": "East Carrow Council",
        "notification": {"reference": "SIN-88-B"},
    }],
    "narrative": "The red kite was flown. Eleven lambs were born.",
    "publication": {
        "decisions": [
            {"text": "red kite", "replace_with": "toy", "reason": "It was in the newspaper of the town that week", "by": "A. Orrell"},
            {"text": "eleven lambs", "omit": "yes", "reason": "The farm is the only one", "by": "A. Orrell"},
        ],
        "harm_assessment": {"siblings": "Her brother keeps a cutting of it under his pillow at night."},
    },
    "waivers": [{"code": "RK304", "reason": WAIVED, "by": "B. Quennell"}],
}  # fmt: skip
REPORT = given(REGISTER, VALUES)
SEARCH = search_for(REPORT)
FORMATS = {"docx": ".docx", "html": ".html", "markdown": ".md"}


def written(day: date) -> tuple[str, ...]:
    """The day as people, forms and programs write it."""
    number, year, month, short = day.day, day.year, day.strftime("%B"), day.strftime("%b")
    nth = f"{number}{'th' if number % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    two, of = f"{year % 100:02}", f"{month} {year}"
    words = (
        f"{number} {of}", f"{number:02} {of}", f"{nth} {of}", f"the {nth} of {of}", f"the {nth} of {month}, {year}", f"{month} {number}, {year}",
        f"{month} {nth} {year}", f"{short} {number} {year}", f"{number} {short} {year}", f"{number} {short}. {two}", f"{number}-{short}-{year}",
        f"{number}-{short}-{two}", f"{number}{short}{year}", f"{day:%A} {number} {of}", f"{day:%a} {number} {short} {year}", f"{day:%A}, {nth} {month}",
        f"{number} {month}", f"{nth} {month}", f"{month} {number}", f"{number} {month.upper()} {year}", f"{number} {month.lower()} {year}",
        f"{number}\u00a0{month}\u00a0{year}", f"{number} {month[:2]}\u00ad{month[2:]} {year}", f"{number}\n{of}",
    )  # fmt: skip
    figures = [
        f"{day:{some}}"
        for mark in "/.- "
        for some in (f"%d{mark}%m{mark}%Y", f"%d{mark}%m{mark}%y", f"%Y{mark}%m{mark}%d")
    ]
    figures += [f"{number}/{day.month}/{year}", f"{number}/{day.month}/{two}", f"{number}.{day.month}.{year}"]
    figures += [
        f"{day:%Y%m%d}",
        f"{day:%d%m%Y}",
        f"{day:%d%m%y}",
        f"{day:%y%m%d}",
        f"{day:%Y-%m-%d}T09:30:00Z",
        f"{day:%m/%d/%Y}",
    ]
    return (*words, *figures)


SECRETS: dict[str, tuple[str, ...]] = {
    "birth date": written(date(2023, 11, 2)),
    "mother's birth date": written(date(1994, 5, 9)),
    "day of the incident": written(date(2024, 2, 14)),
    "reference": ("LCS-204417", "LCS 204417", "lcs204417", "LCS/204417", "LCS–204417", "LCS - 204417", "LCS_204417", "204417", "no. 204 417"),
    "notification": ("SIN-88-B", "sin 88 b", "SIN/88/B", "SIN88B"),
    "place of the incident": ("Larkmoor Depot", "larkmoor depot", "LARKMOOR DEPOT", "Lark\u00admoor Depot", "Larkmoor\u00a0Depot", "Larkmoor\nDepot"),
    "authority": ("East Carrow Council", "east carrow council", "East-Carrow Council"),
    "address": ("14 Larch Avenue", "14, Larch Ave", "Larch Avenue", "Thornfield", "ZZ97 4QT", "zz974qt", "ZZ97\u00a04QT", "ZZ97"),
    "language": ("Igbo", "igbo", "IGBO", "Ig\u200bbo"),
    "faith": ("Seventh-day Adventist", "seventh day adventist", "Seventh–Day ADVENTIST"),
    "health": (HEALTH, "born with a cleft lip that was", "BORN, with a cleft lip that was mended", "her feeds needed a special bottle from"),
    "harm assessment": ("Her brother keeps a cutting of it", "keeps a cutting of it under his pillow"),
    "waiver": (WAIVED, "asked us in a letter to leave"),
    "reason of a decision": ("It was in the newspaper of the town",),
    "key": ("wee_tamsin", "wee-tamsin", "Wee Tamsin", "people.wee_tamsin", "hallbrook_nursery"),
    "decided words": ("red kite", "The red kite", "RED KITE", "red\u00a0kite", "red\nkite", "eleven lambs", "Eleven Lambs", "ele\u00adven lambs"),
}  # fmt: skip
TEXTS = [(kind, text) for kind, texts in SECRETS.items() for text in texts]


def _paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(Run(text, bold=number % 2 == 1) for number, text in enumerate(texts) if text))


def _table(**cells: str) -> Table:
    at = {"header": "Year", "cell": "2024", "caption": "Years"} | cells
    header = (Cell((_paragraph(at["header"]),), head=True), Cell((_paragraph("Count"),), head=True))
    row = (Cell((_paragraph(at["cell"]),)), Cell((_paragraph("2"),)))
    return Table(header, (row,), at["caption"], (0.5, 0.5))


PLACES: dict[str, Callable[[str], Block]] = {
    "a paragraph": _paragraph,
    "a sentence": lambda text: _paragraph(f"It was told of {text} at home."),
    "bold within": lambda text: _paragraph(text[:2], text[2:]),
    "bold at its end": lambda text: _paragraph(f"So it was {text[:-1]}", f"{text[-1]}, she said"),
    "a heading": lambda text: Heading(2, (Run(text),), "1", "s1"),
    "a list": lambda text: ListBlock(((_paragraph("one"),), (_paragraph(text),))),
    "a list within a list": lambda text: ListBlock(((_paragraph("one"), ListBlock(((_paragraph(text),),))),), ordered=True),
    "a quote": lambda text: Quote((_paragraph(text),)),
    "code": lambda text: Code(f"x\n{text}\ny"),
    "a code run": lambda text: Paragraph((Run("see " ), Run(text.replace("\n", " "), code=True))),
    "a table's head": lambda text: _table(header=text),
    "a cell": lambda text: _table(cell=text),
    "a caption": lambda text: _table(caption=text),
    "a label": lambda text: Facts(((text, (_paragraph("yes"),)),)),
    "an answer": lambda text: Facts((("Answer", (_paragraph(text),)),)),
    "a card's heading": lambda text: Card(Heading(3, (Run(text),), "L1", "s2"), (_paragraph("Text."),)),
    "a card": lambda text: Card(Heading(3, (Run("Text"),), "L1", "s2"), (_paragraph(text),)),
    "words of a link": lambda text: Paragraph((Run(text, href="https://www.gov.uk"),)),
    "struck words": lambda text: Paragraph((Run(text, strike=True),)),
}  # fmt: skip


def document(*blocks: Block, **changed: Any) -> Document:
    whole = Document("Review", "", "Review", (("Form", (Run("full"),)),), (_paragraph("The text."), *blocks))
    return whole._replace(**changed)


def found_in(whole: Document, to: str) -> list[Trace]:
    renderer = registry.renderer(to)
    return list(traces(read_parts(renderer.render(whole, None), renderer.suffix), SEARCH))


FRAME: dict[str, Callable[[str], Document]] = {
    "the title": lambda text: document(title=f"Review of {text}"),
    "the subtitle": lambda text: document(subtitle=text),
    "the cover": lambda text: document(cover=(("Form", (Run(text),)),)),
    "a label of the cover": lambda text: document(cover=((text, (Run("full"),)),)),
}


@pytest.mark.parametrize("to", FORMATS)
def test_without_them_every_place_is_clean(to: str) -> None:
    for place in PLACES.values():
        assert found_in(document(place("nothing of it")), to) == []
    for frame in FRAME.values():
        assert found_in(frame("nothing of it"), to) == []


@pytest.mark.parametrize("kind", SECRETS)
def test_what_is_withheld_is_found_however_written(kind: str) -> None:
    """Each way of writing in each format, the places in turn."""
    places = list(PLACES.items())
    for number, text in enumerate(SECRETS[kind]):
        for shift, to in enumerate(FORMATS):
            name, place = places[(number + 7 * shift) % len(places)]
            assert found_in(document(place(text)), to), (text, name, to)


@settings(max_examples=80, deadline=None, derandomize=True)
@draw(st.sampled_from(TEXTS), st.sampled_from(sorted(PLACES)), st.sampled_from(sorted(FORMATS)))
def test_what_is_withheld_is_found_anywhere(secret: tuple[str, str], place: str, to: str) -> None:
    assert found_in(document(PLACES[place](secret[1])), to)


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("kind", SECRETS)
def test_what_is_withheld_is_found_around_the_text(kind: str, to: str) -> None:
    for name, frame in FRAME.items():
        assert found_in(frame(SECRETS[kind][0]), to), name


@pytest.mark.parametrize("text", [text for _, text in TEXTS if len(text) > 30 or "2023" in text])
def test_no_line_that_may_travel_holds_it(text: str) -> None:
    for trace in found_in(document(_paragraph(text)), "html"):
        assert "2023" not in trace.said
        assert not any(word in trace.said for word in text.split() if len(word) > 6)


OWN_BOOKS = (("publication", "decisions"), ("publication", "published"))
"""They hold what is published: the words that decisions let stand, the names that were given."""
WITHHELD = [spot for spot in SPOTS if spot.field.publish == "withhold" and spot.path[:2] not in OWN_BOOKS]
LINES = [spot for spot in WITHHELD if spot.field.type in ("line", "lines", "prose", "owner")]
SAID = "The walnut tree behind the chapel was where they hid the second kitten."


@settings(max_examples=40, deadline=None, derandomize=True)
@draw(st.sampled_from(LINES), st.sampled_from(sorted(PLACES)), st.sampled_from(sorted(FORMATS)))
def test_any_withheld_field_of_any_template_is_found(spot: Spot, place: str, to: str) -> None:
    search = search_for(with_text(spot, SAID))
    renderer = registry.renderer(to)
    data = renderer.render(document(PLACES[place]("walnut tree behind the chapel was where")), None)
    assert list(traces(read_parts(data, renderer.suffix), search)), spot.path
    assert found_in(document(PLACES[place]("walnut tree behind the chapel was where")), to) == []


DAYS = [spot for spot in WITHHELD if spot.field.type == "date"]


@settings(max_examples=30, deadline=None, derandomize=True)
@draw(st.sampled_from(DAYS), st.dates(date(2015, 1, 1), date(2029, 12, 31)), st.data())
def test_any_withheld_day_is_found(spot: Spot, day: date, data: st.DataObject) -> None:
    text, to = data.draw(st.sampled_from(written(day))), data.draw(st.sampled_from(sorted(FORMATS)))
    renderer = registry.renderer(to)
    made = renderer.render(document(_paragraph(f"It was {text} then.")), None)
    assert list(traces(read_parts(made, renderer.suffix), search_for(with_text(spot, day.isoformat())))), text
