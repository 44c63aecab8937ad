"""The language of phrase lists and of the known abbreviations, strictly. `schemas/README.md` explains each word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from reviewkit.loading.schema_language import Id, Name, RuleCode, Text, Words


def _alone_as_phrase(value: Any) -> Any:
    return {"say": value} if isinstance(value, str) else value


def _alone_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Sources = Annotated[list[Name], Field(min_length=1)]
Texts = Annotated[list[Text], Field(min_length=1)]


class PhraseWords(Words):
    """One phrase, or several ways to say the same."""

    say: Annotated[Texts, BeforeValidator(_alone_as_list)]
    ask: Text = ""
    source: Sources = Field(default_factory=list)
    unless: Texts = Field(default_factory=list)


class PhraseListWords(Words):
    """A file of `schemas/phrases/`."""

    raises: RuleCode = ""
    about: Text
    ask: Text = ""
    source: Sources
    not_in: Annotated[list[Id], Field(min_length=1)] = Field(default_factory=list)
    only_in: Annotated[list[Id], Field(min_length=1)] = Field(default_factory=list)
    unless: Texts = Field(default_factory=list)
    phrases: Annotated[list[Annotated[PhraseWords, BeforeValidator(_alone_as_phrase)]], Field(min_length=1)]


class AbbreviationsWords(Words):
    """`abbreviations.yaml`."""

    known_abbreviations: Texts


PHRASE_LANGUAGES: Mapping[str, type[Words]] = {"phrases": PhraseListWords, "abbreviations": AbbreviationsWords}
"""The words of a file, by the kind of file."""
PHRASE_TAKES: Mapping[str, str] = {
    "phrases": "a list of phrases, or of groups with `say:`, `ask:`, `source:`, `unless:`",
    "say": "a phrase, or a list of phrases that say the same",
    "unless": "a list of phrases that make it harmless in the same sentence; ~ is the place of the phrase itself",
    "not_in": "a list of sections: [views]",
    "only_in": "a list of sections: [recommendations]",
    "known_abbreviations": "a list of abbreviations",
}
"""What each word holds, for whoever wrote something else."""
