"""`when:` of a template, from words to a `Condition`."""

from __future__ import annotations

from typing import Any, Literal

from reviewkit.schema import Condition

_GIVEN = (" is given", " is missing")


def parse_conditions(written: Any) -> tuple[Condition, ...]:
    """One condition, or a list of which any may hold. Raises `ValueError` for what can't be understood."""
    if written is None:
        return ()
    if isinstance(written, list):
        return tuple(parse_condition(item) for item in written)
    return (parse_condition(written),)


def parse_condition(written: Any) -> Condition:
    """`review.status is one of final, published` and its kin."""
    text = " ".join(str(written).split())
    if text.endswith(" is given"):
        return Condition(_path(text.removesuffix(" is given")), "is given", (), text)
    if text.endswith(" is missing"):
        return Condition(_path(text.removesuffix(" is missing")), "is missing", (), text)
    left, found, right = text.partition(" is ")
    if not found or not right:
        raise ValueError(
            f"`{text}` is no condition: write FIELD is X, FIELD is not X, FIELD is one of X, Y or not one of X, Y"
        )
    test: Literal["is", "is not"] = "is not" if right.startswith("not ") else "is"
    answer = right.removeprefix("not ")
    if answer.startswith("one of "):
        values = tuple(value.strip() for value in answer.removeprefix("one of ").split(","))
        return Condition(_path(left), test, values, text)
    if right.startswith("at least "):
        return Condition(_path(left), "is at least", (_years(right),), text)
    return Condition(_path(left), test, (answer.strip(),), text)


def _years(right: str) -> str:
    number = right.removeprefix("at least ").removesuffix(" years").strip()
    if not number.isdigit():
        raise ValueError(f"`{right}`: write is at least 10 years")
    return number


def _path(written: str) -> tuple[str, ...]:
    return tuple(written.strip().split("."))
