"""What a Word file looks like: styles, list signs, theme and page; our own, as `templates/docx/` has them."""

from __future__ import annotations

from reviewkit import resources
from reviewkit.tuples import NamedTuple


class Page(NamedTuple):
    """Paper and margins in twips; `header` and `footer` are their distances from the edge."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    right: int = 1304
    bottom: int = 1304
    left: int = 1304
    header: int = 680
    footer: int = 680

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


class Look(NamedTuple):
    """The parts of a Word file that say how it looks, as XML. `numbering` lacks the lists of the document.

    `accent` is the colour of headings and pictures.
    """

    styles: str
    numbering: str
    theme: str
    settings: str
    fonts: str
    page: Page
    accent: str = "12436D"


def own_look() -> Look:
    """Our own house style."""
    return Look(
        own_part("styles"), own_part("numbering"), own_part("theme"), own_part("settings"), own_part("fonts"), Page()
    )


def own_part(name: str) -> str:
    """A part of our own house style."""
    return resources.read_text("templates", "docx", f"{name}.xml")
