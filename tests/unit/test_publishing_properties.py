"""A name in any form, in any disguise, in any field, in any format: refused, or in no part of what is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviewkit import registry
from reviewkit.anonymising import rewriting
from reviewkit.anonymising.analysing import Analysis
from reviewkit.anonymising.names.lexicon import Form
from reviewkit.anonymising.preparing import prepare
from reviewkit.anonymising.proof import finishing
from reviewkit.anonymising.proof.finishing import Wanted, finish
from reviewkit.anonymising.publishing import publish, refuse_questions
from reviewkit.anonymising.texts.files import TextFile, anonymise_text
from reviewkit.composing.published import compose_published
from reviewkit.composing.texts import texts_of
from reviewkit.errors import LeakError
from reviewkit.inspecting import read_parts
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import read
from reviewkit.loading.reports import load_report
from reviewkit.loading.templates import load_template
from reviewkit.report import Path, Report
from reviewkit.resources import folder
from reviewkit.schema import Field
from tests.conftest import EXAMPLES
from tests.unit import test_anonymising_given as reports
from tests.unit.test_anonymising_forms import FORMS as WRITTEN
from tests.unit.test_anonymising_forms import REGISTER, SECRETS

FORMATS = ("docx", "html", "markdown")
TEMPLATES = ("lcspr", "rapid-review")
HERON = "heron"
"""A word of no template: it finds the sentence again in which a name was planted."""
LEXICON = prepare(reports.given(REGISTER)).lexicon
FORMS = sorted(
    form
    for forms in LEXICON.heads.values()
    for form in forms
    # Bare capitals that abbreviate something else (CO) are nobody's.
    if form.kinds != {"initials"} or "".join(form.words) not in LEXICON.abbreviations
)
SENTENCES = (
    "Then {} saw a heron.", "{} saw a heron.", "The heron was seen by {}.", "The heron of {}", "{}’s heron slept.", "- heron\n- {}\n", "heron ({})",
    "The mother of {} and the heron came.", "# {} and a heron\n\nText.", "> {} said: heron.", "| heron | {} |\n|---|---|\n| {} | 2 |",
    "“{}, a heron!” she said.", "`{}` heron", "    {} heron", "```{}\nheron {}\n```", "[heron](https://www.gov.uk/{})", '[{}](heron.html "{}")',
    "![{}](heron.png)", "heron <!-- {} -->", 'heron <b title="{}">{}</b>', "1. {}\n2. heron", "**{}** heron", "*{}*, *heron*", "~~{}~~ heron",
    "heron[^1]\n\n[^1]: {}", "[heron]\n\n[heron]: https://example.org/{} '{}'", "<https://example.org/heron/{}>", "heron\\\n{}", "heron: {}\n: {}",
    "heron/{}", "heron_{}", "#heron_{}", "the file heron-{}.docx", "heron {}, {}", "THE HERON SAW {} THERE.", "heron,{},heron", "heron {}.{} heron",
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
    "escaped": lambda text: re.sub(r"([!-/:-@])", r"\\\1", text.replace(" ", "&#32;")),
    "comment within": _within("<!-- -->"),
    "tag within": _within("<b></b>"),
    "programs": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
}  # fmt: skip
NOBODY = reports.given(REGISTER)
KEEPING_CASE = frozenset(DISGUISES) - {"small", "capitals"}
WITHIN = frozenset(name for name in DISGUISES if name.endswith(("within", "at its end", "line end", "on a part")))


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
SHOWN = [spot for spot in TEXTS if spot.field.publish in ("keep", "replace-names")]
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
    return finish(
        document, Wanted(renderer, f"out{renderer.suffix}", None, registry.detectors()), report, published
    ).data


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
    return tuple(word for word in form.words if len(word) > 3 and not LEXICON.is_ordinary(word) and word not in labels)


def left_of(form: Form, data: bytes, to: str) -> list[str]:
    """Where the form is left in the file: its telling words anywhere, else all of it beside the heron."""
    texts = read_back(data, to)
    bare = [re.sub(r"[\W_]+", "", text) for text in texts]
    if telling(form):
        return [
            text for text, letters in zip(texts, bare, strict=True) if any(word in letters for word in telling(form))
        ]
    words = r"[\W_]*".join(map(re.escape, form.words))
    return [text for text in texts if HERON in text and re.search(rf"(?<![^\W_]){words}(?![^\W_])", text)]


def spelt(form: Form) -> str:
    """The form as somebody would write it: names with a capital, initials and codes in capitals."""
    if form.kinds == {"initials"}:
        return " ".join(form.words).upper()
    if form.kinds == {"code"}:
        return f"{''.join(form.words[:2])} {''.join(form.words[2:])}".strip().upper()
    return " ".join(
        word.upper() if len(word) < 3 or any(map(str.isdigit, word)) else word.title() for word in form.words
    )


def survivors(form: Form, disguise: str, sentence: str, spot: Spot, to: str) -> list[str]:
    """What is left of the form in the finished file; nothing if there is none."""
    hidden = DISGUISES[disguise](spelt(form))
    try:
        data = finished(with_text(spot, sentence.replace("{}", hidden)), to)
    except LeakError:
        return []
    return left_of(form, data, to)


def fitting(form: Form, disguise: str) -> str:
    """That disguise, or none where it makes something else of the name.

    By small letters alone `grace` is nobody and `no` no house; a short or guessed name is not looked for between marks.
    """
    by_case = form.is_word or form.kinds == {"initials"}
    by_marks = len(form.words[0]) < 5 or form.kinds <= {"headword", "locality", "numbered", "code"}
    apart = (by_case and disguise not in KEEPING_CASE) or (by_marks and disguise in WITHIN)
    return "plain" if apart else disguise


PLANTED = (
    st.sampled_from(FORMS), st.sampled_from(sorted(DISGUISES)), st.sampled_from(SENTENCES), st.sampled_from(FORMATS),
)  # fmt: skip
ALL_SPOTS, ALL_PROSE = st.sampled_from(SPOTS), st.sampled_from(PROSE)
JAYDEN = next(form for form in FORMS if form.words == ("jayden", "okafor"))
NARRATIVE = next(spot for spot in PROSE if spot.path == ("narrative",))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(*PLANTED, ALL_PROSE)
@example(JAYDEN, "emphasis within", SENTENCES[0], "docx", NARRATIVE)
def test_a_name_in_prose_never_survives(form: Form, disguise: str, sentence: str, to: str, spot: Spot) -> None:
    assert survivors(form, fitting(form, disguise), sentence, spot, to) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(*PLANTED, ALL_SPOTS)
def test_a_name_in_any_other_field_never_survives(
    form: Form, disguise: str, sentence: str, to: str, spot: Spot
) -> None:
    """Codes, dates, ages, keys and whole lists too: whatever is written there."""
    assert survivors(form, fitting(form, disguise), sentence, spot, to) == []


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(WRITTEN), st.sampled_from(SENTENCES), st.sampled_from(FORMATS), st.sampled_from(TEXTS))
def test_a_form_as_people_write_it_never_survives(written: str, sentence: str, to: str, spot: Spot) -> None:
    try:
        data = finished(with_text(spot, sentence.replace("{}", written)), to)
    except LeakError:
        return
    letters = [re.sub(r"[\W_]+", "", text) for text in read_back(data, to)]
    assert [secret for secret in SECRETS if any(secret in text for text in letters)] == []


@pytest.fixture
def engine_asleep() -> Iterator[None]:
    """Nothing is replaced and nothing asked."""
    nothing = Analysis(read(""), (), (), (), (), frozenset())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rewriting, "analyse", lambda *_: nothing)
        patch.setattr(rewriting, "detect", lambda *_: ())
        yield


@pytest.mark.usefixtures("engine_asleep")
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(*PLANTED, ALL_PROSE)
def test_the_proof_alone_lets_no_name_pass(form: Form, disguise: str, sentence: str, to: str, spot: Spot) -> None:
    assert survivors(form, fitting(form, disguise), sentence, spot, to) == []


@pytest.mark.usefixtures("engine_asleep")
@pytest.mark.parametrize("to", FORMATS)
def test_what_these_tests_call_a_survivor_is_one(to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without engine and proof every name is found again: the tests above can fail."""
    monkeypatch.setattr(finishing, "prove", lambda *_: ())
    codes = {"programs", "code within", "link within", "comment within", "tag within", "line end"}
    for disguise in sorted(set(DISGUISES) - codes):
        assert survivors(JAYDEN, disguise, SENTENCES[0], NARRATIVE, to), disguise


