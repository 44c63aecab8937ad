"""Citations as readers find them: footnotes in Word, numbers that lead to a list on web pages and in Markdown."""

from __future__ import annotations

import re

from lxml import etree

from reviewkit.document import Cell, Document, Note, Paragraph, Run, Table
from reviewkit.inspecting.reading import read_parts
from reviewkit.renderers.docx import RENDERER as WORD
from reviewkit.renderers.html import RENDERER as WEB
from tests.unit.test_renderers_docx import HOSTILE, W, parts

SOURCES = ((Run("West Marshire (2022), Fathers in view."),), (Run(f"A & B <i>{HOSTILE}"),))


def document(*runs: Run, **changes: object) -> Document:
    return Document("Title", "", "Kind", (), (Paragraph(runs),), sources=SOURCES)._replace(**changes)  # type: ignore[arg-type]


def footnotes(data: bytes) -> dict[str, str]:
    root = parts(data)["word/footnotes.xml"]
    return {
        note.get(f"{W}id"): "".join(note.itertext(f"{W}t")).strip() for note in root if note.get(f"{W}type") is None
    }


def called(data: bytes) -> list[str]:
    return [each.get(f"{W}id") for each in parts(data)["word/document.xml"].iter(f"{W}footnoteReference")]


def test_each_citation_calls_a_footnote_of_its_own() -> None:
    data = WORD.render(
        document(Run("Seen"), Run("", source=0), Run(" and weighed", source=1), Run(" "), Run("", source=0)), None
    )
    said = footnotes(data)
    assert called(data) == ["1", "2", "3"] == list(said)
    assert said["1"] == said["3"] == "West Marshire (2022), Fathers in view."
    assert said["2"].startswith("A & B <i>")


def test_the_package_holds_what_footnotes_need() -> None:
    shown = parts(WORD.render(document(Run("Seen", source=0)), None))
    kinds = {each.get("PartName"): each.get("ContentType") for each in shown["[Content_Types].xml"]}
    assert kinds["/word/footnotes.xml"].endswith("wordprocessingml.footnotes+xml")
    targets = {each.get("Target"): each.get("Type") for each in shown["word/_rels/document.xml.rels"]}
    assert targets["footnotes.xml"].endswith("/relationships/footnotes")
    kept = {note.get(f"{W}id"): note.get(f"{W}type") for note in shown["word/footnotes.xml"]}
    assert kept == {"-1": "separator", "0": "continuationSeparator", "1": None}
    settings = shown["word/settings.xml"]
    assert [each.get(f"{W}id") for each in settings.find(f"{W}footnotePr")] == ["-1", "0"]
    order = [etree.QName(each).localname for each in settings]
    assert order.index("footnotePr") + 1 == order.index("compat")
    styles = {
        each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val")
        for each in shown["word/styles.xml"].iter(f"{W}style")
    }
    assert (styles["FootnoteText"], styles["FootnoteReference"]) == ("footnote text", "footnote reference")


def test_without_citations_there_is_no_such_part() -> None:
    shown = parts(WORD.render(document(Run("Seen")), None))
    assert "word/footnotes.xml" not in shown
    assert shown["word/settings.xml"].find(f"{W}footnotePr") is None


def test_what_a_footnote_says_is_inspected() -> None:
    found = list(read_parts(WORD.render(document(Run("Seen", source=0)), None), ".docx"))
    assert any(part.part == "word/footnotes.xml" and "Fathers in view" in part.text for part in found)
    assert not any(part.kind == "unread" for part in found)


def test_two_numbers_side_by_side_are_kept_apart() -> None:
    runs = (Run("Seen"), Run("", source=0), Run("", source=1), Run(" then"), Run("", source=1))
    story = parts(WORD.render(document(*runs), None))["word/document.xml"]
    assert [each.text for each in story.iter(f"{W}t")].count(",") == 1
    page = WEB.render(document(*runs), None).decode()
    assert re.sub("<[^>]+>", "", page[page.index("Seen<sup") :])[:14] == "Seen1, 2 then2"


def test_a_citation_in_a_table_and_one_beside_a_comment_keep_their_places() -> None:
    cell = Cell((Paragraph((Run("Weighed"), Run("", source=0))),))
    runs = (Run("saw", notes=(0,)), Run("", source=1), Run(" him", notes=(0,)))
    held = document(
        blocks=(Paragraph(runs), Table((cell,), ((cell,),))), notes=(Note("R", "R", ((Run("Why?", source=0),),)),)
    )
    data = WORD.render(held, None)
    assert len(called(data)) == len(footnotes(data)) == 3
    story = parts(data)["word/document.xml"]
    assert len(list(story.iter(f"{W}commentRangeStart"))) == len(list(story.iter(f"{W}commentRangeEnd"))) == 1
    assert parts(data)["word/comments.xml"].find(f".//{W}footnoteReference") is None


def test_an_address_that_the_words_do_not_say_is_printed_in_a_footnote() -> None:
    away, mail = "https://example.org/guide", "mailto:panel@example.org"
    runs = (
        Run("the ", href=away), Run("guide", bold=True, href=away), Run(" or "), Run(away, href=away), Run(", "),
        Run("write", href=mail), Run(" to "), Run("panel@example.org", href=mail),
    )  # fmt: skip
    data = WORD.render(document(*runs), None)
    assert list(footnotes(data).values()) == [away, "panel@example.org"]


def test_a_source_that_is_not_there_is_not_cited() -> None:
    shown = parts(WORD.render(document(Run("Seen", source=7), Run("", source=-1)), None))
    assert "word/footnotes.xml" not in shown
