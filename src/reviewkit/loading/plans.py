"""Derived documents by name or file: `templates/documents/NAME.yaml`, or a partnership's own, which is read strictly."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, cast

from reviewkit import resources
from reviewkit.errors import UsageError
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.plain_values import read_shipped
from reviewkit.loading.plan_faults import FOLDER, SHOWS, lint_plan
from reviewkit.loading.plan_merging import merged
from reviewkit.loading.plan_words import is_yes
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.plans import Column, Grid, Items, Labels, Pairs, Part, Plan, Show, Style, Told
from reviewkit.schema import Template

_SUFFIXES = (".yaml", ".yml")
Raw = Mapping[str, Any]


def plan_names() -> list[str]:
    """The shipped documents' names."""
    return [file.removesuffix(".yaml") for file in resources.names(FOLDER, ".yaml")]


def load_plan(name_or_path: str, folder: str = "", template: Template | None = None) -> Plan:
    """The document of that name: a shipped one, a file `NAME.yaml` in `folder` ("" is the current one), or the file itself.

    In a partnership's own file every field must be one that `template`, the report's, or a shipped one knows; without
    `template` fields are not looked at. Raises `UsageError` for an unknown name (with the nearest known one) and
    `InputError` for the first fault of a file.
    """
    known = plan_names()
    if name_or_path in known:
        return build_plan(read_shipped(FOLDER, f"{name_or_path}.yaml"))
    path = _own(name_or_path, folder)
    if not path:
        raise _unknown(name_or_path, known)
    text = decode(read_file(path), path)
    faults = lint_plan(text, path, known, (template, *_shipped()) if template else ()).all()
    if faults:
        raise faults[0]
    raw = read_yaml(text, path).value
    if base := raw.get("extends"):
        raw = merged(read_shipped(FOLDER, f"{base}.yaml"), raw)
    return build_plan(raw, path)


def build_plan(raw: Raw, file: str = "") -> Plan:
    """A document from its file's plain values, which are right."""
    return Plan(
        name=raw["document"],
        title=_line(raw["title"]),
        about=_line(raw.get("about")),
        templates=tuple(raw["for"]),
        parts=tuple(_part(part) for part in raw.get("parts", ())),
        numbered=is_yes(raw.get("numbered")),
        sheet=_grid(raw["sheet"]) if raw.get("sheet") else None,
        file=file,
    )


def _part(raw: Raw) -> Part:
    return Part(
        id=raw["id"],
        heading=_line(raw["heading"]),
        text=str(raw.get("text") or "").strip(),
        show=tuple(_show(show) for show in raw.get("show") or ()),
        ask=tuple(_line(question) for question in raw.get("ask") or ()),
        otherwise=str(raw.get("otherwise") or "").strip(),
        templates=tuple(raw.get("for", ())),
    )


def _show(raw: Raw) -> Show:
    kind = next(word for word in SHOWS if word in raw)
    templates = tuple(raw.get("for", ()))
    if kind == "field":
        return Told(raw["field"], _line(raw.get("label")), templates)
    if kind == "facts":
        return Pairs(tuple(raw["facts"]), _labels(raw), templates)
    if kind == "table":
        return _grid(raw)
    first, last = _only(raw.get("only"))
    return Items(
        path=raw["list"],
        style=cast("Style", raw.get("as", "bullets")),
        head=tuple(raw.get("head", ())),
        take=tuple(raw.get("take", ())),
        labels=_labels(raw),
        label=_line(raw.get("label")),
        first=first,
        last=last,
        grid=_grid({**raw, "table": ""}) if "columns" in raw else None,
        templates=templates,
    )


def _grid(raw: Raw) -> Grid:
    return Grid(
        path=raw["table"],
        columns=tuple(
            Column(_line(column["title"]), _texts(column.get("take")), _texts(column.get("or")), column.get("width", 1))
            for column in raw["columns"]
        ),
        rows=raw.get("rows", ""),
        caption=_line(raw.get("caption")),
        templates=tuple(raw.get("for", ())),
    )


def _labels(raw: Raw) -> Labels:
    return tuple((path, _line(label)) for path, label in (raw.get("labels") or {}).items())


def _only(written: Any) -> tuple[int, int]:
    """The first and the last item, 0 for the end: `3` is one of them, `1 to 3` are three, `4 on` is all the rest."""
    if written is None:
        return 1, 0
    first, *rest = str(written).split()
    return int(first), 0 if rest == ["on"] else int(rest[-1]) if rest else int(first)


def _texts(written: Any) -> tuple[str, ...]:
    return tuple(written) if isinstance(written, list) else (written,) if written else ()


def _line(written: Any) -> str:
    return " ".join(str(written).split()) if written else ""


def _own(name: str, folder: str) -> str:
    """The path of a partnership's own file; "" if there is none. A path that names one is taken as it is."""
    if name.endswith(_SUFFIXES):
        return name
    if os.path.basename(name) != name:
        return ""
    candidates = (os.path.join(folder, name + suffix) for suffix in _SUFFIXES)
    return next((path for path in candidates if os.path.isfile(path)), "")


def _shipped() -> tuple[Template, ...]:
    from reviewkit.loading.shipped import load_shipped, template_names

    return tuple(load_shipped(name) for name in template_names())


def _unknown(name: str, known: list[str]) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    shown = f" `{name}`" if len(name) <= 40 and name.replace("-", "").replace("_", "").isalnum() else ""
    hint = f"did you mean {near[0]}?" if near else f"the documents are {', '.join(known)}, or a file that ends in .yaml"
    return UsageError(f"there is no document{shown}", hint=hint)
