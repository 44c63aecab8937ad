"""Yamale on report files: SCHEMA.yaml and the files. With `--schema FILE` it prints a schema that fits the report.

Yamale has a language of its own, so the schema is drawn from a report: kinds of values and names of fields, no more.
"""

import sys

import yamale
import yaml


def _kind(values: list[object], includes: dict[str, object]) -> str:
    """The schema of whatever all these values are."""
    values = [value for value in values if value is not None]
    if not values:
        return "any(required=False)"
    if all(isinstance(value, dict) for value in values):
        name = f"part{len(includes)}"
        includes[name] = None
        keys = dict.fromkeys(key for value in values for key in value)
        includes[name] = {key: _kind([value.get(key) for value in values], includes) for key in keys}
        return f"include('{name}', required=False)"
    if all(isinstance(value, list) for value in values):
        return f"list({_kind([item for value in values for item in value], includes)}, required=False)"
    kinds = {bool: "bool()", int: "int()", str: "str()"}
    named = {kinds.get(type(value), "any()") for value in values}
    return f"{named.pop()[:-1]}required=False)" if len(named) == 1 else "any(required=False)"


if sys.argv[1] == "--schema":
    with open(sys.argv[2], encoding="utf-8") as file:
        report = yaml.load(file, Loader=yaml.CSafeLoader)
    parts = {}
    top = {key: _kind([value], parts) for key, value in report.items()}
    print(yaml.safe_dump_all([top, *({name: part} for name, part in parts.items())]))
else:
    schema = yamale.make_schema(sys.argv[1])
    for path in sys.argv[2:]:
        yamale.validate(schema, yamale.make_data(path))
