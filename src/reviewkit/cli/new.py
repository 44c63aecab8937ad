"""`reviewkit new`: a commented report to fill."""

from __future__ import annotations

import os

import click

from reviewkit.cli import terminal, writing


@click.command(short_help="Start a report, guidance beside every field.")
@click.argument("template")
@click.argument("path", required=False)
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, help="Fill a field at once; KEY=- asks for it.")
@click.option("--force", is_flag=True, help="Overwrite PATH if it exists.")
def new(template: str, path: str | None, settings: tuple[str, ...], force: bool) -> None:
    """Start a report: a YAML file with guidance beside every field.

    TEMPLATE is rapid-review or lcspr. PATH is TEMPLATE.yaml in this folder if left out; - prints.
    """
    from reviewkit import api

    started = api.new_report(template, _settings(template, settings))
    target = path or f"{os.path.basename(started.template.name)}.yaml"
    if target == "-":
        writing.write("-", started.text.encode("utf-8"))  # to be saved: UTF-8 whatever the terminal speaks
        return
    _refuse_to_overwrite(target, force=force)
    writing.write(target, started.text.encode("utf-8"))
    beside = os.path.join(os.path.dirname(target), started.schema_name)
    writing.write(beside, api.editor_schema(started.template).encode("utf-8"))
    terminal.say(f"{target}: {started.template.title}, {len(started.template.sections)} sections to fill.")
    terminal.say(f"Editors that know YAML read {started.schema_name} beside it and complete as you type.")
    terminal.say(f"Next: write, and run `reviewkit check {target}` as often as you like.")


def _refuse_to_overwrite(target: str, *, force: bool) -> None:
    from reviewkit.errors import OutputError

    if os.path.isdir(target):
        raise OutputError(f"{target} is a folder", hint=f"name the file: {os.path.join(target, 'report.yaml')}")
    if os.path.lexists(target) and not force:
        raise OutputError(f"{target} exists already", hint="choose another name, or --force to overwrite it")


def _settings(template: str, written: tuple[str, ...]) -> list[tuple[str, str]]:
    from reviewkit.errors import UsageError
    from reviewkit.loading.templates import load_template
    from reviewkit.scaffolding.settings import is_withheld

    settings: list[tuple[str, str]] = []
    for entry in written:
        key, equals, value = entry.partition("=")
        if not equals:
            raise UsageError("`--set` needs KEY=VALUE", hint="such as --set review.status=draft")
        if value == "-":
            value = click.prompt(key, err=True)
        elif is_withheld(load_template(template, "."), key):
            # What is never published has no place in a shell's history either.
            raise UsageError(f"`{key}` is confidential", hint=f"write --set {key}=- and answer when asked")
        settings.append((key, value))
    return settings
