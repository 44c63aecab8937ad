"""Loads the templates and fills them. What comes from a file is text by the time it stands on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reviewkit.composing.cover import CONFIDENTIAL
from reviewkit.composing.wording import capitalised, day
from reviewkit.contracts import ReportOptions
from reviewkit.findings import CheckedReport
from reviewkit.renderers._templates import load_page
from reviewkit.renderers.html import css_string
from reviewkit.reporters._words import by_rule, code_pieces
from reviewkit.reporters.html.overview import Overview
from reviewkit.reporters.html.sheets import Sheet
from reviewkit.reporters.html.wording import advice, counted

if TYPE_CHECKING:
    from jinja2 import Template

_SPACES = (11, 12, 13, 0x85, 0x2028, 0x2029)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NOT_IN_A_PAGE = (*range(9), *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
# One for one, so that what is marked stays marked: what steers the direction of text is shown as a sign.
_SHOWN = dict.fromkeys((*_BIDI, *_NOT_IN_A_PAGE), "\ufffd") | dict.fromkeys(_SPACES, " ")


def page(
    alone: Sheet | None, overview: Overview | None, checked: Sequence[CheckedReport], options: ReportOptions
) -> str:
    """The page of one sheet or of an overview."""
    return _template().render(
        sheet=alone,
        overview=overview,
        marking=CONFIDENTIAL,
        today=options.today.isoformat() if options.today else "",
        version=options.version,
        statistics=by_rule(checked) if options.statistics else (),
    )


def harmless(value: Any) -> Any:
    """Text with a sign in place of each character that steers the page; anything else as it is."""
    return value if type(value) is not str or value.isprintable() else value.translate(_SHOWN)


@cache
def _template() -> Template:
    filters: dict[str, Callable[..., Any]] = {
        "advice": advice,
        "capitalised": capitalised,
        "coded": code_pieces,
        "counted": counted,
        "css_string": css_string,
        "day": day,
        "harmless": harmless,
    }
    return load_page("feedback.html.j2", filters, harmless)
