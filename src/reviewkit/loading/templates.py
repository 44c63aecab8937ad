"""A template by its name: a shipped one, or a partnership's overlay, which is read strictly first."""

from __future__ import annotations

import os

from reviewkit.errors import UsageError
from reviewkit.loading.shipped import is_shipped, load_shipped, template_names
from reviewkit.schema import Template


def load_template(name: str, folder: str = "") -> Template:
    """The template of that name: shipped, or an overlay `NAME.yaml` in `folder`.

    Raises `UsageError` for an unknown name (with the nearest known one) and `InputError` for a faulty overlay.
    """
    if is_shipped(name):
        return load_shipped(name)
    path = _overlay_path(name, folder) if folder or name.endswith((".yaml", ".yml")) else ""
    if not path:
        raise unknown_template(name)
    from reviewkit.loading.overlays import load_overlay

    return load_overlay(path)


def unknown_template(name: str) -> UsageError:
    """The message for a template that nobody knows."""
    from difflib import get_close_matches

    known = template_names()
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    shown = f" `{name}`" if len(name) <= 40 and name.replace("-", "").replace("_", "").isalnum() else ""
    hint = f"did you mean {near[0]}?" if near else f"the templates are {', '.join(known)}"
    return UsageError(f"there is no template{shown}", hint=hint)


def _overlay_path(name: str, folder: str) -> str:
    if os.path.basename(name) != name and not name.endswith((".yaml", ".yml")):
        return ""
    candidates = [name] if name.endswith((".yaml", ".yml")) else [os.path.join(folder, f"{name}.yaml")]
    return next((path for path in candidates if os.path.isfile(path)), "")
