"""A report's own file with something added: it says what it said and the change, and no other byte moved."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.amending.amend import add_items, amended_bytes, set_items, set_value
from reviewkit.errors import InputError
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Path
from tests.conftest import EXAMPLES

DECISIONS: Path = ("publication", "decisions")
ITEM = {"text": "Hearthside", "keep": "yes", "reason": "It is a charity: there is one.", "by": "A. Clerk"}
WRITTEN = '- text: Hearthside\n    keep: yes\n    reason: "It is a charity: there is one."\n    by: A. Clerk\n'.replace(
    "    ", "{}  "
)


def written(indent: str) -> str:
    return indent + WRITTEN.replace("{}", indent)


ADDED = [
    ("after an item", "publication:\n  decisions:\n    - text: A\nnext: 1\n", "    - text: A\n", written("    ")),
    ("dashes under the key", "publication:\n  decisions:\n  - text: A\nnext: 1\n", "  - text: A\n", written("  ")),
    ("a remark at the item's end", "publication:\n  decisions:\n    - text: A # mine\n", "# mine\n", written("    ")),
    ("a remark inside the item", "publication:\n  decisions:\n    - text: A\n      # why\n    # next\n", "# why\n", written("    ")),
    ("blank lines behind", "publication:\n  decisions:\n    - text: A\n\n\nnext: 1\n", "- text: A\n", written("    ")),
    ("a text of lines last", "publication:\n  decisions:\n    - text: |\n        A\n\nb: 1\n", "        A\n", written("    ")),
    ("blank lines that belong to a text", "publication:\n  decisions:\n    - text: |+\n        A\n\nb: 1\n", "A\n\n", written("    ")),
    ("an item in brackets", "publication:\n  decisions:\n    - {text: A}\n", "{text: A}\n", written("    ")),
    ("an item begun below its dash", "publication:\n  decisions:\n    -\n      text: A\n", "text: A\n", written("    ")),
    ("the key missing", "publication:\n  form: full\nnext: 1\n", "form: full\n", "  decisions:\n" + written("    ")),
    ("the key missing, dashes elsewhere", "a:\n- 1\npublication:\n  form: full\n", "full\n", "  decisions:\n" + written("  ")),
    ("the section missing", "a: 1\n# the end\n", "# the end\n", "\npublication:\n  decisions:\n" + written("    ")),
    ("the end of the document marked", "a: 1\n...\n", "a: 1\n", "\npublication:\n  decisions:\n" + written("    ")),
    ("a key without a value", "publication:\n  decisions:\nnext: 1\n", "decisions:\n", written("    ")),
    ("a key without a value, remarked", "publication:\n  decisions: # none\nnext: 1\n", "# none\n", written("    ")),
    ("a section without a value", "publication:\nnext: 1\n", "publication:\n", "  decisions:\n" + written("    ")),
]  # fmt: skip


@pytest.mark.parametrize(("about", "text", "after", "added"), ADDED, ids=[case[0] for case in ADDED])
def test_an_item_is_added(about: str, text: str, after: str, added: str) -> None:
    at = text.index(after) + len(after)
    assert add_items(text, DECISIONS, [ITEM]) == text[:at] + added + text[at:]


CHANGED = [
    ("an empty list", "publication:\n  decisions: []\nb: 1\n", "publication:\n  decisions:\n    - text: A\nb: 1\n"),
    ("an empty list, remarked", "publication:\n  decisions: [] # so\n", "publication:\n  decisions:  # so\n    - text: A\n"),
    ("null", "publication:\n  decisions: ~\n", "publication:\n  decisions:\n    - text: A\n"),
    ("a list in brackets", "publication: {decisions: [{text: B}]}\n", "publication: {decisions: [{text: B}, {text: A}]}\n"),
    ("brackets over lines", "publication:\n  decisions: [\n    {text: B},  # b\n  ]\n", "publication:\n  decisions: [\n    {text: B}, {text: A},  # b\n  ]\n"),
    ("an empty list in brackets", "publication: {decisions: []}\n", "publication: {decisions: [{text: A}]}\n"),
    ("a section in brackets", "publication: {form: full}\n", "publication: {form: full, decisions: [{text: A}]}\n"),
    ("an empty section in brackets", "publication: {}\n", "publication: {decisions: [{text: A}]}\n"),
    ("a key in brackets without a value", "publication: {decisions: , b: c}\n", "publication: {decisions: [{text: A}], b: c}\n"),
    ("a bare key in brackets", "publication: {decisions}\n", "publication: {decisions: [{text: A}]}\n"),
    ("everything in brackets", "{a: 1}\n", "{a: 1, publication: {decisions: [{text: A}]}}\n"),
    ("the section in brackets is missing", "{}", "{publication: {decisions: [{text: A}]}}"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "text", "expected"), CHANGED, ids=[case[0] for case in CHANGED])
def test_what_stands_for_nothing_gives_way(about: str, text: str, expected: str) -> None:
    assert add_items(text, DECISIONS, [{"text": "A"}]) == expected


@pytest.mark.parametrize(
    "text",
    ["publication:\n  decisions: None were needed\n", "publication: none\n", "", "- a\n", "publication:\n  - a\n"],
)
def test_what_is_something_else_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        add_items(text, DECISIONS, [ITEM])
    assert "by hand" in refusal.value.hint


@pytest.mark.parametrize("text", ["a: &x 1\n", "a: &x [1]\npublication: *x\n", "a: !b c\n"])
def test_what_the_reader_refuses_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        add_items(text, DECISIONS, [ITEM])


VALUES = [
    ("people:\n  a:\n    name: X\n    role: child\nb: 1\n", "people:\n  a:\n    name: X\n    role: child\n    published_as: Child K\nb: 1\n"),
    ("people:\n  a: {name: X, role: child}\n", "people:\n  a: {name: X, role: child, published_as: Child K}\n"),
    ("people:\n  a: {name: X,\n    role: child}  # k\n", "people:\n  a: {name: X,\n    role: child, published_as: Child K}  # k\n"),
    ("people:\n  a: {published_as: 'Child B', name: X}\n", "people:\n  a: {published_as: Child K, name: X}\n"),
    ("people:\n  a:\n    published_as: Child B   # drawn\n    name: X\n", "people:\n  a:\n    published_as: Child K   # drawn\n    name: X\n"),
    ("people:\n  a:\n    published_as:   # drawn\n    name: X\n", "people:\n  a:\n    published_as: Child K   # drawn\n    name: X\n"),
    ("people:\n  a:\n    published_as: >-\n      Child\n      B\n    name: X\n", "people:\n  a:\n    published_as: Child K\n    name: X\n"),
    ("people:\n  a:\n    name: X", "people:\n  a:\n    name: X\n    published_as: Child K\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_a_text_is_set(text: str, expected: str) -> None:
    assert set_value(text, ("people", "a", "published_as"), "Child K") == expected


def test_setting_what_stands_there_already_changes_nothing() -> None:
    text = "people:\n  a: {published_as:   'Child B' }\n"
    assert set_value(text, ("people", "a", "published_as"), "Child B") == text
    assert set_items(text, ("people", "list"), []) == text


BEFORE = """publication:
  decisions:
    # the first
    - text: A   # one
      omit: yes
    # the second
    - {text: B, keep: yes}
    - text: C
      # inside
      keep: yes
  planned_on: 2026-02-24
