"""The wheel, built from the sdist as a release is, carries its data and runs from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from reviewkit.loading.compiled import FILE, compile_line
from reviewkit.loading.plain_values import read_values
from tests.conftest import ROOT

DATA_FOLDERS = ("schemas", "templates", "examples")


def data_files() -> dict[str, bytes]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in DATA_FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT], check=True, capture_output=True
    )
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the wheel; libraries come from the environment of the tests."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    wheel = next(built.glob("*.whl"))
    subprocess.run([python, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", wheel], check=True)
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    Path(site, "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return home / "bin" / "reviewkit"


def test_the_wheel_holds_every_data_file_as_it_is(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        packed = {
            name.removeprefix("reviewkit/_data/"): wheel.read(name)
            for name in wheel.namelist()
            if name.startswith("reviewkit/_data/")
        }
    assert packed.pop(FILE)
    assert packed == data_files()


def test_the_wheel_holds_the_values_of_every_yaml_file_as_they_are(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        lines = wheel.read(f"reviewkit/_data/{FILE}").splitlines(keepends=True)
    read = {path: data for path, data in data_files().items() if path.startswith("schemas/") and path.endswith(".yaml")}
    assert lines == [compile_line(path, data, read_values(data.decode())) for path, data in sorted(read.items())]


def test_the_sdist_holds_what_the_wheel_is_built_from_and_nothing_private(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set(data_files()) <= names
    assert not [name for name in names if name.startswith((".venv", "demo/"))]


def test_the_distribution_has_a_name_of_its_own(built: Path) -> None:
    assert next(built.glob("*.whl")).name.startswith("safeguarding_reviewkit-")


def test_installed_it_reads_no_yaml_of_its_own_and_heeds_what_is_edited(installed: Path) -> None:
    program = """
from reviewkit import resources
from reviewkit.loading import plain_values
from reviewkit.loading.shipped import load_shipped

read = []
def watched(text, read_values=plain_values.read_values):
    read.append(text)
    return read_values(text)

plain_values.read_values = watched
before = load_shipped("lcspr").title
assert not read, "YAML was read although its values are there"
file = resources.folder("schemas") / "lcspr.yaml"
written = file.read_text("utf-8")
assert before in written
file.write_text(written.replace(before, before.swapcase()), "utf-8")
load_shipped.cache_clear()  # another process reads the file anew
try:
    assert load_shipped("lcspr").title == before.swapcase()
finally:
    file.write_text(written, "utf-8")
"""
    done = subprocess.run(
        [installed.parent / "python", "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_installed_it_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([installed, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)

    where = subprocess.run(
        [installed.parent / "python", "-c", "import reviewkit; print(reviewkit.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert str(installed.parent.parent) in where
    assert run("new", "lcspr").returncode == 0
    assert run("check", "lcspr.yaml").returncode == 1
    assert run("schema", "list").stdout.startswith("lcspr")
    toured = run("demo", "tour")
    assert toured.returncode == 0, toured.stderr
    assert (tmp_path / "tour" / "lcspr-published.docx").exists()
