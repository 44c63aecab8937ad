"""What a later publication would tell beside one that is out already: finer dates, other names, fewer redactions.

Whoever holds both reads them side by side. `publication.published` remembers what each of them said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.anonymising.decisions.deciding import read_decisions
from reviewkit.anonymising.fields import answers
from reviewkit.anonymising.names.entities import Entity
from reviewkit.anonymising.names.labels import KEEP, name_everybody
from reviewkit.errors import LeakError
from reviewkit.language.folding import fold
from reviewkit.report import Path, Report
from reviewkit.tuples import NamedTuple

PUBLISHED: Path = ("publication", "published")
MONTH = "month"
_COARSENESS = {MONTH: 0, "quarter": 1, "season": 1, "year": 2, "relative": 3}
_EQUALS = " = "
_HINT = "publish as before, or say why not with --because; nothing has been written"


class Version(NamedTuple):
    """What one publication said. `labels` are published names by the register's keys; all of it is confidential."""

    number: int
    form: str
    precision: str
    labels: Mapping[str, str]
    redactions: tuple[str, ...]


def refuse_steps_back(report: Report) -> None:
    """Raise `LeakError` if the report, published now, tells more than one of its latest publications."""
    reasons = tuple(dict.fromkeys(steps_back(report)))
    if reasons:
        raise LeakError("a version that is out already would give more away beside this one", reasons, hint=_HINT)


def steps_back(report: Report) -> Iterator[str]:
    """Why the pair would tell more, for the latest publication of each form; nothing of the report's text."""
    entities, _ = name_everybody(report)
    now = version_of(report, entities)
    texts: list[str] = []
    for version in _latest(report):
        before = f"publication {version.number}"
        yield from _finer(now, version, before)
        yield from _renamed(entities, now, version, before)
        if version.redactions and not texts:
            texts += _published_texts(report)
        yield from _dropped(now, version, before, texts)


def version_of(report: Report, entities: tuple[Entity, ...] | None = None, form: str = "") -> Version:
    """What a publication of the report as it stands says."""
    entities = name_everybody(report)[0] if entities is None else entities
    decisions, _ = read_decisions(report)
    precision = report.at("publication", "date_precision")
    return Version(
        number=0,
        form=form,
        precision=precision if isinstance(precision, str) and precision in _COARSENESS else MONTH,
        labels={key_of(entity): entity.label or KEEP for entity in entities if entity.key},
        redactions=tuple(dict.fromkeys(one.text for one in decisions if one.action != "keep")),
    )


def key_of(entity: Entity) -> str:
    """The entry's place in the register: people.child_a."""
    return f"{'people' if entity.sort == 'person' else entity.sort + 's'}.{entity.key}"


def entry_of(version: Version, on: str, file_hash: str, reason: str) -> dict[str, Any]:
    """An item of `publication.published`."""
    written = {
        "on": on,
        "form": version.form,
        "file_hash": file_hash,
        "date_precision": version.precision,
        "pseudonyms": [f"{key}{_EQUALS}{label}" for key, label in version.labels.items()],
        "redactions": list(version.redactions),
        "reason": reason,
    }
    return {key: value for key, value in written.items() if value}


def _latest(report: Report) -> Iterator[Version]:
    """The last entry of each form, as people write them: in the order of publication."""
    last: dict[str, Version] = {}
    for path, item in report.items(*PUBLISHED):
        version = _read(int(path[-1]) + 1, item)
        last[version.form] = version
    yield from last.values()


def _read(number: int, item: Mapping[str, Any]) -> Version:
    pairs = [line.partition(_EQUALS) for line in _lines(item.get("pseudonyms"))]
    precision = item.get("date_precision")
    return Version(
        number,
        str(item.get("form") or ""),
        precision if isinstance(precision, str) and precision in _COARSENESS else MONTH,
        {key.strip(): label.strip() for key, equals, label in pairs if equals},
        tuple(_lines(item.get("redactions"))),
    )


def _lines(written: Any) -> list[str]:
    return [line for line in written if isinstance(line, str)] if isinstance(written, list) else []


def _finer(now: Version, before: Version, what: str) -> Iterator[str]:
    if _COARSENESS[now.precision] < _COARSENESS[before.precision]:
        yield f"dates would be finer than in {what} ({now.precision} after {before.precision})"
    elif now.precision != before.precision and _COARSENESS[now.precision] == _COARSENESS[before.precision]:
        # A quarter and a season overlap in a month or two.
        yield f"dates by {now.precision} beside those by {before.precision} in {what} give the month away"


def _renamed(entities: tuple[Entity, ...], now: Version, before: Version, what: str) -> Iterator[str]:
    by_key = {key_of(entity): entity for entity in entities if entity.key}
    for number, (key, label) in enumerate(before.labels.items(), 1):
        entity, label_now = by_key.get(key), now.labels.get(key, "")
        if label in (KEEP, label_now):
            continue
        if entity is None:
            if label not in now.labels.values():
                yield f"entry {number} of the pseudonyms in {what} stands no longer in the register, which hid it"
        elif label_now == KEEP:
            yield f"{entity.described} had another name in {what}, and would now be named"
        elif entity.sort == "person":
            yield f"{entity.described} had another name in {what}"


def _dropped(now: Version, before: Version, what: str, texts: list[str]) -> Iterator[str]:
    decided = {_folded(text) for text in now.redactions}
    for number, text in enumerate(before.redactions, 1):
        words = _folded(text)
        if words not in decided and any(words in written for written in texts):
            yield f"redaction {number} of {what} is no longer decided, and its words stand in the report"


def _published_texts(report: Report) -> list[str]:
    """The folded texts of all fields that are published; a word stands between blanks."""
    return [
        _folded(text)
        for answer in answers(report)
        if answer.field.publish not in ("withhold", "")
        for text in answer.texts
    ]


def _folded(text: str) -> str:
    return " " + " ".join("".join(mark if mark.isalnum() else " " for mark in fold(text).plane).split()) + " "
