"""Fields in a house's header: page numbers stay fields, what tells about the file or a person is dropped."""

from __future__ import annotations

from typing import Literal

Shown = Literal["this", "last", "text", "nothing"]
"""What is taken of a field: this page's number, that of the last page, the text that it shows, or nothing."""

_PAGES: dict[str, Shown] = {"PAGE": "this", "NUMPAGES": "last", "SECTIONPAGES": "last"}
_ABOUT_THE_FILE = "FILENAME FILESIZE TEMPLATE INFO DOCPROPERTY DOCVARIABLE NUMWORDS NUMCHARS REVNUM EDITTIME"
_ABOUT_PEOPLE = "AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS MERGEFIELD ADDRESSBLOCK GREETINGLINE"
_ABOUT_A_DAY = "SAVEDATE CREATEDATE PRINTDATE DATE TIME"
_ABOUT_ITS_TEXT = "STYLEREF TITLE SUBJECT KEYWORDS COMMENTS REF PAGEREF NOTEREF TOC AUTOTEXT AUTOTEXTLIST"
_ACTING = "MACROBUTTON GOTOBUTTON INCLUDETEXT INCLUDEPICTURE LINK EMBED DDE DDEAUTO DATABASE FILLIN ASK SET BARCODE"
_DROPPED = frozenset(f"{_ABOUT_THE_FILE} {_ABOUT_PEOPLE} {_ABOUT_A_DAY} {_ABOUT_ITS_TEXT} {_ACTING}".split())


def shown_of(code: str) -> Shown:
    """What is taken of the field with that code, such as `NUMPAGES` with its switches."""
    name = next(iter(code.split()), "").upper()
    return _PAGES.get(name) or ("nothing" if name in _DROPPED else "text")


class Fields:
    """The fields that are open at a place of the text: each its code, until it is known what is taken of it."""

    def __init__(self) -> None:
        self._open: list[list[str] | Shown] = []

    @property
    def silent(self) -> bool:
        """Whether text here is no text of the page: a code, or the result of a field that isn't taken as it is."""
        return any(each != "text" for each in self._open)

    def begin(self) -> None:
        """A field opens, with its code."""
        self._open.append([])

    def code(self, text: str) -> None:
        """A stretch of the innermost field's code."""
        if self._open and isinstance(self._open[-1], list):
            self._open[-1].append(text)

    def separate(self) -> Shown:
        """The code is over and the result begins; the page number that stands here, or "text" or "nothing"."""
        if not self._open or not isinstance(self._open[-1], list):
            return "nothing"
        shown = shown_of("".join(self._open.pop()))
        number: Shown = "nothing" if self.silent else shown
        self._open.append(shown)
        return number

    def end(self) -> Shown:
        """The field is over; the page number that stands here if it had no result."""
        number = self.separate() if self._open and isinstance(self._open[-1], list) else "nothing"
        if self._open:
            self._open.pop()
        return number
