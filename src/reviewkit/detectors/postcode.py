"""Postcodes of real areas and of ZZ, which stands for no address; their first half where words name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import Form, Number, detect, is_upper, led_by, letters_before, word_set
from reviewkit.language.reading import Reading

_AREAS = word_set(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk "
    "fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn "
    "np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw "
    "ub w wa wc wd wf wn wr ws wv yo ze zz"
)
_UNITS = word_set("st nd rd th ft lb hr bn tn yr gb tb hz pt px ya")
_O_WORDS = word_set("oar oat odd ode off oft old one orb ore our out owe own oxo oz")
_INWARD = frozenset("abdefghjlnpqrstuwxyz")


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge_whole(reading: Reading, match: re.Match[str]) -> bool | None:
    area, inward = match["area"], match["inward"]
    if area not in _AREAS or (area != "zz" and not _INWARD.issuperset(inward[1:])):
        return None
    upper = is_upper(reading, *match.span())
    if inward in _O_WORDS or (not upper and (inward[0] == "o" or match["apart"] or inward[1:] in _UNITS)):
        return None
    return None if _is_colour(reading, match) else True


def _is_colour(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the whole text is six hexadecimal digits, as a colour in a Word file is."""
    return len(match.group()) == len(reading.plane) == 6 and set(match.group()) <= set("0123456789abcdef")


def _judge_outward(reading: Reading, match: re.Match[str]) -> bool | None:
    area, district = match["area"], match["district"]
    if area not in _AREAS:
        return None
    told = "post" in reading.plane
    if told and (led_by(reading, match.start(), _named()) or _postcode_after().match(reading.plane, match.end())):
        return True
    if not is_upper(reading, *match.span()):
        return None
    if _area_after().match(reading.plane, match.end()):
        return len(area) == 2
    if led_by(reading, match.start(), _home()):
        return len(area + district) > 3
    # Two letters and two digits after "in" are hardly anything else; S47, R2, L3 and DA1 are.
    return False if len(area + district) == 4 and led_by(reading, match.start(), _near()) else None


def _has_area(plane: str, number: Number) -> bool:
    return letters_before(plane, number) in _AREAS


@cache
def _forms() -> tuple[Form, ...]:
    area = r"(?<![a-z0-9#])(?P<area>[a-z]{1,2})"
    whole = rf"{area}(?P<apart> ?)\d[a-z\d]?(?:[ -]{{0,2}}|\n)(?P<inward>[\do][a-z]{{2}})(?![a-z0-9])"
    outward = rf"{area}(?P<district>\d[a-z\d]?)(?: \d(?![\d.,%]))?(?![a-z0-9/]|[.-]\d)"
    return (Form(whole, _judge_whole, "head", hint=_has_area), Form(outward, _judge_outward, "head", hint=_has_area))


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"post ?codes?(?: (?:area|district|sector|is|was|of|in|begins|starting|starts|with)){0,3}\W{1,3}$"
    )


@cache
def _postcode_after() -> re.Pattern[str]:
    return re.compile(r"[ -]{1,2}post ?code")


@cache
def _area_after() -> re.Pattern[str]:
    return re.compile(
        r"[ -](?:area|address|home|district|neighbourhood|estate|end of|part of)"
        r"(?! of (?:learn|need|work|concern|prac))"
    )


@cache
def _home() -> re.Pattern[str]:
    return re.compile(
        r"(?:liv(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|address(?:es)?|hous(?:e|es|ed|ing)|flat|home|born|family|placed|"
        r"accommodation|reside[sd]?|residing|tenancy|property) (?:is |was |both )?(?:in|to|from|near|at|around) $"
    )


@cache
def _near() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])(?:in|to|from|near|around|across) $")


DETECTOR = Detector(
    kind="postcode",
    what="a postcode",
    code="RK602",
    find=_find,
    hits=(
        "They lived at [[ZZ99 3AB]] then.",
        "[[ZZ993VZ]] is used where there is no address",
        "from [[LS99 9ZZ]] to [[W1A 9ZZ]]",
        "in capitals or not: [[ls99 9zz]]",
        "[[ZZ99-3AB]], [[ZZ 99 3AB]]",
        "a letter O: [[LS99 OAA]]",
        "the [[LS11]] area",
        "postcode [[ZZ9]], which is small",
        "The family moved to [[BS16]] in 2019.",
        "several families in [[LS11]]",
        "the [[ls11]] postcode",
        "visit_[[ZZ99 3AB]]_notes",
    ),
    misses=(
        "R2, L3, S1 and RK304 stand for items",
        "a Section 47 (S47) enquiry and S20 accommodation",
        "S17 in 2019, then S47 3rd time",
        "E123AB",
        "#e123ab",
        "in L3 2nd and 3rd",
        "Key Stage 2 and Year 6",
        "the L3 area of learning",
        "vitamin B12 4ft away",
        "the M1 and the A64",
        "Working Together 2023, paragraph 5.12",
        "DA1 and SW1 are the first two workers",
        "in S47 enquiries and in CP12",
        "L3 OUR PRACTICE AND S1 ONE OF TWO",
        "QQ1 1AA is of no real area",
        "Band E1 5pm",
    ),
    source="Royal Mail, Programmers' Guide to the Postcode Address File; NHS pseudo postcodes begin with ZZ99",
    proposals=("the area", "[postcode withheld]"),
    in_markup=True,
    signs=Signs(digits=1),
)
