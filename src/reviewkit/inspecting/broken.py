"""Pages that are not as they should be: what nobody closed, and what a parser throws away."""

from __future__ import annotations

import re
from functools import cache


def end_of_markup(text: str) -> int:
    """Where the last tag and the last comment end: a parser would look for the end of the next one again and again."""
    after = text.rfind("-->")
    unclosed = text.find("<!--", after + 3 if after >= 0 else 0)
    last = text.rfind(">") + 1
    opened = text.find("<", last)
    last = opened if opened >= 0 else len(text)
    return min(last, unclosed) if unclosed >= 0 else last


@cache
def end_tag() -> re.Pattern[str]:
    """What a parser throws away: words between the name of an end tag and its bracket."""
    return re.compile(r"</[a-zA-Z][^\s/<>]*[\s/]+([^\s<>][^<>]{0,2000})>")
