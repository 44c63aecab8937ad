"""Template files → `Template`: shared sections taken in, publish policies inherited, conditions understood.

A shipped template is trusted here (tests hold every one against the strict language in `schema_language`); an overlay
is read strictly first.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, cast

from reviewkit import resources
from reviewkit.errors import InputError, UsageError
from reviewkit.loading.codelists import load_codelists
from reviewkit.loading.conditions import parse_conditions
from reviewkit.loading.merging import merge_section
from reviewkit.loading.plain_values import read_shipped
from reviewkit.schema import Edition, Field, Kind, Need, Publish, Template


def template_names() -> list[str]:
    """The shipped templates' names: the schema files that begin with `template:`."""
    return [name.removesuffix(".yaml") for name in resources.names("schemas", ".yaml") if _is_template(name)]


def _is_template(file: str) -> bool:
    return resources.read_text("schemas", file).startswith("template:")


def load_template(name: str, folder: str = "") -> Template:
    """The template of that name: shipped, or an overlay `NAME.yaml` in `folder`.

    Raises `UsageError` for an unknown name (with the nearest known one) and `InputError` for a faulty overlay.
    """
    if f"{name}.yaml" in resources.names("schemas", ".yaml") and _is_template(f"{name}.yaml"):
        return build_template(read_schema(name), load_shared())
    if folder or name.endswith((".yaml", ".yml")):
        path = _overlay_path(name, folder)
        if path:
            from reviewkit.loading.overlays import load_overlay

            return load_overlay(path)
    raise unknown_template(name)


def unknown_template(name: str) -> UsageError:
    """The message for a template that nobody knows."""
    from difflib import get_close_matches

    known = template_names()
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    shown = f" `{name}`" if len(name) <= 40 and name.replace("-", "").replace("_", "").isalnum() else ""
    hint = f"did you mean {near[0]}?" if near else f"the templates are {', '.join(known)}"
    return UsageError(f"there is no template{shown}", hint=hint)


def read_schema(name: str) -> dict[str, Any]:
    """A shipped schema file as plain values."""
    return cast("dict[str, Any]", read_shipped("schemas", f"{name}.yaml"))


def load_shared() -> dict[str, Any]:
    """`shared.yaml`: sections by id under `shared`, register and waivers under `reserved`."""
    raw = read_schema("shared")
    return {"shared": {section["id"]: section for section in raw["shared"]}, "reserved": raw["reserved"]}


def build_template(raw: Mapping[str, Any], shared: Mapping[str, Any], *, extends: str = "", file: str = "") -> Template:
    """A template from its file's plain values and the shared sections that it uses."""
    sections = [merge_section(section, shared["shared"]) for section in raw["sections"]]
    return Template(
        name=raw["template"],
        title=raw["title"],
        subtitle=raw.get("subtitle", raw["title"]),
        abbreviation=raw.get("abbreviation", ""),
        editions=tuple(Edition(e["id"], e["title"], e.get("note", "")) for e in raw["editions"]),
        sections=tuple(build_field(section) for section in sections),
        reserved=tuple(build_field(block) for block in shared["reserved"]),
        codelists=load_codelists(),
        length=_band(raw.get("length")),
        extends=extends,
        file=file,
    )


def build_field(raw: Mapping[str, Any], publish: Publish = "") -> Field:
    """One section or field with all that it holds. `publish` is what holds where it sets none."""
    publish = raw.get("publish", publish)
    kind, inner = _kind(raw)
    need: Need = raw.get("need", "may")
    when = raw.get("when")
    return Field(
        id=raw.get("id", ""),
        label=raw.get("title") or raw.get("label", ""),
        kind=kind,
        type=raw.get("type", ""),
        need=need,
        need_by_edition=raw.get("need_by_edition", {}),
        guidance=_one_line(raw.get("guidance")),
        example=str(raw.get("example", "")).strip(),
        source=tuple(raw.get("source", ())),
        raises=raw.get("raises", ""),
        publish=publish,
        audience=raw.get("audience", ""),
        when=parse_conditions(when) if when else (),
        codes=raw.get("codes", ""),
        to=raw.get("to", ""),
        fields=tuple([build_field(field, publish) for field in inner]),
        length=_band(raw.get("length")),
        at_most=raw.get("at_most", 0),
        or_none=raw.get("or_none") in ("yes", True),
        if_unknown=raw.get("if_unknown", ""),
        one_for=raw.get("one_for", ""),
        or_register=raw.get("or_register", ""),
        headed_by=tuple(raw.get("headed_by", ())),
        show=raw.get("show", ""),
    )


def _kind(raw: Mapping[str, Any]) -> tuple[Kind, Iterable[Mapping[str, Any]]]:
    if "type" in raw:
        return "value", ()
    if "items" in raw:
        return "list", raw["items"]
    if "either" in raw:
        return "either", raw["either"]
    if "keyed" in raw:
        return "keyed", raw["keyed"]
    return "group", raw["fields"]


def _band(written: Any) -> tuple[int, int] | None:
    return (written[0], written[1]) if written else None


def _one_line(written: Any) -> str:
    return " ".join(str(written).split()) if written else ""


def _overlay_path(name: str, folder: str) -> str:
    if os.path.basename(name) != name and not name.endswith((".yaml", ".yml")):
        return ""
    candidates = [name] if name.endswith((".yaml", ".yml")) else [os.path.join(folder, f"{name}.yaml")]
    return next((path for path in candidates if os.path.isfile(path)), "")


__all__ = [
    "InputError",
    "build_field",
    "build_template",
    "load_shared",
    "load_template",
    "read_schema",
    "template_names",
]
