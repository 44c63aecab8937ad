"""Letters stand out too little from what they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at, letters_in
from reviewkit.accessibility.samples import cell, para, row, table
from reviewkit.accessibility.values import Look, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample
from reviewkit.drawing.contrast import contrast

_SMALL, _LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 18, 14


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at every colour on its ground. Where Word chooses the colour, it stands out; the ground of shapes isn't known."""
    for paragraph in word_file.paragraphs:
        seen: set[tuple[str, str | None, bool]] = set()
        for run in paragraph.runs:
            pair = (run.look.colour, run.look.ground, _is_large(run.look))
            if pair not in seen and letters_in((run,)):
                seen.add(pair)
                message = _complaint(run.look)
                if message:
                    yield at(paragraph.position, message, run.text)


def _is_large(look: Look) -> bool:
    return look.size >= (_LARGE_BOLD if look.bold else _LARGE_SIZE)


def _complaint(look: Look) -> str:
    if not look.colour or look.ground is None:
        return ""
    ratio, needed = contrast(look.colour, look.ground), _LARGE if _is_large(look) else _SMALL
    if ratio >= needed:
        return ""
    # Rounded down, so that what falls short is never shown as enough.
    shown = int(ratio * 100) / 100
    return f"{{place}}: #{look.colour} on #{look.ground} has a contrast of {shown:.2f}:1; {needed:g}:1 is needed."


RULE = AccessRule(
    code="RK719",
    name="contrast",
    severity="error",
    finding="{place}: the letters stand out too little from their ground.",
    why=(
        "Pale letters can't be read by people with low vision, on a poor print or in the sun. The ratio needed is 4.5:1; "
        "for large letters (18 points, or 14 points bold) 3:1."
    ),
    fix="select them and choose a darker colour at Home > Font Color, best in the style itself",
    source=("wcag-2-2", "accessibility-regulations-2018"),
    bad="Grey #969696 on white; white letters in a table on light blue.",
    good="Dark grey #595959 on white; black on light blue.",
    look=look,
    hits=(
        WordSample(para("Pale", letters='<w:color w:val="969696"/>')),
        WordSample(para("Pale", letters='<w:color w:val="777777"/>')),
        WordSample(para("Pale", letters='<w:color w:val="595959"/><w:highlight w:val="darkGray"/>')),
        WordSample(
            table(
                row(
                    cell(
                        "", '<w:shd w:val="clear" w:fill="9DC3E6"/>', para("Pale", letters='<w:color w:val="FFFFFF"/>')
                    )
                )
            )
        ),
        WordSample(para("Pale", letters='<w:color w:val="000000" w:themeColor="background1" w:themeShade="A6"/>')),
    ),
    misses=(
        WordSample(para("Dark", letters='<w:color w:val="595959"/>')),
        WordSample(para("Large", letters='<w:color w:val="777777"/><w:sz w:val="36"/>')),
        WordSample(
            para("Chosen", letters='<w:color w:val="auto"/>', properties='<w:shd w:val="clear" w:fill="000000"/>')
        ),
        WordSample(
            para("White", letters='<w:color w:val="FFFFFF"/>', properties='<w:shd w:val="clear" w:fill="12436D"/>')
        ),
        WordSample(para("Hidden", letters='<w:vanish/><w:color w:val="FFFFFF"/>')),
    ),
)
