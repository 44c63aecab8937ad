"""What every rule and demand keeps to, so that what people read is of one kind."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewkit import registry
from reviewkit.loading.codelists import load_sources
from reviewkit.loading.phrases import load_phrase_lists
from reviewkit.loading.shipped import template_names
from reviewkit.loading.templates import load_template
from reviewkit.schema import Field

CODES = list(registry.codes())
SOURCE = Path(registry.__file__).parent


def _module(code: str) -> Path:
    return SOURCE.joinpath(*registry.codes()[code].split(".")[1:]).with_suffix(".py")


def _raised_by(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        if field.raises:
            yield field.raises
        yield from _raised_by(field.fields)


@pytest.mark.parametrize("code", CODES)
def test_a_file_is_named_by_its_code_and_name(code: str) -> None:
    words = registry.words(code)
    assert words.code == code
    assert _module(code).stem == f"{code.lower()}_{words.name.replace('-', '_')}"


@pytest.mark.parametrize("code", CODES)
def test_a_file_opens_with_what_it_finds_as_a_sentence(code: str) -> None:
    docstring = ast.get_docstring(ast.parse(_module(code).read_text(encoding="utf-8")))
    first = (docstring or "").splitlines()[0]
    assert first[:1].isupper()
    assert first.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_every_source_is_a_document_of_the_list(code: str) -> None:
    sources = registry.words(code).source
    assert sources
    assert set(sources) <= set(load_sources())


@pytest.mark.parametrize("code", CODES)
def test_a_fix_can_follow_the_word_fix(code: str) -> None:
    fix = registry.words(code).fix
    assert fix[:1].islower()
    assert not fix.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_finding_and_reason_are_whole_sentences(code: str) -> None:
    words = registry.words(code)
    assert re.search(r"\{(label|place)\}", words.finding)
    assert words.finding.endswith((".", "?"))
    assert words.why[:1].isupper() or words.why[:1] == "“"
    assert words.why.endswith(".")


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("RK0")])
def test_what_stops_a_report_from_being_read_cannot_be_waived(code: str) -> None:
    assert not registry.words(code).waivable


def test_every_code_that_a_schema_raises_has_words() -> None:
    raised: set[str] = set()
    for name in template_names():
        template = load_template(name)
        raised.update(_raised_by((*template.sections, *template.reserved)))
    assert raised
    assert raised <= set(CODES)


def test_every_code_that_the_checker_raises_has_words() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in (SOURCE / "checking").glob("*.py"))
    assert set(re.findall(r'"(RK\d{3})"', sources)) <= set(CODES)


@pytest.mark.parametrize("code", sorted(registry.rule_codes()))
def test_no_hit_is_graver_than_its_rule(code: str) -> None:
    """A document is made without asking rules that only warn."""
    if registry.words(code).severity != "error":
        assert '"error"' not in _module(code).read_text(encoding="utf-8")


def test_no_phrase_is_an_error() -> None:
    """A document is made without looking for them."""
    raised = {one.raises for one in load_phrase_lists() if one.raises}
    assert raised
    assert all(registry.words(code).severity != "error" for code in raised)
