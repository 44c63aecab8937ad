"""What is written for a mention where it stands: article, capital, possessive, brackets in a quotation."""

from __future__ import annotations

import re

from reviewkit.anonymising.grammar.editing import Doubt, Edit
from reviewkit.anonymising.grammar.quotations import Spans, is_quoted
from reviewkit.anonymising.names.labels import article_of, core_of
from reviewkit.anonymising.names.mentions import Mention, clumsy
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import (
    AREA_NOUNS,
    ARTICLES,
    CLAUSE_WORDS,
    COUNTS,
    DETERMINERS,
    LOOSE_ADJECTIVES,
    PEOPLE_NOUNS,
    PLACE_HEADS,
    POSSESSIVES,
    SCHOOL_NOUNS,
    follows_freely,
    is_verb,
    word_set,
)
from reviewkit.tuples import NamedTuple

_LONGEST_NAME = 4  # words
_BODIES = PLACE_HEADS | word_set(
    "police council magistrates gazette advertiser echo times news journal market club hub baths nhs hall"
)


class Phrase(NamedTuple):
    """The text for `start` to `end` of the plane, changes to words beside it, and a doubt if it would not read well."""

    start: int
    end: int
    text: str
    beside: tuple[Edit, ...] = ()
    doubt: Doubt | None = None


def phrase(passage: Reading, mention: Mention, quotes: Spans, lead: int) -> Phrase:
    """The phrase for a mention; `lead` is the first word that it replaces, the name's own or one that says who it is."""
    start, end = passage.starts[mention.first], passage.ends[mention.last - 1]
    label = " and ".join(mention.labels)
    text, beside, doubt = _with_article(passage, mention, label, lead)
    end, ending = _ending(passage, mention, end)
    ending = ending or _possessive_of_place(passage, mention, label)
    following = passage.word(mention.last) if passage.joined(mention.last - 1) and not ending else ""
    if following in AREA_NOUNS and mention.sort == "place" and _swallows(label, following):
        end = passage.ends[mention.last]
    elif _reads_badly(passage, mention, label, following, owns=bool(ending) or passage.after(end).startswith("'s")):
        doubt = doubt or clumsy(label, passage.word(mention.first))
    if _is_shouted(passage, start, end):
        text = text.upper()
    if is_quoted(quotes, start) and not text.startswith("["):
        text = f"[{text.strip('()')}]"
    return Phrase(start, end, text + ending, tuple(beside), doubt)


def _with_article(passage: Reading, mention: Mention, label: str, lead: int) -> tuple[str, list[Edit], Doubt | None]:
    before = passage.word(lead - 1) if passage.joined(lead - 1) else ""
    core = core_of(label)
    opens = passage.opens_sentence(lead) and (passage.is_capital(lead) or passage.word(lead).isdigit())
    if not article_of(label):
        core = label[0].upper() + label[1:] if opens else label
    if before in ARTICLES or not article_of(label):
        return core, _mended_article(passage, lead - 1, before, core), None
    if before in LOOSE_ADJECTIVES:
        determined = passage.word(lead - 2) in DETERMINERS
        return core, [], None if determined else clumsy(label, passage.word(mention.first))
    if before in PEOPLE_NOUNS and lead == mention.first:
        return label, [], clumsy(label, passage.word(mention.first))
    owned = before in POSSESSIVES and before != "her"
    if owned or (mention.sort == "family" and before in DETERMINERS | COUNTS):
        return core, [], None
    return label[0].upper() + label[1:] if opens else label, [], None


def _mended_article(passage: Reading, number: int, article: str, following: str) -> list[Edit]:
    """`an` before Child B becomes `a`, `a` before an adult `an`."""
    if article not in {"a", "an"}:
        return []
    right = "an" if _begins_with_vowel(following.lower()) else "a"
    if right == article:
        return []
    start, end = passage.starts[number], passage.ends[number]
    written = right.capitalize() if passage.is_capital(number) else right
    return [Edit(start, end, written)]


def _begins_with_vowel(word: str) -> bool:
    """As it is spoken: an uncle, a university, a one-to-one worker."""
    return word[0] in "aeiou" and not word.startswith(
        ("univ", "unit", "uniq", "union", "unif", "use", "usu", "eu", "one")
    )


