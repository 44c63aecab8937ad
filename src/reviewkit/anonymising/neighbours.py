"""A declared name beside an undeclared one is somebody or somewhere else: Jayden Smith, Rose Lane, Smith-Okafor."""

from __future__ import annotations

from reviewkit.anonymising.judging import Place
from reviewkit.anonymising.words import AUNTS, CALENDAR_NAMES, LITTLE, OPENERS, PLACE_HEADS, TITLES, WEEKDAYS

_PARTS = frozenset(("first", "middle", "surname"))


def strange_neighbour(place: Place) -> str:
    """`place`, `person` or `joined` for what stands beside the match and is nobody's; "" for nothing."""
    return _joined(place) or _after(place) or _before(place)


def _joined(place: Place) -> str:
    """Marks and digits that tie the name to something else: a handle, a file name, another half of a surname."""
    passage, match = place.passage, place.match
    before = passage.before(passage.starts[match.first])[-1:]
    end = passage.ends[match.last - 1]
    after = passage.plane[end : end + 2]
    loose = any(word.isdigit() for word in match.form.words)
    if before in set("@#_") or after[:1] in {"@", "_"} or (not loose and (before.isdigit() or after[:1].isdigit())):
        return "joined"
    if after[:1] == "." and after[1:].isalnum():
        return "joined"
    if before == "-" and not place.starts_name(match.first - 1) and _touches(place, match.first - 1):
        return "joined"
    hyphened = after[:1] == "-" and after[1:].isalpha()
    return "joined" if hyphened and passage.is_capital(match.last) and not place.starts_name(match.last) else ""


def _touches(place: Place, number: int) -> bool:
    return place.passage.gap(number) == "-"


def _after(place: Place) -> str:
    """A capital after the name: a street, a school, a surname that nobody declared."""
    passage, match = place.passage, place.match
    word = place.next
    if not word or not passage.is_capital(match.last) or place.starts_name(match.last):
        return ""
    if word in PLACE_HEADS:
        return "place" if match.form.kinds != {"derived"} else ""
    if passage.is_shouted() or passage.is_upper(match.last) or not match.form.kinds & _PARTS:
        return ""
    return "" if word == "i" or word in WEEKDAYS | CALENDAR_NAMES | TITLES else "person"


def _before(place: Place) -> str:
    """An undeclared first name before a declared surname or word-name: Sarah Okafor, Ruby Rose."""
    passage, match = place.passage, place.match
    number = match.first - 1
    if not (match.form.kinds <= {"surname"} or (match.form.is_word and match.form.kinds & _PARTS)):
        return ""
    if number < 0 or not passage.joined(number) or not passage.is_capital(number) or passage.is_upper(number):
        return ""
    word = passage.word(number)
    if place.starts_name(number) or word in OPENERS | TITLES | LITTLE | AUNTS:
        return ""
    if passage.opens_sentence(number) and (match.form.kinds & {"first"}):
        return ""
    return "person"
