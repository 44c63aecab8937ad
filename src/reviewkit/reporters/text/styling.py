"""Colour and signs of a terminal, with a plain form of each."""

from __future__ import annotations

from reviewkit.tuples import NamedTuple

_COLOURS = {"error": "31", "warning": "33", "note": "36", "done": "32", "bold": "1", "dim": "2"}


class Style(NamedTuple):
    """What the terminal can show."""

    colour: bool
    unicode: bool

    def paint(self, text: str, kind: str) -> str:
        """The text in the colour of a severity, or bold or dim."""
        return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if self.colour and text else text

    def plain(self, text: str) -> str:
        """The text as this terminal can show it."""
        if self.unicode:
            return text
        for sign, ascii_sign in (("›", ">"), ("…", "..."), ("“", '"'), ("”", '"'), ("’", "'")):
            text = text.replace(sign, ascii_sign)
        return text.encode("ascii", "replace").decode("ascii")


def harmless(text: str) -> str:
    """Report text without characters that steer a terminal or hide letters."""
    return "".join(letter if letter.isprintable() else " " for letter in text.expandtabs(4))
