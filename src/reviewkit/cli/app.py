"""The command group and the way into it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from reviewkit import __version__
from reviewkit.cli import terminal
from reviewkit.cli.ending import run

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_COMMANDS = ("anonymise", "check", "demo", "explain", "house-style", "new", "render", "schema", "verify")


class _Group(click.Group):
    """Imports the command that is called, a twentieth of `new`; all of them to list them, or to guess what was meant."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name in (cmd_name,) if cmd_name in _COMMANDS else _COMMANDS:
            if name not in self.commands:
                attribute = name.replace("-", "_")
                self.add_command(getattr(import_module(f"reviewkit.cli.{attribute}"), attribute), name)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's
        return list(_COMMANDS)


@click.group(cls=_Group, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="reviewkit")
def cli() -> None:
    """Safeguarding rapid reviews and LCSPRs: start one, see what is missing, make the report, publish it safely.

    Nothing that you write leaves this machine.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    terminal.prepare()
    code = run(cli, arguments)
    # Whatever is left goes with the process: searching it for garbage once more costs another tenth.
    gc.freeze()
    sys.exit(code)
