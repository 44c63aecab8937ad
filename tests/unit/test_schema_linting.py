"""`schema lint`: every fault with its place, in plain words, with the way out. Each case is a file in tests/cases/schema."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewkit import registry, resources
from reviewkit.errors import InputError
from reviewkit.loading.linting import lint_file
from reviewkit.loading.yaml_reader import read_yaml

CASES = Path(__file__).parents[1] / "cases" / "schema"
CODES = ("RK101", "RK304")


def told(faults: list[InputError]) -> str:
    """One line a fault. Lists of what is known end where they begin: they grow with the schemas."""
    lines = [f"{fault.line}:{fault.column} {fault.message} | {fault.hint}" for fault in faults]
    return "".join(
        line.partition(" known are ")[0] + (" known are …" if " known are " in line else "") + "\n" for line in lines
    )


SHIPPED = [
    os.path.join(folder, file)
    for folder in ("", "phrases", "names", "combinations")
    for file in resources.names(os.path.join("schemas", folder), ".yaml")
]


@pytest.mark.parametrize("file", SHIPPED)
def test_a_shipped_file_has_no_fault(file: str) -> None:
    assert told(lint_file(str(resources.folder("schemas") / file), registry.codes())) == ""


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_a_case_has_the_faults_that_stand_beside_it(case: Path) -> None:
    expected = case.with_suffix(".faults")
    assert told(lint_file(str(case), CODES)) == (expected.read_text("utf-8") if expected.exists() else "")


def test_every_fault_names_its_file_and_a_way_out() -> None:
    for case in CASES.glob("*.yaml"):
        for fault in lint_file(str(case), CODES):
            assert fault.path == str(case)
            assert fault.line > 0 or case.stem == "empty"
            assert fault.hint


def test_without_known_codes_raises_is_not_looked_at() -> None:
    case = str(CASES / "wrong-fields.yaml")
    assert "RK999" in told(lint_file(case, CODES))
    assert "RK999" not in told(lint_file(case))


def test_a_missing_file_is_one_fault(tmp_path: Path) -> None:
    (fault,) = lint_file(str(tmp_path / "none.yaml"))
    assert "no such file" in fault.message


BASES = [
    read_yaml(file.read_text("utf-8"), file.name).value
    for file in (resources.folder("schemas") / "rapid-review.yaml", CASES / "west-marshire-lcspr.yaml", CASES / "every-word.yaml",
                 CASES / "wrong-shared.yaml", CASES / "wrong-codelists.yaml")
]  # fmt: skip
ODD = st.recursive(
    st.sampled_from([None, True, 3, -1, 2.5, "", " ", "words", "review", "status is final", "each child", "2021"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "use", "either", "fields", "add_to", "needs", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def _places(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, inner in steps for place in [(*before, step), *_places(inner, (*before, step))]]


@given(st.sampled_from(BASES), st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_makes_it_fail(tmp_path: Path, base: dict[str, Any], data: st.DataObject) -> None:
    value = json.loads(json.dumps(base))
    for place in data.draw(st.lists(st.sampled_from(_places(value)), min_size=1, max_size=4)):
        holder = value
        for step in place[:-1]:
            holder = holder[step] if isinstance(holder, (dict, list)) and _holds(holder, step) else {}
        if isinstance(holder, (dict, list)) and _holds(holder, place[-1]):
            holder[place[-1]] = data.draw(ODD)
    file = tmp_path / f"{base.get('template', 'other')}.yaml"
    file.write_text(json.dumps(value), "utf-8")
    for fault in lint_file(str(file), CODES):
        assert fault.message
        assert fault.line


def _holds(holder: Any, step: Any) -> bool:
    return step in holder if isinstance(holder, dict) else isinstance(step, int) and step < len(holder)
