"""Values that were worked out when a wheel was built are those of the very bytes that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit import resources
from reviewkit.loading import compiled
from reviewkit.loading.plain_values import read_shipped, read_values
from tests.conftest import ROOT

SOURCE = b"title: Whitworth \xe2\x80\x93 Okafor\nwords: |\n  no\n  x: y\nnumber: 3\nnothing:\n"
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data as it stands in an installed package, with one file and another value for it than it holds."""
    (tmp_path / "schemas").mkdir()
    file = tmp_path / "schemas" / "some.yaml"
    file.write_bytes(SOURCE)
    (tmp_path / compiled.FILE).write_bytes(compiled.compile_line("schemas/some.yaml", SOURCE, {"compiled": True}))
    monkeypatch.setattr(resources, "ROOT", str(tmp_path))
    compiled._lines.cache_clear()
    yield file
    compiled._lines.cache_clear()


@pytest.mark.usefixtures("packaged")
def test_compiled_values_are_taken() -> None:
    assert read_shipped("schemas", "some.yaml") == {"compiled": True}


@pytest.mark.usefixtures("packaged")
def test_each_reader_gets_values_of_its_own() -> None:
    read_shipped("schemas", "some.yaml")["compiled"] = "changed"
    assert read_shipped("schemas", "some.yaml") == {"compiled": True}


@pytest.mark.parametrize("edited", [SOURCE.replace(b"3", b"4"), SOURCE + b"# a remark\n"])
def test_a_file_that_was_edited_is_read_itself(packaged: Path, edited: bytes) -> None:
    packaged.write_bytes(edited)
    assert read_shipped("schemas", "some.yaml") == read_values(edited.decode())


def test_a_file_that_was_added_is_read_itself(packaged: Path) -> None:
    packaged.with_name("other.yaml").write_bytes(b"title: another")
    assert read_shipped("schemas", "other.yaml") == {"title": "another"}


def test_a_checkout_has_nothing_compiled() -> None:
    assert not (ROOT / compiled.FILE).exists()
    assert compiled.compiled_values("schemas/shared.yaml", (ROOT / "schemas" / "shared.yaml").read_bytes()) is None


@given(values=PLAIN)
def test_values_come_back_as_they_were(values: object) -> None:
    line = compiled.compile_line("schemas/some.yaml", SOURCE, values)
    path, checksum, written = line.split(b" ", 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_lines", lambda: {path: (checksum, written.removesuffix(b"\n"))})
        assert compiled.compiled_values("schemas/some.yaml", SOURCE) == (values,)
    assert len(line.splitlines()) == 1
