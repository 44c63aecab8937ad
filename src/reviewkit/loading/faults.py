"""What `schema lint` has to say about one file, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from reviewkit.errors import InputError
from reviewkit.loading.yaml_reader import YamlDocument
from reviewkit.report import Path, Position

_LONGEST_LIST_SHOWN = 12
_TOP = Position(1, 1, 1, 1)


class Faults:
    """The faults of one file, in the order in which they stand there."""

    def __init__(self, file: str, document: YamlDocument) -> None:
        self.file = file
        self._document = document
        self._found: dict[tuple[int, int, str], InputError] = {}

    def add(self, path: Path, message: str, hint: str, *, key: bool = False) -> None:
        """A fault of the value at `path`, or with `key` of the word itself; where nothing stands, of what holds it."""
        place = self._place(path, key=key)
        error = InputError(self.file, message, line=place.line, column=place.column, hint=hint)
        self._found.setdefault((place.line, place.column, message), error)

    def all(self) -> list[InputError]:
        """Every fault, from the top of the file to its end."""
        return [self._found[place] for place in sorted(self._found)]

    def __bool__(self) -> bool:
        return bool(self._found)

    def _place(self, path: Path, *, key: bool) -> Position:
        document = self._document
        first, second = (document.keys, document.positions) if key else (document.positions, document.keys)
        for length in range(len(path), 0, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found:
                return found
        return _TOP


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A way out: the nearest known word, else the known words, else `otherwise`."""
    names = list(known)
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if otherwise or not names:
        return otherwise
    more = " …" if len(names) > _LONGEST_LIST_SHOWN else ""
    return f"known are {', '.join(names[:_LONGEST_LIST_SHOWN])}{more}"
