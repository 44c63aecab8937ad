"""Lists of published names: each is said once, and that two are twins is not said."""

from __future__ import annotations

import re
from functools import cache

from reviewkit.anonymising.names.mentions import Mention
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import is_verb
from reviewkit.tuples import NamedTuple


class Plan(NamedTuple):
    """A mention and the stretch of the plane that its phrase replaces; `dropped` leaves nothing there.

    `absorbed`: words before the name that say who it is are replaced with it.
    """

    mention: Mention
    start: int
    end: int
    dropped: bool = False
    absorbed: bool = False


def without_repetitions(passage: Reading, plans: list[Plan]) -> list[Plan]:
    """Each published name once in a list: `Child B, a sibling and a sibling` loses the second."""
    result: list[Plan] = []
    said: set[tuple[str, ...]] = set()
    previous: Plan | None = None
    subject = False
    for plan in plans:
        if plan.dropped:
            result.append(plan)
            previous = plan
            continue
        linked = previous is not None and _link().fullmatch(passage.plane[previous.end : plan.start]) is not None
        if not linked:
            said, subject = set(), _opens(passage, plan.mention.first)
        current = plan
        counts = not _goes_on(passage, plan, subject=subject)
        if linked and previous and plan.mention.labels in said and counts:
            current = plan._replace(start=previous.end, end=_past_initial(passage, plan), dropped=True)
        if counts:
            said.add(plan.mention.labels)
        result.append(current)
        previous = current
    return result


def _past_initial(passage: Reading, plan: Plan) -> int:
    """Past the point of an initial that does not end the sentence."""
    initial = len(passage.word(plan.mention.last - 1)) == 1 and plan.end == passage.ends[plan.mention.last - 1]
    return plan.end + 1 if initial and re.match(r"\.(?:[,;:)]|\s+[a-z])", passage.after(plan.end)) else plan.end


def _opens(passage: Reading, first: int) -> bool:
    return passage.opens_sentence(first) or (passage.word(first - 1) == "the" and passage.opens_sentence(first - 1))


def _goes_on(passage: Reading, plan: Plan, *, subject: bool) -> bool:
    """Whether the name is more than an item of the list: it owns what follows, or a sentence of its own begins.

    `subject`: the list opens its sentence, so that a verb after it belongs to all of it.
    """
    last = plan.mention.last
    verb = passage.joined(last - 1) and is_verb(passage.word(last))
    begins = verb and not subject and passage.gap(plan.mention.first - 1).isspace()
    return passage.plane[plan.end : plan.end + 1] == "'" or begins


def without_twins(passage: Reading, plans: list[Plan]) -> list[Plan]:
    """`the twins, Jayden and Grace` are two children and no more."""
    result = []
    for number, plan in enumerate(plans):
        before = re.search(
            r"\b(?:the|both|his|her|their) twins?,? $", passage.plane[max(0, plan.start - 16) : plan.start]
        )
        pair = number + 1 < len(plans) and _link().fullmatch(passage.plane[plan.end : plans[number + 1].start])
        found = before is not None and pair and not plan.dropped
        result.append(
            plan._replace(start=plan.start - len(before.group()), absorbed=True) if before and found else plan
        )
    return result


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"\s*(?:,|,?\s(?:and|or)\s|&)\s*(?:the\s+)?")
