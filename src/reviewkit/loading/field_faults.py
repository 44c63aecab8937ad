"""Faults of sections and fields beyond their words: what fits together, what they name, what a shipped one owes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewkit.loading.condition_faults import Known, judge_conditions
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.nodes import HOLDERS, Node, members_of
from reviewkit.report import Path

RESERVED_KEYS = ("template", "edition", "register", "waivers")
_HOLDING = ("type", *HOLDERS)
_NEEDS_CODES = ("code", "codes", "checklist")
_REFERENCES = ("reference", "references")
_TEXTS = ("line", "lines", "prose", "owner", "date", "approximate-date", "age")
# Where a word has a meaning: types of a value, or the word that holds its fields.
_FITS: Mapping[str, tuple[str, ...]] = {
    "codes": _NEEDS_CODES,
    "to": _REFERENCES,
    "length": ("prose", "line", "items"),
    "if_unknown": _TEXTS,
    "or_register": ("date",),
    "at_most": ("items",),
    "or_none": ("items",),
    "one_for": ("items",),
    "headed_by": ("items", "keyed"),
    "show": ("items",),
}
_WHERE: Mapping[str, str] = {
    "codes": "`type: code`, `codes` or `checklist`",
    "to": "`type: reference` or `references`",
    "length": "prose",
    "if_unknown": "text, dates and ages",
    "or_register": "`type: date`",
    "at_most": "lists (`items:`)",
    "or_none": "lists (`items:`)",
    "one_for": "lists (`items:`)",
    "headed_by": "lists (`items:`) and `keyed:`",
    "show": "lists (`items:`)",
}


def judge_tree(section: Node, sections: Sequence[Node], known: Known, faults: Faults) -> None:
    """Adds the faults of a section and of all that it holds. What a `use:` brings in is judged where it is written."""
    for node, neighbours in _all_of(section, sections):
        judge_conditions(node, neighbours, known, faults)
        if node.own:
            _judge_node(node, known, faults)
        _judge_ids(node, faults)


def _all_of(section: Node, sections: Sequence[Node]) -> Iterator[tuple[Node, Sequence[Node]]]:
    yield section, sections
    yield from section.walk()


def _judge_node(node: Node, known: Known, faults: Faults) -> None:
    _judge_holding(node, faults)
    _judge_fit(node, faults)
    _judge_names(node, known, faults)
    _judge_numbers(node, faults)
    if "either" in node.raw:
        _judge_alternatives(node, faults)


def _judge_holding(node: Node, faults: Faults) -> None:
    holding = [word for word in _HOLDING if word in node.raw]
    if not holding:
        faults.add(node.at, "it is not said what this holds", "write one of `type:`, `fields:`, `items:` or `keyed:`")
    for word in holding[1:]:
        faults.add(
            (*node.at, word),
            f"`{word}:` stands beside `{holding[0]}:`",
            "a field holds one thing: keep one of them",
            key=True,
        )


def _judge_fit(node: Node, faults: Faults) -> None:
    what = node.text("type") or next((word for word in HOLDERS if word in node.raw), "")
    for word, where in _FITS.items():
        if what and word in node.raw and what not in where:
            faults.add(
                (*node.at, word), f"`{word}:` has no meaning here", f"it belongs to {_WHERE[word]}; remove it", key=True
            )
    for word, kinds in (("codes", _NEEDS_CODES), ("to", _REFERENCES)):
        if node.text("type") in kinds and word not in node.raw:
            faults.add((*node.at, "type"), f"`type: {node.text('type')}` needs `{word}:`", f"add `{word}: …` beside it")


def _judge_names(node: Node, known: Known, faults: Faults) -> None:
    codes = node.text("codes")
    if codes and codes not in known.codelists:
        faults.add((*node.at, "codes"), f"there is no code list `{codes}`", nearest(codes, sorted(known.codelists)))
    for number, key in node.texts("source"):
        if key not in known.sources:
            faults.add((*node.at, "source", number), f"there is no source `{key}`", nearest(key, sorted(known.sources)))
    judge_code(node.text("raises"), (*node.at, "raises"), known, faults)
    judge_editions(node.raw.get("need_by_edition"), node.at, known, faults)
    ids = [inner.text("id") for inner in node.members]
    for number, key in node.texts("headed_by"):
        if ids and key not in ids:
            faults.add((*node.at, "headed_by", number), f"its items have no field `{key}`", nearest(key, ids))
    if node.text("one_for") and ids and "person" not in ids:
        faults.add(
            (*node.at, "one_for"), "its items don't say for whom they are", "give them a field with `id: person`"
        )


def judge_code(code: str, at: Path, known: Known, faults: Faults) -> None:
    """Adds a fault if no rule has that code."""
    if code and known.codes is not None and code not in known.codes:
        faults.add(at, f"there is no rule {code}", nearest(code, sorted(known.codes), "`reviewkit explain` lists them"))


def judge_editions(written: object, at: Path, known: Known, faults: Faults) -> None:
    """Adds a fault for each edition in `need_by_edition` that the template doesn't have."""
    for edition in written if isinstance(written, Mapping) else ():
        if edition not in known.editions:
            place = (*at, "need_by_edition", edition)
            faults.add(
                place, f"there is no edition `{edition}`", nearest(str(edition), sorted(known.editions)), key=True
            )


def _judge_numbers(node: Node, faults: Faults) -> None:
    judge_band(node.raw.get("length"), (*node.at, "length"), faults)


def judge_band(written: object, at: Path, faults: Faults) -> None:
    """Adds a fault if a length runs from more to less."""
    if isinstance(written, list) and len(written) == 2 and all(type(end) is int for end in written):
        low, high = written
        if low >= high:
            faults.add(at, f"this length runs from {low} to {high}", f"write the smaller number first: [{high}, {low}]")


def _judge_alternatives(node: Node, faults: Faults) -> None:
    for inner in node.children:
        if "either" in inner.raw:
            faults.add(
                (*inner.at, "either"), "an `either:` inside an `either:`", "name all alternatives in one list", key=True
            )
        words = ["need", "need_by_edition", "when", *([] if "one_for" in inner.raw else ["raises"])]
        for word in words:
            if word in inner.raw:
                message = f"`{word}:` has no meaning for one of several alternatives"
                faults.add((*inner.at, word), message, f"put `{word}:` beside `either:`", key=True)


def _judge_ids(node: Node, faults: Faults) -> None:
    if "either" not in node.raw:
        judge_unique(members_of(node.children), faults)


def judge_unique(nodes: Sequence[Node], faults: Faults) -> None:
    """Adds a fault for each id that stands twice among neighbours."""
    seen: set[str] = set()
    for node in nodes:
        key = node.text("id")
        if key and key in seen and node.own:
            faults.add((*node.at, "id"), f"the id `{key}` stands twice among these fields", "rename one of them")
        seen.add(key)
