"""Published names that begin with an article, where the text has more to say of them: an apposition, a second mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reviewkit.anonymising.grammar.listing import Plan
from reviewkit.anonymising.names.labels import article_of, core_of
from reviewkit.language.reading import Reading
from reviewkit.language.word_classes import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, follows_freely

_CLOSED = AUXILIARIES | DETERMINERS | PREPOSITIONS | PRONOUNS


def described(passage: Reading, plan: Plan) -> Plan:
    """`Dr Osgood, a consultant paediatrician, told` is "a consultant paediatrician told", where a consultant is said."""
    labels = plan.mention.labels
    rest = passage.after(plan.end)
    # Each published name has a pattern of its own: it is made only for what begins as it does.
    if plan.dropped or len(labels) != 1 or not rest.startswith(",") or not article_of(labels[0]):
        return plan
    found = _apposition(core_of(labels[0]).casefold()).match(rest)
    if found is None:
        return plan
    start, end = plan.end + found.start("noun"), plan.end + found.end("noun")
    written = passage.folded.source_of(start, end)
    if not written.islower() or any(map(follows_freely, found["after"].split())):
        return plan
    if not _CLOSED.isdisjoint(found["before"].split()):
        return plan
    label = f"{article_of(labels[0])} {written}"
    closing = 1 if passage.plane[end : end + 1] == "," and passage.after(end + 1).strip() else 0
    return plan._replace(mention=plan.mention._replace(labels=(label,)), end=end + closing)


@cache
def _apposition(core: str) -> re.Pattern[str]:
    noun = r"\s+".join(map(re.escape, core.split()))
    said = rf"(?P<before>(?:[a-z]+[ -]){{0,2}}){noun}(?P<after>(?: [a-z]+){{0,2}})"
    return re.compile(rf",\s+(?:the |an? )?(?P<noun>{said})(?=[.;:)]|,(?!\s+(?:and|or)\b)|\s*$)")


def told_again(plans: Sequence[Plan]) -> list[Plan]:
    """The second time that "an uncle" is said of one person he is "the uncle", unless another is called so too."""
    bearers: dict[tuple[str, ...], set[frozenset[int]]] = {}
    for plan in plans:
        bearers.setdefault(plan.mention.labels, set()).add(plan.mention.entities)
    return list(_told(plans, {labels for labels, entities in bearers.items() if len(entities) == 1}))


def _told(plans: Iterable[Plan], alone: set[tuple[str, ...]]) -> Iterable[Plan]:
    said: set[frozenset[int]] = set()
    for plan in plans:
        mention = plan.mention
        indefinite = len(mention.labels) == 1 and article_of(mention.labels[0]) in ("a", "an")
        if indefinite and mention.entities in said and mention.labels in alone and mention.sort != "decided":
            yield plan._replace(mention=mention._replace(labels=(f"the {core_of(mention.labels[0])}",)))
            continue
        if not plan.dropped:
            said.add(mention.entities)
        yield plan
