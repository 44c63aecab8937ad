"""A look taken from a Word file that a partnership gives: its styles, list signs, colours and page; nothing else."""

from __future__ import annotations

from reviewkit.renderers.docx.house_lists import merged_numbering
from reviewkit.renderers.docx.house_merging import merged_styles
from reviewkit.renderers.docx.house_package import open_house
from reviewkit.renderers.docx.house_page import page_of
from reviewkit.renderers.docx.house_theme import merged_theme
from reviewkit.renderers.docx.look import Look, own_part


def house_look(data: bytes) -> Look:
    """The look of the Word file in `data`, our own where it says nothing.

    Its text, headers, footers, properties, comments, custom XML, macros and people stay where they are. Raises
    `UsageError` for anything that isn't a Word file, or not a safe one.
    """
    house = open_house(data)
    return Look(
        styles=merged_styles(own_part("styles"), house.styles),
        numbering=merged_numbering(own_part("numbering"), house),
        theme=merged_theme(own_part("theme"), house.theme),
        settings=own_part("settings"),
        fonts=own_part("fonts"),
        page=page_of(house.document),
    )
