"""The finished examples are published in every format, and refused as soon as something that identifies is planted."""

from __future__ import annotations

from functools import cache

import pytest

from reviewkit import registry
from reviewkit.anonymising.proof.proving import prove
from reviewkit.anonymising.publishing import publish
from reviewkit.composing.published import compose_published
from reviewkit.inspecting import read_parts
from reviewkit.loading.reports import load_report
from reviewkit.report import Report
from reviewkit.resources import folder
from tests.unit.test_anonymising_given import given

EXAMPLES = ("lcspr-finished", "rapid-review-finished")
PLANTED = (
    "His NHS number is 999 000 0018.", "They live at ZZ99 3WZ.", "Ring 01632 960123.", "Write to a@example.org.",
    "Her number is QQ 12 34 56 C.", "He came on the 14th.", "He was born on 3 May 2025.", "It was 14 February 2024.",
    "Юля came.", "See 02.03.24.",
)  # fmt: skip


@cache
def example(name: str) -> Report:
    return load_report(str(folder("examples") / f"{name}.yaml"))


def reasons(report: Report, to: str) -> tuple[tuple[str, ...], str]:
    published = publish(report, registry.detectors())
    renderer = registry.renderer(to)
    data = renderer.render(compose_published(published).document, None)
    found = prove(data, renderer.suffix, report, published, f"published{renderer.suffix}")
    return found, "\n".join(part.text for part in read_parts(data, renderer.suffix))


@pytest.mark.parametrize("to", ["docx", "html", "markdown"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_finished_example_is_published(name: str, to: str) -> None:
    report = example(name)
    found, text = reasons(report, to)
    assert found == ()
    hidden = [person for person in report.register.people.values() if person.published_as != "keep"]
    assert not any(person.name.split()[-1] in text or person.born in text for person in hidden if person.born)
    assert all(person.published_as in text for person in hidden if person.role == "child")


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_identifier_is_refused(planted: str) -> None:
    report = example("rapid-review-finished")
    decision = {**report.values["decision"], "rationale": f"{report.values['decision']['rationale']}\n{planted}"}
    found, _text = reasons(report._replace(values={**report.values, "decision": decision}), "markdown")
    assert found
    assert "Decision" in found[0]
    assert not any(secret in line for line in found for secret in ("999", "SW1A", "example.org", "1632", "Юля"))


def published_with(text: str, to: str) -> tuple[str, ...]:
    register = "people:\n  a: {name: May Young, role: child, born: 2021-05-01, published_as: Child K}\n"
    return reasons(given(register, {"narrative": text}), to)[0]


@pytest.mark.parametrize("to", ["docx", "html", "markdown"])
@pytest.mark.parametrize("text", ["April 2024 was dry.", "Young people came.", "May she be heard."])
def test_a_paragraphs_number_is_no_part_of_its_sentence(text: str, to: str) -> None:
    assert published_with(text, to) == ()


@pytest.mark.parametrize("name", ["taydens.docx", "Nwadike2.docx", "mynwadike.docx"])
def test_a_file_name_with_a_name_in_a_longer_word_is_refused(name: str) -> None:
    report = example("lcspr-finished")
    published = publish(report)
    data = registry.renderer("docx").render(compose_published(published).document, None)
    assert [reason.partition(":")[0] for reason in prove(data, ".docx", report, published, name)] == ["file name"]
