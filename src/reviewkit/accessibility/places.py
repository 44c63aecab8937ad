"""Where something stands, as a path for programs and in words for a person with the file open in Word."""

from __future__ import annotations

from reviewkit.accessibility.values import Position

WHOLE = "the whole document"


def path_of(position: Position) -> str:
    """Like a JSON Pointer: /body/table/3, /header/2/paragraph/1."""
    part = f"/{position.part}/{position.of_part}" if position.of_part else f"/{position.part}"
    return f"{part}/{position.kind}/{position.number}"


def place_of(position: Position) -> str:
    """Headings are counted from the top as the navigation pane lists them, paragraphs from their heading."""
    if position.part != "body":
        return f"{position.part} {position.of_part}"
    if position.kind == "heading":
        return f"heading {position.number} (level {position.level})"
    if position.table and position.kind != "table":
        cell = f"table {position.table}, row {position.row}, column {position.column}"
        return f"{cell}, {_after(position)}"
    if position.kind != "paragraph":
        kind = "text box, paragraph" if position.kind == "boxed-paragraph" else position.kind
        return f"{kind} {position.number}, {_after(position)}"
    if not position.heading:
        return f"paragraph {position.since} of the document"
    return f"paragraph {position.since} {_after(position)}"


def _after(position: Position) -> str:
    return f"after heading {position.heading} (level {position.level})" if position.heading else "before any heading"
