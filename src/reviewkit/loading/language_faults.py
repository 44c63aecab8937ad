"""What pydantic finds, in plain words and at its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.phrase_language import PHRASE_LANGUAGES, PHRASE_TAKES, PhraseWords
from reviewkit.loading.schema_language import (
    EITHER,
    FIELD,
    LANGUAGES,
    SECTION,
    USE,
    CodeListWords,
    CodeWords,
    EditionWords,
    EitherWords,
    FieldWords,
    NewSectionWords,
    SectionWords,
    SourceWords,
    UseWords,
    Words,
)
from reviewkit.report import Path

_BY_TAG: Mapping[str, type[Words]] = {EITHER: EitherWords, FIELD: FieldWords, SECTION: SectionWords, USE: UseWords}
_LANGUAGES = {**LANGUAGES, **PHRASE_LANGUAGES}
_BY_LIST: Mapping[str, type[Words]] = {
    "editions": EditionWords,
    "codelists": CodeListWords,
    "values": CodeWords,
    "sources": SourceWords,
    "shared": SectionWords,
    "reserved": SectionWords,
    "phrases": PhraseWords,
}
_TAKES: Mapping[str, str] = {
    "id": "a name in small letters, digits and underscores that begins with a letter, such as what_happened",
    "code": "a name in small letters, digits and hyphens, such as not-recorded",
    "key": "a name in small letters, digits and hyphens, such as annual-review-2021",
    "template": "a name in small letters, digits and hyphens, such as west-marshire-lcspr",
    "extends": "the name of a national template",
    "need": "must, should or may",
    "need_by_edition": 'editions in quotation marks, each with must, should or may: {"2021": should}',
    "needs": "fields of the section, each with must, should or may: {family: should}",
    "publish": "keep, replace-names, coarsen or withhold",
    "raises": "the code of a rule, such as RK304",
    "when": "a condition such as `status is published`, or a list of them",
    "source": "a list of keys of sources.yaml: [annual-review-2021]",
    "length": "two whole numbers, from and to: [20, 260]",
    "at_most": "a whole number, such as 8",
    "or_none": "yes",
    "or_register": "born",
    "one_for": "each child, each child and sibling, or each living child",
    "audience": "family",
    "show": "table",
    "headed_by": "a list of the item's fields: [id, title]",
    "type": "one of the types that schemas/README.md lists",
    "to": "people, organisations, incidents, learning, recommendations or key_lines_of_enquiry",
    "fields": "a list of fields",
    "items": "a list of fields",
    "keyed": "a list of fields",
    "either": "a list of at least two fields",
    "add": "a list of fields",
    "add_to": "fields of the section, each with a list of fields to add: {measure: [...]}",
    "sections": "a list of sections",
    "editions": "a list of editions, the latest last",
    "lcspr_counts_from": "notification or decision",
    "last_confirmed": "the last year of which the bank holidays are known",
    "holidays": "days and their names: 2026-12-25: Christmas Day",
    "values": "a list of values, each with code and label",
    "read_as": "whole, summary by somebody else, opening only, from memory or own",
    "use": "the id of a section that stands elsewhere",
    "after": "the id of the section behind which this one stands",
    "whole_field": "a list of texts",
    "bracketed": "a list of texts",
    "anywhere": "a list of texts",
    "unknown": "a list of texts",
    **PHRASE_TAKES,
}
_NEEDS_BY_NAME = ("need_by_edition", "needs")
_MOST_USED = ("use", "id", "title", "label", "type", "fields", "items", "need", "guidance", "publish")
_CONFUSED = {
    ("label", True): "a section has a `title:`, a field a `label:`",
    ("title", False): "a field has a `label:`",
}


def judge_language(kind: str, value: Any, faults: Faults) -> None:
    """Adds every fault of words and types in a file of that kind."""
    try:
        _LANGUAGES[kind].model_validate(value)
    except ValidationError as error:
        for found in error.errors(include_url=False, include_context=True):
            _add(kind, found, faults)


def _add(kind: str, found: Mapping[str, Any], faults: Faults) -> None:
    location: tuple[str | int, ...] = found["loc"]
    path = _without_tags(location)
    if found["type"] == "extra_forbidden":
        word = str(path[-1])
        known = _model(kind, location[:-1]).model_fields
        faults.add(path, f"`{word}:` is no word that may stand here", _word_hint(word, list(known)), key=True)
    elif found["type"] == "missing":
        word = str(path[-1])
        faults.add(path[:-1], f"`{word}:` is missing", f"write `{word}:` with {_takes(kind, word)}", key=True)
    else:
        _add_wrong_value(kind, path, found, faults)


def _add_wrong_value(kind: str, path: Path, found: Mapping[str, Any], faults: Faults) -> None:
    written, context = found["input"], found.get("ctx", {})
    word = next((step for step in reversed(path) if isinstance(step, str)), "")
    if len(path) > 1 and path[-2] in _NEEDS_BY_NAME:
        word = "need"
    if word in _LISTS_OF_MAPPINGS and path and isinstance(path[-1], int):
        faults.add(path, "this entry is no group of words", "write it as `- {id: …, label: …}`")
        return
    expected = [part.strip("' ") for part in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    near = nearest(written, expected, " ") if isinstance(written, str) else " "
    faults.add(path, f"`{word}:` can't hold this", near if near != " " else f"write {_takes(kind, word)}")


_LISTS_OF_MAPPINGS = (
    "sections",
    "shared",
    "reserved",
    "fields",
    "items",
    "keyed",
    "either",
    "add",
    "values",
    "codelists",
)


def _takes(kind: str, word: str) -> str:
    if kind == "codelists" and word == "id":
        word = "code"
    return _TAKES.get(word, "a text")


def _word_hint(word: str, known: list[str]) -> str:
    confused = _CONFUSED.get((word, "title" in known))
    first = [name for name in _MOST_USED if name in known]
    return confused or nearest(word, [*first, *(name for name in known if name not in first)])


def _model(kind: str, location: tuple[str | int, ...]) -> type[Words]:
    """The model that judged the mapping at that location."""
    last = location[-1] if location else ""
    if last == SECTION and kind == "overlay":
        return NewSectionWords
    if isinstance(last, str) and last in _BY_TAG:
        return _BY_TAG[last]
    return _BY_LIST.get(str(location[-2]), _LANGUAGES[kind]) if len(location) > 1 else _LANGUAGES[kind]


def _without_tags(location: tuple[str | int, ...]) -> Path:
    return tuple(step for step in location if step not in _BY_TAG and step != "[key]")
