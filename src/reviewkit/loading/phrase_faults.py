"""Faults of a phrase list beyond its words: phrases that can never be found, or not on their own; unknown sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import Any

from reviewkit.language.phrases import FOUND, GAP, Step, read_steps
from reviewkit.loading.faults import Faults, nearest
from reviewkit.report import Path
from reviewkit.tuples import NamedTuple

_STEP = r"\(?[a-z0-9]+(?:'[a-z0-9]+)*(?:\|[a-z0-9]+(?:'[a-z0-9]+)*)*\)?"
_MOST_OPTIONAL = 6
"""A phrase with more words that may be left out is not compared with others: too many forms."""


class Written(NamedTuple):
    """A phrase as it stands in the file. `forms` are its steps with and without each word that may be left out."""

    at: Path
    say: str
    ask: str
    unless: frozenset[str]
    forms: tuple[tuple[Step, ...], ...]


def judge_phrase_list(
    value: Mapping[str, Any], sources: Collection[str], codes: Collection[str] | None, faults: Faults
) -> None:
    """Adds every fault of one list. `codes` are the codes that `raises:` may name, if they are known."""
    _judge_sources(value, (), sources, faults)
    _judge_texts(value.get("unless"), ("unless",), faults, excuse=True)
    code = value.get("raises")
    if isinstance(code, str) and codes is not None and code not in codes:
        faults.add(("raises",), f"there is no rule {code}", nearest(code, sorted(codes)))
    for at, entry in _groups(value.get("phrases")):
        _judge_sources(entry, at, sources, faults)
        _judge_texts(entry.get("unless"), (*at, "unless"), faults, excuse=True)
    written = list(_written(value, faults))
    for number, one in enumerate(written if "raises" in value or "ask" in value else ()):
        _judge_reach(one, number, written, faults)  # in a mere list of words a longer form may say how far it reaches


def _judge_sources(entry: Mapping[str, Any], at: Path, sources: Collection[str], faults: Faults) -> None:
    keys = entry.get("source")
    for number, key in enumerate(keys if isinstance(keys, list) else ()):
        if isinstance(key, str) and key not in sources:
            faults.add((*at, "source", number), f"there is no source `{key}`", nearest(key, sorted(sources)))


def _judge_texts(says: Any, at: Path, faults: Faults, *, excuse: bool) -> None:
    for number, say in enumerate(says if isinstance(says, list) else ()):
        if isinstance(say, str):
            _judge_say(say, (*at, number), faults, excuse=excuse)


def _judge_say(say: str, at: Path, faults: Faults, *, excuse: bool) -> bool:
    parts = say.split()
    wrong = next((part for part in parts if not _is_step(part, excuse=excuse)), "")
    if wrong:
        hint = "a step is words in small letters, joined by |; (in brackets) it may be left out; … is up to three words"
        faults.add(at, f"`{wrong}` is no step of a phrase", "write two words" if "-" in wrong else hint)
    elif GAP in (parts[:1] + parts[-1:]):
        faults.add(at, "a phrase can't begin or end with …", "take it away")
    elif all(part.startswith("(") for part in parts):
        faults.add(at, "every word of this phrase may be left out", "take the brackets from one")
    else:
        return True
    return False


def _is_step(part: str, *, excuse: bool) -> bool:
    if part == GAP or (excuse and part == FOUND):
        return True
    words = part.strip("()").split("|")
    whole = part.startswith("(") == part.endswith(")")
    return whole and len(set(words)) == len(words) and re.fullmatch(_STEP, part.replace("’", "'")) is not None


def _groups(phrases: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for number, entry in enumerate(phrases if isinstance(phrases, list) else ()):
        if isinstance(entry, dict):
            yield ("phrases", number), entry


def _written(value: Mapping[str, Any], faults: Faults) -> Iterator[Written]:
    """Every phrase that is written as it should be."""
    phrases, common = value.get("phrases"), frozenset(_texts(value.get("unless")))
    for number, entry in enumerate(phrases if isinstance(phrases, list) else ()):
        given = entry if isinstance(entry, dict) else {"say": entry}
        ask = str(given.get("ask", value.get("ask", "")))
        for at, say in _ways(
            given.get("say"), ("phrases", number) if given is not entry else ("phrases", number, "say")
        ):
            if _judge_say(say, at, faults, excuse=False):
                yield Written(at, say, ask, common | {*_texts(given.get("unless"))}, _forms(read_steps(say)))


def _texts(value: Any) -> Iterator[str]:
    yield from (text for text in (value if isinstance(value, list) else ()) if isinstance(text, str))


def _ways(say: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(say, str):
        yield at, say
    for number, way in enumerate(say if isinstance(say, list) else ()):
        if isinstance(way, str):
            yield (*at, number), way


def _forms(steps: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
    choices = [(True, False) if step.optional else (True,) for step in steps]
    if sum(len(choice) == 2 for choice in choices) > _MOST_OPTIONAL:
        return ()
    return tuple(tuple(step for step, kept in zip(steps, chosen, strict=True) if kept) for chosen in product(*choices))


def _judge_reach(one: Written, number: int, written: list[Written], faults: Faults) -> None:
    for other_number, other in enumerate(written):
        if other_number == number or not one.forms or not other.unless <= one.unless:
            continue
        first = other_number < number
        if (first or other.ask == one.ask) and _covers(other, one) and (first or not _covers(one, other)):
            message = "this phrase never speaks: another one of this list is found wherever it is"
            faults.add(one.at, message, f"take it away, or put it above `{other.say[:40]}` with a question of its own")
            return


def _covers(wide: Written, narrow: Written) -> bool:
    """Whether every form of the narrow one begins with a form of the wide one."""
    return all(any(_begins(form, start) for start in wide.forms) for form in narrow.forms)


def _begins(form: tuple[Step, ...], start: tuple[Step, ...]) -> bool:
    return len(start) <= len(form) and all(
        bool(mine.words) == bool(wide.words) and mine.words <= wide.words
        for mine, wide in zip(form, start, strict=False)
    )