"""


@pytest.mark.parametrize("kept", [(0, 1), (0,), (1, 2), (0, 2), (1,), (), (0, 1, 2)])
def test_items_that_stay_keep_their_bytes(kept: tuple[int, ...]) -> None:
    items = read_yaml(BEFORE, "x").value["publication"]["decisions"]
    text = set_items(BEFORE, DECISIONS, [items[number] for number in kept])
    assert ("- text: A   # one\n      omit: yes\n" in text) == (0 in kept)
    assert ("- {text: B, keep: yes}\n" in text) == (1 in kept)
    assert ("- text: C\n      # inside\n      keep: yes\n" in text) == (2 in kept)
    assert "# the first" in text
    assert text.endswith("  planned_on: 2026-02-24\n")


def test_an_answer_taken_back_leaves_the_file_as_it_was() -> None:
    for text in (BEFORE, BEFORE.replace("\n", "\r\n")):
        items = read_yaml(text, "x").value["publication"]["decisions"]
        assert set_items(set_items(text, DECISIONS, [*items, ITEM]), DECISIONS, items) == text


def test_a_mark_and_windows_line_ends_stay() -> None:
    data = "\ufeffpublication:\r\n  form: full\r\nnext: é\r\n".encode()
    amended = amended_bytes(data, "report.yaml", lambda text: add_items(text, DECISIONS, [{"text": "A"}]))
    assert amended.decode() == "\ufeffpublication:\r\n  form: full\r\n  decisions:\r\n    - text: A\r\nnext: é\r\n"
    assert add_items("\ufeffa: 1", DECISIONS, [ITEM]).startswith("\ufeffa: 1\n\npublication:\n")


def test_a_text_without_its_last_line_end_is_ended_and_no_more() -> None:
    text = "publication:\n  reason: |\n    Because"
    assert read_yaml(add_items(text, DECISIONS, [ITEM]), "x").value["publication"] == {
        "reason": "Because\n",
        "decisions": [ITEM],
    }


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.yaml")))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_examples_take_an_item_and_a_text(name: str, newline: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8").replace("\n", newline)
    added = add_items(text, DECISIONS, [ITEM, ITEM])
    assert one_insertion(text, added)
    assert add_items(added, DECISIONS, [ITEM]) == add_items(text, DECISIONS, [ITEM] * 3)
    assert "\n" not in added.replace(newline, "")
    for key in read_yaml(text, "x").value["register"]["people"]:
        named = set_value(text, ("register", "people", key, "published_as"), "Child K")
        assert read_yaml(named, "x").value["register"]["people"][key]["published_as"] == "Child K"


def one_insertion(old: str, new: str) -> bool:
    """Whether the new text is the old one with a piece put in at one place."""
    differs = (number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    head = next(differs, min(len(old), len(new)))
    # The piece may begin as what follows it does.
    return any(new.endswith(old[at:]) for at in range(head, max(head - 40, -1), -1))


HARD = st.text(max_size=30) | st.sampled_from([
    "yes", "null", "~", "2026-03-14", "010", "- a", "a: b", "a #b", "#a", "a:", "'a'", '"', "|", "{a", "[", "é😀", "a\nb", "a\nb\n",
    "\na", "a\n\n", " a", "a\tb", "a\r\nb", "&a", "*a", "!a", "%a", "@a", "---", "...", "…", "“a”", "Child K", "\x85", "\u2028", "\ufeff",
    "a\n b\n", "true", ":a", "a,b", "<<", "=", "a\n# b\n", "\ud7ff", "1:30", "-", "?", "? a",
])  # fmt: skip
VALUE = HARD | st.booleans() | st.integers(-9, 99) | st.none() | st.lists(HARD, max_size=2)
ITEMS = st.lists(st.dictionaries(HARD.filter(bool), VALUE, min_size=1, max_size=3), max_size=3)
NEAR = st.sampled_from(["", "# near\n", "\n", "\n\n# far\n", "  # in\n", "      # deep\n"])
REST = st.sampled_from(["", "next: 1\n", "next: |\n  é\n\n", "next: [1, 2]\n...\n", "next: >+\n  a\n\n"])
LISTS = st.sampled_from(["", " []", " ~ # nil", " [{a: b}]", " [\n  {a: b},\n  ]", "\n    - a: b\n      c: |\n        é\n", "\n  - a: 'x\n      y'\n  -\n    b: {c: d}",
    "\n    - a: # k\n        - b\n    - c", "\n  - {a: b}\n  # between\n  - c: >-\n      d\n\n      e\n"])  # fmt: skip


def is_plain(items: list[dict[str, Any]]) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in repr(items))


@settings(max_examples=300, deadline=None)
@given(LISTS, NEAR, REST, ITEMS.filter(is_plain), st.tuples(st.sampled_from(["\n", "\r\n"]), st.booleans()))
def test_whatever_is_added_nothing_else_moves(
    held: str, near: str, rest: str, items: list[dict[str, Any]], ends: tuple[str, bool]
) -> None:
    newline, ended = ends
    text = f"# head\na: 1\npublication:\n  form: full\n  decisions:{held}"
    text = f"{text}{'' if text.endswith(chr(10)) else chr(10)}{near}{rest}".replace("\n", newline)
    text = text if ended else text.rstrip("\r\n")
    old = read_yaml(text, "x").value
    new = add_items(text, DECISIONS, items)
    if items and not rest and not ended:  # the last text gains the line end that it lacked
        old = read_yaml(text + newline, "x").value
    wanted = (old["publication"]["decisions"] or []) + items
    assert read_yaml(new, "x").value["publication"]["decisions"] == (wanted or old["publication"]["decisions"])
    empty = old["publication"]["decisions"] in ([], None)
    assert empty or one_insertion(text, new)
    for line in text.split(newline):
        assert line.partition("decisions:")[0] in new
    assert read_yaml(set_items(new, DECISIONS, items[:1]), "x").value["publication"]["decisions"] == (
        items[:1] or ([] if wanted or held == " []" else None)
    )


@settings(max_examples=200, deadline=None)
@given(
    HARD.filter(lambda text: is_plain([{"a": text}])),
    REST,
    st.sampled_from(
        ["{name: A}", "{name: A, published_as: B}", "\n    name: A", "\n    published_as: |\n      B\n    name: A"]
    ),
)
def test_any_text_can_be_set(value: str, rest: str, person: str) -> None:
    text = f"people:\n  a: {person}\n# near\n{rest}"
    new = set_value(text, ("people", "a", "published_as"), value)
    assert read_yaml(new, "x").value["people"]["a"] == {"name": "A", "published_as": value}
    assert new.startswith("people:\n  a: ")
    assert new.endswith(f"\n# near\n{rest}")
