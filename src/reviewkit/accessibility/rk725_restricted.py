"""Editing is restricted, which keeps some readers' programs out."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import para
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_AT = "/settings/protection"
_FORMS = "{place}: only its form fields can be reached."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at what is enforced; comments and tracked changes stay open to everybody."""
    protection = word_file.about.protection
    if protection == "forms":
        yield whole(_AT, _FORMS)._replace(severity="error")
    elif protection == "readOnly":
        yield whole(_AT)


RULE = AccessRule(
    code="RK725",
    name="restricted",
    severity="warning",
    finding="{place}: editing is restricted.",
    why=(
        "People change colours, letters and spacing to be able to read; that is editing. Where only form fields can be "
        "reached, a screen reader can't get at the text around them."
    ),
    fix="Review > Restrict Editing > Stop Protection; keep the original safe and give out a copy",
    source=("own",),
    bad="A form in which only the fields can be reached.",
    good="A document that everybody can open and adjust.",
    look=look,
    hits=(
        WordSample(para("Words"), settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>'),
        WordSample(para("Words"), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
    ),
    misses=(
        WordSample(para("Words"), settings='<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'),
        WordSample(para("Words"), settings='<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'),
    ),
)
