"""What the YAML parser complains of, in the words of somebody who has never heard of YAML. No report text."""

from __future__ import annotations

from typing import Any

from reviewkit.errors import InputError

_PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "a character that YAML doesn't allow here",
        "indent with spaces, not tabs; put text that begins with @, ` or % in quotes",
    ),
    (
        "mapping values are not allowed",
        "a colon where none can stand",
        "put the text in quotes, or write it on lines of its own below `key: |`",
    ),
    (
        "did not find expected key",
        "the indentation changes here, or a quotation mark or bracket before this is not closed",
        "line this up with the keys above it",
    ),
    (
        "could not find expected ':'",
        "a key without its colon",
        "write `key: value`; text of several lines stands below `key: |`, indented by two spaces",
    ),
    ("did not find expected '-' indicator", "a list item out of line", "line up the dashes of one list"),
    (
        "did not find expected ',' or",
        "a bracket that is not closed, or a comma missing",
        "close it with ] or }, and put text that holds commas or colons in quotes",
    ),
    ("found unexpected end of stream", "a quotation mark that is never closed", "close the quotation"),
    ("found undefined tag handle", "a `!` that YAML takes for a tag", "put the text in quotes"),
    ("found unknown escape character", "a backslash inside double quotes", "use single quotes around this text"),
    (
        "did not find expected alphabetic or numeric",
        "a `*` or `&` that YAML takes for a sign",
        "put the text in quotes",
    ),
    ("did not find expected <document start>", "text after the end of the report", "remove it or indent it"),
    ("block sequence entries are not allowed", "a dash where no list can begin", "put the list on a line of its own"),
    ("control characters are not allowed", "an invisible control character", "delete it and type the word again"),
    ("found a tab character", "a tab", "indent with spaces, not tabs"),
    ("unacceptable character", "an invisible control character", "delete it and type the word again"),
)


def explain_parser_error(error: Any, text: str, name: str) -> InputError | None:
    """The parser's exception as an `InputError` with its place and a way out; None if it is not the parser's."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        index, column = mark.line, mark.column + 1
    elif hasattr(error, "position") and hasattr(error, "character"):
        before = text[: error.position]
        index, column = before.count("\n"), len(before) - before.rfind("\n")
    else:
        return None
    if _line_starts_with_tab(text, index):
        return InputError(name, "a tab at the start of the line", line=index + 1, column=1, hint="indent with spaces")
    message, hint = _in_plain_words(str(getattr(error, "problem", "") or error))
    return InputError(name, message, line=index + 1, column=column, hint=hint)


def _in_plain_words(problem: str) -> tuple[str, str]:
    for needle, message, hint in _PLAIN_WORDS:
        if needle in problem:
            return message, hint
    return "this is not YAML", "compare with what `reviewkit new TEMPLATE -` prints"


def _line_starts_with_tab(text: str, index: int) -> bool:
    lines = text.split("\n", index + 1)
    return index < len(lines) and "\t" in lines[index][: len(lines[index]) - len(lines[index].lstrip())]
