"""`schemas/codelists.yaml` and `schemas/sources.yaml` as plain values."""

from __future__ import annotations

from functools import cache

from reviewkit.loading.plain_values import read_shipped
from reviewkit.schema import Code, CodeList, Source


def load_codelists() -> dict[str, CodeList]:
    """Every code list by id."""
    raw = read_shipped("schemas", "codelists.yaml")
    return {entry["id"]: _codelist(entry) for entry in raw["codelists"]}


def _codelist(entry: dict[str, object]) -> CodeList:
    values: list[dict[str, str]] = entry["values"]  # type: ignore[assignment]
    codes = {
        str(value["code"]): Code(str(value["code"]), value["label"], value.get("note", ""), value.get("group", ""))
        for value in values
    }
    return CodeList(str(entry["id"]), str(entry["title"]), tuple(entry["source"]), codes)  # type: ignore[arg-type]


@cache
def load_sources() -> dict[str, Source]:
    """Every source by key."""
    raw = read_shipped("schemas", "sources.yaml")
    return {
        entry["key"]: Source(
            entry["key"], entry["title"], entry["publisher"], str(entry["year"]), entry["cite"], entry["read_as"]
        )
        for entry in raw["sources"]
    }
