"""Numbers that a court, police force, hospital, council or regulator gave to a case, a person or a setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors import _reference_hints as hints
from reviewkit.detectors._identifiers import NUMBER_WORDS, Form, detect, digits_of, is_upper
from reviewkit.detectors._reference_labels import ANYTHING, PLAIN_LABELS, PUBLIC, SYSTEMS
from reviewkit.language.reading import Reading


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    return detect(reading, known, _forms)


def _judge_citation(_reading: Reading, _match: re.Match[str]) -> bool | None:
    # The law of another case may well be cited; whether it is this family's only a person can tell.
    return False


def _judge_known_form(reading: Reading, match: re.Match[str]) -> bool | None:
    return True if is_upper(reading, *match.span()) and not _is_hexadecimal(match.group()) else None


def _judge_slashed(_reading: Reading, match: re.Match[str]) -> bool | None:
    return None if _is_year(match["middle"]) else True


def _judge_coded(reading: Reading, match: re.Match[str]) -> bool | None:
    letters, mark = match["letters"], match["mark"]
    if letters in PUBLIC or (len(letters) == 1 and not mark) or not is_upper(reading, *match.span("letters")):
        return None
    return None if not mark and _is_hexadecimal(re.split("[-/]", match.group())[0]) else True


def _judge_joined(reading: Reading, match: re.Match[str]) -> bool | None:
    """WM-RR-2025-004: capitals in groups, with digits enough for a register."""
    letters = [mark for mark in reading.folded.source_of(*match.span()) if mark.isalpha()]
    plain = match["letters"] in PUBLIC or not all(mark.isupper() for mark in letters)
    return None if plain or len(digits_of(match.group())) < 4 else True


def _judge_spaced(reading: Reading, match: re.Match[str]) -> bool | None:
    """26 004 417, which is a number of anything unless it is said to stand for something."""
    return True if _standing_for().search(reading.plane, max(0, match.start() - 40), match.start()) else None


def _judge_officer(reading: Reading, match: re.Match[str]) -> bool | None:
    return None if _is_year(match["it"]) or not is_upper(reading, *match.span("rank")) else True


def _judge_named_officer(reading: Reading, match: re.Match[str]) -> bool | None:
    if reading.plane[match.start() - 1 : match.start()] != " ":
        return None
    before = _named_officer().search(reading.plane, max(0, match.start() - 40), match.start())
    if before is None or _is_year(match.group()):
        return None
    named = reading.folded.source_of(*before.span("name"))[:1].isupper()
    return True if named and is_upper(reading, *before.span("rank")) else None


def _judge_labelled(reading: Reading, match: re.Match[str]) -> bool | None:
    before = reading.plane[max(0, match.start() - 80) : match.start()]
    return _judge_label(reading, match, before) if len(digits_of(match.group())) > 2 else None


def _judge_label(reading: Reading, match: re.Match[str], before: str) -> bool | None:
    if _dated().match(reading.plane, match.start()) or _public_label().search(before):
        return None
    if len(digits_of(match.group())) > 4 and _plain_label().search(before):
        return True
    # "Staff numbers were 450" counts; five digits in one hardly do.
    if "numbers" in hints.last_two(reading.plane, match.start()) and len(digits_of(match.group())) < 5:
        return None
    return True if _numbered().search(before) or (_system().search(before) and not _is_year(match.group())) else None


def _is_hexadecimal(text: str) -> bool:
    """Whether it could be one of the numbers that Word files are full of."""
    return len(text) == 8 and set(text) <= set("0123456789abcdef")


def _is_year(number: str) -> bool:
    return number.isdigit() and len(number) == 4 and number[:2] in ("19", "20")


@cache
def _forms() -> tuple[Form, ...]:
    start, end = r"(?<![a-z0-9_])", r"(?![a-z0-9]|[/-]\d)"
    court = r"(?:ewhc|ewca|ewfc|ewcop|ewcc|uksc|ukut|ukftt|ewmisc|nifam|csoh|csih|flr|fcr|fam law|wlr|all er|ac|qb|fam)"
    division = r"(?: \((?:fam|b|admin|qb|kb|ch|t)\))?"
    cited = rf"(?<!\d)[\[(]?(?:19|20)\d\d[\])]? (?:\d )?{court}(?: (?:civ|crim|fam|b))? \d{{1,5}}{division}(?![a-z0-9])"
    known = (
        r"[a-z]{2}\d{2}[a-z]\d{5}|"  # county and family courts
        r"[tsau]20\d{2}[ -]?\d{4}|"  # the Crown Court
        r"[a-z]\d{4}[a-z]{2}|"  # prisons
        r"(?:sc|ey|rp|ch|vc)\d{6}"  # Ofsted: homes and early years
    )
    led = rf"{start}(?:{known}){end}"
    digits_first = (
        rf"{start}(?:\d\d[a-z]{{1,2}}[ /]?\d{{5}}[ /]?\d\d|(?:\d\d){{1,2}}/\d{{4,7}}[a-z]|\d{{3,6}}/\d\d[a-z]){end}"
    )
    slashed = r"(?<![\w./-])\d{2}/(?P<middle>\d{3,6})/\d{2}(?![\w/-])"
    # A piece of a GUID has a brace or another piece in front.
    lead = rf"{start}(?<![0-9a-f]-)(?<!\{{)(?P<letters>[a-z]{{1,8}})(?P<mark>[-/]?)"
    by_year = r"(?<=[-/])\d\d(?:\d\d)?[-/]\d{3,8}"
    coded = rf"{lead}(?:\d{{5,10}}(?:[-/][a-z0-9]{{1,6}})?|{by_year}){end}"
    officer = rf"{start}(?P<rank>pc|dc|ps|ds|pcso|wpc) ?(?P<it>\d{{3,5}})(?![\w/-]|[.,]\d)"
    further = r"(?:[a-z0-9]|[-/.](?=[a-z0-9])| (?=\d{3})){1,30}"
    anything = rf"(?<![\w/])(?P<letters>(?:[a-z]{{1,8}}[-/]?)?)\d{further}(?![a-z0-9]|[.,]\d)"
    joined = r"(?<![\w./-])(?P<letters>[a-z]{1,8})(?:[-/][a-z]{1,8}){1,3}(?:[-/]\d{1,8}){1,3}(?!\w|[-/]\w)"
    spaced = r"(?<![\w£$€.,/-])(?<!\d )\d{1,3}(?: \d{3}){2,3}(?![\w%]| \d|[.,/-]\d)"
    return (
        Form(joined, _judge_joined, "run", least=3, hint=hints.is_joined),
        Form(cited, _judge_citation, "mark", least=4, hint=hints.is_cited),
        Form(led, _judge_known_form, "head", least=4, hint=hints.is_known_form),
        Form(digits_first, _judge_known_form, least=5, hint=hints.is_digits_first),
        Form(slashed, _judge_slashed, least=7, hint=hints.is_slashed),
        Form(coded, _judge_coded, "head", least=5, hint=hints.is_coded),
        Form(officer, _judge_officer, "head", least=3, hint=hints.is_officer),
        Form(r"(?<![\w£$€.,/-])\d{3,5}(?![\w/%-]|[.,]\d)", _judge_named_officer, hint=hints.is_near_officer),
        Form(spaced, _judge_spaced, least=7),
        Form(anything, _judge_labelled, "head", hint=hints.is_led),
        Form(anything, _judge_labelled, hint=hints.is_told),
    )


@cache
def _named_officer() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z0-9])(?P<rank>pc|dc|ps|ds|pcso|wpc) (?P<name>[a-z]+(?:['-][a-z]+)?) $")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![a-z0-9])(?:{ANYTHING}|{SYSTEMS})(?:'s)?[ .:-]{{1,2}}(?:reference )?{NUMBER_WORDS}\W{{0,3}}"
        r"(?:(?:is|was|of|were)\W{1,2})?$|(?<![a-z0-9])(?:case|ref|reference|file)[.:#]{1,2} ?$"
    )


@cache
def _plain_label() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{PLAIN_LABELS}) ?$")


@cache
def _system() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{SYSTEMS})\W{{1,3}}(?:(?:is|was)\W{{1,2}})?$")


@cache
def _standing_for() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:as|under|quoting|{NUMBER_WORDS})\W{{1,3}}$")


@cache
def _public_label() -> re.Pattern[str]:
    return re.compile(r"(?:charity|company|isbn|issn|page|paragraph|grid|version|edition)[ a-z.]{0,24}\W{0,3}$")


@cache
def _dated() -> re.Pattern[str]:
    """Years, school years, dates, times and paragraph numbers, none of which is a reference."""
    return re.compile(
        r"(?:(?:19|20)\d\d(?:[/-](?:\d\d|(?:19|20)\d\d))?|\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{1,2}[.:]\d\d|\d+(?:\.\d+)+"
        r"|\d{4}-\d\d-\d\d|\d{1,3}(?:,\d{3})*)(?![a-z0-9/-])(?:(?<=\d\d\d\d)|(?<=[./-]\d\d)|(?<=\.\d)|(?<=\.\d\d\d))"
    )


DETECTOR = Detector(
    kind="reference",
    what="a reference number",
    code="RK602",
    find=_find,
    hits=(
        "Recorded as [[LCS-204417]] that day.",
        "CRN [[123456]] and URN [[999001]]",
        "crime reference [[42/12345/24]]",
        "by [[42/12345/24]], a crime",
        "court case [[FD24P00123]] and trial [[T20237123]]",
        "Re X [[[2024] EWHC 123 (Fam)]]",
        "social care reference number [[204417]]",
        "hospital number: [[A123456]]",
        "MRN [[9990001]]; Ofsted URN [[SC999001]]",
        "the home, [[EY999001]]",
        "case no. [[412]] of the court",
        "log [[412]] of 3 May",
        "our ref: [[WM-2024/17]]",
        "PC [[4471]] came",
        "police URN [[42AB1234524]]",
        "prison number [[A9999ZZ]]",
        "PNC [[2012/1234567A]]",
        "coroner's reference [[9912-2024]]",
        "The notification was [[SIN-WM-26-014]], the review [[WM-RR-2025-004]].",
        "It was logged with the ombudsman as [[26 004 417]].",
    ),
    misses=(
        "paragraph 1.1, 4.2.3 and 12.10",
        "Section 47 of the Children Act 1989",
        "R2, L3 and RK304",
        "ISBN 978-0-7506-1234-5",
        "Working Together 2023, paragraph 5.12",
        "SI 2018/789 and Cm 9411",
        "COVID-19, ICD-10 and DSM-5",
        "records from 2019/20 and case numbers of 2023",
        "case 12 of 206; the case in 2019",
        "the incident on 14/02/2024 and reference 2023",
        "registered charity number 1234567",
        "14 of 35 cases (40%) cost £12,345",
        "police numbers were 123,430 and staff numbers were 450",
        "version 2.1 of 2024-02-14",
        "log in 2019 and report no. 2",
        "DFE-00195-2018",
        "log on to 365 for 12 months",
        "FD24P001234",
        "00AB1234 and ABC12345",
        "5/12 and 12/05/24",
        "DFE-RR-2023-118, COVID-19, KS1/KS2 and AS/A2 levels",
        "about 26 004 417 people, and as 2 000 were",
        "_Ref123456789 and _Toc123456789",
    ),
    source="Courts' neutral citations and case numbers, Police National Computer, Ofsted and councils' systems",
    proposals=("[reference withheld]",),
    in_markup=True,
    signs=Signs(digits=1),
)
