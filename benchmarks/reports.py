"""Makes reports of any size from the finished examples, by a seed: invented people only, no error in it.

    python benchmarks/reports.py lcspr 16 > big.yaml

A report grows as a larger review does: recommendations, the learning that each answers to, lines of enquiry, events. The
register stays as it is, and `check` warns of nothing but the length. ×1 is 99 KB, the size of a report of about thirty pages.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
SINGLE = 99_000
"""Bytes of ×1."""
_BESIDE = ("key_lines_of_enquiry", "key_practice_episodes", "key_events", "good_practice")
"""Lists of which an item is added with each recommendation, where the template has them."""
_FIRST_OF_FOUR_DIGITS = 1_000
_NEXT = {"K": "Q", "L": "G", "R": "S"}
_MONTHS = ("January", "February", "April", "June", "July", "September", "October", "November")
_HEARD = (
    "We heard the same from {number} practitioners in other teams in {month}.",
    "Of {number} records that we read in {month}, most showed it too.",
    "At the learning event in {month}, all of the {number} practitioners recognised this at once.",
    "Managers looked at {number} more families in {month} and found it again.",
)


def report(template: str, times: int, seed: int = 1) -> str:
    """The text of a report of `times` × 99 KB."""
    text = (EXAMPLES / f"{template}-finished.yaml").read_text(encoding="utf-8")
    # In ×64 a paragraph is numbered 20.2503, in which publishing rightly sees the digits of the case number 2025-03.
    text = text.replace("WM-2025-03", "WM-2099-03")
    chosen = random.Random(f"{template}-{times}-{seed}")  # noqa: S311  no secret depends on it
    size = len(text.encode())
    grown: dict[str, list[str]] = {}
    units = _units(text, chosen)
    while size < SINGLE * times:
        for section, item in next(units):
            grown.setdefault(section, []).append(item)
            size += len(item.encode())
    for section, items in grown.items():
        _, end = _section(text, section)
        text = text[:end] + "".join(items) + text[end:]
    return text


def _units(text: str, chosen: random.Random) -> Iterator[list[tuple[str, str]]]:
    """Without end: a recommendation, the learning it answers to, and an item of each list beside them."""
    learning = {_id(item): item for item in _items(text, "learning")}
    recommendations = _items(text, "recommendations")
    beside = {section: _items(text, section) for section in _BESIDE if f"\n{section}:\n" in text}
    next_learning, next_other = len(learning), len(recommendations)
    while True:
        item = chosen.choice(recommendations)
        next_other += 1
        new = {_id(item): _numbered("R", next_other)}
        for name in re.findall(r"\bL\d+\b", re.search(r"addresses: \[(.*?)\]", item)[1]):  # type: ignore[index]
            next_learning += 1
            new[name] = _numbered("L", next_learning)
        unit = [("recommendations", _renamed(item, new))]
        unit += [("learning", _told(_renamed(learning[name], new), chosen)) for name in new if name in learning]
        for section, items in beside.items():
            one = chosen.choice(items)
            numbered = {_id(one): _numbered("K", next_other)} if "- id:" in one else {}
            unit.append((section, _told(_renamed(one, new | numbered), chosen)))
        yield unit


def _numbered(letter: str, number: int) -> str:
    """An id of a letter and at most three digits: no review needs more, and one of four is read as another kind of number."""
    return (
        f"{letter}{number}"
        if number < _FIRST_OF_FOUR_DIGITS
        else f"{_NEXT[letter]}{number - _FIRST_OF_FOUR_DIGITS + 1}"
    )


def _section(text: str, name: str) -> tuple[int, int]:
    """Where the items of a top-level list begin and end."""
    start = text.index(f"\n{name}:\n") + len(name) + 3
    ending = re.compile(r"^(?=[a-z#])|\n(?=\n?[a-z#])|\Z", re.MULTILINE).search(text, start)
    assert ending
    return start, ending.start() + (1 if text[ending.start() : ending.start() + 1] == "\n" else 0)


def _items(text: str, name: str) -> list[str]:
    start, end = _section(text, name)
    return [item.rstrip("\n") + "\n" for item in re.split(r"^(?=  - )", text[start:end], flags=re.MULTILINE) if item]


def _id(item: str) -> str:
    found = re.search(r"- id: (\w+)", item)
    return found[1] if found else ""


def _renamed(item: str, new: dict[str, str]) -> str:
    return re.sub(r"\b[KLR]\d+\b", lambda found: new.get(found[0], found[0]), item)


def _told(item: str, chosen: random.Random) -> str:
    """With a sentence of its own at the end of its first block of prose, so that no two items are the same."""
    block = re.search(r"^( +)\w+: \|\n(?:\1  .*\n|\n(?=\1  ))+", item, re.MULTILINE)
    if not block:
        return item
    said = chosen.choice(_HEARD).format(month=chosen.choice(_MONTHS), number=chosen.randint(11, 89))
    return f"{item[: block.end()]}\n{block[1]}  {said}\n{item[block.end() :]}"


if __name__ == "__main__":
    sys.stdout.write(report(sys.argv[1], int(sys.argv[2]), int((*sys.argv, "1")[3])))
