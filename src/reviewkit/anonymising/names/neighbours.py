"""A declared name beside an undeclared one is somebody or somewhere else: Jayden Smith, Rose Lane, Smith-Okafor."""

from __future__ import annotations

from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.place import Place
from reviewkit.language.word_classes import (
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
    PRESENT,
    PRONOUNS,
    ROLE_TITLES,
    SPEECH,
    TITLES,
    WEEKDAYS,
    follows_freely,
)

_PARTS = frozenset(("first", "middle", "surname", "nickname"))
_BODIES = frozenset(("declared", "derived"))
_QUARTERS = frozenset(
    ("north", "south", "east", "west", "upper", "lower", "great", "old", "new", "mid", "higher", "nether")
)
_WITH_SURNAME = frozenset(("full", "reversed", "surname"))
_GOES_ON = (PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | SPEECH) - {"will", "may"}
"""After a name even with a capital, as in a heading: `What Grace Said`."""
_GIVEN = frozenset(("first", "nickname"))
_LONGEST_ABBREVIATION = 3
_BEFORE_NAMES = OPENERS | TITLES | ROLE_TITLES | LITTLE | AUNTS
_SLASHES = frozenset(("/", " / "))


def strange_neighbour(place: Place, lexicon: Lexicon) -> str:
    """`place`, `person` or `joined` for what stands beside the match and is nobody's; "" for nothing."""
    return _joined(place, lexicon) or _slashed(place, lexicon) or _after(place, lexicon) or _before(place, lexicon)


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


def _is_foreign(place: Place, number: int, lexicon: Lexicon) -> bool:
    """A word in capitals that can be a surname: no abbreviation, no word that people stress."""
    word = place.passage.word(number)
    if len(word) <= _LONGEST_ABBREVIATION or not word.isalpha() or word in lexicon.abbreviations:
        return False
    return word in COMMON_SURNAMES or not (lexicon.is_ordinary(word) or follows_freely(word) or word in PRESENT)


def _has_particle(place: Place) -> bool:
    """`Jayden van Dijk`, `Jayden al-Sayed`: a particle in small letters and then a capital."""
    passage, number = place.passage, place.match.last
    if place.next not in PARTICLES or passage.is_capital(number):
        return False
    while passage.word(number) in PARTICLES and not passage.is_capital(number):
        if passage.gap(number) not in {" ", "-", "'"}:
            return False
        number += 1
    return passage.is_capital(number)


def _after(place: Place, lexicon: Lexicon) -> str:
    """A capital after the name: a street, a school, a surname that nobody declared."""
    passage, match = place.passage, place.match
    word = place.next
    if match.form.kinds & _GIVEN and _has_particle(place):
        return "person"
    if not word or not passage.is_capital(match.last) or place.starts_name(match.last):
        return ""
    if word in PLACE_HEADS:
        return "place"
    if match.form.kinds == {"full"} and word in COMMON_SURNAMES and not passage.is_upper(match.last):
        return "person"
    if passage.is_shouted() or passage.is_upper(match.last) or not match.form.kinds & _PARTS:
        given = match.form.kinds & _GIVEN and passage.is_upper(match.last)
        known = word not in COMMON_SURNAMES if passage.is_shouted() else not _is_foreign(place, match.last, lexicon)
        return "person" if given and not known else ""
    return "" if word == "i" or word in WEEKDAYS | CALENDAR_NAMES | TITLES | AGES | _GOES_ON else "person"


def _before(place: Place, lexicon: Lexicon) -> str:
    """An undeclared first name before a declared surname or word-name: Sarah Okafor, Ruby Rose."""
    passage, match = place.passage, place.match
    number, kinds = match.first - 1, match.form.kinds
    word = passage.word(number)
    if kinds & _GIVEN and _turned_round(place, number, lexicon):
        return "person"
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


def _turned_round(place: Place, number: int, lexicon: Lexicon) -> bool:
    """`SMITH Jayden`, and `Smith, Jayden:` in a line of its own: somebody else's surname before the first name."""
    passage, gap = place.passage, place.passage.gap(number)
    if number < 0 or place.starts_name(number) or not passage.is_capital(number):
        return False
    if not _is_foreign(place, number, lexicon):
        return False
    if passage.joined(number):
        return passage.is_upper(number) and not passage.is_shouted()
    end = passage.after(passage.ends[place.match.last - 1])[:1]
    return gap == ", " and passage.opens_sentence(number) and (not end or end in ":;)\n|")
