"""What the YAML parser complains of, in the words of somebody who has never heard of YAML. No report text."""

from __future__ import annotations

from typing import Any

from reviewkit.errors import InputError
from reviewkit.tuples import NamedTuple

_QUOTES = "put the whole text in quotes, or write it on lines of its own below `key: |`"
_BRACKET = "a bracket that is not closed, or a comma missing"
_CLOSE = "close it with ] or }, and put text that holds commas or colons in quotes"
_RETYPE = "delete it and type the word again"
_PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "a character that YAML doesn't allow here",
        "indent with spaces, not tabs; put text that begins with @, ` or % in quotes",
    ),
    ("mapping values are not allowed", "a colon where none can stand", _QUOTES),
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
    ("did not find expected ',' or", _BRACKET, _CLOSE),
    ("did not find expected node content", _BRACKET, _CLOSE),
    ("found unexpected ':'", "a colon where none can stand", _QUOTES),
    ("found unexpected end of stream", "a quotation mark that is never closed", "close the quotation"),
    ("found unexpected document indicator", "a quotation mark that is never closed", "close the quotation"),
    (
        "expected comment or line break",
        "text behind the sign `|` or `>`",
        "begin the text on the next line, and indent all its lines at least as far as the first",
    ),
    ("found undefined tag handle", "a `!` that YAML takes for a tag", "put the text in quotes"),
    ("expected whitespace or line break", "a `!` that YAML takes for a tag", "put the text in quotes"),
    ("found unknown escape character", "a backslash inside double quotes", "use single quotes around this text"),
    ("escape code", "a backslash inside double quotes", "use single quotes around this text"),
    ("hexdecimal number", "a backslash inside double quotes", "use single quotes around this text"),
    (
        "did not find expected alphabetic or numeric",
        "a `*` or `&` that YAML takes for a sign",
        "put the text in quotes",
    ),
    ("did not find expected <document start>", "text after the end of the report", "remove it or indent it"),
    ("block sequence entries are not allowed", "a dash where no list can begin", "put the list on a line of its own"),
    ("mapping keys are not allowed", "a `?` that YAML takes for a sign", "put the text in quotes"),
    ("unknown directive", "a `%` at the start of the line", "put the text in quotes, or indent it"),
    ("control characters are not allowed", "an invisible control character", _RETYPE),
    ("found a tab character", "a tab", "indent with spaces, not tabs"),
    ("unacceptable character", "an invisible control character", _RETYPE),
)


class _Place(NamedTuple):
    """Line and column count from 0."""

    line: int
    column: int


def explain_parser_error(error: Any, text: str, name: str, quoted: tuple[int, int] | None = None) -> InputError | None:
    """The parser's exception as an `InputError` with its place and a way out; None if it is not the parser's.

    `quoted` are the first line and column of a quotation of several lines that ended just before, if one did.
    """
    from reviewkit.loading.slips import slip_at

    place = _place_of(error, text)
    if place is None:
        return None
    if quoted:
        return InputError(
            name, "the quotation that begins here ends far below", line=quoted[0], column=quoted[1],
            hint="close it on this line; a quotation mark inside the text needs the other kind around it",
        )  # fmt: skip
    slip = slip_at(text, place.line, place.column)
    if slip:
        return InputError(name, slip.message, line=slip.line + 1, column=slip.column + 1, hint=slip.hint)
    message, hint = _in_plain_words(str(getattr(error, "problem", "") or error))
    return InputError(name, message, line=place.line + 1, column=place.column + 1, hint=hint)


def _place_of(error: Any, text: str) -> _Place | None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "could not find expected ':'" in str(getattr(error, "problem", "")):
        mark = getattr(error, "context_mark", None) or mark  # where the text begins, not where the next key stands
    if mark is not None:
        return _Place(mark.line, mark.column)
    if hasattr(error, "position") and hasattr(error, "character"):
        before = text[: error.position]
        return _Place(before.count("\n"), len(before) - before.rfind("\n") - 1)
    return None


def _in_plain_words(problem: str) -> tuple[str, str]:
    for needle, message, hint in _PLAIN_WORDS:
        if needle in problem:
            return message, hint
    return "this is not YAML", "compare with what `reviewkit new TEMPLATE -` prints"