@pytest.mark.parametrize("to", FORMATS)
def test_a_plain_name_is_published_as_it_should_be(to: str) -> None:
    """Refusing everything would pass the tests above."""
    texts = read_back(finished(with_text(NARRATIVE, "Then Jayden Okafor saw a heron."), to), to)
    assert any("then child b saw a heron." in text for text in texts)


# ---------------------------------------------------------------- Twice is once, and nothing is nothing


def texts_in(report: Report) -> list[str]:
    """Every text of the published document, or none if something is left to decide."""
    published = publish(report, registry.detectors())
    document = compose_published(published).document
    return [] if published.questions() else [text for text, _ in texts_of(document.blocks)]


def again(report: Report, texts: list[str]) -> tuple[list[str], list[str]]:
    """The texts through the engine once more, and what it asks."""
    published = publish(report, registry.detectors())
    return [published.rewrite((text,))[0] for text in texts], [question.told for question in published.questions()]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.tuples(*PLANTED[:3]), min_size=1, max_size=4), st.sampled_from(SHOWN))
def test_a_published_document_published_again_is_the_same(planted: list[tuple[Form, str, str]], spot: Spot) -> None:
    paragraphs = [sentence.replace("{}", DISGUISES[disguise](spelt(form))) for form, disguise, sentence in planted]
    report = with_text(spot, "\n\n".join(paragraphs))
    texts = texts_in(report)
    assert again(report, texts) == (texts, [])


