"""A picture, chart, shape or embedded object has no alternative text and isn't marked as decorative."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, picture
from reviewkit.accessibility.values import Picture, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_OWN_WORDS = ("text box", "watermark")
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at what is drawn. In headers and footers a screen reader rarely reads anything."""
    for one in word_file.pictures:
        if not one.text and not one.is_decorative and one.kind not in _OWN_WORDS:
            yield _hit(one)


def _hit(one: Picture) -> AccessHit:
    hit = at(one.position, f"{{place}}: no alternative text ({one.kind}).")
    return hit if one.position.part == "body" else hit._replace(severity="warning")


RULE = AccessRule(
    code="RK713",
    name="alternative-text-missing",
    severity="error",
    finding="{place}: no alternative text.",
    why=(
        "Who doesn't see the picture hears the word “picture” and nothing of what it shows. Where it only decorates, "
        "marking it so lets the screen reader pass over it."
    ),
    fix="right-click it > View Alt Text: say in a sentence or two what it tells, or tick “Mark as decorative”",
    source=("wcag-2-2", "accessibility-regulations-2018"),
    bad="A chart without a word about what it shows.",
    good="“Three referrals in 2023, nine in 2024”; the line below a heading is marked as decorative.",
    look=look,
    hits=(
        WordSample(holding(picture())),
        WordSample(holding(picture(kind="chart"))),
        WordSample(holding('<w:r><w:pict><v:shape><v:imagedata r:id="rImage"/></v:shape></w:pict></w:r>')),
        WordSample(holding('<w:r><w:object><v:shape/><o:OLEObject Type="Embed"/></w:object></w:r>')),
    ),
    misses=(
        WordSample(holding(picture("A timeline of five events in 2024"))),
        WordSample(holding(picture(more=_DECORATIVE))),
        WordSample(holding('<w:r><w:pict><v:shape alt="A map"><v:imagedata r:id="rImage"/></v:shape></w:pict></w:r>')),
        WordSample(holding('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')),
    ),
)
