"""What is asked again and again of the same thing before the next comes is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Known = TypeVar("_Known")


def remember_last(work_out: Callable[[_Thing], _Known]) -> Callable[[_Thing], _Known]:
    """The function, which remembers its answer for the thing that it was asked about last, and for no other.

    Things are told apart by who they are, so they need no hash, and nobody may change one.
    """
    last: tuple[_Thing, _Known] | None = None

    @wraps(work_out)
    def ask(thing: _Thing) -> _Known:
        nonlocal last
        held = last
        if held is None or held[0] is not thing:
            last = held = (thing, work_out(thing))
        return held[1]

    return ask
