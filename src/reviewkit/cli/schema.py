"""`reviewkit schema`: the templates themselves."""

from __future__ import annotations

from typing import Any

import click

from reviewkit.cli import terminal, writing


@click.group(short_help="Look at the templates, export them, check an overlay.")
def schema() -> None:
    """Look at the templates, print them, export them for editors, check an overlay of your own."""


@schema.command("list")
def list_templates() -> None:
    """List the templates."""
    from reviewkit.loading.shipped import template_names
    from reviewkit.loading.templates import load_template

    for name in template_names():
        template = load_template(name)
        editions = ", ".join(edition.id for edition in template.editions)
        click.echo(f"{name:<14} {template.title}: {len(template.sections)} sections; editions {editions}")


@schema.command()
@click.argument("template")
@click.option("--to", default="markdown", show_default=True, metavar="FORMAT", help="markdown (md), docx or html.")
@click.option(
    "--output", metavar="FILE", help="Where to write; standard output (docx: TEMPLATE-template.docx) if left out."
)
def show(template: str, to: str, output: str | None) -> None:
    """Print a whole template with guidance, needs and sources, to consult people on."""
    from reviewkit import registry
    from reviewkit.exporting.template_document import template_document
    from reviewkit.loading.codelists import load_sources
    from reviewkit.loading.templates import load_template

    loaded = load_template(template, ".")
    renderer = registry.renderer({"md": "markdown"}.get(to, to))
    data = renderer.render(template_document(loaded, load_sources()), None)
    target = output or (f"{loaded.name}-template.docx" if renderer.name == "docx" else "-")
    writing.write(target, data)
    if target != "-":
        terminal.say(f"{target}: the template {loaded.name} with guidance, needs and sources")


@schema.command()
@click.argument("template")
@click.option(
    "--draft", type=click.Choice(["2020-12", "7"]), default="2020-12", show_default=True, help="7 is for editors."
)
@click.option("--edition", metavar="EDITION", help="The latest if left out.")
@click.option("--output", metavar="FILE", help="Where to write; standard output if left out.")
def export(template: str, draft: str, edition: str | None, output: str | None) -> None:
    """Export a template as JSON Schema.

    TEMPLATE is a template, or check-result: the schema of what `reviewkit check --format json` prints.
    """
    import json

    from reviewkit.exporting.result_schema import RESULT

    number = 7 if draft == "7" else 2020
    document = _result_schema(edition, number) if template == RESULT else _template_schema(template, edition, number)
    writing.write(output or "-", (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))


def _template_schema(template: str, edition: str | None, draft: int) -> dict[str, Any]:
    from reviewkit.errors import UsageError
    from reviewkit.exporting.json_schema import json_schema
    from reviewkit.loading.codelists import load_sources
    from reviewkit.loading.templates import load_template

    loaded = load_template(template, ".")
    known = [known.id for known in loaded.editions]
    if edition is not None and edition not in known:
        raise UsageError("there is no such edition", hint=f"the editions are {', '.join(known)}")
    return json_schema(loaded, edition or loaded.latest_edition, draft, load_sources())


def _result_schema(edition: str | None, draft: int) -> dict[str, Any]:
    from reviewkit.errors import UsageError
    from reviewkit.exporting.result_schema import RESULT, result_schema

    if edition is not None:
        raise UsageError(f"{RESULT} has no editions", hint="leave out `--edition`")
    return result_schema(draft)


@schema.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def lint(files: tuple[str, ...]) -> int:
    """Check template files and overlays strictly."""
    from reviewkit import registry
    from reviewkit.loading.files import read_file
    from reviewkit.loading.linting import lint_file

    for file in files:
        read_file(file)  # a file that isn't there has no faults: that ends with 2
    faults = [fault for file in files for fault in lint_file(file, registry.codes())]
    for fault in faults:
        click.echo(f"{fault.place}: {fault.message}")
        if fault.hint:
            click.echo(f"  fix: {fault.hint}")
    click.echo(
        f"{len(faults)} fault{'' if len(faults) == 1 else 's'} in {len(files)} file{'' if len(files) == 1 else 's'}"
    )
    return int(bool(faults))
