"""`reviewkit anonymise`: a statement, minutes or a chronology with what identifies replaced."""

from __future__ import annotations

import os

import click

from reviewkit.cli import terminal, writing
from reviewkit.cli.verify import load_register, read_finished

_KINDS = (".txt", ".text", ".md", ".markdown")
_WORD = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf")


@click.command(short_help="Replace what identifies in a text or Markdown file.")
@click.argument("file")
@click.option("--register", required=True, metavar="REPORT", help="The report, or a file with its register alone.")
@click.option("-o", "--output", required=True, metavar="OUT", help="Where to write; - is standard output.")
def anonymise(file: str, register: str, output: str) -> None:
    """Replace what identifies in a text or Markdown FILE, or in - as Markdown, by what the register publishes instead.

    Nothing is guessed: where something can't be settled there is no result, a list of what to decide with its lines, and
    exit code 3. The result is searched as `verify` does before it is written.
    """
    from reviewkit import api
    from reviewkit.errors import UsageError

    if file == register == "-":
        raise UsageError("standard input can't be both the file and the register", hint="name one of the two")
    _refuse_other_kinds(file, os.path.splitext(file)[1].lower())
    _refuse_other_result(os.path.splitext(output)[1].lower())
    report = load_register(register)
    writing.refuse_inputs(output, (file, register, report.register_file))
    data, _, suffix = read_finished(file)
    _refuse_other_kinds(file, suffix)
    result_name = "" if output == "-" else os.path.basename(output)
    result = api.anonymise_file(data, suffix, report, name=file, result_name=result_name)
    writing.write(output, result)
    if output != "-":
        terminal.say(f"{output}: prepared for publication. A person must still read it before it leaves.")


def _refuse_other_kinds(file: str, suffix: str) -> None:
    from reviewkit.errors import UsageError

    if suffix in _KINDS or (file == "-" and not suffix):
        return
    if suffix in _WORD:
        raise UsageError(
            "anonymise works on text and Markdown, not on Word files",
            hint="save it as plain text (.txt) from Word, or put it into a report and use `reviewkit render --anonymise`; "
            "`reviewkit verify` looks inside Word files",
        )
    raise UsageError(
        "anonymise works on text and Markdown files",
        hint="name a file that ends in .txt or .md, or - for standard input",
    )


def _refuse_other_result(suffix: str) -> None:
    from reviewkit.errors import UsageError

    if suffix in (*_WORD, ".pdf", ".html", ".htm"):
        raise UsageError(f"the result is text, so it can't be a {suffix} file", hint="name it .txt or .md")
