"""Names that the register lacks: capitals that neither the register nor any list of general terms accounts for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from reviewkit.contracts import Detection, Detector
from reviewkit.detectors._capitals import beginnings, chains
from reviewkit.detectors._capitals_clearing import is_mere
from reviewkit.detectors._capitals_headlines import names_in_headline
from reviewkit.detectors._capitals_judging import Name, names_of
from reviewkit.detectors._names import CLOSED, JOINING, LEADING_PARTICLES, PERSON_TITLES, RANKS
from reviewkit.detectors._names_uncapped import (
    LEADING,
    as_one_line,
    names_in_small_letters,
    nicknames,
    places_in_small_letters,
)
from reviewkit.detectors._sharing import capitals
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set
from reviewkit.loading.word_lists import is_english

_PERSON = ("a relative", "a professional", "a neighbour", "a friend")
_BODY = ("a local service",)
_SMALL_HEADS = word_set(
    "school hospital prison court estate village church surgery nursery clinic barracks garrison cemetery station district",
    "province region municipality university college county town city borough parish hamlet island company hospice mosque",
)
_SMALL_TITLES = PERSON_TITLES | RANKS | {"ds"}
_LEADING = _SMALL_TITLES | LEADING
_HEADING = 8
_ENDS = (".", "!", "?", ";", ",")


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    titled: list[Detection] = []
    given = [*names_in_small_letters(reading, known)]
    # Most texts have none of these words, so that one look spares three.
    if not _LEADING.isdisjoint(reading.words):
        titled += _after_small_titles(reading, known)
        given += (*nicknames(reading, known), *places_in_small_letters(reading, known))
    names = _names(reading, known)
    if not (names or titled or given):
        return
    end = 0
    found = sorted([*titled, *(_detection(reading, name, known) for name in names)])
    starts = [one.start for one in found]
    # What capitals tell is longer and surer than what is told without them.
    found += [one for one in given if not _is_taken(found, bisect_left(starts, one.end), one)]
    for detection in sorted(found):
        if detection.start >= end:
            end = detection.end
            yield detection


def _names(reading: Reading, known: frozenset[int]) -> list[Name]:
    firsts = beginnings(reading)
    if not firsts:
        return []
    if _capitals_mean_nothing(reading):
        return [name for chain in chains(reading, firsts, known) for name in names_in_headline(reading, chain)]
    return [name for chain in chains(reading, firsts, known, is_mere) for name in names_of(reading, chain)]


def _is_taken(found: Sequence[Detection], after: int, one: Detection) -> bool:
    """Whether the last detection that begins before this one ends goes on into it."""
    return after > 0 and found[after - 1].end > one.start


def _capitals_mean_nothing(reading: Reading) -> bool:
    """A heading, a label, a line in capitals: every word but the small ones has a capital."""
    if reading.is_shouted():
        return True
    written = frozenset(capitals(reading))
    for number, word in enumerate(reading.words):
        if number not in written and word not in CLOSED and word not in JOINING and word.isalpha():
            return False
    short = len(reading.words) <= _HEADING and not reading.plane.rstrip().endswith(_ENDS)
    return short or reading.is_headline()


def _detection(reading: Reading, name: Name, known: frozenset[int]) -> Detection:
    first, last = name.first, name.last
    while first and first - 1 not in known and _is_particle_of(reading, first - 1):
        first -= 1
    first = _with_small_head(reading, first, known)
    # "Whitmarsh school" is the school; "Jayden school things" is still Jayden.
    plain = not (name.is_body or name.sure) and reading.joined(last) and last + 1 not in known
    if plain and reading.word(last + 1) in _SMALL_HEADS:
        last += 1
    if not name.is_body and _has_initial_behind(reading, last) and last + 1 not in known:
        return Detection(reading.starts[first], reading.ends[last + 1] + 1, name.sure, _PERSON)
    return Detection(reading.starts[first], reading.ends[last], name.sure, _BODY if name.is_body else _PERSON)


def _has_initial_behind(reading: Reading, last: int) -> bool:
    """The J of `Hartley (J)`."""
    letter = len(reading.word(last + 1)) == 1 and reading.is_capital(last + 1)
    return letter and reading.gap(last) == " (" and reading.plane.startswith(")", reading.ends[last + 1])


def _with_small_head(reading: Reading, first: int, known: frozenset[int]) -> int:
    """From `village` on in `the village of Whitmarsh`."""
    before = first - 1
    if reading.word(before) == "the":
        before -= 1
    if reading.word(before) != "of" or before < 1 or not known.isdisjoint(range(before - 1, first)):
        return first
    return before - 1 if reading.words[before - 1] in _SMALL_HEADS and reading.joined(before - 1) else first


def _is_particle_of(reading: Reading, number: int) -> bool:
    """The al of al-Okafor, the van of van Whitworth, the d of d'Okafor."""
    word, gap = reading.words[number], reading.gap(number)
    return (word in LEADING_PARTICLES and gap in (" ", "-", "'")) or (len(word) == 1 and word in "dlo" and gap == "'")


