"""Named schools, nurseries and colleges; `the primary school` names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._named_places import Name, detections, name_ending, name_starting, name_with
from reviewkit.detectors._place_runs import Sort
from reviewkit.detectors._place_texts import Places, heads, places, word_at
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_SORT = Sort(
    plain=word_set(
        "primary infant infants junior juniors secondary high grammar special nursery prep preparatory independent",
        "community church of england catholic roman rc ce c e cofe voluntary aided controlled school schools academy",
        "academies college first middle lower upper comprehensive free technology technical arts science sports girls boys",
        "sixth form day pre playgroup kindergarten pupil referral unit royal foundation further education higher",
        "methodist muslim jewish islamic christian anglican hindu sikh all specialist early years learning children",
        "childrens short stay college centre federation trust",
    ),
)
_TAKES_RUN = _SORT._replace(plain=_SORT.plain - word_set("all"))
_HEADS = word_set(
    "primary infant junior secondary high grammar special nursery prep preparatory independent community catholic rc c church",
    "first middle lower upper comprehensive free boarding day sixth pre preschool preschools school schools academy academies",
    "college colleges nurseries kindergarten playgroup pupil pru federation",
)
_SHORT_HEADS = word_set("rc catholic ce c primary infants juniors high grammar comprehensive")
_ENROLLED = word_set("pupils student roll enrolled headteacher head")
_INTRODUCING = word_set("called named pupil pupils student roll enrolled headteacher teacher")
_ANY = _HEADS | _SHORT_HEADS | _ENROLLED
_PROPOSALS = (
    (word_set("nursery nurseries kindergarten playgroup pre preschool"), ("a nursery", "an early years setting")),
    (word_set("primary infant infants junior juniors"), ("a primary school", "a school")),
    (word_set("college colleges sixth"), ("a college",)),
    (word_set("secondary high grammar academy"), ("a secondary school", "a school")),
    (frozenset[str](), ("a school", "a primary school", "a secondary school")),
)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    text = places(reading, _ANY)
    if text:
        yield from detections(text.reading, known, _names(text), _PROPOSALS)


def _names(text: Places) -> Iterator[Name | None]:
    reading = text.reading
    for head, last in heads(text, _HEADS, _heads):
        if _is_body(reading, head):
            continue
        name = name_with(reading, head, last, _SORT)
        yield name and _with_tail(reading, name)
    for head, last in heads(text, _SHORT_HEADS, _short_heads):
        if reading.is_capital(last) and not _goes_on(reading, last):
            yield name_with(reading, head, last, _SORT)
    for match in _appositions().finditer(reading.plane) if text.apposed else ():
        yield name_ending(reading, word_at(reading, match.start()) - 1, _TAKES_RUN)
    introduced = ":" in reading.plane or not _INTRODUCING.isdisjoint(reading.words)
    for match in _introductions().finditer(reading.plane) if introduced else ():
        yield name_starting(reading, word_at(reading, match.end()), _TAKES_RUN)


def _is_body(reading: Reading, head: int) -> bool:
    """Royal College of Nursing, College of Policing: bodies of a profession, known to every reader."""
    return reading.word(head) in ("college", "colleges") and reading.word(head + 1) == "of"


def _goes_on(reading: Reading, last: int) -> bool:
    """`Primary Care`, `High Court`: the short form is the beginning of something else."""
    return reading.joined(last) and reading.is_capital(last + 1)


def _with_tail(reading: Reading, name: Name) -> Name:
    tail = _tails().match(reading.plane, reading.ends[name.last])
    if not tail:
        return name
    last = word_at(reading, tail.end()) - 1
    return name._replace(last=last) if reading.is_capital(last) else name


_KIND = (
    r"(?:primary|infant|junior|secondary|high|grammar|special|nursery|prep|preparatory|independent|community|catholic|rc"
    r"|c of e|church of england|first|middle|lower|upper|comprehensive|free|boarding|day|sixth form)"
)


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_KIND} (?:and )?){{0,3}}(?:(?:pre-?)?schools?\b(?! age)|academy\b|academies\b|colleges?\b|nurseries\b|nursery\b(?! rhyme)|kindergarten\b"
        r"|playgroup\b|pupil referral unit\b|pru\b|sixth form\b|federation\b)"
    )


@cache
def _short_heads() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:rc|catholic|ce|c of e) )?(?:primary|infants|juniors|high|grammar|comprehensive)\b(?! (?:school|academy))"
    )


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        r" (?:for (?:girls|boys)|(?:and |& )?(?:sixth form(?: college)?|nursery|academy trust|federation|children's centre)"
        r"|school|trust)\b"
    )


@cache
def _appositions() -> re.Pattern[str]:
    return re.compile(
        r", (?:a|an|the|her|his|their) (?:(?!(?:of|in|at|for|from) )[a-z]+[ -]){0,4}(?:school|academy|college|nursery)"
        r"(?=[,.;)]|$| (?:for|with|in|near|of|where|that|which)\b)"
    )


@cache
def _introductions() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:school|academy|college|nursery|playgroup)(?: (?:is |was )?(?:called|named)|:) "
        r"|(?:pupils?|student|on roll|enrolled|headteacher|head teacher) (?:at|of) (?:the )?)(?=[a-z])"
    )


DETECTOR = Detector(
    kind="school",
    what="a named school, nursery or college",
    code="RK601",
    find=_find,
    hits=(
        "She moved to [[Fernhill Primary School]] in Year 4.",
        "He attended [[St Wilfrid’s RC Primary]] until then.",
        "The manager of [[Little Acorns Nursery]] rang.",
        "on roll at the [[King Offa School]]",
        "[[Our Lady of Walsham Catholic High School]] knew.",
        "[[Marsham Grammar School for Girls]] and [[Corvale Academy]]",
        "at [[Fernhill primary school]] from the age of five",
        "the [[St. Cuthbert's school]] and the [[Fernhill and Corvale Primary Schools]]",
        "[[Busy Bees Pre-school]] was closed.",
        "He was a pupil at [[Oakridge]] for a year.",
        "[[Oakridge]], a secondary school, had no file.",
        "her nursery is called [[Tiny Steps]]",
        "[[Skelford Pupil Referral Unit]] and [[Stennbridge Sixth Form]]",
        "the [[Hollowmere Federation]] and the [[Hadleigh Trust Academy]]",
        "[[Al-Noor Girls’ School]] has sixty pupils.",
        "[[Holme-on-Sea Infant School]]",
    ),
    misses=(
        "She started at a primary school in another county.",
        "The School did not know. The Primary School rang.",
        "Secondary schools and Primary Schools were asked.",
        "The Royal College of Nursing and the College of Policing",
        "the Virtual School Head",
        "a Catholic school for girls",
        "In September school was closed; on Monday school was open.",
        "Primary care and the High Court",
        "Mother's nursery nurse training",
        "Working Together, Keeping Children Safe in Education, School Attendance",
        "Child B’s school did not ring. Jayden’s school did.",
        "She attended court. He attended Panel.",
        "SEND school places; NHS nursery",
    ),
    source="Names in the manner of Get Information about Schools, the Department for Education's register",
    proposals=("a school",),
    signs=Signs(_ANY),
)
