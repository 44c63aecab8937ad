"""Named tuples made cheaply are those of `typing` in all that they do."""

from __future__ import annotations

import copy
import pickle
from typing import Any
from typing import NamedTuple as Standard

import pytest

from reviewkit import tuples


class Told(Standard):
    """What typing makes of it."""

    key: str
    place: tuple[int, ...] = ()
    note: str | None = None

    @property
    def loud(self) -> str:
        return self.key.upper()

    def again(self) -> Told:
        return self._replace(key=self.key * 2)


class Made(tuples.NamedTuple):
    """What typing makes of it."""

    key: str
    place: tuple[int, ...] = ()
    note: str | None = None

    @property
    def loud(self) -> str:
        return self.key.upper()

    def again(self) -> Made:
        return self._replace(key=self.key * 2)


class Nothing(tuples.NamedTuple):
    """No field at all."""


class Further(Made):
    """A class below."""

    __slots__ = ()


def seen(made: Any) -> list[Any]:
    """All that can be seen of a class, its name apart."""
    one, other = made("a"), made("b", (1,), note="x")
    return [
        made._fields, made._field_defaults, made.__match_args__, list(made.__annotations__), made.__doc__, made.__mro__[-2:],
        tuple(one), one.key, one.place, one.note, one.loud, tuple(one.again()), other._asdict(), len(other), hash(other),
        other == ("b", (1,), "x"), one < other, tuple(made._make("abc")), repr(other).partition("(")[2],
        type(one.again()) is made, type(copy.copy(one)) is made, pickle.loads(pickle.dumps(other)) == other,  # noqa: S301
        hasattr(one, "__dict__"), made.__new__.__defaults__, made.__module__, made.__name__ == made.__qualname__,
    ]  # fmt: skip


def test_everything_seen_is_the_same() -> None:
    assert seen(Made) == seen(Told)
    assert repr(Made("a")) == repr(Told("a")).replace("Told", "Made")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda made: made(),
        lambda made: made("a", (), None, 1),
        lambda made: made("a", other=1),
        lambda made: made("a", key="b"),
        lambda made: made._make("ab"),
        lambda made: made("a")._replace(other=1),
        lambda made: setattr(made("a"), "key", "b"),
        lambda made: setattr(made("a"), "other", "b"),
    ],
)
def test_what_is_refused_is_the_same(wrong: Any) -> None:
    faults = []
    for made in (Told, Made):
        with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
            wrong(made)
        faults.append((caught.type, str(caught.value).replace("Told", "Made")))
    assert faults[0] == faults[1]


def test_matching_no_fields_and_a_class_below() -> None:
    match Made("a", (1, 2)):
        case Made(key, place):
            assert (key, place) == ("a", (1, 2))
    assert Nothing() == ()
    assert type(Further("a").again()) is Further


def test_a_field_without_a_default_behind_one_with_a_default_is_refused() -> None:
    with pytest.raises(TypeError, match="without a default"):
        type(tuples.NamedTuple)("Wrong", (), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})