def _after_small_titles(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    """`mr smith`: after a title a name needs no capital."""
    titles = compress(range(len(reading.words)), map(_SMALL_TITLES.__contains__, reading.words))
    if all(reading.is_capital(number + 1) for number in titles):
        return
    for match in _small_titles().finditer(as_one_line(reading)):
        number = bisect_left(reading.starts, match.start())
        title, word = reading.words[number], reading.word(number + 1)
        if number in known or number + 1 in known or reading.is_capital(number + 1):
            continue
        if title in _SMALL_TITLES and word not in CLOSED and (title in ("mr", "mrs") or not is_english(word)):
            yield Detection(match.start(), match.end(), proposals=_PERSON)


@cache
def _small_titles() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:mr|mrs|ms|miss|dr|pc|dc|ds|sgt|cllr)\.? [a-z]{2,}(?![^\W_])")


DETECTOR = Detector(
    kind="undeclared-name",
    what="a name that the register lacks",
    code="RK601",
    find=_find,
    hits=(
        "She told [[Jayden Okafor]] about it.",
        "He lived with [[Grace]] until March 2019.",
        "[[Mr Whitworth]] and [[Dr. A. Okafor]] were there.",
        "then [[mr whitworth]] rang and [[pc okafor]] came",
        "The health visitor, [[Lena Marsh]], and the Social Worker [[Tom O'Connell]] agreed.",
        "They moved to [[Whitmarsh-on-Sea]] with [[Ali al-Rashid]].",
        "[[Chidinma]]'s mother said so.",
        "a letter to the [[University of Whitmarsh]] and the Department for Education",
        "The [[Whitmarsh]] sisters",
        "[[Grace]] is nine. [[Will]] told us. [[Hope]] was fourteen.",
        "[[JAYDEN]] WAS SEEN",
        "in the [[village of Whitmarsh]] and at [[Whitmarsh school]]",
        "whether [[nathan whitworth-okafor]] knew; at [[whitmarsh infants]] they did",
        "We thought that [[jayden]] looked tired, and [[jayden]]'s coat was wet.",
        "A man known as “[[Spider]]” and his friend, nicknamed [[Ghost]], were there.",
        "A man known as\n“[[Spider]]”, by the name of “[[Ghost]]”; then [[mr\nwhitworth]] rang.",
        "whether she was at [[kelderby\ninfants]]",
        "[[Okafor (J)]] is shown as the caller.",
        "[[Heaven]]'s school place was lost; [[Nevaeh]] kept hers.",
    ),
    misses=(
        "Although Child B was seen by the GP, the Local Safeguarding Children Partnership was not told.",
        "Section 47 of the Children Act 1989 and Working Together to Safeguard Children (2018)",
        "Key Findings And Recommendations",
        "They met soon after Easter and at Christmas.",
        "In May and on Monday the Police and Children's Services met. The Crown Court heard it.",
        "Young people told us that Mother would not.",
        "WHAT HAPPENED NEXT",
        "Grace periods ended. Hope is not a plan. Will they come?",
        "Uploads came late. Safeguards failed.",
        "A Strategy Discussion was held; the Independent Reviewing Officer and the Acute Trust came.",
        "He was a Looked After Child, known as “CIN”, and called for Mother. Write to jayden@example.org.",
        "It was seen in Dec 2023 and on 14 Dec.",
        "Q: Was it said? A: No. Was Not Brought codes were used by the Class Teacher.",
    ),
    source="anonymisation.md of this project: capitals against the register, allow-lists and a word list",
    proposals=_PERSON,
)
