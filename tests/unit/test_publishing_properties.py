"""A name in any form, in any disguise, in any field, in any format: refused, or in no part of what is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising import rewriting
from reviewkit.anonymising.names.lexicon import Form
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.proof import finishing
from reviewkit.anonymising.proof.finishing import Wanted, finish
from reviewkit.anonymising.publishing import publish, refuse_questions
from reviewkit.composing.published import compose_published
from reviewkit.composing.texts import texts_of
from reviewkit.errors import LeakError
from reviewkit.inspecting import read_parts
from reviewkit.language.folding import fold_word
from reviewkit.loading.templates import load_template
from reviewkit.report import Path, Report
from reviewkit.schema import Field
from tests.unit import test_anonymising_given as reports
from tests.unit.test_anonymising_forms import REGISTER

FORMATS = ("docx", "html", "markdown")
TEMPLATES = ("lcspr", "rapid-review")
HERON = "heron"
"""A word of no template: it finds the sentence again in which a name was planted."""
LEXICON = prepare(reports.given(REGISTER)).lexicon
FORMS = sorted(form for forms in LEXICON.heads.values() for form in forms)
SENTENCES = (
    "Then {} saw a heron.", "{} saw a heron.", "The heron was seen by {}.", "The heron of {}", "{}’s heron slept.", "- heron\n- {}\n", "heron ({})",
    "The mother of {} and the heron came.", "# {} and a heron\n\nText.", "> {} said: heron.", "| heron | {} |\n|---|---|\n| {} | 2 |",
    "“{}, a heron!” she said.", "`{}` heron", "    {} heron", "```{}\nheron {}\n```", "[heron](https://www.gov.uk/{})", "[{}](heron.html \"{}\")",
    "![{}](heron.png)", "heron <!-- {} -->", "heron <b title=\"{}\">{}</b>", "1. {}\n2. heron", "**{}** heron", "*{}*, *heron*", "~~{}~~ heron",
    "heron[^1]\n\n[^1]: {}", "[heron]\n\n[heron]: https://example.org/{} '{}'", "<https://example.org/heron/{}>", "heron\\\n{}", "heron: {}\n: {}",
    "heron/{}", "heron_{}", "#{}heron", "the file heron-{}.docx", "heron {} {}", "THE HERON SAW {} THERE.", "heron,{},heron", "heron {}.{} heron",
)  # fmt: skip


def _within(letters: str) -> Any:
    """Puts something behind the second letter."""
    return lambda text: text[:2] + letters + text[2:]


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


DISGUISES: dict[str, Any] = {
    "plain": str,
    "small": str.lower,
    "capitals": str.upper,
    "soft hyphen": _within("\u00ad"),
    "zero width": _within("\u200b"),
    "joiner": _within("\u2060"),
    "no-break blank": lambda text: text.replace(" ", "\u00a0"),
    "thin blank": lambda text: text.replace(" ", "\u2009"),
    "two blanks": lambda text: text.replace(" ", "  "),
    "Cyrillic": lambda text: text.translate(str.maketrans("aeopcxAEOPCX", "аеорсхАЕОРСХ")),
    "Greek": lambda text: text.translate(str.maketrans("oAEOK", "οΑΕΟΚ")),
    "wide": lambda text: "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text),
    "accent": lambda text: re.sub("([aeiou])", "\\1\u0301", text, count=1),
    "emphasis within": lambda text: f"{text[:1]}**{text[1:3]}**{text[3:]}",
    "emphasis at its end": lambda text: f"*{text[:-1]}*{text[-1:]}",
    "emphasis on a part": lambda text: re.sub(r" (\S+)", r" **\1**", text, count=1),
    "struck within": lambda text: f"{text[:2]}~~{text[2:]}~~",
    "code within": lambda text: f"{text[:2]}`{text[2:]}`",
    "link within": lambda text: f"{text[:2]}[{text[2:]}](https://www.gov.uk)",
    "line break": lambda text: text.replace(" ", "\n"),
    "hard line break": lambda text: text.replace(" ", "  \n"),
    "line end": lambda text: re.sub(r"\b(\w{3})(\w{3})", "\\1-\n\\2", text, count=1),
    "percent": _percent,
    "percent once": lambda text: f"{_percent(text[:1])}{text[1:]}",
    "entities": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "hex entity": lambda text: f"&#x{ord(text[0]):X};{text[1:]}",
    "no-break entity": lambda text: text.replace(" ", "&nbsp;"),
    "soft entity": _within("&shy;"),
    "escaped": lambda text: re.sub(r"(\W)", r"\\\1", text),
    "comment within": _within("<!-- -->"),
    "tag within": _within("<b></b>"),
    "programs": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
}  # fmt: skip
KEEPING_CASE = frozenset(DISGUISES) - {"small", "capitals"}


class Spot(NamedTuple):
    """A field of a template and the way to it, through the first item of each list."""

    template: str
    path: Path
    field: Field


def spots_of(template: str) -> Iterator[Spot]:
    def below(fields: tuple[Field, ...], path: Path) -> Iterator[Spot]:
        for field in fields:
            if field.kind == "either":
                yield from below(field.fields, path)
            elif field.kind == "group":
                yield from below(field.fields, (*path, field.id))
            elif field.kind == "list":
                yield Spot(template, (*path, field.id), field)  # a list may be answered with a sentence
                yield from below(field.fields, (*path, field.id, 0))
            else:
                yield Spot(template, (*path, field.id), field)

    yield from below(load_template(template).sections, ())


SPOTS = [spot for template in TEMPLATES for spot in spots_of(template)]
TEXTS = [spot for spot in SPOTS if spot.field.type in ("prose", "line", "lines")]
PROSE = [spot for spot in TEXTS if spot.field.type == "prose" and spot.field.publish == "replace-names"]


def with_text(spot: Spot, text: str, register: str = REGISTER) -> Report:
    """A report that holds nothing but that text in that place."""
    value: Any = [text] if spot.field.type in ("lines", "codes", "references") else text
    for step in reversed(spot.path[1:]):
        value = [value] if isinstance(step, int) else {step: value}
    return reports.given(register, {str(spot.path[0]): value}, spot.template)


def finished(report: Report, to: str) -> bytes:
    """The published file; `LeakError` as on the command line."""
    published = publish(report, registry.detectors())
    document = compose_published(published)
    refuse_questions(report, published, [text for text, _ in texts_of(document.document.blocks)])
    renderer = registry.renderer(to)
    return finish(document, Wanted(renderer, f"out{renderer.suffix}", None, registry.detectors()), report, published).data


def read_back(data: bytes, to: str) -> list[str]:
    """Every text of the file, codes resolved, folded: small letters, digits and marks."""
    texts = [part.text for part in read_parts(data, registry.renderer(to).suffix)]
    return [fold_word(unquote(unescape(_plain(text)))) for text in texts]


def _plain(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match.group(1), 16)), text)


@cache
def telling(form: Form) -> tuple[str, ...]:
    """Words of the form that nothing else in a published file can hold: no words, labels, initials."""
    labels = {word for entity in LEXICON.entities for word in re.findall("[a-z]+", fold_word(entity.label))}
    return tuple(
        word for word in form.words if len(word) > 3 and not LEXICON.is_ordinary(word) and word not in labels
    )


def left_of(form: Form, data: bytes, to: str) -> list[str]:
    """Where the form is left in the file: its telling words anywhere, else all of it beside the heron."""
    texts = read_back(data, to)
    bare = [re.sub(r"[\W_]+", "", text) for text in texts]
    if telling(form):
        return [text for text, letters in zip(texts, bare, strict=True) if any(word in letters for word in telling(form))]
    words = r"[\W_]*".join(map(re.escape, form.words))
    return [text for text in texts if HERON in text and re.search(rf"(?<![^\W_]){words}(?![^\W_])", text)]


def spelt(form: Form) -> str:
    """The form as somebody would write it, with capitals."""
    return " ".join(word.upper() if len(word) < 3 or any(map(str.isdigit, word)) else word.title() for word in form.words)


def survivors(form: Form, disguise: str, sentence: str, spot: Spot, to: str) -> list[str]:
    """What is left of the form in the finished file; nothing if there is none."""
    hidden = DISGUISES[disguise](spelt(form))
    try:
        data = finished(with_text(spot, sentence.replace("{}", hidden)), to)
    except LeakError:
        return []
    return left_of(form, data, to)


ANY_FORM = st.sampled_from(FORMS)
ANY_DISGUISE = st.sampled_from(sorted(DISGUISES))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ANY_FORM, ANY_DISGUISE, st.sampled_from(SENTENCES), st.sampled_from(SPOTS), st.sampled_from(FORMATS))
def test_a_name_never_survives_anywhere(form: Form, disguise: str, sentence: str, spot: Spot, to: str) -> None:
    if form.is_word and disguise not in KEEPING_CASE:
        disguise = "plain"
    assert survivors(form, disguise, sentence, spot, to) == []
