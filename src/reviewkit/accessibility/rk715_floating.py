"""Something floats beside the text, or words stand in a text box."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, para, picture
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_BOX = "{place}: words stand in a text box."
_BOX_FIX = "move the words into the text and delete the box; a frame or colour comes from Home > Borders and Shading"


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the body; a floating thing that is marked as decorative takes nothing from anybody."""
    for one in word_file.pictures:
        if one.position.part != "body" or one.kind == "watermark":
            continue
        if one.kind == "text box":
            yield at(one.position, _BOX)._replace(fix=_BOX_FIX)
        elif one.is_floating and not one.is_decorative:
            yield at(one.position)


_TEXT = f"<w:txbxContent>{para('Words in a box')}</w:txbxContent>"

RULE = AccessRule(
    code="RK715",
    name="floating",
    severity="warning",
    finding="{place}: it floats beside the text instead of standing in it.",
    why=(
        "What floats has no place in the order of reading: a screen reader reaches it somewhere else, last, or never. With "
        "larger letters it may lie on top of the text."
    ),
    fix="right-click it > Wrap Text > In Line with Text, in the paragraph where it belongs",
    source=("wcag-2-2", "own"),
    bad="A quotation in a text box at the edge of the page; a chart with text flowing round it.",
    good="A quotation in a paragraph with a border; a chart in a line of its own.",
    look=look,
    hits=(
        WordSample(holding(picture("A chart of referrals", floating=True))),
        WordSample(holding(f"<w:r><w:pict><v:shape><v:textbox>{_TEXT}</v:textbox></v:shape></w:pict></w:r>")),
    ),
    misses=(WordSample(holding(picture("A chart of referrals"))),),
)
