"""Mentions of declared people: leaks, the right person, questions. `--list` names each slip; 1 if a goal is missed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reviewkit.anonymising.analysing import analyse
from reviewkit.anonymising.grammar.editing import Doubt
from reviewkit.anonymising.names.mentions import Mention
from reviewkit.anonymising.preparing import Preparation, prepare
from reviewkit.language.reading import Reading, read
from reviewkit.loading.register import parse_register
from reviewkit.loading.reports import parse_report
from reviewkit.loading.yaml_reader import read_yaml

FILE = Path(__file__).parent / "uk" / "mentions.yaml"
LEAST_RIGHT = 0.98
MOST_QUESTIONS = 0.08
MOST_TRAPS = 0.02


class Mark(NamedTuple):
    """`text` at `start` of the plain sentence means `who`: keys, `family`, `ref`, `ask` or `no`."""

    start: int
    text: str
    who: str


class Outcome(NamedTuple):
    """What became of a mark: right, wrong, asked, leak, touched or untouched; `asked` is the question's own name."""

    kind: str
    mark: Mark
    sentence: str
    register: str
    asked: str = ""


def parse(line: str) -> tuple[str, list[Mark]]:
    """The plain sentence and its marks."""
    plain, marks, last = "", [], 0
    for found in re.finditer(r"\{([^{}]*)\|([a-z+]+)\}", line):
        plain += line[last : found.start()]
        marks.append(Mark(len(plain), found.group(1), found.group(2)))
        plain += found.group(1)
        last = found.end()
    return plain + line[last:], marks


def preparation(group: dict[str, Any]) -> Preparation:
    """The register of a group, ready. Raises SystemExit if it can't be published."""
    report = parse_report("template: lcspr\n", "report.yaml")
    people = read_yaml(group["register"], "register").value
    values = {**report.values, **(group.get("values") or {}), "register": people}
    prepared = prepare(report._replace(values=values, register=parse_register(people)))
    if prepared.reasons:
        sys.exit(f"{group['about']}: {prepared.reasons}")
    return prepared


def outcomes(group: dict[str, Any]) -> Iterator[Outcome]:
    """One outcome for each mark of the group."""
    prepared = preparation(group)
    for line in group["passages"].splitlines():
        sentence, marks = parse(line.replace("⏎", "\n"))
        yield from _of_sentence(sentence, marks, prepared, group["about"])


def _of_sentence(sentence: str, marks: list[Mark], prepared: Preparation, about: str) -> Iterator[Outcome]:
    analysis = analyse(sentence, prepared)
    passage = read(sentence)
    spans = [
        (*passage.folded.span(passage.starts[mention.first], passage.ends[mention.last - 1]), mention)
        for mention in analysis.mentions
        if not mention.is_kept
    ]
    doubts = [_placed(doubt, passage) for doubt in dict.fromkeys(analysis.doubts)]
    for mark in marks:
        end = mark.start + len(mark.text)
        over = [(first, last, mention) for first, last, mention in spans if first < end and last > mark.start]
        whole = not _left(sentence, mark, over)
        doubt = _doubt_of(mark, doubts)
        if mark.who == "no":
            touched = bool(over) or doubt is not None
            yield Outcome("touched" if touched else "untouched", mark, sentence, about, doubt.about if doubt else "")
        elif over:
            right = mark.who != "ask" and whole and all(_means(item[2], mark.who, prepared) for item in over)
            yield Outcome("right" if right else "wrong" if whole else "leak", mark, sentence, about)
        elif doubt:
            yield Outcome("asked", mark, sentence, about, doubt.about)
        else:
            yield Outcome("leak", mark, sentence, about)


def _left(sentence: str, mark: Mark, over: list[tuple[int, int, Mention]]) -> bool:
    """Whether letters of the mark stand outside what is replaced; the `'s` of a possessive may."""
    kept = [
        sentence[place]
        for place in range(mark.start, mark.start + len(mark.text))
        if not any(first <= place < last for first, last, _ in over)
    ]
    return sum(letter.isalnum() for letter in kept) > 1


def _placed(doubt: Doubt, passage: Reading) -> Doubt:
    if doubt.start < 0:
        return doubt
    start, end = passage.folded.span(doubt.start, doubt.end)
    return doubt._replace(start=start, end=end)


def _doubt_of(mark: Mark, doubts: list[Doubt]) -> Doubt | None:
    """The question over the mark's words, or over the sentence as a whole."""
    end = mark.start + len(mark.text)
    return next((one for one in doubts if one.start < 0 or (one.start < end and one.end > mark.start)), None)


def _means(mention: Mention, who: str, prepared: Preparation) -> bool:
    if who == "family":
        return mention.sort == "family"
    if who == "ref":
        return mention.sort == "reference"
    return mention.sort != "family" and {prepared.entities[n].key for n in mention.entities} == set(who.split("+"))


def report(all_: list[Outcome], title: str) -> str:
    """One line of the table."""
    kinds = Counter(outcome.kind for outcome in all_)
    named = [outcome for outcome in all_ if outcome.mark.who != "no"]
    decided = kinds["right"] + kinds["wrong"]
    distinct = {(outcome.register, outcome.asked) for outcome in named if outcome.kind == "asked"}
    owed = sum(outcome.kind == "asked" and outcome.mark.who == "ask" for outcome in named)
    traps = kinds["touched"] + kinds["untouched"]
    return (
        f"| {title} | {len(named)} | {kinds['leak']} | {kinds['right'] / max(1, decided):.1%} of {decided} |"
        f" {kinds['asked']} ({kinds['asked'] / max(1, len(named)):.1%}), {owed} of them owed | {len(distinct)} |"
        f" {kinds['touched']} of {traps} |"
    )


def main() -> int:
    """Print the table; 1 if a goal is missed."""
    groups = read_yaml(FILE.read_text(encoding="utf-8"), "mentions").value
    found = {group["about"]: list(outcomes(group)) for group in groups}
    all_ = [outcome for some in found.values() for outcome in some]
    print("| register | mentions | leaks | right person, of those replaced | asked | distinct | traps touched |")
    print("|---" * 7 + "|")
    for about, some in found.items():
        print(report(some, about))
    print(report(all_, "all"))
    for outcome in all_ if "--list" in sys.argv else ():
        fair = outcome.kind in {"right", "untouched"} or (outcome.kind == "asked" and outcome.mark.who == "ask")
        if not fair:
            print(f"{outcome.kind}: {outcome.mark.text!r} ({outcome.mark.who}): {outcome.sentence!r} {outcome.asked}")
    named = [outcome for outcome in all_ if outcome.mark.who != "no"]
    kinds = Counter(outcome.kind for outcome in all_)
    met = (
        not kinds["leak"]
        and kinds["right"] >= LEAST_RIGHT * (kinds["right"] + kinds["wrong"])
        and kinds["asked"] <= MOST_QUESTIONS * len(named)
    )
    traps = kinds["touched"] + kinds["untouched"]
    return int(not met or kinds["touched"] > MOST_TRAPS * traps)


if __name__ == "__main__":
    sys.exit(main())