def _ending(passage: Reading, mention: Mention, end: int) -> tuple[int, str]:
    """What follows the label and how far the source is replaced: `James'` gets its s, a wrong plural loses it."""
    mark = passage.plane[end : end + 1]
    last = passage.word(mention.last - 1)
    if last == "s" and passage.gap(mention.last - 2) == "'":
        return end, _of_a_school(passage, mention, end)
    if mark != "'":
        goes_on = mark == "." and len(last) == 1 and re.match(r"\.\s+[^\W\d_]|\.['),;:]", passage.after(end))
        return end + (1 if goes_on and not _capital_after(passage, mention) else 0), ""
    if passage.word(mention.last) == "s" and passage.starts[mention.last] == end + 1:
        following = passage.word(mention.last + 1)
        plural = mention.sort == "family" and passage.joined(mention.last) and (is_verb(following) or not following)
        return (passage.ends[mention.last], "") if plural else (end, "")
    group = mention.sort == "family" and core_of(mention.labels[0]).endswith("s")
    quoted = group or re.search(r"(?:^|[\s(\[])'\w", passage.before(passage.starts[mention.first] + 1))
    if last.endswith("s") and not quoted and not passage.plane[end + 1 : end + 2].isalnum():
        return end + 1, passage.folded.source_of(end, end + 1) + "s"
    return end, ""


def _capital_after(passage: Reading, mention: Mention) -> bool:
    return passage.is_capital(mention.last) and passage.gap(mention.last - 1).isspace()


def _of_a_school(passage: Reading, mention: Mention, end: int) -> str:
    """`the St Cuthbert's head` keeps its 's; `at St Cuthbert's` has none to keep."""
    following = passage.word(mention.last) if passage.joined(mention.last - 1) else ""
    if following in SCHOOL_NOUNS or (
        passage.word(mention.first - 1) == "the" and following and not follows_freely(following)
    ):
        return passage.folded.source_of(end - 2, end)
    return ""


def _possessive_of_place(passage: Reading, mention: Mention, label: str) -> str:
    """`Netherby Police Station` is the town's: a plain noun before capitals reads as part of their name."""
    if mention.sort != "place" or article_of(label) != "the" or _is_clause(label):
        return ""
    if passage.word(mention.first - 1) in {"a", "an"}:
        return ""
    number = mention.last
    while number < mention.last + _LONGEST_NAME and passage.joined(number - 1) and passage.is_capital(number):
        if passage.word(number) in _BODIES:
            return "’s" if "’" in passage.folded.source else "'s"
        number += 1
        number += passage.word(number) == "s" and passage.gap(number - 1) == "'"
    return ""


def _swallows(label: str, noun: str) -> bool:
    return _is_clause(label) or core_of(label).lower().endswith(noun)


def _is_clause(label: str) -> bool:
    return bool(article_of(label)) and not CLAUSE_WORDS.isdisjoint(core_of(label).lower().split())


def _reads_badly(passage: Reading, mention: Mention, label: str, following: str, *, owns: bool) -> bool:
    """Before a noun, or with `'s`: `the area where the family lived's shops`."""
    clause = _is_clause(label)
    before_noun = (clause or _is_one_of_many(passage, mention, label)) and not follows_freely(following)
    return before_noun or (clause and owns)


def _is_one_of_many(passage: Reading, mention: Mention, label: str) -> bool:
    """A body or place that is published with `a`, which can't stand before a noun: `a small town residents`."""
    named = mention.sort in {"organisation", "place"} and article_of(label) in {"a", "an"}
    return named and passage.word(mention.first - 1) not in ARTICLES


def _is_shouted(passage: Reading, start: int, end: int) -> bool:
    """Whether the sentence around is all capitals and has more words than the name."""
    before, after = passage.before(start), passage.after(end)
    first = start - len(before) + max(before.rfind(mark) for mark in ".!?\n") + 1
    last = end + min((place for mark in ".!?\n" if (place := after.find(mark)) >= 0), default=len(after))
    around = passage.folded.source_of(first, start) + passage.folded.source_of(end, last)
    if passage.folded.source_of(start, end).istitle():
        return False  # capitals beside a name that has none are abbreviations: "Jayden - DNA"
    return around.isupper() and sum(1 for letter in around if letter.isalpha()) > 2
