"""The command group and the way into it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import click

from reviewkit import __version__
from reviewkit.cli import anonymise, check, demo, explain, house_style, new, render, schema, terminal, verify
from reviewkit.cli.ending import run

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="reviewkit")
def cli() -> None:
    """Safeguarding rapid reviews and LCSPRs: start one, see what is missing, make the report, publish it safely.

    Nothing that you write leaves this machine.
    """


for command in (
    new.new, check.check, render.render, verify.verify, anonymise.anonymise, explain.explain, schema.schema, demo.demo,
    house_style.house_style,
):  # fmt: skip
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    terminal.prepare()
    code = run(cli, arguments)
    # Whatever is left goes with the process: searching it for garbage once more costs another tenth.
    gc.freeze()
    sys.exit(code)
