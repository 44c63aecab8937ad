"""Text → words, sentences and quotations, by their places. Nothing here knows what a report is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from reviewkit.tuples import NamedTuple

Span = tuple[int, int]

_MARKS = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
"""Within a word: soft hyphens and other signs that nobody sees, and accents that stand behind their letter."""
_WORD = rf"[^\W_]+(?:['’ʼ{_MARKS}]+[^\W_]+)*[\u0300-\u036f]*"
_PLAIN_WORD = r"[A-Za-z0-9]+(?:'+[A-Za-z0-9]+)*"
"""The same of a text in ASCII."""
_PLAIN = bytes(sign if chr(sign).isalnum() or sign == ord("'") else ord(" ") for sign in range(256)).lower()
"""ASCII in small letters, and a blank for whatever is neither letter, digit nor apostrophe."""
_AS_BLANK = "“”‘–—…•£\u00a0"
"""The signs that make an English text more than ASCII and part words as a blank does."""
_AS_READ = {ord("’"): "'", ord("ʼ"): "'", **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))}

_ONE_PARAGRAPH = r"\n(?![ \t]*\n)"
_POSSESSIVE = r"(?<=s){0}(?= [a-z][^{0}.!?\n]*{0}(?!\w))"
"""The sign behind "the parents'" is no end of a quotation where another such sign follows in the sentence."""
_ON = r"[^{0}\n]*+(?:" + _ONE_PARAGRAPH + r"[^{0}\n]*+)*+"
"""On without these signs to the end of the paragraph, so that a forgotten sign does no harm beyond it."""
_IN_MARKS = (  # each begins with its own sign, which lets the search leap from sign to sign
    rf"“{_ON.format('“”')}(?:\n[ \t]*\n[ \t]*“{_ON.format('“”')}){{0,20}}+”"
    rf"|‘(?:[^‘’\n]|{_ONE_PARAGRAPH}|’(?=\w)|{_POSSESSIVE.format('’')})*+’"
    rf"|«{_ON.format('«»')}»"
    rf"|\"(?<!\w\"){_ON.format(chr(34))}\""
    rf"|'(?<!\w')(?=[^\s\d])(?:[^'\n]|'(?=\w)|{_POSSESSIVE.format(chr(39))}){{0,600}}+'(?!\w)"
    r"|`[^`\n]++`"
)
_BLOCK = r"(?:^|(?<=\n))[ \t]*+>[^\n]*+(?:\n(?![ \t]*\n)[^\n]++)*+"
_SENTENCE_END = (
    r"(?<![.!?…])[.!?…]++[\"'”’)\]*_]*+\s++(?=[^\w\s]*[A-Z0-9À-ÖØ-Þ])"
    r"|\n[ \t]*+\n\s*+|\n(?=[ \t]*(?:(?:[-*+>]|\d+[.)]|#{1,6})[ \t]|\|))"
)
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "st", "prof", "rev", "e.g", "i.e", "eg", "ie", "no", "nos", "approx", "cf", "para", "vs",
     "p", "pp", "s"}
)  # fmt: skip


class Words(NamedTuple):
    """The words of a text in lower case with straight apostrophes, and where each begins and ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def split_words(text: str) -> Words:
    """Letters and digits count; a hyphen parts two words, an apostrophe or a soft hyphen doesn't."""
    return place_words(text, words_in(text))


def place_words(text: str, words: tuple[str, ...]) -> Words:
    """The places of the words that `words_in` found in this text."""
    pieces = _pattern(f"({_PLAIN_WORD if text.isascii() else _WORD})").split(text)
    # What parts the words and the words by turns, so the ends of all of them are the starts and the ends of the words.
    ends = tuple(accumulate(map(len, pieces)))
    return Words(words, ends[:-1:2], ends[1::2])


def words_in(text: str) -> tuple[str, ...]:
    """The words alone, without their places: a fifth of the work."""
    plain = text if text.isascii() else _in_ascii(text)
    if not plain.isascii():  # lower case may be longer: İ
        return tuple([word.lower().translate(_AS_READ) for word in _pattern(_WORD).findall(text)])
    words = plain.encode().translate(_PLAIN).decode().split()
    if "'" in plain:
        words = [word for word in [word.strip("'") for word in words] if word]
    return tuple(words)


def _in_ascii(text: str) -> str:
    text = text.replace("’", "'")
    for sign in _AS_BLANK:
        text = text.replace(sign, " ")
    return text


def places_of(words: str, text: str) -> Iterator[int]:
    """Where these words begin in the text, letter for letter but never within other words."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start
        start = text.find(words, start + 1)


def quotations(text: str) -> tuple[Span, ...]:
    """What somebody else's words are: text in quotation marks, in block quotes, in code."""
    if not _may_quote(text):
        return ()
    if ">" in text:
        return tuple(_with_blocks(text))
    return tuple([match.span() for match in _pattern(_IN_MARKS).finditer(text)])


def _with_blocks(text: str) -> Iterator[Span]:
    """Quotations in marks and in blocks, whichever begins first: as one expression, marks would be compiled twice.

    A block begins with a blank or `>`, so that none begins where a quotation in marks does.
    """
    patterns = (_pattern(_IN_MARKS), _pattern(_BLOCK))
    found = [pattern.search(text) for pattern in patterns]
    while standing := [match for match in found if match]:
        start, end = min(match.span() for match in standing)
        yield start, end
        found = [
            pattern.search(text, end) if match and match.start() < end else match
            for pattern, match in zip(patterns, found, strict=True)
        ]


def _may_quote(text: str) -> bool:
    """Whether a sign stands where a quotation can begin: most that look like one are the apostrophe of a word."""
    if any(sign in text for sign in "“‘«`>"):
        return True
    return ("'" in text or '"' in text) and _pattern("['\"](?<!\\w['\"])").search(text) is not None


def sentences(text: str) -> tuple[Span, ...]:
    """Where each sentence stands. A paragraph, an item of a list and a row of a table end one too."""
    bounds: list[Span] = []
    start = 0
    for match in _pattern(_SENTENCE_END).finditer(text):
        if not _is_abbreviated(text, match.start()) and not text[start : match.end()].isspace():
            bounds.append((start, match.end()))
            start = match.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return tuple(bounds)


def _is_abbreviated(text: str, stop: int) -> bool:
    if text[stop : stop + 1] != ".":
        return False
    last = text[max(0, stop - 12) : stop].rpartition(" ")[2].rpartition("\n")[2].lstrip("(“\"'").lower()
    return last in _ABBREVIATIONS


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
