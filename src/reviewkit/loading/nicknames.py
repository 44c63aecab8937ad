"""`schemas/nicknames.yaml` → the usual short forms of first names, and other spellings of the same name."""

from __future__ import annotations

from functools import cache

from reviewkit.loading.plain_values import read_shipped
from reviewkit.tuples import NamedTuple


class Nicknames(NamedTuple):
    """By folded first name. `formal` turns `short` round; `spellings` leave the name itself out."""

    short: dict[str, tuple[str, ...]]
    formal: dict[str, tuple[str, ...]]
    spellings: dict[str, tuple[str, ...]]


@cache
def load_nicknames() -> Nicknames:
    """The shipped table."""
    raw = read_shipped("schemas", "nicknames.yaml")
    short = {name: tuple(forms) for name, forms in raw["short"].items()}
    formal: dict[str, tuple[str, ...]] = {}
    for name, forms in short.items():
        for form in forms:
            formal[form] = (*formal.get(form, ()), name)
    spellings: dict[str, tuple[str, ...]] = {}
    for group in raw["spellings"]:
        for name in group:
            spellings[name] = (*spellings.get(name, ()), *(other for other in group if other != name))
    return Nicknames(short, formal, spellings)
