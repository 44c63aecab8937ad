"""Identifiers of a known kind: check digits both ways, whatever separates the digits, and nothing in Word's own numbers."""

from __future__ import annotations

import itertools
import random
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.contracts import Detector
from reviewkit.language.reading import read

KINDS = {
    "nhs-number",
    "national-insurance-number",
    "upn",
    "uln",
    "postcode",
    "telephone",
    "email",
    "web-address",
    "handle",
    "vehicle-registration",
    "passport",
    "driving-licence",
    "reference",
    "ip-address",
    "coordinates",
    "street-address",
    "bank-account",
}
BY_KIND = {detector.kind: detector for detector in registry.detectors() if detector.kind in KINDS}
EACH = pytest.mark.parametrize("detector", BY_KIND.values(), ids=list(BY_KIND))
SEPARATORS = st.sampled_from(["", " ", "-", ".", "\u00a0", "–", " - ", "\u2009", "\n", "\u200b"])
PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def found(detector: Detector, text: str, known: frozenset[int] = frozenset()) -> list[str]:
    reading = read(text)
    return [reading.folded.source_of(hit.start, hit.end) for hit in detector.find(reading, known)]


def weighted(digits: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11


def test_every_kind_is_there() -> None:
    assert set(BY_KIND) == KINDS


@EACH
def test_has_enough_to_show(detector: Detector) -> None:
    assert len(detector.hits) >= 6
    assert len(detector.misses) >= 8
    assert detector.proposals
    assert detector.code == "RK602"


@given(st.from_regex(r"999[0-9]{6}", fullmatch=True), st.integers(0, 9), SEPARATORS, SEPARATORS)
def test_nhs_numbers_are_told_by_their_check_digit(nine: str, last: int, first_gap: str, second_gap: str) -> None:
    right = (11 - weighted(nine)) % 11 == last
    number = f"{nine[:3]}{first_gap}{nine[3:6]}{second_gap}{nine[6:]}{last}"
    alike = len({*nine, str(last)}) == 1
    assert found(BY_KIND["nhs-number"], f"of {number}, she said") == ([number] if right and not alike else [])


@given(st.from_regex(r"99[0-9]{7}", fullmatch=True), st.integers(0, 9))
def test_learner_numbers_are_told_by_their_check_digit(nine: str, last: int) -> None:
    right = weighted(nine) != 0 and 10 - weighted(nine) == last
    assert found(BY_KIND["uln"], f"of {nine}{last}.") == ([f"{nine}{last}"] if right else [])


@given(st.from_regex(r"999[0-9]{9}", fullmatch=True), st.sampled_from(PUPIL_LETTERS))
def test_pupil_numbers_are_told_by_their_check_letter(digits: str, letter: str) -> None:
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    right = PUPIL_LETTERS[total % 23] == letter
    assert found(BY_KIND["upn"], f"of {letter}{digits}.") == ([f"{letter}{digits}"] if right else [])


@given(st.integers(0, 999), st.lists(SEPARATORS.filter(lambda mark: mark != "\n"), min_size=1, max_size=3))
def test_drama_numbers_are_found_however_written(last: int, gaps: list[str]) -> None:
    for groups in (("01632", "960", f"{last:03}"), ("07700", "900", f"{last:03}"), ("020", "7946", f"0{last:03}")):
        number = "".join(interleaved(groups, gaps))
        assert found(BY_KIND["telephone"], f"call {number} now") == [number]


def interleaved(groups: tuple[str, ...], gaps: list[str]) -> list[str]:
    marks = [*itertools.islice(itertools.cycle(gaps), len(groups) - 1), ""]
    return [piece for pair in zip(groups, marks, strict=True) for piece in pair]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("nhs-number", "999 000\n0018"),
        ("telephone", "07700\n900123"),
        ("postcode", "ZZ99\n3AB"),
        ("street-address", "14 Fern\nClose"),
        ("national-insurance-number", "QQ 12 34\n56 C"),
    ],
)
def test_a_line_break_hides_nothing(kind: str, text: str) -> None:
    assert found(BY_KIND[kind], f"it was {text} then") == [text]


@pytest.mark.parametrize("kind", ["nhs-number", "telephone", "postcode", "bank-account"])
def test_cells_of_a_table_are_never_joined(kind: str) -> None:
    cells = {"nhs-number": "999\n\n000\n\n0018", "telephone": "01632\n\n960\n\n123", "postcode": "ZZ99\n\n3AB"}
    assert not found(BY_KIND[kind], cells.get(kind, "4111\n\n1111\n\n1111\n\n1111"))


@EACH
def test_what_is_accounted_for_is_silent(detector: Detector) -> None:
    text = detector.hits[0].replace("[[", "").replace("]]", "")
    everything = frozenset(range(len(read(text).words)))
    assert found(detector, text)
    assert not found(detector, text, everything)
    assert found(detector, text, frozenset([0])) == found(detector, text)


def word_numbers() -> list[str]:
    """What stands in the attributes of Word's own files, made at random but the same each time."""
    chance = random.Random(4)  # noqa: S311  # numbers to read, not to keep secret
    numbers = [f"{chance.getrandbits(32):08X}" for _ in range(4_000)]
    numbers += [f"{chance.getrandbits(24):06{form}}" for form in "xX" for _ in range(2_000)]
    numbers += [f"{{{str(uuid.UUID(int=chance.getrandbits(128))).upper()}}}" for _ in range(2_000)]
    numbers += [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(1_000)]
    numbers += [str(chance.randrange(-(2**31), 2**31)) for _ in range(4_000)]
    numbers += [str(chance.randrange(0, 12_700_000)) for _ in range(1_000)]
    numbers += [f"_Toc{chance.randrange(10**8, 10**9)}" for _ in range(500)]
    numbers += [f"_Ref{chance.randrange(10**8, 10**9)}" for _ in range(500)]
    numbers += [f"{chance.getrandbits(80):020X}" for _ in range(500)]
    numbers += [f"rId{number}" for number in range(200)] + [f"word/media/image{number}.png" for number in range(50)]
    numbers += ["2000-01-01T00:00:00Z", "1980-01-01 00:00:00", "16.0000", "12.0.4518", "04A0", "en-GB", "1.0", "UTF-8"]
    return numbers


@pytest.mark.parametrize("detector", [one for one in BY_KIND.values() if one.in_markup], ids=lambda one: one.kind)
def test_words_own_numbers_are_nobodys(detector: Detector) -> None:
    assert not [text for text in word_numbers() if found(detector, text)]


@EACH
@given(text=st.text(alphabet="0123456789 -./()@#:+aAbBzZ\n°'\"[]é\u200b", max_size=80))
def test_finds_in_order_whatever_it_reads(detector: Detector, text: str) -> None:
    reading = read(text)
    spans = [(hit.start, hit.end) for hit in detector.find(reading, frozenset())]
    assert all(0 <= start < end <= len(reading.plane) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize("host", ["www.gov.uk", "nspcc.org.uk", "www.legislation.gov.uk", "nice.org.uk", "www.nhs.uk"])
def test_public_hosts_are_clean_and_their_look_alikes_are_not(host: str) -> None:
    detector = BY_KIND["web-address"]
    assert not found(detector, f"see https://{host}/guidance.")
    for address in (f"https://{host}.example.org/x", f"https://{host}@example.org/", f"https://not{host}-x.com"):
        assert found(detector, f"see {address} there") == [address]
