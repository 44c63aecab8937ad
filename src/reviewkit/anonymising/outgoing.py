"""Which texts of a draft will be published, so that whatever identifies somebody in them is worth a word to its author.

Apart from what searches them: of a rapid review nothing goes out, and it pays for no detector.
"""

from __future__ import annotations

from reviewkit.language.passages import Passage, Prose
from reviewkit.report import NOT_PUBLISHED, Report

_SPOKEN_OF = frozenset(("prose", "line", "lines"))
"""An owner is a body or a role in free text: the rules on owners judge it."""


def outgoing(report: Report, prose: Prose) -> tuple[Passage, ...]:
    """The texts that a published version would tell with names replaced; none if nothing will be published."""
    if report.at("publication", "form") in NOT_PUBLISHED:
        return ()
    return tuple([passage for passage in prose.passages if _goes_out(passage)])


def _goes_out(passage: Passage) -> bool:
    field = passage.field
    return field.publish == "replace-names" and (field.type in _SPOKEN_OF or field.kind != "value")
