"""The language of the schema files, strictly: which words may stand where, and what each may hold.

pydantic validates the plain values of a file as the reader gives them. Only `schema lint`, overlays and the tests come
here; `check`, `new` and `render` of a shipped template don't import it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag

USE, SECTION, EITHER, FIELD = "<use>", "<section>", "<either>", "<field>"
"""What pydantic puts into a location behind a list's index, to say which model judged the item."""


def _number_as_text(value: Any) -> Any:
    return str(value) if type(value) in (int, float) else value


def _alone_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _section_tag(value: Any) -> str:
    return USE if isinstance(value, Mapping) and "use" in value else SECTION


def _field_tag(value: Any) -> str:
    return EITHER if isinstance(value, Mapping) and "either" in value else FIELD


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Written = Annotated[Text, BeforeValidator(_number_as_text)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
RuleCode = Annotated[str, StringConstraints(pattern=r"^RK[0-9]{3}$")]
NeedWord = Literal["must", "should", "may"]
PublishWord = Literal["keep", "replace-names", "coarsen", "withhold"]
TypeWord = Literal[
    "line", "lines", "prose", "date", "approximate-date", "age", "number", "yes-no", "code", "codes", "checklist", "id",
    "reference", "references", "owner",
]  # fmt: skip
Place = Literal["people", "organisations", "incidents", "learning", "recommendations", "key_lines_of_enquiry"]
Band = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]
Conditions = Annotated[list[Text], BeforeValidator(_alone_as_list), Field(min_length=1)]
FieldEntry = Annotated[
    Annotated["EitherWords", Tag(EITHER)] | Annotated["FieldWords", Tag(FIELD)], Discriminator(_field_tag)
]
Fields = Annotated[list[FieldEntry], Field(min_length=1)]


class Words(BaseModel):
    """A mapping in which no other words may stand."""

    model_config = ConfigDict(extra="forbid", strict=True)


class AskedWords(Words):
    """How strongly something is asked for, when, and on whose word."""

    need: NeedWord = "may"
    need_by_edition: dict[str, NeedWord] = {}
    raises: RuleCode = ""
    when: Conditions = []
    guidance: Text = ""
    source: Annotated[list[Name], Field(min_length=1)] = []


class EitherWords(AskedWords):
    """`either:` one of these fields is enough."""

    either: Annotated[list[FieldEntry], Field(min_length=2)]


class HoldingWords(AskedWords):
    """What sections and fields have in common."""

    id: Id
    example: Written = ""
    publish: PublishWord = "withhold"
    audience: Literal["family"] = "family"
    type: TypeWord = "line"
    codes: Name = ""
    to: Place = "people"
    fields: Fields = []
    items: Fields = []
    keyed: Fields = []
    length: Band = []
    at_most: Annotated[int, Field(ge=1)] = 1
    or_none: Literal["yes"] | bool = "yes"
    if_unknown: Text = ""
    one_for: Literal["each child", "each child and sibling", "each living child"] = "each child"
    or_register: Literal["born"] = "born"
    headed_by: Annotated[list[Id], Field(min_length=1)] = []
    show: Literal["table"] = "table"


class FieldWords(HoldingWords):
    """A field."""

    label: Text


class SectionWords(HoldingWords):
    """A section of a template."""

    title: Text


class NewSectionWords(SectionWords):
    """A section that an overlay adds."""

    after: Id = ""


class UseWords(Words):
    """`use:` a section that stands elsewhere, with what is set anew."""

    use: Id
    need: NeedWord = "may"
    need_by_edition: dict[str, NeedWord] = {}
    raises: RuleCode = ""
    when: Conditions = []
    guidance: Text = ""
    title: Text = ""
    at_most: Annotated[int, Field(ge=1)] = 1
    publish: PublishWord = "withhold"
    length: Band = []
    needs: dict[str, NeedWord] = {}
    add: Fields = []
    add_to: dict[str, Fields] = {}


class EditionWords(Words):
    """A state of the rules."""

    id: Written
    title: Text
    note: Text = ""
    lcspr_counts_from: Literal["notification", "decision"] = "decision"


class TemplateWords(Words):
    """A national template."""

    template: Name
    title: Text
    subtitle: Text = ""
    abbreviation: Text = ""
    editions: Annotated[list[EditionWords], Field(min_length=1)]
    length: Band = []
    sections: Annotated[
        list[
            Annotated[
                Annotated[UseWords, Tag(USE)] | Annotated[SectionWords, Tag(SECTION)], Discriminator(_section_tag)
            ]
        ],
        Field(min_length=1),
    ]


class OverlayWords(Words):
    """What a partnership adds to a national template."""

    template: Name
    extends: Name
    title: Text = ""
    subtitle: Text = ""
    abbreviation: Text = ""
    length: Band = []
    sections: Annotated[
        list[
            Annotated[
                Annotated[UseWords, Tag(USE)] | Annotated[NewSectionWords, Tag(SECTION)], Discriminator(_section_tag)
            ]
        ],
        Field(min_length=1),
    ]


class SharedWords(Words):
    """`shared.yaml`."""

    shared: list[SectionWords]
    reserved: list[SectionWords]


class CodeWords(Words):
    """One value of a code list."""

    code: Name
    label: Text
    note: Text = ""
    group: Text = ""


class CodeListWords(Words):
    """A code list."""

    id: Name
    title: Text
    source: Annotated[list[Name], Field(min_length=1)]
    values: Annotated[list[CodeWords], Field(min_length=1)]


class CodeListsWords(Words):
    """`codelists.yaml`."""

    codelists: list[CodeListWords]


class SourceWords(Words):
    """A document that demands rest on."""

    key: Name
    title: Text
    publisher: Text
    year: Written
    cite: Text
    read_as: Literal["whole", "summary by somebody else", "opening only", "from memory", "own"]


class SourcesWords(Words):
    """`sources.yaml`."""

    sources: list[SourceWords]


class BankHolidaysWords(Words):
    """`bank-holidays.yaml`."""

    source: Annotated[list[Name], Field(min_length=1)]
    last_confirmed: Annotated[int, Field(ge=2018)]
    holidays: Annotated[dict[Day, Text], Field(min_length=1)]


class PlaceholdersWords(Words):
    """`placeholders.yaml`."""

    whole_field: list[Text]
    bracketed: list[Text]
    anywhere: list[Text]
    unknown: list[Text]


class NicknamesWords(Words):
    """`nicknames.yaml`."""

    short: dict[Text, Annotated[list[Text], Field(min_length=1)]]
    spellings: list[Annotated[list[Text], Field(min_length=2)]]


class NameListWords(Words):
    """A file of `names/`."""

    title: Text
    why: Text
    words: Text
    phrases: Text = ""


LANGUAGES: Mapping[str, type[Words]] = {
    "overlay": OverlayWords,
    "template": TemplateWords,
    "shared": SharedWords,
    "codelists": CodeListsWords,
    "sources": SourcesWords,
    "placeholders": PlaceholdersWords,
    "bank holidays": BankHolidaysWords,
    "nicknames": NicknamesWords,
    "name list": NameListWords,
}
"""The words of a file, by the kind of file."""
