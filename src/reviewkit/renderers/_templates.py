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

    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
        loader=FunctionLoader(lambda file: resources.read_text("templates", file)),
    )
    environment.filters.update(filters)
    return environment.get_template(name)
