"""The shipped template files → `Template`: shared sections taken in, policies inherited, conditions understood.

They are trusted here: tests hold every one against the strict language in `schema_language`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, cast

from reviewkit import resources
from reviewkit.loading.codelists import load_codelists
from reviewkit.loading.conditions import parse_conditions
from reviewkit.loading.merging import merge_section
from reviewkit.loading.plain_values import read_shipped
from reviewkit.schema import Edition, Field, Kind, Need, Publish, Template


def template_names() -> list[str]:
    """The shipped templates' names: the schema files that begin with `template:`."""
    files = resources.names("schemas", ".yaml")
    return [file.removesuffix(".yaml") for file in files if _is_template(file)]


@cache
def is_shipped(name: str) -> bool:
    """Whether a template of that name is shipped."""
    file = f"{name}.yaml"
    return file in resources.names("schemas", ".yaml") and _is_template(file)


def _is_template(file: str) -> bool:
    return resources.read_text("schemas", file).startswith("template:")


@cache
def load_shipped(name: str) -> Template:
    """The shipped template of that name, read once however many reports use it."""
    return build_template(read_schema(name), load_shared())


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
        editions=tuple(
            Edition(e["id"], e["title"], e.get("note", ""), e.get("lcspr_counts_from", "")) for e in raw["editions"]
        ),
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
