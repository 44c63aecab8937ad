"""Named hospitals, surgeries, wards, clinics and hospices, and teams of them by place; `the local hospital` names none."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors import _health_patterns as patterns
from reviewkit.detectors._named_places import Name, detections, name_ending, name_starting, name_with
from reviewkit.detectors._place_runs import Sort
from reviewkit.detectors._place_texts import Places, heads, places, word_at
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_SORT = Sort(
    plain=word_set(
        "general royal university district community county city children s childrens women womens maternity memorial",
        "cottage teaching infirmary hospital hospitals surgery medical health centre clinic hospice walk in urgent care",
        "treatment dental family sexual mental practice group minor injuries birth neonatal eye heart nhs foundation trust",
        "private day unit nursing primary camhs adolescent child acute eating disorders assessment accident",
        "emergency psychiatric secure village antenatal orthopaedic paediatric chest fracture special intensive baby mother",
    ),
)
_SURNAME = _SORT._replace(surname=True)
_WARD = Sort(
    plain=word_set("children s childrens maternity postnatal antenatal paediatric surgical medical labour"),
    surname=True,
)
_TEAM = Sort(plain=_SORT.plain | word_set("tier specialist generic core crisis adult young people"), small=False)
_TAKES_RUN = _SORT._replace(plain=_SORT.plain - word_set("walk heart"))
_HEADS = word_set(
    "general royal university district community county cottage memorial teaching private children women maternity mental",
    "psychiatric eye dental sexual family walk health special specialist day gp doctor doctors veterinary medical urgent minor",
    "antenatal paediatric hospital hospitals infirmary hospice surgery clinic pharmacy group birth birthing treatment primary",
    "wellbeing neonatal eating assessment stroke midwife mother",
)
_WARDS, _UNITS, _DOCTORS = frozenset(("ward",)), frozenset(("unit", "suite")), word_set("dr drs doctor")
_TEAMS = word_set("camhs cahms cypmhs perinatal health school")
_INTRODUCED = word_set("hospital hospice surgery clinic ward practice")
_ALONE = _WARDS | _DOCTORS
_ANY = _HEADS | _WARDS | _UNITS | _DOCTORS | _TEAMS | _INTRODUCED
_PROPOSALS = (
    (word_set("hospice"), ("a hospice", "hospital")),
    (word_set("ward unit"), ("a ward", "the ward")),
    (word_set("dental dentist"), ("a dental practice", "the dentist")),
    (word_set("surgery practice medical"), ("the GP surgery", "a GP surgery")),
    (word_set("camhs"), ("CAMHS", "the mental health service for children")),
    (word_set("clinic centre"), ("a clinic", "a health centre")),
    (word_set("trust"), ("the hospital trust", "a hospital trust")),
    (frozenset[str](), ("the local hospital", "a hospital")),
)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    text = places(reading, _ANY, _ALONE)
    if text:
        yield from detections(text.reading, known, _names(text), _PROPOSALS)


def _names(text: Places) -> Iterator[Name | None]:
    reading = text.reading
    for head, last in heads(text, _HEADS, patterns.heads):
        yield name_with(reading, head, last, _SORT)
    for head, last in heads(text, _WARDS, patterns.wards):
        yield name_with(reading, head, last, _WARD)
    for head, last in heads(text, _UNITS):
        if reading.is_capital(head):
            name = name_with(reading, head, last, _SORT)
            yield name and name._replace(sure=False)
    yield from _numbered(text)
    yield from _of_doctors(text)
    yield from _generals(text)
    for head, last in heads(text, _TEAMS, patterns.teams):
        yield name_with(reading, head, last, _TEAM)
    for match in patterns.appositions().finditer(reading.plane) if text.apposed else ():
        yield name_ending(reading, word_at(reading, match.start()) - 1, _TAKES_RUN)
    for _, last in heads(text, _INTRODUCED, patterns.introductions):
        yield name_starting(reading, last + 1, _TAKES_RUN)


def _numbered(text: Places) -> Iterator[Name]:
    """Ward 14B."""
    for first, last in heads(text, _WARDS, patterns.numbered_wards, anywhere=True):
        yield Name(first, last, tuple(range(first, last + 1)))


def _of_doctors(text: Places) -> Iterator[Name]:
    """Dr Harrowgate's surgery."""
    reading = text.reading
    for first, last in heads(text, _DOCTORS, patterns.of_a_doctor, anywhere=True):
        if reading.is_capital(first + 1) or not reading.is_capital(first):
            yield Name(first, last, (first + 1,))


def _generals(text: Places) -> Iterator[Name | None]:
    """The Marsham General."""
    reading = text.reading
    for head, _ in heads(text, frozenset(("royal", "general"))):
        said = reading.word(head - 2) in ("the", "at", "to") and reading.word(head + 1) not in ("medical", "manager")
        if said and reading.is_capital(head) and not reading.is_capital(head + 1):
            yield name_with(reading, head, head, _SORT)


DETECTOR = Detector(
    kind="health-place",
    what="a named hospital, surgery, ward or clinic",
    code="RK601",
    find=_find,
    hits=(
        "He was taken to [[Marsham General Hospital]] by ambulance.",
        "seen at [[Elm Tree Surgery]] four times",
        "She was nursed on [[Bluebell Ward]], then on [[Ward 14B]] and [[ward 3]].",
        "The [[Skelford Royal Infirmary]] has changed its policy.",
        "[[Larkrise Children’s Hospice]] helped the family.",
        "[[Pellbridge CAMHS]] closed the case; so did [[Oldbeck Community CAMHS]].",
        "at the [[Queen Ethelburga Hospital]]",
        "the [[Tarnwick Medical Practice]] and [[Corvale Health Centre]]",
        "[[Dr Harrowgate’s surgery]] sent letters.",
        "the [[Hollowmere Sexual Health Clinic]]",
        "at the [[Oldbeck Walk-in Centre]]",
        "[[Fernleigh Maternity Unit]] had no record.",
        "[[Bright Smile Dental Practice]] referred him.",
        "He was moved to [[Kestrel ward]] at night.",
        "They went to the [[Marsham General]] twice.",
        "[[Elm Tree]], a GP surgery, sent three letters.",
        "[[Marsham University Hospitals NHS Foundation Trust]] agreed.",
        "the [[Rowan Unit]] and [[Pellbridge and District Hospital]]",
        "[[Marsham and West Marshire Hospitals NHS Trust]]",
    ),
    misses=(
        "The hospital discharged him. The Hospital did not.",
        "The children's ward and the Maternity Unit keep separate records.",
        "A GP surgery, a Health Centre and the walk-in centre",
        "Safeguarding Practice was good; Best Practice was shared.",
        "Heart surgery was planned. After surgery she slept.",
        "A ward of court; the ward round; on a ward for adults",
        "CAMHS and Tier 3 CAMHS were full. Specialist CAMHS and Community CAMHS merged.",
        "The Director General and the Attorney General wrote.",
        "Local Child Safeguarding Practice Review",
        "Mr Ward and Jane Ward",
        "In May hospital visits stopped. NHS hospitals were asked.",
        "Pupil Referral Unit, Child Abuse Investigation Unit, Public Protection Unit",
        "The Royal College of Nursing; a General Practitioner",
        "Repeated hospital admissions; Missed Clinic Appointments And Hospital Visits",
        "Mother's clinic letters; the Emergency Department",
    ),
    source="Names in the manner of the NHS Organisation Data Service's register of sites",
    proposals=("the local hospital", "a hospital"),
    signs=Signs(_ANY),
)
