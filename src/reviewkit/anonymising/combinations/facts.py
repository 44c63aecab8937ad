"""What a report already tells its readers, as far as the combination check asks: names, places, how exact dates are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.language.folding import fold_word
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple

_WORKED_ON_IT = frozenset(("professional", "reviewer", "scrutineer"))
_CHILDREN = frozenset(("child", "sibling", "peer", "childs-own-child"))
_WIDE_PLACES = frozenset(("county", "city", "region", "country", "borough", "district"))
_SHORTEST = 3


class CaseFacts(NamedTuple):
    """`adults` are words of the names of the family's adults, `places` of small places that may be named.

    `area` are the words of the partnership's own name: every reader knows the area. `months`: the published version
    tells the month of things, not only the season or the year. `coarsens_ages`: ages that publishing makes coarse by itself
    are no detail. All words are folded.
    """

    adults: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    area: frozenset[str] = frozenset()
    months: bool = True
    coarsens_ages: bool = False


def case_facts(report: Report) -> CaseFacts:
    """The facts of that report. They hold names: confidential."""
    register = report.register
    adults = [person for person in register.people.values() if person.role not in _WORKED_ON_IT | _CHILDREN]
    kept = [place for place in register.places.values() if place.published_as == "keep"]
    area = frozenset(_words(_partnerships(report)))
    return CaseFacts(
        adults=frozenset(_words(name for person in adults for name in (person.name, *person.also))),
        places=frozenset(_words(place.name for place in kept if place.kind not in _WIDE_PLACES)) - area,
        area=area,
        months=report.at("publication", "date_precision") in (None, "", "month", "exact"),
        coarsens_ages=True,
    )


def _partnerships(report: Report) -> Iterator[str]:
    names = report.at("review", "partnerships")
    for name in names if isinstance(names, list) else [names]:
        if isinstance(name, str):
            yield name


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in fold_word(str(name)).replace("-", " ").replace("'", " ").split():
            if len(word) >= _SHORTEST and word.isalpha():
                yield word
