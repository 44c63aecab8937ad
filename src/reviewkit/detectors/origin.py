"""Countries, nationalities, languages and faiths: with a place or an age they may say which family it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector
from reviewkit.detectors._names import by_first_word, is_plain
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set
from reviewkit.loading.word_lists import load_word_list

_PROPOSALS = ("from abroad", "another country", "a language other than English", "a faith")
_OF_STATES = word_set(
    "government governments republic republics constitution constitutional code criminal civil act law laws lira liras mark marks",
    "franc francs schilling schillings zloty zlotys krona kronor kroner supreme federal basic unification judgment",
    "military armed army navy invasion occupation",
)
_SAYINGS = word_set(
    "windows window doors measles shepherd shepherds delight pastry pastries cheese whispers toast bulldog courage takeaway",
    "leave roulette salad fries horn embroidery food restaurant",
)

_MANY = word_set(
    "interpreters translators families children boys girls communities parents women men people speakers carers mothers",
    "fathers practitioners residents groups backgrounds organisations churches mosques leaders elders adults workers pupils",
    "students teenagers babies infants staff professionals households cultures festivals holidays schools services",
    "patients victims survivors migrants refugees nationals citizens volunteers values prayer prayers beliefs traditions faiths",
)
_THOSE = word_set(
    "the these those his her their two three four five six seven eight nine ten both other several some few"
)
"""Before a people's name they point to somebody: `the two Polish children`."""
_BESIDE = word_set("and or speaking heritage young")
_FARTHEST = 6


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    words, phrases = _origins()
    done = -1
    for number, word in enumerate(reading.words):
        if number <= done or (word not in words and word not in phrases) or not reading.is_capital(number):
            continue
        last = _last(reading, number)
        if last >= number and known.isdisjoint(range(number, last + 1)) and not _is_no_origin(reading, number, last):
            done = last
            yield Detection(reading.starts[number], reading.ends[last], sure=False)


def _last(reading: Reading, number: int) -> int:
    """The last word of the phrase or word that begins here, or -1."""
    words, phrases = _origins()
    for phrase in phrases.get(reading.words[number], ()):
        if tuple(reading.words[number : number + len(phrase)]) == phrase:
            return number + len(phrase) - 1
    return number if reading.words[number] in words else -1


def _is_no_origin(reading: Reading, first: int, last: int) -> bool:
    """A State at law, a thing called by a country, a box of an ethnicity question, a part of somebody's name."""
    after = reading.word(last + 1) if reading.joined(last) else ""
    if after in _OF_STATES or after in _SAYINGS:
        return True
    if _is_general(reading, first, last):
        return True
    before = reading.before(reading.starts[first])
    if _of_a_state().search(before) or before.endswith(("british: ", "white: ", "northern ", "gypsy or ")):
        return True
    beside = [last + 1] if reading.joined(last) else []
    beside += [first - 1] if reading.joined(first - 1) else []
    return any(reading.is_capital(number) and not is_plain(reading.words[number]) for number in beside)


def _is_general(reading: Reading, first: int, last: int) -> bool:
    """`Muslim families told us`, `Polish and Romanian interpreters`: many people, and none that were told of before."""
    before, after = first - 1, last + 1
    while _goes_with(reading, after) and after - last < _FARTHEST:
        after += 1
    while _goes_with(reading, before) and first - before < _FARTHEST:
        before -= 1
    return (
        reading.word(after) in _MANY
        and reading.word(before) not in _THOSE
        and ". " not in _gaps(reading, before, after)
    )


def _goes_with(reading: Reading, number: int) -> bool:
    word = reading.word(number)
    return word in _BESIDE or word in _origins()[0]


def _gaps(reading: Reading, first: int, last: int) -> str:
    return "".join(reading.gap(number) for number in range(max(first + 1, 0), last))


@cache
def _origins() -> tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]:
    words = load_word_list("origins")
    return words.words, by_first_word(words.phrases)


@cache
def _of_a_state() -> re.Pattern[str]:
    return re.compile(r"(?:(?:republic|kingdom) of|\bvs?\.?)(?: the)? $")


DETECTOR = Detector(
    kind="origin-or-faith",
    what="a country, nationality, language or faith",
    code="RK601",
    find=_find,
    hits=(
        "The family came from [[Poland]] in 2019 and spoke [[Polish]].",
        "A [[Sri Lankan]] neighbour helped; she was [[Muslim]].",
        "The two [[Polish]] children and their [[Albanian]] parents",
        "The [[Polish]] authorities were asked, and the [[Jehovah's Witnesses]].",
    ),
    misses=(
        "The Polish Government and the Republic of Turkey",
        "White British",
        "Asian, Asian British: Pakistani",
        "She spoke English in Wales and had German measles.",
        "polish the table",
        "Polish and Romanian interpreters were hard to find.",
        "Muslim families told us so. Many Somali mothers agreed.",
    ),
    source="anonymisation.md of this project: nationality and a small area together; faith and language are withheld",
    proposals=_PROPOSALS,
    drafts=False,
)
