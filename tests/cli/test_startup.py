"""Start-up is designed: what a command doesn't need is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

HEAVY = {
    "pydantic", "holidays", "markdown_it", "docx", "lxml", "jinja2", "phonenumbers", "importlib.metadata",
    "importlib.resources", "asyncio", "reviewkit.composing", "reviewkit.renderers",
}  # fmt: skip


def imported(arguments: list[str], folder: Path) -> set[str]:
    program = (
        "import sys\nfrom reviewkit.cli.app import cli as group\nfrom reviewkit.cli.ending import run\n"
        f"run(group, {arguments!r})\nsys.stderr.write('\\n'.join(['MODULES', *sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.partition("MODULES\n")[2].splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", str(EXAMPLES / "lcspr-finished.yaml")],
        ["check", str(EXAMPLES / "lcspr-unfinished.yaml"), "--format", "json"],
        ["new", "lcspr", "-"],
        ["explain", "RK304"],
    ],
    ids=lambda arguments: " ".join(Path(part).name for part in arguments),
)
def test_nothing_heavy_is_imported(arguments: list[str], tmp_path: Path) -> None:
    assert imported(arguments, tmp_path) & HEAVY == set()


def test_help_imports_next_to_nothing_beyond_click(tmp_path: Path) -> None:
    ours = {name for name in imported(["--help"], tmp_path) if name.startswith("reviewkit")}
    assert {name for name in ours if not name.startswith("reviewkit.cli")} <= {
        "reviewkit", "reviewkit.errors", "reviewkit.resources", "reviewkit.tuples"
    }  # fmt: skip


def test_only_the_command_that_is_called_is_imported(tmp_path: Path) -> None:
    modules = imported(["new", "lcspr", "-"], tmp_path)
    others = {"reviewkit.cli.check", "reviewkit.cli.render", "reviewkit.api.checking", "reviewkit.registry", "difflib"}
    assert modules & others == set()


def test_every_use_case_is_found_where_it_is_said_to_be() -> None:
    from reviewkit import api

    assert {name for names in api._HOMES.values() for name in names} == set(api.__all__)
    assert all(getattr(api, name).__name__ == name for name in api.__all__)
    with pytest.raises(AttributeError, match="no attribute"):
        _ = api.check


def test_a_misspelt_command_is_still_guessed(tmp_path: Path) -> None:
    assert "reviewkit.cli.check" in imported(["chekc"], tmp_path)


def test_a_demand_is_imported_only_to_speak(tmp_path: Path) -> None:
    modules = imported(["check", str(EXAMPLES / "lcspr-finished.yaml")], tmp_path)
    assert not [name for name in modules if name.startswith("reviewkit.demands.")]


def test_what_judges_data_and_changes_ages_is_not_imported_to_find_what_identifies(tmp_path: Path) -> None:
    modules = imported(["check", str(EXAMPLES / "lcspr-finished.yaml")], tmp_path)
    assert "reviewkit.anonymising.combinations.groups" in modules
    assert modules & {"difflib", "reviewkit.loading.faults", "reviewkit.anonymising.dates.ages"} == set()


def test_a_rapid_review_of_which_nothing_goes_out_pays_for_no_detector(tmp_path: Path) -> None:
    modules = imported(["check", str(EXAMPLES / "rapid-review-finished.yaml")], tmp_path)
    assert not [name for name in modules if name.startswith(("reviewkit.detectors", "reviewkit.anonymising.names"))]
