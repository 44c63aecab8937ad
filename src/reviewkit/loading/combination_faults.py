"""What is wrong with a file of `schemas/combinations/`; apart, since `check` reads such files and judges none."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from reviewkit.language.phrases import FOUND, GAP
from reviewkit.loading.combinations import CLASSES, WITHINS
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Path

_WORDS = frozenset((
    "title", "why", "source", "proposals", "needs", "within", "must", "alone", "capital", "unless", "facts",
    "quotations_of",
))  # fmt: skip
_REQUIRED = ("title", "why", "source", "proposals")
_STEP = re.compile(r"\(?(?:[a-z]+|@[a-z]+)(?:\|(?:[a-z]+|@[a-z]+))*\)?")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


def lint_group(text: str, name: str, sources: Collection[str]) -> Faults:
    """Every fault of one file of the folder, with its place. Raises `InputError` for what is not YAML."""
    document = read_yaml(text, name)
    faults = Faults(name, document)
    if isinstance(document.value, dict):
        _judge(document.value, sources, faults)
    else:
        faults.add((), "this file is no group", "a group has `title:`, `why:`, `source:`, `proposals:` and `facts:`")
    return faults


def _judge(value: Mapping[str, Any], sources: Collection[str], faults: Faults) -> None:
    _judge_words(value, faults)
    for word in ("source", "proposals", "unless"):
        _judge_texts(value.get(word, []), (word,), faults)
    for number, key in enumerate(_texts(value.get("source"))):
        if key not in sources:
            faults.add(("source", number), f"there is no source `{key}`", nearest(key, sorted(sources)))
    for number, say in enumerate(_texts(value.get("unless"))):
        _judge_say(say, ("unless", number), faults, excuse=True)
    _judge_making(value, faults)


def _judge_words(value: Mapping[str, Any], faults: Faults) -> None:
    for word in value:
        if word not in _WORDS:
            faults.add((word,), f"there is no word `{word}` here", nearest(str(word), sorted(_WORDS)), key=True)
    for word in _REQUIRED:
        if not value.get(word):
            faults.add((), f"`{word}:` is missing", f"write `{word}:`")
    for word in ("title", "why"):
        if not isinstance(value.get(word, ""), str):
            faults.add((word,), f"`{word}:` is one text", "write a sentence")


def _judge_making(value: Mapping[str, Any], faults: Faults) -> None:
    facts = value.get("facts", {})
    if not isinstance(facts, dict) or bool(facts) == ("quotations_of" in value):
        faults.add(("facts",), "a group has `facts:` or `quotations_of:`", "write facts, each with a list of phrases")
        return
    needs = value.get("needs", 2)
    number_of_facts = len(facts) or 1
    if not isinstance(needs, int) or (facts and not 1 <= needs <= number_of_facts):
        faults.add(("needs",), "`needs:` is a number of facts", f"this group has {number_of_facts}")
    if value.get("within", "report") not in WITHINS:
        faults.add(("within",), "there is no such `within:`", f"known are {', '.join(WITHINS)}")
    for word in ("must", "alone", "capital"):
        _judge_texts(value.get(word, []), (word,), faults)
        for number, fact in enumerate(_texts(value.get(word))):
            if fact not in facts:
                faults.add((word, number), f"there is no fact `{fact}`", nearest(fact, sorted(facts)))
    for fact, entries in facts.items():
        if not _NAME.fullmatch(str(fact)):
            faults.add(("facts", fact), f"`{fact}` is no name of a fact", "write small letters and hyphens", key=True)
        _judge_entries(entries, ("facts", fact), faults)


def _judge_entries(entries: Any, at: Path, faults: Faults) -> None:
    if not isinstance(entries, list) or not entries:
        faults.add(at, "a fact is a list of phrases", "begin each with `- `")
        return
    said: set[str] = set()
    for number, entry in enumerate(entries):
        place: Path = (*at, number)
        given = entry if isinstance(entry, dict) else {"say": entry}
        for word in given:
            if word not in ("say", "unless"):
                faults.add((*place, word), f"there is no word `{word}` here", "write `say:` and `unless:`", key=True)
        says = given.get("say")
        for say in says if isinstance(says, list) else [says]:
            if not isinstance(say, str):
                faults.add(place, "a phrase is a text", "put it into quotation marks if it begins with @")
            elif _judge_say(say, place, faults, excuse=False) and say in said:
                faults.add(place, "this phrase stands here twice", "take one away")
            said.add(str(say))
        _judge_texts(given.get("unless", []), (*place, "unless"), faults)
        for excuse in _texts(given.get("unless")):
            _judge_say(excuse, (*place, "unless"), faults, excuse=True)


def _judge_say(say: str, at: Path, faults: Faults, *, excuse: bool) -> bool:
    parts = say.split()
    for part in parts:
        if part != GAP and not (excuse and part == FOUND) and not _is_step(part):
            hint = "a step is words in small letters, joined by |; (in brackets) it may be left out; … is up to three words"
            faults.add(at, f"`{part}` is no step of a phrase", hint)
            return False
    if GAP in (parts[:1] + parts[-1:]) or all(part.startswith("(") for part in parts):
        faults.add(at, "a phrase begins and ends with a word, and needs one", "take away the … or a pair of brackets")
        return False
    return True


def _is_step(part: str) -> bool:
    words = part.strip("()").split("|")
    classes = [word for word in words if word.startswith("@")]
    whole = part.startswith("(") == part.endswith(")")
    return whole and len(set(words)) == len(words) and set(classes) <= set(CLASSES) and bool(_STEP.fullmatch(part))


def _judge_texts(texts: Any, at: Path, faults: Faults) -> None:
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        faults.add(at, f"`{at[-1]}:` is a list of texts", "begin each with `- `, or write [one, another]")


def _texts(texts: Any) -> list[str]:
    return [text for text in texts if isinstance(text, str)] if isinstance(texts, list) else []
