"""Jinja templates of ours, loaded so that a template has no access to files, code or the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reviewkit import resources

if TYPE_CHECKING:
    from jinja2 import Template


def load_page(
    name: str, filters: dict[str, Callable[..., Any]], finalize: Callable[[Any], Any] | None = None
) -> Template:
    """The template of that name in `templates/`. All text is escaped; `finalize` gets each value before that."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Asks once for each attribute of a type whether it is safe: the answer depends on nothing else."""

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            asked = (type(obj), attr)
            if asked not in known:
                known[asked] = super().is_safe_attribute(obj, attr, value)
            return known[asked]

    known: dict[tuple[type, str], bool] = {}
    environment = Sandbox(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
        loader=FunctionLoader(lambda file: resources.read_text("templates", file)),
    )
    environment.filters.update(filters)
    return environment.get_template(name)
