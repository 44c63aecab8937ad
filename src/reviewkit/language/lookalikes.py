"""Characters that look or read like plain Latin letters, for folding names to one spelling."""

from __future__ import annotations

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_APOSTROPHES = dict.fromkeys("‘’ʹʻʼ′`´＇", "'")
_QUOTES = dict.fromkeys("“”„‟″＂«»", '"')
_BLANKS = dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)

PLAIN: dict[int, str] = {ord(k): v for k, v in (_DASHES | _APOSTROPHES | _QUOTES | _BLANKS).items()}
"""Marks that become one plain mark each, so that offsets stay true."""

LETTERS: dict[str, str] = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
    "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "ȷ": "j", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
    "ŧ": "t", "Ŧ": "T", "ə": "e", "Ə": "E", "ɛ": "e", "Ɛ": "E", "ɔ": "o", "Ɔ": "O", "ɓ": "b", "Ɓ": "B", "ɗ": "d",
    "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ɑ": "a", "ɡ": "g", "ʏ": "y", "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e",
    "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k", "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ʀ": "r",
    "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z",
    **{chr(first + n): chr(65 + n) for first in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)},
}  # fmt: skip
"""Letters without a decomposition in Unicode; the last line is white letters in black rings and boxes, and flags."""

_CYRILLIC = "аaбbвbгrеeёeзzиuіiїiјjкkмmнhоoпnрpсcтtуyхxѕsԁdһhԛqԝwӏlьbүyғf"
_GREEK = "αaβbγyεeζzηnιiκkμuνvοoρpσoτtυuχxωw"
_GREEK_CAPITALS = "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx"
_ARMENIAN = "օoհhոnսuցgյjրnքpզqւiԁd"


def _pairs(text: str) -> dict[str, str]:
    return dict(zip(text[::2], text[1::2], strict=True))


CONFUSABLES: dict[str, str] = {
    **{letter.upper(): latin for letter, latin in _pairs(_CYRILLIC).items()},
    **_pairs(_CYRILLIC),
    **_pairs(_GREEK),
    **_pairs(_GREEK_CAPITALS),
    **_pairs(_ARMENIAN),
}
"""Letters of other alphabets by the small Latin letter that they are mistaken for."""

DIGIT_LETTERS: dict[int, int] = str.maketrans("0134578", "oieastb")
"""Digits that are written for letters: `0kafor`."""
