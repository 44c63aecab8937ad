"""A look taken from a Word file that a partnership gives: its styles, list signs, colours and page; nothing else."""

from __future__ import annotations

from reviewkit.renderers.docx.house.lists import merged_numbering
from reviewkit.renderers.docx.house.merging import house_accent, merged_styles
from reviewkit.renderers.docx.house.package import House, open_house
from reviewkit.renderers.docx.house.page import page_of
from reviewkit.renderers.docx.house.theme import merged_theme
from reviewkit.renderers.docx.look import Look, own_part


def house_look(data: bytes) -> Look:
    """The look of the Word file in `data`, our own where it says nothing.

    Its text, properties, comments, custom XML, macros and people stay where they are; `house_furniture` reads its header
    and footer. Raises `UsageError` for anything that isn't a Word file, or not a safe one.
    """
    return look_of(open_house(data))


def look_of(house: House) -> Look:
    """The same of a file that is open."""
    return Look(
        styles=merged_styles(own_part("styles"), house.styles),
        numbering=merged_numbering(own_part("numbering"), house),
        theme=merged_theme(own_part("theme"), house.theme),
        settings=own_part("settings"),
        fonts=own_part("fonts"),
        page=page_of(house.document),
        accent=house_accent(house.styles),
    )
