"""Text so that a Markdown reader shows it as it is."""

from __future__ import annotations

import re

_ANYWHERE = r"[\\`*_\[\]<~|$]"
# An entity would be decoded; an address would be linked, and show the backslashes of its own escapes.
_SOMETIMES = r"&(?=[A-Za-z#])|(?<=[a-zA-Z]):(?=//)|(?<=[wW]{3})\."
_AT_START = r"[#>+=:-]|(\d{1,9})(?=[.)](?:\s|$))"
_SAFE_ADDRESS = r"[\w:/?#@!'+,;=.%~&-]+"


def escaped(text: str) -> str:
    """Clean text in the middle of a line."""
    if text.isalnum():
        return text
    return re.sub(f"{_ANYWHERE}|{_SOMETIMES}", r"\\\g<0>", text)


def start_escaped(written: str) -> str:
    """A line whose beginning could be taken for a heading, a quote, a list, a rule or an underline."""
    found = re.match(_AT_START, written)
    if not found:
        return written
    digits = found[1] or ""
    return f"{digits}\\{written[len(digits) :]}"


def end_escaped(written: str) -> str:
    """The words of a heading, whose last # would be taken for its end."""
    kept = written.rstrip("#")
    return kept + "\\#" * (len(written) - len(kept))


def code_span(text: str) -> str:
    """Text as inline code."""
    if re.search(r"[|\[\]]", text):
        # A cell would end at the one, a link at the other: no escape counts within backticks.
        return f"<code>{escaped(text)}</code>"
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(count for count in range(1, len(runs) + 2) if count not in runs)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def code_fence(lines: list[str]) -> str:
    """A fence longer than any run of backticks in the lines."""
    longest = max((len(run) for typed in lines for run in re.findall("`{3,}", typed)), default=2)
    return "`" * (longest + 1)


def destination(href: str) -> str:
    """The address of a link; what could end it is percent-encoded."""
    for sign, code in (("<", "%3C"), (">", "%3E"), ("\\", "%5C"), ("|", "%7C")):
        href = href.replace(sign, code)
    href = re.sub("&(?=[A-Za-z#])", "&amp;", href)
    return href if re.fullmatch(_SAFE_ADDRESS, href, re.ASCII) else f"<{href}>"
