"""Villages, estates, streets, parks, shops, pubs, churches and houses by name; `the estate` names none."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors import _place_patterns as patterns
from reviewkit.detectors._named_places import (
    PLACE_BEFORE,
    Name,
    detections,
    in_headline,
    is_placed,
    name_starting,
    name_with,
)
from reviewkit.detectors._place_runs import Sort
from reviewkit.detectors._place_texts import Places, heads, places, word_at
from reviewkit.detectors._place_words import COURT_KINDS, FIELD
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import word_set

_STREETS = Sort(plain=word_set("high street main one") | COURT_KINDS, small=False)
_SOFT_STREETS = Sort(plain=word_set("one two village"), small=False, surname=True)
_PLACES = Sort(
    plain=word_set(
        "community leisure sports sport youth shopping railway train bus underground metro tram swimming public central",
        "business industrial retail trading enterprise fire garden skate country play recreation parish methodist baptist",
        "catholic anglican united reformed evangelical pentecostal orthodox sikh hindu islamic muslim church of christ",
        "army salvation social football cricket rugby boxing working men mens s convenience mini chip fish and town city",
        "council village local housing estate caravan holiday static travellers traveller mobile home high",
    ),
)
_ROADS = word_set("road street lane avenue")
_PUBS = Sort(plain=frozenset(), pairs=True, small=True)
_ANY = Sort(plain=frozenset())
_NO_COMPOUND = word_set(
    "law laws chief charge training residence house person time step one stand drop patient command"
)
_NATIONS = word_set("britain england scotland wales ireland london ormond war northern")
_NO_ESTATE = word_set("real industrial council housing local police partnership force authority lscp icb trust board")
_PROPOSALS = (
    (word_set("church chapel cathedral mosque temple gurdwara synagogue"), ("a place of worship",)),
    (word_set("pub inn arms tavern bar"), ("a pub", "the area")),
    (word_set("shop shops stores store news supermarket takeaway cafe newsagents market"), ("a local shop", "a shop")),
    (word_set("station stop"), ("a station",)),
    (word_set("park common recreation playground woods wood forest"), ("a park", "the area")),
    (word_set("library leisure centre pool gym"), ("a local centre", "a public place")),
    (word_set("cottage house lodge flats tower towers mansions"), ("the home", "a house")),
    (word_set("road street lane avenue close drive crescent terrace"), ("a street nearby", "the area")),
    (word_set("depot factory works"), ("a local business", "the area")),
    (frozenset[str](), ("the area", "a place nearby")),
)


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    # A name is made with `on` and `by` only where hyphens join them.
    anywhere = patterns.PREFIXES | patterns.COMPOUNDS if "-" in reading.plane else patterns.PREFIXES
    text = places(reading, patterns.HEADS, anywhere)
    if text:
        yield from detections(text.reading, known, _names(text), _PROPOSALS)


def _names(text: Places) -> Iterator[Name | None]:
    reading = text.reading
    for head, last in heads(text, patterns.STREETS, patterns.streets):
        name = _unless_other(reading, name_with(reading, head, last, _STREETS))
        if name and (
            not in_headline(reading, head) or reading.word(head) in _ROADS or is_placed(reading, name.first, head)
        ):
            yield _numbered(reading, name)
    for head, last in heads(text, patterns.SOFT_STREETS):
        yield _numbered(reading, name_with(reading, head, last, _SOFT_STREETS))
    for head, last in heads(text, patterns.PLACES, patterns.places):
        yield name_with(reading, head, last, _PLACES)
    for head, last in heads(text, patterns.PUBS, patterns.pubs):
        yield name_with(reading, head, last, _PUBS)
    for head, last in heads(text, patterns.AREAS, patterns.areas):
        if reading.word(head - 1) not in _NO_ESTATE:
            yield name_with(reading, head, last, _ANY)
    for _, last in heads(text, patterns.INTRODUCTIONS, patterns.introductions):
        yield name_starting(reading, last + 1, _ANY)
    yield from _waterways(text)
    yield from _compounds(text)
    yield from _prefixed(text)


def _unless_other(reading: Reading, name: Name | None) -> Name | None:
    """None for `Ms Lane` and what else has a title, and for courts of law."""
    if not name or reading.word(name.first - 1) in ("mr", "mrs", "ms", "miss", "dr", "pc", "dc"):
        return None
    is_court = reading.word(name.last) == "court" and not COURT_KINDS.isdisjoint(reading.words[name.first : name.last])
    return None if is_court else name


def _numbered(reading: Reading, name: Name | None) -> Name | None:
    """The name with the number of the house before it, `27` or `9a`."""
    if not name:
        return None
    flat = patterns.flat().search(reading.plane, max(0, reading.starts[name.first] - 24), reading.starts[name.first])
    if flat:
        return name._replace(first=word_at(reading, flat.start()))
    first = name.first
    while first and name.first - first < 2 and len(reading.word(first - 1)) < 5:
        tied = reading.joined(first - 1) if first == name.first else reading.gap(first - 1) == ""
        digits = reading.word(first - 1).isdigit()
        if not tied or not (digits or (len(reading.word(first - 1)) == 1 and reading.word(first - 2).isdigit())):
            break
        first -= 1
    return name._replace(first=first)


def _waterways(text: Places) -> Iterator[Name]:
    reading = text.reading
    for head, last in heads(text, patterns.WATERS, patterns.waters):
        name = name_starting(reading, last + 1, _ANY)
        if name and reading.is_capital(head) and name.last - head <= 3:
            yield name._replace(first=head)


def _compounds(text: Places) -> Iterator[Name]:
    """Stow-on-the-Hill, Ashby-by-Sea."""
    reading = text.reading
    for middle, _ in heads(text, patterns.COMPOUNDS, anywhere=True) if "-" in reading.plane else ():
        first, last = middle - 1, middle + 1
        if reading.word(last) == "the":
            last += 1
        if any(reading.gap(number) != "-" for number in range(max(0, first), last)):
            continue
        if {reading.word(first), reading.word(last)} & _NO_COMPOUND or reading.word(first) == reading.word(last):
            continue
        if reading.is_capital(first) and reading.is_capital(last) and not reading.is_capital(middle):
            yield Name(first, last, (first, last))


def _prefixed(text: Places) -> Iterator[Name]:
    """Little Wixley, Nether Ash, after a preposition."""
    reading = text.reading
    for first, _ in heads(text, patterns.PREFIXES, anywhere=True):
        if reading.word(first - 1) not in PLACE_BEFORE - {"the"}:
            continue
        if not reading.is_capital(first) or not reading.is_capital(first + 1) or not reading.joined(first):
            continue
        goes_on = reading.joined(first + 1) and reading.is_capital(first + 2)
        if not goes_on and reading.word(first + 1) not in FIELD | _NATIONS:
            yield Name(first, first + 1, (first, first + 1))


DETECTOR = Detector(
    kind="small-place",
    what="a named village, estate, street or meeting place",
    code="RK601",
    find=_find,
    hits=(
        "The family lived on the [[Thornfield estate]].",
        "It took place in [[Rose Lane]] at night. [[Tarnwick Road]] was closed.",
        "Mother was born in the village of [[Ash]].",
        "stopped near [[Hollowmere Park]] and on [[Oldbeck Common]]",
        "met at [[St Mary’s Church]] and the [[Al-Huda Mosque]]",
        "outside the [[Dog and Partridge pub]]",
        "moved from [[Little Skelford]] to a flat",
        "Police were called to [[Rose Cottage]] nine times.",
        "behind [[Patel’s News]] and [[Singh’s Convenience Store]], on [[Marsham Golf Course]]",
        "found by the [[River Corve]]",
        "the hamlet of [[Nether Wixley]] has no bus",
        "at [[Pellbridge railway station]] at two",
        "six in [[Ashdown Court]], one at [[3 Foundry Terrace]], one at [[9a Mill Lane]]",
        "in the car park of the [[Grapes]]",
        "at the [[Marsham depot]]",
        "They live in [[Ashby-on-the-Water]].",
        "The [[Skelford Leisure Centre]] had banned both.",
        "The [[Whinside Estate]]; the [[Thornfield and Whinside estates]]",
        "living at [[Rowan Lodge]] since June, then at [[Unit 4 Dockside House]]",
        "the tenancy of [[Flat 3, 27 Station Road]]",
    ),
    misses=(
        "The estate, the village and the street where they lived",
        "She went to church. The church hall was used; the Village Hall too.",
        "Mr Lane, Ms Park and Jane Hill were told.",
        "The High Street shops; a Green Paper; the House of Commons",
        "A Care Pathway was drawn up; Home Office guidance",
        "The Crown Court, the Family Court and the High Court",
        "One Way Of Working; Closing The Gap: A Better Place",
        "In May Road safety was taught.",
        "in Great Britain and in New Year week",
        "the real estate market; the local police station",
        "Youth Centre staff; the Community Centre; the Salvation Army",
        "a family from the Polish church",
        "Good news came. The shop was shut. In June shops closed.",
        "the Partnership area; a Safe Place scheme",
        "Point 3 of the plan; View from the family",
        "the Commander-in-Chief; her Mother-in-Law; the Food Bank",
    ),
    source="Names in the manner of Ordnance Survey's gazetteer and the National Street Gazetteer",
    proposals=("the area",),
    signs=Signs(patterns.HEADS | patterns.PREFIXES, marks=("-",)),
)
