"""A house's own Word file: a starter to change, and what one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewkit.renderers.docx.house.describing import HouseDescription


def new_house_style() -> bytes:
    """A Word file with every style that reports use, to change in Word and give as house style."""
    from reviewkit.renderers.docx.house.starting import starter

    return starter()


def describe_house_style(data: bytes) -> HouseDescription:
    """What a Word file gives as house style, what it lacks and what stays behind. Raises `UsageError` if it is none."""
    from reviewkit.renderers.docx.house.describing import describe

    return describe(data)
