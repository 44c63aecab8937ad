"""Whether two things are said beside one another ("train staff and change the form") or one about the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from reviewkit.language.passages import Said

_MARKS = ",;:–—"
_JOINING = frozenset(
    {"and", "with", "then", "plus", "also", "alongside", "but", "while", "by", "through", "into", "backed", "supported",
     "followed", "who", "whose"}
)  # fmt: skip
_ABOUT = frozenset({"to", "on", "in", "of", "about", "how", "that", "when", "which", "what", "for", "around", "if"})


def is_beside(one: Said, other: Said, joining: Collection[str] = ()) -> bool:
    """Whether a comma or a word such as "and" stands between them, and no word such as "to" or "on" after it.

    `joining` are further words that part the two.
    """
    first, second = (one, other) if one.start <= other.start else (other, one)
    words, text = first.passage.words, first.passage.text
    at = bisect_left(words.starts, second.start)
    while at > 0 and words.starts[at] > first.start:
        parted = any(mark in text[words.ends[at - 1] : words.starts[at]] for mark in _MARKS)
        if parted or words.words[at] in _JOINING or words.words[at] in joining:
            return True
        if words.words[at] in _ABOUT and not joining and words.words[at - 1] not in _JOINING:
            return False
        at -= 1
    return False
