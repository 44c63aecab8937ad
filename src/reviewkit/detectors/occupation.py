"""What a parent or relative does for a living; what a professional does is no secret."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._employment import Said, job, predicate
from reviewkit.detectors._jobs import BUSINESSES, FIELD_JOBS, JOBS, PLURAL_JOBS
from reviewkit.detectors._place_texts import last_word, unwrapped
from reviewkit.detectors._place_words import FIELD
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_KIN = word_set(
    "mother father mum dad mam mummy daddy parent parents stepmother stepfather stepmum stepdad stepparent stepparents",
    "grandmother grandfather grandparents grandparent gran nan nana grandma grandad brother brothers sister sisters",
    "stepbrother stepsister sibling siblings aunt aunts auntie uncle uncles cousin husband wife partner boyfriend girlfriend",
    "fiance fiancee son daughter lodger neighbour carer carers couple perpetrator niece nephew ex godmother godfather",
)
_PRONOUNS = word_set("he she they")
_BETWEEN = word_set(
    "who he she they also now still then both currently previously himself herself in law s had has have been was were is are",
    "sometimes often all aged",
)
_TELLING = (
    JOBS
    | PLURAL_JOBS
    | BUSINESSES
    | word_set(
        "work works worked working employed job own owns owned run runs ran manage manages managed opened bought drives drove",
        "serves served serving army navy raf forces military marines police plays played taught teaches cleans cleaned lady",
        "trained training retrained qualified qualifying retired woman man coaches coached",
    )
)
_FURTHEST = 6
_REACH = 20


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    telling = [*compress(range(len(reading.words)), map(_TELLING.__contains__, reading.words))]
    if not telling:
        return
    reading = unwrapped(reading)
    told = [*_kin(reading, telling), *_others(reading, telling)]
    if not told:
        return
    taken = -1
    for number, said, sure in sorted(told, key=lambda one: one[1]):
        if said.first > taken and not known.issuperset(range(said.first, said.last + 1)):
            taken = said.last
            start, end = reading.starts[said.first], reading.ends[said.last]
            yield Detection(start, end, sure=sure, proposals=_proposals(reading, number, said))


def _kin(reading: Reading, telling: Sequence[int]) -> Iterator[tuple[int, Said, bool]]:
    if _KIN.isdisjoint(reading.words):
        return
    for number in [number for number, word in enumerate(reading.words) if word in _KIN]:
        said = _of_kin(reading, number) if _is_told(telling, number) else None
        if said:
            yield number, said, True


def _is_told(telling: Sequence[int], number: int) -> bool:
    """Whether a word of work stands so near behind another that it may be said of it."""
    at = bisect_left(telling, number)
    return at < len(telling) and telling[at] <= number + _REACH


def _others(reading: Reading, telling: Sequence[int]) -> Iterator[tuple[int, Said, bool]]:
    """Of people by pronoun or name, which is never sure."""
    if not _may_be_told(reading.plane):
        return
    for match in _told().finditer(reading.plane):
        number = last_word(reading, match.start() + 1)
        if _is_told(telling, number) and (reading.word(number) in _PRONOUNS or reading.is_capital(number)):
            said = _of_another(reading, number)
            if said:
                yield number, said, False


def _may_be_told(plane: str) -> bool:
    """Whether one of the leads stands there; a loop over them would take as long as the search that this may save."""
    return (
        (", a" in plane and (", a " in plane or ", an " in plane))
        or " work" in plane
        or (" is a" in plane and (" is a " in plane or " is an " in plane))
        or (" was a" in plane and (" was a " in plane or " was an " in plane))
        or " employed" in plane
    )


def _of_kin(reading: Reading, number: int) -> Said | None:
    """What follows a relative, at most a name and small words between them."""
    for at in range(number + 1, min(number + _FURTHEST, len(reading.words))):
        gap = reading.gap(at - 1)
        if re.search(r"[.;:!?()]|\n\s*\n", gap) and not gap.startswith("'"):
            return None
        if "," in gap and (beside := job(reading, at)) and _ends_there(reading, beside):
            return Said(at, beside, beside=True)
        said = predicate(reading, at)
        if said:
            return said
        if not (
            reading.is_capital(at)
            or reading.word(at).isdigit()
            or reading.word(at) in _BETWEEN
            or reading.word(at) in _KIN
        ):
            return None
    return None


def _of_another(reading: Reading, number: int) -> Said | None:
    """What is said of `she` or of a name: only a job that nobody in a review has as a professional."""
    word = reading.word(number)
    if word not in _PRONOUNS and (word in FIELD or (len(word) == 1 and reading.word(number - 1) in FIELD - _CHILDREN)):
        return None
    at = number + 1
    if word not in _PRONOUNS and reading.gap(number) == ", ":
        last = job(reading, at) if reading.word(at) != "the" else None
        fits = last is not None and _ends_there(reading, last) and _is_foreign(reading, at, last)
        return Said(at, last, beside=True) if fits and last is not None else None
    said = predicate(reading, at) if reading.joined(number) else None
    return said if said and _is_foreign(reading, said.first, said.last) else None


_CHILDREN = word_set("child sibling adult baby mother father")


def _is_foreign(reading: Reading, first: int, last: int) -> bool:
    return FIELD_JOBS.isdisjoint(reading.words[first : last + 1])


def _ends_there(reading: Reading, last: int) -> bool:
    """Whether the apposition is over: `, a taxi driver,`."""
    rest = reading.plane[reading.ends[last] : reading.ends[last] + 6]
    return not rest.strip() or rest[0] in ",.;)" or rest.startswith((" from ", " who "))


def _proposals(reading: Reading, number: int, said: Said) -> tuple[str, ...]:
    verb = reading.word(said.first)
    if said.beside:
        return ("who was in work", "[occupation withheld]")
    plural = reading.word(number).endswith("s") and reading.word(number) != "s"
    if verb in ("works", "work", "is", "are", "runs", "run", "owns", "own", "has", "have"):
        return ("work for local businesses", "have jobs") if plural else ("works for a local business", "has a job")
    if verb in ("working", "employed"):
        return ("working", "in work")
    return ("worked for local businesses", "had jobs") if plural else ("worked for a local business", "had a job")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?:was |is )?(?:works|worked|work|working|employed) (?:[a-z-]+ )?as\b|(?:was|is) an? )|, an? (?=[a-z])"
    )


DETECTOR = Detector(
    kind="occupation",
    what="the occupation of a parent or relative",
    code="RK601",
    find=_find,
    hits=(
        "Mother [[works as a bus driver at the Marsham depot]].",
        "His father, [[a taxi driver]], was at work.",
        "Her stepfather [[was employed as a prison officer]].",
        "Child A's mother [[is a midwife]] and knew.",
        "Father [[worked nights at a chicken factory]].",
        "The grandmother [[runs a nail bar in the town]].",
        "Mother’s partner [[is a serving soldier]].",
        "The uncle [[was a well-known boxer]].",
        "Father [[owned a takeaway]] and was rarely at home.",
        "Her mother, [[a teaching assistant at the same school]], said nothing.",
        "Both parents [[were employed by the council]].",
        "The stepfather [[is a retired police officer]].",
        "Mother [[had trained as a veterinary nurse]].",
        "Mother, who [[works in retail]], was tired.",
        "Father, Declan Foyle, [[worked for Marsham Motors]].",
        "His mother [[had a second job cleaning offices for a bank]].",
        "Kayleigh [[worked as a cleaner]]; she [[works as a barmaid]] now.",
        "Declan Foyle, [[a scaffolder]] from the village, was convicted.",
        "Both parents [[are teachers]].",
        "His parents [[ran a small pub]]. Grandfather [[had a stall on the market]].",
        "Her dad [[drives a taxi]]; Mum [[cleans at the hospital]].",
        "Mother, 34, [[a dinner lady]], was known. He [[was a builder]].",
        "Child B's father [[is in the army]].",
    ),
    misses=(
        "Father worked at the",
        "The health visitor, the GP and the social worker had never met.",
        "A social worker visited. The nurse is employed by the trust and works in schools.",
        "The midwife, who works at the hospital, saw no bruise.",
        "Mother worked with the social worker. Parents worked in partnership.",
        "Father is a registered sex offender. Mother is a single parent. She was a key worker.",
        "Mother told the health visitor. The father, a violent man, left.",
        "Mother's social worker was new. The partner agencies work in silos.",
        "Mother was seen by a midwife. Father saw a doctor at the surgery.",
        "She works as a health visitor in the team. Professional A works as a manager.",
        "Chloe, a social worker, visited; Imran Bell, the GP, did not.",
        "Father worked hard at the relationship. Mother had a job.",
        "Mother ran away from the house. Father ran a bath.",
        "The mother was the main carer. Neither parent was in work.",
        "Foster carers trained in therapeutic parenting",
        "Father was a model pupil. He was a child. She is a nurse. Mother served dinner.",
        "Father was in the police station. Mother taught him to read and played with him.",
        "Mother had a place at nursery. Father had a good school report.",
        "Child B ran a mile; Sibling 2 is a child.",
    ),
    source="Details by which families were recognised in published reviews: occupation, employer, trade",
    proposals=("works for a local business", "[occupation withheld]"),
    signs=Signs(_TELLING),
)
