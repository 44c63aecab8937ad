"""One person said twice in a breath: `his mother, Chidinma,`, `Jayden ("Jay")`, lists. Said once when published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewkit.anonymising.grammar.kinship import with_relation
from reviewkit.anonymising.grammar.listing import Plan, without_repetitions, without_twins
from reviewkit.anonymising.grammar.nouns import is_determined, noun_before, noun_pattern, noun_start, role_in_capitals
from reviewkit.anonymising.grammar.repeating import described, told_again
from reviewkit.anonymising.names.labels import article_of, core_of
from reviewkit.anonymising.names.mentions import Mention
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import PLACE_HEADS, is_verb

_LONGEST_BETWEEN = 60
_BEFORE_NOUN = (",", " - ", " the ", "(")


def plan_mentions(passage: Reading, mentions: Sequence[Mention]) -> list[Plan]:
    """The plans of all mentions that are replaced, repetitions dropped."""
    plans = [
        Plan(mention, passage.starts[mention.first], passage.ends[mention.last - 1])
        for mention in mentions
        if not mention.is_kept
    ]
    plans = _second_names(passage, plans)
    plans = [_after_own_noun(passage, plan) for plan in plans]
    plans = [_before_own_noun(passage, plan) for plan in plans]
    plans = [described(passage, with_relation(passage, plan)) for plan in plans]
    plans = _without_town(passage, plans)
    return told_again(without_twins(passage, without_repetitions(passage, plans)))


def _without_town(passage: Reading, plans: list[Plan]) -> list[Plan]:
    """`22 Bexley Row, Netherby` is the family home and no more: the town of an address is not said again."""
    result: list[Plan] = []
    for plan in plans:
        last = result[-1] if result else None
        if last and _is_town_of(passage, last, plan):
            result.append(plan._replace(start=last.end, dropped=True))
        else:
            result.append(plan)
    return result


def _is_town_of(passage: Reading, address: Plan, plan: Plan) -> bool:
    both_places = address.mention.sort == plan.mention.sort == "place"
    street = passage.word(address.mention.last - 1) in PLACE_HEADS
    numbered = street or passage.word(address.mention.first).isdigit()
    beside = passage.plane[address.end : plan.start] == ", " and not plan.dropped
    return both_places and numbered and beside and _closes(passage, plan.end)


def _second_names(passage: Reading, plans: list[Plan]) -> list[Plan]:
    """`Jayden Okafor ("Jay"), known as JJ`: the phrase for the first replaces them all."""
    result: list[Plan] = []
    for plan in plans:
        end = _end_of_second(passage, plan, result[-1]) if result else 0
        if end:
            result[-1] = result[-1]._replace(end=end)
        else:
            result.append(plan)
    return result


def _end_of_second(passage: Reading, plan: Plan, previous: Plan) -> int:
    """Where another name of the person just named ends, with what belongs to it; 0 if it is a mention of its own."""
    if previous.mention.entities != plan.mention.entities:
        return 0
    if plan.start - previous.end > _LONGEST_BETWEEN:
        return 0
    between, after = passage.plane[previous.end : plan.start], passage.after(plan.end)
    if _inside_a_name().fullmatch(between):
        return plan.end + (1 if between.strip() and after[:1] in set("\"')]") else 0)
    if _opened_bracket().fullmatch(between):
        closing = _closed_bracket().match(after)
        return plan.end + closing.end() if closing else 0
    if not _known_as().fullmatch(between):
        return 0
    closing = re.match(r'["\']?,?' if between.lstrip().startswith(",") else r'["\']?', after)
    end = plan.end + (closing.end() if closing else 0)
    return end if passage.after(end).strip() else plan.end


def _core(plan: Plan) -> tuple[str, ...]:
    if len(plan.mention.labels) != 1:
        return ()
    return tuple(re.findall(r"[^\W\d_]+|\d+", fold_word(core_of(plan.mention.labels[0]))))


def _after_own_noun(passage: Reading, plan: Plan) -> Plan:
    """`health visitor Lena Marsh`, `his mother, Chidinma,`, `the GP Dr Whitworth`."""
    core, first = _core(plan), plan.mention.first
    comma = passage.gap(first - 1).strip() == ","
    end = _past_comma(passage, plan.end) if comma else plan.end
    if not plan.dropped and _is_abbreviated(passage, core, plan):
        owned = is_determined(passage, first - 1)
        label = core_of(plan.mention.labels[0]) if owned else plan.mention.labels[0]
        plan = plan._replace(mention=plan.mention._replace(labels=(label,)))
        return plan._replace(start=passage.starts[first - 1], end=end, absorbed=True)
    length, whole = (0, False) if plan.dropped else noun_before(passage, core, first)
    if not length or (comma and not (whole and _closes(passage, plan.end))):
        return plan
    if passage.gap(first - 1).strip() == "(":
        closed = whole and passage.plane[plan.end : plan.end + 1] == ")"
        return plan._replace(start=passage.ends[first - 1], end=plan.end + 1, dropped=True) if closed else plan
    if not is_determined(passage, first - length):
        return plan._replace(start=passage.starts[noun_start(passage, first - length)], end=end, absorbed=True)
    return plan._replace(start=passage.ends[first - 1], end=end, dropped=True) if whole else plan


def _is_abbreviated(passage: Reading, core: tuple[str, ...], plan: Plan) -> bool:
    """`HV Lena Marsh`, `the SW, Priya Nair,`: a role in capitals that the published name spells out."""
    first = plan.mention.first
    role = role_in_capitals(passage, first - 1)
    if not role or tuple(role) != core[-len(role) :]:
        return False
    gap = passage.gap(first - 1)
    return gap.isspace() or (gap == ", " and _closes(passage, plan.end))


def _closes(passage: Reading, end: int) -> bool:
    rest = passage.after(end)
    return not rest.strip() or rest[0] in ",.;:)'"


def _past_comma(passage: Reading, end: int) -> int:
    """Past the comma that closes an apposition, unless the text ends there or a list goes on."""
    rest = passage.after(end)
    listed = re.match(r",\s+(?:who|whose|whom|which)\s|,\s+[^\W\d_]+,?\s+(?:and|or)\s", rest)
    return end + 1 if rest.startswith(",") and rest[1:].strip() and not listed else end


def _before_own_noun(passage: Reading, plan: Plan) -> Plan:
    """`Lena Marsh, the health visitor, called`, `Dr Whitworth (GP)`."""
    rest = passage.after(plan.end)
    # Each published name has patterns of its own: none is made but for what stands there.
    opens = next((mark for mark in (",", " - ", " the ") if rest.startswith(mark)), rest.lstrip()[:1])
    core = _core(plan) if opens in _BEFORE_NOUN and not plan.dropped else ()
    if not core:
        return plan
    found = _noun_after(opens, noun_pattern(core), rest, article=bool(article_of(plan.mention.labels[0])))
    if found is None:
        return plan
    end = plan.end + found.end()
    goes_on = opens == "," and rest[found.end() :].startswith(",") and rest[found.end() + 1 :].strip()
    return plan._replace(end=end + 1 if goes_on else end)


def _noun_after(opens: str, noun: str, rest: str, *, article: bool) -> re.Match[str] | None:
    if opens == "(":
        return re.match(rf"\s*\({noun}\)", rest)
    if opens == " - ":
        return re.match(rf" - {noun}(?: -(?= [a-z])|(?=[.;:)]|\s*$))", rest)
    if opens == " the ":
        return _without_comma(noun, rest) if article else None
    return re.match(rf",\s+{noun}(?=[,.;:)]|\s*$)", rest)


def _without_comma(noun: str, rest: str) -> re.Match[str] | None:
    """`Lena Marsh the health visitor rang`, but not `the health visitor team`."""
    found = re.match(rf" the {noun}(?=[.,;:)]|\s*$|\s+(?P<next>[a-z]+))", rest)
    return found if found and (not found["next"] or is_verb(found["next"])) else None


@cache
def _inside_a_name() -> re.Pattern[str]:
    """Between the parts of `Jayden 'Jay' Okafor`."""
    return re.compile(r"[\"')\]]?[ ]|[ ][\"']")


@cache
def _opened_bracket() -> re.Pattern[str]:
    return re.compile(
        r'\s*[(\[]\s*(?:(?:also |better |usually |hereafter )*(?:known as|called|aka|a\.k\.a\.|or|referred to as|hereafter|nee|formerly|born|previously)?\s*)["\']?'
    )


@cache
def _closed_bracket() -> re.Pattern[str]:
    return re.compile(r'["\']?\s*[)\]]')


@cache
def _known_as() -> re.Pattern[str]:
    return re.compile(
        r',?\s*(?:who (?:is|was) )?(?:also |better |usually |always )?(?:known as|called|aka|a\.k\.a\.|referred to as|nicknamed|nee|formerly|born|previously)\s+["\']?'
    )
