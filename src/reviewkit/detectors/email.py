"""E-mail addresses, also where they are spelt so that machines don't read them: (at), [dot], %40."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.contracts import Detection, Detector, Signs
from reviewkit.detectors._identifiers import is_settled
from reviewkit.language.reading import Reading

_SIGNS = ("@", "%40", "&#64;", "&#x40;", "&commat;", "at)", "at]", "at}", "at>")
_HINTS = (*_SIGNS, " dot ")
_LONGEST = 64
_SIGN = r"@|%40|&#64;|&#x40;|&commat;|[(\[{<] ?at ?[)\]}>]"


def _find(reading: Reading, known: frozenset[int]) -> Iterator[Detection]:
    plane = reading.plane
    if not any(hint in plane for hint in _HINTS):
        return
    end = 0
    for sign in (_signs_in_words if " dot " in plane else _signs)().finditer(plane):
        # A plain sign with blanks around it may stand for "at"; then only an address with a well-known ending counts.
        apart = plane[sign.start() - 1 : sign.start()] == " "
        first = sign.start() - apart
        start = _start(plane, max(end, first - _LONGEST), first)
        spaced = sign.group() == "@" and (apart or plane[sign.end() : sign.end() + 1] == " ")
        host = (_spaced() if spaced or sign.group() == "at " else _tight()).match(plane, sign.end())
        if host is None or start == first:
            continue
        end = host.end()
        if not is_settled(reading, known, start, end):
            yield Detection(start, end)


def _start(plane: str, first: int, sign: int) -> int:
    """Where the name before the sign begins, or the sign itself if nothing is there."""
    reach = re.split(r"""[\s<>()\[\]{}",;:|\\/@=]""", plane[first:sign])[-1]
    spelt = reach.removeprefix("'").lstrip(".-")
    return sign - len(spelt) if any(character.isalnum() for character in spelt) else sign


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(_SIGN)


@cache
def _signs_in_words() -> re.Pattern[str]:
    return re.compile(rf"{_SIGN}|(?<= )at (?=[a-z0-9.-]{{1,60}} dot )")


@cache
def _tight() -> re.Pattern[str]:
    dot = r"(?:\.|%2e| ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?| dot )"
    return re.compile(rf" ?[^\W_][\w-]{{0,62}}(?:{dot}[^\W_][\w-]{{0,62}}){{0,7}}{dot}[^\W\d_]{{2,24}}(?![\w@])")


@cache
def _spaced() -> re.Pattern[str]:
    dot = r"(?:\.|%2e| ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?| dot )"
    ending = r"(?:com|org|net|uk|eu|info|co|ie|example|test|edu|gov)"
    return re.compile(rf" ?[^\W_][\w-]{{0,62}}(?:{dot}[^\W_][\w-]{{0,62}}){{0,7}}{dot}{ending}(?![\w@])")


DETECTOR = Detector(
    kind="email",
    what="an e-mail address",
    code="RK602",
    find=_find,
    hits=(
        "Write to [[jayden.okafor@example.org]].",
        "<[[J.Okafor+home@mail.example.co.uk]]>",
        "mailto:[[jayden@example.org]]",
        "[[jayden%40example.org]] in a link",
        "[[jayden (at) example.org]], [[jayden [at] example [dot] org]]",
        "[[jayden at example dot org]]",
        "[[jayden @ example.org]] with blanks",
        "[[jayden&#64;example.org]]",
        "'[[jayden@example.org]]'",
        "[[o'kafor@example.org]]; [[grace_w@example.com]]",
        "[[jäyden@example.org]]",
    ),
    misses=(
        "They met @ school. Then home.",
        "@jayden wrote",
        "two at school dot dot dot",
        "seen at example.org and at home",
        "sum @0 0 @1",
        'DATE \\@ "d MMMM yyyy"',
        "12 @ 3.50 each",
        "a@b and @@@@",
        "they met (at home) and [at] school",
        "look at 2.5 dot 3",
    ),
    source="RFC 5321 and RFC 2606; example.org, example.com and example.net are kept for examples",
    proposals=("[e-mail address withheld]",),
    in_markup=True,
    signs=Signs(frozenset(("dot",)), _SIGNS),
)
