"""Who is meant: one of the register, a group of it, or a question that only a person can answer."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.anonymising.grammar.editing import Doubt
from reviewkit.anonymising.names.cues import cued_mention
from reviewkit.anonymising.names.families import family_mention, names_a_group
from reviewkit.anonymising.names.judging import judge
from reviewkit.anonymising.names.lexicon import Lexicon
from reviewkit.anonymising.names.mentions import Mention, name_or_word, stranger, which_one
from reviewkit.anonymising.names.neighbours import strange_neighbour
from reviewkit.anonymising.names.place import Place
from reviewkit.anonymising.names.titled import little_mention, title_start, titled_mention
from reviewkit.language.word_classes import AGES, FORMER, TITLES, YOUNGER, follows_freely

POSTCODE_LABEL = "[postcode withheld]"
_WHOLE = frozenset(("full", "reversed", "joined"))


def resolve(place: Place, lexicon: Lexicon, earlier: Sequence[Mention]) -> Mention | Doubt | None:
    """The mention at this match, a doubt, or None where no name is meant."""
    form = place.match.form
    start = title_start(place) if _has_people(place, lexicon) else place.match.first
    start = max(start, earlier[-1].last if earlier else 0)
    if lexicon.labels_of(form) == ("",):
        return _mention(place, lexicon, start, full=bool(form.kinds & _WHOLE))
    titled = start < place.match.first
    verdict = "name" if titled else judge(place, lexicon)
    if verdict == "word" or form.kinds == {"initials"}:
        return None if verdict == "word" else _initials(place, lexicon, earlier)
    strange = strange_neighbour(place, lexicon)
    if strange:
        return stranger(form, strange)
    if verdict == "ask" and not _is_family_name(place, lexicon):
        return name_or_word(form, lexicon)
    return _with_age(_who(place, lexicon, start, earlier), place, lexicon)


def _has_people(place: Place, lexicon: Lexicon) -> bool:
    return any(lexicon.entities[bearer.entity].sort == "person" for bearer in place.match.form.bearers)


def _is_family_name(place: Place, lexicon: Lexicon) -> bool:
    """A capital in the middle of a sentence beside `family` or in a plural: the surname, even if it is a word."""
    passage, match = place.passage, place.match
    capital = passage.is_capital(match.first) and not passage.capital_is_forced(match.first)
    return capital and family_mention(place, lexicon) is not None


def _who(place: Place, lexicon: Lexicon, start: int, earlier: Sequence[Mention]) -> Mention | Doubt:
    form = place.match.form
    if not _has_people(place, lexicon):
        return _alike(place, lexicon, start) or which_one(form, lexicon)
    if form.kinds & {"surname", "plural"}:
        told = _by_surname(place, lexicon, start, earlier)
        if told:
            return told
    return (
        little_mention(place, lexicon)
        or _alike(place, lexicon, start)
        or cued_mention(place, lexicon, start, earlier)
        or _named_before(place, lexicon, start, earlier)
        or which_one(form, lexicon)
    )


def _by_surname(place: Place, lexicon: Lexicon, start: int, earlier: Sequence[Mention]) -> Mention | Doubt | None:
    """What stands around a surname or its plural: a title, `née`, the name that it closes, a word for the family."""
    former = cued_mention(place, lexicon, start, earlier) if place.previous in FORMER else None
    if former:
        return former
    if start < place.match.first:
        return titled_mention(place, lexicon, start)
    told = little_mention(place, lexicon) or _inside_a_name(place, earlier)
    if told or not names_a_group(place) or _is_one_professional(place, lexicon):
        return told
    return family_mention(place, lexicon) or which_one(place.match.form, lexicon)


def _alike(place: Place, lexicon: Lexicon, start: int) -> Mention | None:
    """One bearer, or several who are all published under the same name."""
    form = place.match.form
    if len(lexicon.labels_of(form)) != 1:
        return None
    return _mention(place, lexicon, start, full=bool(form.kinds & _WHOLE))


def _is_one_professional(place: Place, lexicon: Lexicon) -> bool:
    """`the Whitworth letter`: no family of the case is called so."""
    form = place.match.form
    bearers = [lexicon.entities[bearer.entity] for bearer in form.bearers]
    return len(bearers) == 1 and not bearers[0].in_family and "plural" not in form.kinds


def _inside_a_name(place: Place, earlier: Sequence[Mention]) -> Mention | None:
    """The surname of `Jayden “Jay” Okafor`."""
    match = place.match
    closes = place.passage.gap(match.first - 1).strip() in {'"', "'", ")", "]"}
    if not earlier or earlier[-1].last != match.first or not closes:
        return None
    if not earlier[-1].entities < {bearer.entity for bearer in match.form.bearers}:
        return None
    return Mention(match.first, match.last, earlier[-1].labels, earlier[-1].entities, "person", full=True)


def _with_age(mention: Mention | Doubt, place: Place, lexicon: Lexicon) -> Mention | Doubt:
    """`Mr Okafor Snr`: the word goes with the name, unless it can't be said of that person."""
    if not isinstance(mention, Mention) or mention.sort != "person":
        return mention
    passage, word = place.passage, place.passage.word(mention.last)
    after = passage.word(mention.last + 1) if passage.joined(mention.last) else ""
    if word not in AGES or not passage.joined(mention.last - 1) or not follows_freely(after):
        return mention
    if any(lexicon.entities[number].is_child != (word in YOUNGER) for number in mention.entities):
        return which_one(place.match.form, lexicon)
    return mention._replace(last=mention.last + 1)


