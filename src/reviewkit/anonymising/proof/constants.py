"""Words that finished files have of themselves: names of Word's styles and of fonts. They are nobody's name there."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

BUILT_IN = word_set(
    "normal heading title subtitle strong emphasis quote intense subtle reference book list bullet number continue body",
    "text first indent caption header footer footnote endnote annotation balloon hyperlink followed placeholder table grid",
    "light dark medium colorful shading accent plain simple classic columns contemporary elegant professional web theme",
    "macro envelope index toc toa authorities line page date salutation closing message note block document map html",
    "outline sample keyboard variable typewriter cite definition code address acronym bibliography paragraph char style",
    "smart mention hashtag unresolved revision default font figures return top bottom of form no spacing signature office",
    "wordprocessingml auto center left right both start end single double thick dashed dotted solid black white red green",
    "blue yellow grey gray gold silver orange pink purple brown true false on off none nil clear atleast exact pct dxa",
    "decimal lowerletter lowerroman upperroman upperletter minor major ascii hansi latin east asian complex word settings",
    "numbering styles fonts custom core properties app relationships person item props preserve continuous nextpage portrait",
    "landscape baseline superscript subscript roman swiss modern script decorative fixed variable auto system main article",
    "section aside nav lead gap marking cover facts card cell row col rowgroup colgroup scope screen print stylesheet utf",
    "viewport width device initial scale generator description language creator keywords subject category rpr ppr pct",
    "mark hidden anchor skip content contents number numbered key value entry summary warning confidential published draft",
    "numpages sectionpages pageref styleref mergeformat filename docproperty seq dotm dotx en gb us microsoft libreoffice",
)
FONTS = word_set(
    "arial calibri cambria candara consolas constantia corbel courier georgia garamond helvetica neue tahoma times new",
    "roman trebuchet ms verdana aptos display symbol wingdings webdings segoe ui sans serif mono monospace liberation dejavu",
    "noto carlito caladea gothic mincho century franklin gill gulim batang simsun meiryo angsana cordia vrinda raavi shruti",
    "tunga latha mangal kartika gautami iskoola pota moolboran sylfaen estrangelo edessa mongolian baiti daunpenh sbl",
    "hebrew biblio dokchampa euphemia plantagenet cherokee kalinga yi nyala khmer uighur thaana mv boli himalaya inter",
    "charter source roboto open lucida grande palatino linotype bookman antiqua unicode system apple emoji color atkinson",
    "hyperlegible public transport gds optima avenir ubuntu cantarell oxygen fira droid iowan old style book bembo malgun",
)
_CONSTANT = BUILT_IN | FONTS
TIMESTAMPS = frozenset(("element created in coreProperties", "element modified in coreProperties"))
"""Places of a package's own dates, which are fixed; only days of the case count there."""
_SHORTEST_NUMBER = 6
MACHINE_NUMBERS = word_set(
    "id Id w h x y cx cy paraId textId durableId nsid tmpl rsid rsidR rsidRPr rsidRDefault rsidP rsidTr rsidSect rsidDel",
    "numId abstractNumId ilvl sz szCs w15 paraIdParent usb0 usb1 usb2 usb3 csb0 csb1 distT distB distL distR relativeHeight",
)
"""Attributes that a program fills with numbers by chance: ten digits there are no NHS number."""


def is_constant(passage: Reading) -> bool:
    """Whether a file of this kind has such words of itself; numbers have no names in them."""
    others = (word for word in passage.words if word not in _CONSTANT)
    return all(word.isdigit() or len(word) == 1 for word in others)


def is_plain_constant(passage: Reading) -> bool:
    """The same, where a long number could be somebody's."""
    if is_constant(passage) and sum(len(word) for word in passage.words if word.isdigit()) < _SHORTEST_NUMBER:
        return True
    return _programs().fullmatch(passage.folded.source.strip()) is not None


@cache
def _programs() -> re.Pattern[str]:
    """What made a file, as programs write it: their own names, versions and systems, and no word more."""
    name = (
        r"(?:Libre|Open|Only|WPS |Polaris |Microsoft )Office(?: Word)?|Microsoft Macintosh Word|Microsoft Word(?: for the web)?|"
        r"Apache OpenOffice|Collabora(?:Office| Online)?|Google Docs|Apple Pages|Aspose\.Words for [.\w]{1,8}|python-docx|"
        r"docx4j|pandoc|Apache POI|Mozilla|SoftMaker TextMaker|Writer"
    )
    version = r"[ /]v?[0-9]{1,5}(?:\.[0-9A-Z]{1,6}){0,4}(?:\([A-Za-z0-9]{1,4}\))?"
    system = r"\$[A-Za-z]{3,8}_[A-Za-z0-9_]{3,8}|[ ]\((?:Linux|Windows|MacOSX|Mac OS X)(?:/[0-9]{1,2})?\)"
    build = r"[ ]LibreOffice_project/[0-9a-f]{1,40}(?:\$Build-[0-9]{1,4})?"
    return re.compile(rf"(?:{name})(?:{version})?(?:{system})?(?:{build})?")
