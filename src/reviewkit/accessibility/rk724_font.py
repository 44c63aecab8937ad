"""Text is set in a font with serifs, or in one for decoration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import many, para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_SERIFS = frozenset((
    "times new roman", "times", "cambria", "georgia", "garamond", "eb garamond", "book antiqua", "palatino",
    "palatino linotype", "century", "century schoolbook", "bookman old style", "baskerville", "baskerville old face",
    "constantia", "liberation serif", "dejavu serif", "noto serif", "caladea", "tinos", "minion pro", "sitka text", "rockwell",
    "goudy old style", "bodoni mt", "didot", "perpetua", "courier new", "courier", "lucida bright", "merriweather",
    "source serif pro", "playfair display",
))  # fmt: skip
_DECORATIVE = frozenset((
    "brush script mt", "lucida handwriting", "lucida calligraphy", "monotype corsiva", "segoe script", "segoe print",
    "bradley hand itc", "papyrus", "curlz mt", "jokerman", "chiller", "freestyle script", "french script mt", "kristen itc",
    "edwardian script itc", "vivaldi", "old english text mt", "algerian", "stencil", "impact", "mistral", "harrington",
    "ink free", "dancing script", "pacifico",
))  # fmt: skip
_SHARE = 0.1


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the fonts that a tenth of the letters or more have."""
    letters: Counter[str] = Counter()
    for paragraph in word_file.body:
        for run in paragraph.runs:
            letters[run.look.font] += len(run.text.strip())
    whole_text = sum(letters.values())
    used = {font.strip().lower() for font, number in letters.items() if number > whole_text * _SHARE}
    if used & _SERIFS:
        yield whole("/body/font")
    if used & _DECORATIVE:
        yield whole("/body/font", "{place}: text is set in a font for decoration.")


def _styles(font: str) -> str:
    letters = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/><w:lang w:val="en-GB"/>'
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault></w:docDefaults>"


RULE = AccessRule(
    code="RK724",
    name="font",
    severity="note",
    finding="{place}: text is set in a font with serifs or of a typewriter.",
    why="Plain letters such as those of Arial are easier to tell apart, on screens and for people with dyslexia or low vision.",
    fix="Home > Styles > right-click Normal > Modify: choose Arial or another font without serifs",
    source=("govuk-accessible-documents",),
    bad="A report in Times New Roman.",
    good="A report in Arial, Calibri, Helvetica or Verdana.",
    look=look,
    hits=(
        WordSample(para(many(40)), styles=_styles("Times New Roman")),
        WordSample(para(many(40), letters='<w:rFonts w:ascii="Papyrus"/>')),
    ),
    misses=(WordSample(para(many(40))), WordSample(para(many(40)), styles=_styles("Verdana"))),
)