def _named_before(place: Place, lexicon: Lexicon, start: int, earlier: Sequence[Mention]) -> Mention | None:
    """The one of the candidates who has been named in full before, in the same paragraph."""
    if not place.match.form.kinds & {"first", "middle", "nickname"}:
        return None
    candidates = {bearer.entity for bearer in place.match.form.bearers}
    named = {number for mention in earlier if mention.full for number in mention.entities & candidates}
    if len(named) != 1:
        return None
    label = lexicon.entities[next(iter(named))].label
    return Mention(start, place.match.last, (label,), frozenset(named), "person")


def _initials(place: Place, lexicon: Lexicon, earlier: Sequence[Mention]) -> Mention | Doubt | None:
    """Initials count beside or after the name that they stand for; elsewhere they may be anything."""
    form, passage = place.match.form, place.passage
    candidates = {bearer.entity for bearer in form.bearers}
    organisation = any(lexicon.entities[number].sort == "organisation" for number in candidates)
    dotted = len(form.words) > 1
    if organisation or dotted:
        return _alike(place, lexicon, place.match.first) or which_one(form, lexicon)
    named = [mention for mention in earlier if mention.entities & candidates and len(mention.entities) == 1]
    bracketed = passage.before(passage.starts[place.match.first]).rstrip("\"' ").endswith(("(", "["))
    if named and (bracketed or _bracketed_before(place)):
        return Mention(place.match.first, place.match.last, named[-1].labels, named[-1].entities, "person")
    return which_one(form, lexicon, ", not initials") if len(form.words[0]) > 1 else None


def _bracketed_before(place: Place) -> bool:
    passage, word = place.passage, place.match.form.words[0]
    before = passage.before(passage.starts[place.match.first])
    return any(
        f"{opening}{word}{closing}" in before
        for opening, closing in (("(", ")"), ("[", "]"), ('("', '")'), ("('", "')"))
    )


def _mention(place: Place, lexicon: Lexicon, start: int, *, full: bool) -> Mention:
    match = place.match
    entities = frozenset(bearer.entity for bearer in match.form.bearers)
    first = next(iter(sorted(entities)))
    labels = lexicon.labels_of(match.form)[:1]
    if match.form.kinds == {"code"} and any(labels):
        labels = (POSTCODE_LABEL,)
    whole = full or (match.form.kinds == {"nickname"} and len(match.form.words) > 1)
    titled = start < match.first and place.passage.word(start) in TITLES
    return Mention(
        start, match.last, labels, entities, lexicon.entities[first].sort,
        full=whole or (titled and len(entities) == 1),
    )  # fmt: skip
