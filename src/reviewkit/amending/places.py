"""Where a value stands in a file's text, as offsets: its start, its end, the line after it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from reviewkit.loading.yaml_reader import YamlDocument, read_yaml
from reviewkit.report import Path, Position
from reviewkit.tuples import NamedTuple

# What libyaml counts as the end of a line; `str.splitlines` knows more of them.
_LINE = r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)"


class Edit(NamedTuple):
    """Put `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class Source(NamedTuple):
    """A file's text, what it says, where its lines begin (the end of the text last), and how a line ends in it."""

    text: str
    document: YamlDocument
    starts: tuple[int, ...]
    newline: str

    def at(self, path: Path) -> Any:
        """The value there; None where there is none."""
        value = self.document.value
        for step in path:
            try:
                value = value[step]
            except (LookupError, TypeError):
                return None
        return value

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both counted from 1."""
        return min(self.starts[min(line, len(self.starts)) - 1] + column - 1, len(self.text))

    def start(self, path: Path) -> int:
        """Where the value begins."""
        position = self.document.positions[path]
        return self.offset(position.line, position.column)

    def end(self, path: Path) -> int:
        """Where the value's last character has been; behind blank lines only where they belong to it."""
        last = self._last_leaf(path)
        position = self.document.positions[last]
        start, end = self.offset(position.line, position.column), self.offset(position.end_line, position.end_column)
        header = self.text[start : start + 3]
        if header[:1] not in ("|", ">") or "+" in header:
            return end
        return start + len(self.text[start:end].rstrip())

    def is_flow(self, path: Path) -> bool:
        """Whether a list or mapping stands in brackets."""
        return self.text[self.start(path) :][:1] in ("[", "{")

    def column(self, path: Path) -> int:
        """Spaces before the value's first line's content: of a mapping or list in lines, that of its keys or dashes."""
        return self.document.positions[path].column - 1

    def line_after(self, offset: int, column: int) -> int:
        """Where the line after that offset begins, remarks that are indented further than `column` passed over."""
        number = next((n for n, start in enumerate(self.starts) if start >= offset), len(self.starts) - 1)
        while number < len(self.starts) - 1:
            line = self.text[self.starts[number] : self.starts[number + 1]]
            if not (line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) > column):
                break
            number += 1
        return self.starts[number]

    def line_start(self, offset: int) -> int:
        """Where the line with that offset begins."""
        return max(start for start in self.starts if start <= offset)

    def _last_leaf(self, path: Path) -> Path:
        """The value that ends last: brackets end with themselves."""
        value = self.at(path)
        while value and isinstance(value, (dict, list)) and not self.is_flow(path):
            path = (*path, next(reversed(value)) if isinstance(value, dict) else len(value) - 1)
            value = self.at(path)
        return path


def source_of(text: str, name: str) -> Source:
    """The text read. Raises `InputError` for whatever the reader refuses."""
    lengths = [len(line) for line in re.findall(_LINE, text) if line]
    return Source(text, read_yaml(text, name), tuple(accumulate(lengths, initial=0)), newline_of(text))


def newline_of(text: str) -> str:
    """How lines end in the text."""
    broken = re.search(r"\r\n|\n|\r", text)
    return broken.group() if broken else "\n"


def position_of(source: Source, path: Path) -> Position | None:
    """The place of the nearest thing on the way to `path` that the file has, for messages."""
    while path and path not in source.document.positions:
        path = path[:-1]
    return source.document.positions.get(path)
