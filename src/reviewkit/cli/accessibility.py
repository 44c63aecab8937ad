"""`reviewkit check --a11y`: what could keep somebody from reading a Word file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from reviewkit.cli import check, terminal, workers, writing
from reviewkit.errors import InputError, UsageError

if TYPE_CHECKING:
    from reviewkit.contracts import Reporter
    from reviewkit.findings import CheckedReport

_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_REPORTS = (".yaml", ".yml")
_OPENED_BY_WORD = "~$"


def check_word_files(paths: Sequence[str], options: dict[str, Any]) -> int:
    """Check the files, show what was found; the exit code."""
    from reviewkit import registry

    reporter = registry.reporter(options["form"])
    _refuse_format(reporter)
    select, ignore = check.codes_in(options["select"]), check.codes_in(options["ignore"])
    wanted = registry.matching_codes(select, of_word_files=True) if select else frozenset(registry.access_codes())
    wanted -= registry.matching_codes(ignore, of_word_files=True) if ignore else frozenset()
    files = _files(paths or (_the_only_file(),))
    work = partial(_checked, wanted=wanted, alone=len(files) == len(paths or files) == 1)
    with closing(workers.worked(work, files, options["jobs"])) as results:
        checked = list(results)
    output = options["output"] or "-"
    if output != "-":
        writing.refuse_inputs(output, files)
    is_many = len(checked) > 1 and any(os.path.isdir(path) for path in paths)
    shown = check.shown_as(options, to_file=output != "-", overview=is_many and not options["full"])
    if reporter.name == "text":
        from reviewkit.cli.accessibility_text import as_text

        is_whole = len(wanted) == len(registry.access_codes())
        result: str | bytes = as_text(checked, shown, len(wanted), is_whole=is_whole)
    else:
        result = reporter.report(checked, shown)
    check.put_out(reporter, result, output, shown)
    return check.exit_code(checked, options["fail_on"])


def _refuse_format(reporter: Reporter) -> None:
    if reporter.binary:
        raise UsageError(
            f"`--format {reporter.name}` writes comments into a report, not into a Word file",
            hint="choose text, html, json or sarif",
        )


def _checked(path: str, wanted: frozenset[str], *, alone: bool) -> CheckedReport:
    from reviewkit import api

    try:
        return api.check_document(_bytes_of(path), path, wanted)
    except InputError as error:
        if alone:
            raise
        return api.unreadable(error)


def _bytes_of(path: str) -> bytes:
    from reviewkit.cli.verify import standard_input
    from reviewkit.loading.files import read_file

    if path.lower().endswith(_REPORTS):
        raise InputError(
            path,
            "this is a report in YAML, not a Word file",
            hint=f"make the document first: reviewkit render {path}; then check that with --a11y",
        )
    data = standard_input() if path == "-" else read_file(path)
    if data.startswith(b"%PDF"):
        raise InputError(
            path, "this is a PDF; only Word files are checked", hint="check the .docx that it was made from"
        )
    return data


def _files(paths: Sequence[str]) -> list[str]:
    """The files named, and the Word files in folders and the folders below."""
    found: list[str] = []
    for path in paths:
        if not path:
            raise UsageError("the name of the file is empty", hint="name a Word file")
        if path != "-" and os.path.isdir(path):
            found += _in_folder(path)
        else:
            found.append(path)
    if not found:
        raise UsageError(f"no Word file in {', '.join(paths)}", hint="name a .docx file, or a folder that holds some")
    return list(dict.fromkeys(found))


def _in_folder(folder: str) -> Iterator[str]:
    closed: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename or folder))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            # Word keeps a small file of that name beside every document that is open.
            if name.lower().endswith(_ENDINGS) and not name.startswith((_OPENED_BY_WORD, ".")):
                yield os.path.join(place, name)
    for place in closed:
        terminal.say(f"skipped, may not be read: {place}")


def _the_only_file() -> str:
    try:
        found = sorted(
            name for name in os.listdir(".") if name.lower().endswith(_ENDINGS) and name[:2] != _OPENED_BY_WORD
        )
    except OSError as error:
        raise UsageError(f"this folder can't be read: {error.strerror}", hint="name the file") from None
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError("no Word file in this folder", hint="name one: reviewkit check --a11y FILE.docx")
    raise UsageError(f"several Word files in this folder: {', '.join(found)}", hint="name the one you mean")
