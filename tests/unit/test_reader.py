"""The reader: plain YAML 1.2 with positions, and one clear message for everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.errors import InputError
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.reports import load_report, parse_report
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Position

REFUSED = [
    ("a duplicate key", "a: 1\nb: 2\na: 3\n", 3, 1, "twice"),
    ("a duplicate key deep down", "a:\n  - {b: 1, b: 2}\n", 2, 12, "twice"),
    ("an alias", "a: &x [1]\nb: *x\n", 2, 4, "points to another place"),
    ("billion laughs", "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n", 2, 8, "points to another place"),
    ("a tag", "a: !!python/object:os.system x\n", 1, 4, "tag"),
    ("a tab", "a:\n\t- b\n", 2, 1, "tab"),
    ("a tab after spaces", "a:\n  \tb: c\n", 2, 1, "tab"),
    ("an open quotation", "a: 'x\n", 2, 1, "quotation"),
    ("an open bracket", "a: {b: c\n", 2, 1, "bracket"),
    ("a colon in plain text", "a: b: c\n", 1, 5, "colon"),
    ("a list and a mapping", "- a\nb: c\n", 2, 1, "out of line"),
    ("a key that is a list", "? [a]\n: b\n", 1, 3, "key must be a word"),
    ("two documents", "a: 1\n---\nb: 2\n", 2, 1, "second document"),
    ("a control character", "a: x\x01y\n", 1, 5, "control character"),
    ("brackets without end", "[" * 100_000, 1, 41, "levels deep"),
    ("mappings without end", "".join(f"{' ' * n}a:\n" for n in range(200)), 41, 41, "levels deep"),
    ("a text after the end", "a: 1\n...\nb\n", 3, 1, ""),
]


@pytest.mark.parametrize(("about", "text", "line", "column", "said"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_no_report_needs_is_refused_with_its_place(
    about: str, text: str, line: int, column: int, said: str
) -> None:
    with pytest.raises(InputError) as refusal:
        read_yaml(text, "report.yaml")
    assert said in refusal.value.message
    assert refusal.value.hint
    assert (refusal.value.line, refusal.value.column) == (line, column)


def test_scalars_follow_yaml_1_2_and_numbers_lose_no_digit() -> None:
    text = (
        "a: no\nb: yes\nc: 010\nd: 1e3\ne: ~\nf: true\ng: 2026-03-14\nh: '5'\ni: 0x10\nj: 1:30\nk: .5\nl: NO\nm: -7\n"
    )
    assert read_yaml(text, "x").value == {
        "a": "no", "b": "yes", "c": "010", "d": "1e3", "e": None, "f": True, "g": "2026-03-14", "h": "5",
        "i": "0x10", "j": "1:30", "k": ".5", "l": "NO", "m": -7,
    }  # fmt: skip


def test_a_number_of_absurd_length_stays_text() -> None:
    assert read_yaml("a: " + "9" * 100_000, "x").value == {"a": "9" * 100_000}


def test_every_key_and_value_has_its_place() -> None:
    document = read_yaml("a:\n  - id: R1\n    text: |\n      é😀\n", "x")
    assert document.positions["a", 0] == Position(2, 5, 5, 1)
    assert document.positions["a", 0, "id"] == Position(2, 9, 2, 11)
    assert document.positions["a", 0, "text"].literal
    assert document.keys["a", 0, "text"] == Position(3, 5, 3, 9)


def test_all_places_are_told_in_the_order_of_the_file_and_none_besides() -> None:
    document = read_yaml("a:\n  b: [x, {c: |\n  d: 'e\n    f'\ng: |\n  h\n".replace("{c: |", "{c: y}]"), "x")
    inside: list[tuple[str | int, ...]] = [("a", "b", 0), ("a", "b", 1, "c"), ("a", "b", 1), ("a", "b"), ("a", "d")]
    assert list(document.positions) == [*inside, ("a",), ("g",), ()]
    assert list(document.keys) == [("a",), ("a", "b"), ("a", "b", 1, "c"), ("a", "d"), ("g",)]
    assert (len(document.positions), len(document.keys)) == (8, 5)
    assert document.positions["a", "d"] == Position(3, 6, 4, 7)
    assert document.positions["g",] == Position(5, 4, 7, 1, literal=True)
    for nowhere in (("z",), ("a", 0), ("a", "b", 2), ("a", "b", -1), ("a", "b", "0"), ("a", "d", 0)):
        assert nowhere not in document.positions
        assert nowhere not in document.keys
    assert () not in document.keys


def test_columns_count_letters_not_bytes() -> None:
    assert read_yaml('{"é😀": 1, b: 2}', "x").keys["b",].column == 11


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "Word document"),
        (b"\xd0\xcf\x11\xe0rest", "Word, PDF or RTF"),
        (b"%PDF-1.7", "Word, PDF or RTF"),
        ("a: b".encode("utf-16"), "UTF-16"),
        (b"a: b\nc: caf\xe9\n", "not UTF-8"),
        (b"a: b\x00", "not a text file"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refusal:
        decode(data, "report.yaml")
    assert said in refusal.value.message
    assert refusal.value.hint


def test_the_place_of_a_wrong_byte_is_given() -> None:
    with pytest.raises(InputError) as refusal:
        decode(b"a: b\nc: caf\xe9\n", "report.yaml")
    assert (refusal.value.line, refusal.value.column) == (2, 7)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert decode(b"\xef\xbb\xbfa: b", "x") == "a: b"


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text("template: lcspr")
    (tmp_path / "huge.yaml").write_bytes(b"# \n" * 8_000_000)
    for name, said in (
        ("", "folder"),
        ("reprot.yaml", "no such file"),
        ("huge.yaml", "20 MB"),
        ("a\0b", "can't be read"),
    ):
        with pytest.raises(InputError) as refusal:
            read_file(str(tmp_path / name))
        assert said in refusal.value.message
    with pytest.raises(InputError) as refusal:
        read_file(str(tmp_path / "reprot.yaml"))
    assert "report.yaml" in refusal.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("# only a comment\n", "empty"),
        ("- a\n- b\n", "a list"),
        ("just words\n", "a single text"),
        ("review:\n  title: x\n", "names no template"),
        ("template: lcspor\n", "no template"),
        ("template: [lcspr]\n", "must be a name"),
        ("template: lcspr\nregister: nowhere.yaml\n", "the register's file"),
        ("template: ../../etc/passwd\n", "no template"),
    ],
)
def test_a_file_that_is_no_report(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        parse_report(text, str(tmp_path / "report.yaml"))
    assert said in refusal.value.message
    assert refusal.value.hint


def test_the_nearest_template_is_suggested() -> None:
    with pytest.raises(InputError) as refusal:
        parse_report("# mine\ntemplate: rapid-reveiw\n", "x.yaml")
    assert "rapid-review" in refusal.value.hint
    assert (refusal.value.line, refusal.value.column) == (2, 11)


def test_a_register_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("register:\n  people:\n    mother: {name: Adaeze Nwosu, role: mother}\n")
    (tmp_path / "report.yaml").write_text("template: lcspr\nregister: people.yaml\n")
    report = load_report(str(tmp_path / "report.yaml"))
    assert report.register.people["mother"].name == "Adaeze Nwosu"
    assert report.register_file == str(tmp_path / "people.yaml")
    assert report.positions["register", "people", "mother", "name"].line == 3


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_yaml(text, "x")
    except InputError as refusal:
        assert refusal.message


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decode(data, "x")
    except InputError as refusal:
        assert refusal.hint
