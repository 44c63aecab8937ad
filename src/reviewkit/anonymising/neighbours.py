"""A declared name beside an undeclared one is somebody or somewhere else: Jayden Smith, Rose Lane, Smith-Okafor."""

from __future__ import annotations

from reviewkit.anonymising.judging import Place
from reviewkit.anonymising.lexicon import Lexicon
from reviewkit.anonymising.words import (
    AGES,
    AUNTS,
    AUXILIARIES,
    CALENDAR_NAMES,
    COMMON_SURNAMES,
    DETERMINERS,
    LITTLE,
    OPENERS,
    PARTICLES,
    PLACE_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_TITLES,
    SPEECH,
    TITLES,
    WEEKDAYS,
)

_PARTS = frozenset(("first", "middle", "surname", "nickname"))
_BODIES = frozenset(("declared", "derived"))
_QUARTERS = frozenset(
    ("north", "south", "east", "west", "upper", "lower", "great", "old", "new", "mid", "higher", "nether")
)
_WITH_SURNAME = frozenset(("full", "reversed", "surname"))
_GOES_ON = (PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | SPEECH) - {"will", "may"}
"""After a name even with a capital, as in a heading: `What Grace Said`."""
_BEFORE_NAMES = OPENERS | TITLES | ROLE_TITLES | LITTLE | AUNTS
_SLASHES = frozenset(("/", " / "))


def strange_neighbour(place: Place, lexicon: Lexicon) -> str:
    """`place`, `person` or `joined` for what stands beside the match and is nobody's; "" for nothing."""
    return _joined(place, lexicon) or _slashed(place, lexicon) or _after(place) or _before(place)


def _slashed(place: Place, lexicon: Lexicon) -> str:
    """`Okafor/Smith`: a household or a case of two names, one of them undeclared."""
    passage, match = place.passage, place.match
    for gap, other in ((match.first - 1, match.first - 1), (match.last - 1, match.last)):
        word = passage.word(other)
        if passage.gap(gap) not in _SLASHES or not word.isalpha() or not passage.is_capital(other):
            continue
        ordinary = lexicon.is_ordinary(word) and word not in COMMON_SURNAMES
        known = place.starts_name(other) or ordinary or word in lexicon.abbreviations
        if not known and len(word) > 2:
            return "joined"
    return ""


def _joined(place: Place, lexicon: Lexicon) -> str:
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
    hyphened = after[:1] == "-" and after[1:].isalpha() and passage.is_capital(match.last)
    if hyphened and match.form.kinds & _WITH_SURNAME and _is_surname(passage.word(match.last), lexicon):
        return "joined"
    return "joined" if hyphened and not place.starts_name(match.last) else ""


def _is_surname(word: str, lexicon: Lexicon) -> bool:
    return any(len(form.words) == 1 and "surname" in form.kinds for form in lexicon.heads.get(word, ()))


def _touches(place: Place, number: int) -> bool:
    return place.passage.gap(number) == "-"


def _after(place: Place) -> str:
    """A capital after the name: a street, a school, a surname that nobody declared."""
    passage, match = place.passage, place.match
    word = place.next
    if not word or not passage.is_capital(match.last) or place.starts_name(match.last):
        return ""
    if word in PLACE_HEADS:
        return "place"
    if match.form.kinds == {"full"} and word in COMMON_SURNAMES and not passage.is_upper(match.last):
        return "person"
    if passage.is_shouted() or passage.is_upper(match.last) or not match.form.kinds & _PARTS:
        return ""
    return "" if word == "i" or word in WEEKDAYS | CALENDAR_NAMES | TITLES | AGES | _GOES_ON else "person"


def _before(place: Place) -> str:
    """An undeclared first name before a declared surname or word-name: Sarah Okafor, Ruby Rose."""
    passage, match = place.passage, place.match
    number, kinds = match.first - 1, match.form.kinds
    word = passage.word(number)
    if number < 0 or not passage.joined(number) or place.starts_name(number):
        return ""
    if kinds <= _BODIES and word in _QUARTERS and passage.is_capital(number):
        return "place"
    if word in PARTICLES and "surname" in kinds:
        return "person"
    named = kinds <= {"surname"} or (match.form.is_word and kinds & _PARTS)
    if not named or not passage.is_capital(number) or passage.is_upper(number) or word in _BEFORE_NAMES:
        return ""
    return "" if passage.opens_sentence(number) and kinds & {"first"} else "person"
