"""What can go wrong that a person can mend; everything else is a fault of ours and keeps its traceback short."""

from __future__ import annotations

from collections.abc import Callable

Shown = tuple[tuple[str, str], ...]


class ReviewkitError(Exception):
    """An expected failure. `message` says what is wrong, `hint` the way out; neither holds report text."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(ReviewkitError):
    """A file that can't be used as it is. `line` and `column` count from 1; 0 means the file as a whole."""

    def __init__(self, path: str, message: str, *, line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.path = path
        self.line = line
        self.column = column

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known."""
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


class UsageError(ReviewkitError):
    """The request makes no sense as asked: an unknown template, an option that doesn't fit."""


class OutputError(ReviewkitError):
    """The result could not be written; what stood there before is whole."""


class ResourceError(ReviewkitError):
    """A part of the installation is missing or broken."""


class RefusedError(ReviewkitError):
    """The report can't be rendered as asked because the check found errors."""


class LeakError(ReviewkitError):
    """Publishing would have left something that identifies. `reasons` are lines a person can act on.

    `shown` gives for each reason, if anything, its section and the same with the words themselves: report text, which
    only a terminal over the person's own report may show. It is asked for, so that no log of the error can hold it.
    """

    def __init__(
        self, message: str, reasons: tuple[str, ...], *, hint: str = "", shown: Callable[[], Shown] = tuple
    ) -> None:
        super().__init__(message, hint=hint)
        self.reasons = reasons
        self.shown = shown
