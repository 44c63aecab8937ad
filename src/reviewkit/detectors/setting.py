"""Named courts, prisons, children's homes, care homes, refuges and police stations; `the Crown Court` names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._named_places import Name, detections, name_ending, name_starting, name_with
from reviewkit.detectors._place_runs import Sort
from reviewkit.detectors._place_texts import Places, heads, places, word_at
from reviewkit.detectors._place_words import COURT_KINDS
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_SORT = Sort(
    plain=word_set(
        "crown magistrates magistrate family county youth combined coroner coroners court courts centre justice law high",
        "children childrens s care nursing residential rest secure unit home homes refuge hostel custody suite police",
        "station approved premises bail probation contact training immigration removal detention centre hm prison young",
        "offender institution women womens mens open private supported accommodation mother baby hub supreme royal",
        "assessment registry divisional remand short break breaks respite foster public house community youth club regional",
    )
    | COURT_KINDS,
)
_HEADS = word_set(
    "crown magistrate magistrates family county youth combined coroner coroners administrative appeal assize circuit",
    "commercial constitutional criminal district employment juvenile labour martial municipal provincial regional security",
    "sheriff appellate law court justice prison young secure registered residential children nursing care rest retirement",
    "respite women refuge bail homeless hostel police custody approved contact immigration removal detention mother",
)
_PRISONS = word_set("hmp hmyoi hm yoi stc")
_INTRODUCED = word_set("home refuge hostel prison unit placement")
_ANY = _HEADS | _PRISONS | _INTRODUCED | word_set("bailey accommodation lodgings centre living")
_PROPOSALS = (
    (word_set("court courts justice bailey"), ("court", "a court")),
    (word_set("hmp hmyoi yoi prison"), ("prison", "custody")),
    (word_set("refuge"), ("a refuge",)),
    (word_set("hostel premises"), ("a hostel", "temporary accommodation")),
    (word_set("custody police"), ("a police station", "custody")),
    (word_set("care nursing rest retirement"), ("a care home",)),
    (word_set("children home"), ("a children’s home", "a residential placement")),
    (frozenset[str](), ("a residential placement", "a children’s home", "a centre")),
)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    text = places(reading, _ANY, frozenset(("bailey",)))
    if text:
        yield from detections(text.reading, known, _names(text), _PROPOSALS)


def _names(text: Places) -> Iterator[Name | None]:
    reading = text.reading
    for head, last in heads(text, _HEADS, _heads):
        yield name_with(reading, head, last, _SORT)
    for first, last in heads(text, _PRISONS, _prisons):
        name = name_starting(reading, last + 1, _SORT)
        if name and reading.is_capital(first):
            yield name._replace(first=first)
    for match in _appositions().finditer(reading.plane) if text.apposed else ():
        yield name_ending(reading, word_at(reading, match.start()) - 1, _SORT)
    for _, last in heads(text, _INTRODUCED, _introductions):
        yield name_starting(reading, last + 1, _SORT)
    for number in range(len(reading.words) - 1) if "bailey" in reading.words else ():
        if reading.words[number : number + 2] == ["old", "bailey"] and reading.is_capital(number):
            yield Name(number, number + 1, (number, number + 1))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:crown|magistrates?'?s?|family|county|youth|combined|coroners?'?s?'?|family proceedings|administrative|appeal|assize|circuit"
        r"|commercial|constitutional|criminal|district|employment|juvenile|labour|martial law|municipal|provincial|regional|security"
        r"|sheriff|appellate)"
        r"(?: and family| and county)? courts?\b(?: centre\b)?|law courts\b|court centre\b|justice centre\b"
        r"|prison\b(?! (?:officer|service|governor|sentence|staff|visit|law))|young offenders?'? institution\b"
        r"|(?:secure |registered |residential )?children's home\b|(?:(?:residential|nursing)(?: and nursing)? )?care home\b"
        r"|(?:nursing|residential|rest|retirement|respite) home\b|(?:secure|residential|respite) unit\b"
        r"|(?:women's |family )?refuge\b|(?:bail |homeless )?hostel\b|(?:police )?custody (?:suite|centre|unit)\b"
        r"|police station\b|approved premises\b|(?:family|contact|children's|family assessment) centre\b|family hub\b"
        r"|(?:secure training|(?:immigration )?(?:removal|detention)) centre\b|mother and baby (?:unit|home)\b)"
    )


@cache
def _prisons() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:hmp(?: ?/ ?yoi| ?& ?yoi| and yoi)?|hm ?yoi|hm (?:prison|young offender institution)|yoi|stc) (?=[a-z])"
    )


@cache
def _appositions() -> re.Pattern[str]:
    return re.compile(
        r", (?:a|an|the|his|her|their) (?:(?!(?:of|in|at|for|from) )[a-z'0-9]+[ -]){0,4}(?:home|refuge|hostel|prison|unit"
        r"|(?:family|contact|training|assessment) centre|placement|supported (?:living|accommodation|lodgings))"
        r"(?=[,.;)]|$| (?:for|with|in|near|of|where|that|which|run)\b)"
    )


@cache
def _introductions() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:home|refuge|hostel|prison|unit|placement) (?:is |was )?(?:called|named|known as) (?=[a-z])"
    )


DETECTOR = Detector(
    kind="setting",
    what="a named court, prison, home or refuge",
    code="RK601",
    find=_find,
    hits=(
        "He was sentenced at [[Marsham Crown Court]].",
        "heard in [[Pellbridge Family Court]] within a week",
        "[[Stennbridge Magistrates’ Court]] made the order; [[Oldbeck Coroner’s Court]] sat.",
        "serving a sentence at [[HMP Skelford]]",
        "remanded to [[HMYOI Corvale]] and then [[HMP/YOI Nether Wixley]]",
        "She lived at [[Fernleigh House children’s home]] from twelve.",
        "moved to [[Rowan Lodge]], a children’s home in another county",
        "They fled to the [[Haven refuge]].",
        "held at [[Tarnwick custody suite]]; [[Marsham Police Station]]",
        "[[Meadow View Care Home]] and the [[Seabank Hostel]]",
        "[[Beech Grove Secure Children’s Home]]",
        "[[Larch House Approved Premises]] and [[Poppyfields Family Centre]]",
        "housed at [[Harbour House]], a mother and baby unit",
        "tried at the [[Old Bailey]]",
        "a children’s home called [[Rowan Lodge]]",
    ),
    misses=(
        "The case went to the Family Court. The Crown Court heard that he had lied.",
        "The Court of Appeal, the High Court and the Supreme Court took another view.",
        "He was in prison; the Prison Service agreed.",
        "A children's home was found; the Children's Home closed.",
        "The refuge had no room. A care home was full.",
        "He waited in the police station. Police Station staff did not ask.",
        "Care Home managers and the Contact Centre",
        "Mother, the unit manager said, was calm.",
        "Secure Unit, Youth Court, County Court, Magistrates' Court",
        "In May court dates were moved. Child A's home was cold. Mother's home was clean.",
        "Father left home. Child B went home. Edge of Care Home Support",
        "The Child Protection Conference, a joint unit",
    ),
    source="Names in the manner of HM Courts and Tribunals Service's and Ofsted's lists",
    proposals=("a court", "a residential placement"),
    signs=Signs(_ANY),
)
