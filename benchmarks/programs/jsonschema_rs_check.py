"""A script as somebody would write it around jsonschema-rs: SCHEMA.json and report files; says how many errors it found."""

import json
import sys

import jsonschema_rs
import yaml


class Loader(yaml.CSafeLoader):
    """Reads dates and `yes` as texts, as YAML 1.2 does and as the schema wants them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":timestamp", ":bool"))]
    for first, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema_rs.validator_for(json.load(file))
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        report = yaml.load(file, Loader=Loader)  # noqa: S506  a safe loader with less
    print(path, sum(1 for _ in validator.iter_errors(report)))