@pytest.mark.parametrize("name", ["lcspr-finished", "rapid-review-finished"])
def test_a_published_example_published_again_is_the_same(name: str) -> None:
    report = load_report(str(EXAMPLES / f"{name}.yaml"))
    texts = texts_in(report)
    assert len(texts) > 100
    assert again(report, texts) == (texts, [])
    page = registry.renderer("markdown").render(compose_published(publish(report)).document, None)
    assert anonymise_text(TextFile(page, ".md"), report) == page


WORDS = sorted(
    word
    for word in (folder("schemas/words") / "english.txt").read_text(encoding="utf-8").split()
    # Names that are written small, and words after which a name of an account follows.
    if word not in LEXICON.heads and word.removesuffix("s") not in LEXICON.heads and not word.startswith("username")
)
KNOWN = (
    "Working Together to Safeguard Children", "the Children Act 1989", "section 47", "section 17 of the Children Act 1989", "the Care Act 2014",
    "the Mental Capacity Act 2005", "the Child Safeguarding Practice Review Panel", "the Human Rights Act", "the Children and Social Work Act 2017",
    "Article 8", "the health visitor", "the social worker", "a GP", "the school nurse", "Mother", "Father", "the Independent Reviewing Officer",
    "the designated doctor", "Children's Services", "the Lead Reviewer", "the MASH", "a police officer", "Child B", "the midwife", "CAMHS",
)  # fmt: skip
WORD = st.sampled_from(WORDS)
PIECES = st.tuples(st.lists(WORD, min_size=2, max_size=6).map(" ".join), st.sampled_from(KNOWN), st.sampled_from(",;:"))
SENTENCE = st.tuples(
    st.lists(PIECES, max_size=3), st.lists(WORD, min_size=2, max_size=5).map(" ".join), st.sampled_from(".?!")
)


def said(sentence: tuple[list[tuple[str, str, str]], str, str]) -> str:
    pieces, rest, end = sentence
    return "The " + "".join(f"{words}, {known}{mark} " for words, known, mark in pieces) + rest + end


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(SENTENCE.map(said), min_size=1, max_size=3).map(" ".join))
def test_a_text_without_an_identifier_comes_back_as_it_was(text: str) -> None:
    assert again(NOBODY, [text]) == ([text], [])


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.lists(SENTENCE.map(said), min_size=1, max_size=3), st.sampled_from(PROSE), st.sampled_from(FORMATS))
def test_a_report_without_an_identifier_is_published_word_for_word(sentences: list[str], spot: Spot, to: str) -> None:
    texts = read_back(finished(with_text(spot, "\n\n".join(sentences)), to), to)
    assert all(any(fold_word(one) in text for text in texts) for one in sentences)
