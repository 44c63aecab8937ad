"""Text so that a Markdown reader shows it as it is."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|$]")
# An entity would be decoded; an address would be linked, and show the backslashes of its own escapes.
_SOMETIMES = re.compile(r"&(?=[A-Za-z#])|(?<=[a-z]):(?=//)|(?<=www)\.|(?<=WWW)\.", re.IGNORECASE)
_AT_START = re.compile(r"(?:#|[-+=:]|(\d{1,9})(?=[.)](?:\s|$)))")
_TYPED_FENCE = re.compile("`{3,}")


def escaped(text: str) -> str:
    """Clean text in the middle of a line."""
    if text.isalnum():
        return text
    return _SOMETIMES.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", text))


def start_escaped(line: str) -> str:
    """A line whose beginning could be taken for a heading, a list, a rule or an underline."""
    found = _AT_START.match(line)
    if not found:
        return line
    if found[1]:
        return f"{found[1]}\\{line[found.end() :]}"
    return f"\\{line}"


def code_span(text: str) -> str:
    """Text as inline code."""
    runs = [len(run) for run in re.findall("`+", text)]
    fence = "`" * next(count for count in range(1, len(runs) + 2) if count not in runs)
    padded = text.startswith(("`", " ")) or text.endswith(("`", " "))
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


def fence_for(lines: list[str]) -> str:
    """A code fence longer than any run of backticks in the lines."""
    longest = max((len(run) for line in lines for run in _TYPED_FENCE.findall(line)), default=2)
    return "`" * (longest + 1)


def destination(href: str) -> str:
    """A link's address, in angle brackets; what could end it is percent-encoded."""
    for character, code in (("<", "%3C"), (">", "%3E"), ("\\", "%5C"), ("|", "%7C"), (" ", "%20")):
        href = href.replace(character, code)
    return f"<{re.sub('&(?=[A-Za-z#])', '&amp;', href)}>"
