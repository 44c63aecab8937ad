"""The papers of a publication: where they may lie, and what is written together with the published file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reviewkit.cli.placing import Written
from reviewkit.cli.writing import refuse_inputs
from reviewkit.errors import OutputError, UsageError
from reviewkit.tuples import NamedTuple

if TYPE_CHECKING:
    from reviewkit.publication import ProvedFile
    from reviewkit.report import Report

_VERSIONED = (".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS")
_BARE = ("HEAD", "objects", "refs")
"""What a repository of git without files of its own holds."""
_FORMS = {"": "report", "executive-summary": "summary"}


class Papers(NamedTuple):
    """What is asked for beside the published file: paths, "" for none. `issue`: enter it in the report itself."""

    certificate: str = ""
    record: str = ""
    key: str = ""
    issue: bool = False
    because: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that are asked for."""
        return tuple(path for path in (self.certificate, self.record, self.key) if path)


def refuse_places(papers: Papers, output: str, report: Report) -> None:
    """Raise `UsageError` or `OutputError` for papers that would lie where they give away what they are to keep."""
    if not papers.paths and not papers.issue:
        return
    if output == "-" or "-" in papers.paths:
        raise UsageError("papers belong to a file", hint="name files with --output and for each of the papers")
    if papers.issue and report.file == "-":
        raise UsageError("--issue writes into the report, which came from standard input", hint="name its file")
    for path in papers.paths:
        refuse_inputs(path, (report.file, report.register_file))
    places = [os.path.realpath(path).casefold() for path in (*papers.paths, output)]
    if len(set(places)) < len(places):
        raise UsageError("two of the files to write have one name", hint="give each a name of its own")
    for path in (*papers.paths, output):
        _refuse_nameless(path)
    _refuse_company(papers, output)
    if papers.key:
        _refuse_key(papers.key)


def _refuse_company(papers: Papers, output: str) -> None:
    """Raise `OutputError` for a confidential paper in a folder from which something travels."""
    travelling = ((output, "the published file"), (papers.certificate, "the certificate"))
    for path, what in ((papers.record, "the confidential record"), (papers.key, "the key")):
        for other, beside in travelling:
            if path and other and _is_one_folder(_folder(path), _folder(other)):
                raise OutputError(
                    f"{what} would lie beside {beside}, and could go out with it", hint="choose another folder"
                )


def _refuse_key(path: str) -> None:
    """Raise `OutputError` for a key where it would be kept for ever, or where something stands."""
    if versioned := _versioned_above(_folder(path)):
        raise OutputError(
            f"the key would lie in a folder under version control ({versioned}), which never forgets it",
            hint="choose a folder outside it that only you can read",
        )
    if os.path.lexists(path):
        raise OutputError(f"{path} exists already", hint="choose another name: a key is never overwritten")


def made(papers: Papers, proved: ProvedFile, report: Report, document: str = "") -> tuple[Written, ...]:
    """The papers, in the order in which they are put in their places. Raises `InputError`.

    `document` is the derived document that is published, "" for the whole report.
    """
    if not papers.paths and not papers.issue:
        return ()
    form = _FORMS.get(document) or os.path.splitext(os.path.basename(document))[0]
    return tuple(_made(papers, proved, report, form, _today()))


def _made(papers: Papers, proved: ProvedFile, report: Report, form: str, on: date) -> Iterator[Written]:
    from reviewkit import registry
    from reviewkit.anonymising.papers import certifying

    key = os.urandom(certifying.KEY_BYTES) if papers.key else b""
    if papers.key:
        yield Written(papers.key, certifying.key_file(report, key).encode(), exclusive=True)
    if papers.record:
        detectors = registry.detectors()
        told = certifying.record(proved, report, on, papers.because, detectors)
        yield Written(papers.record, told.encode(), private=True)
    if papers.issue:
        yield Written(report.file, _issued(papers, proved, report, form, on))
    if papers.certificate:
        yield Written(papers.certificate, certifying.certificate(proved, report, on, key).encode())


def _issued(papers: Papers, proved: ProvedFile, report: Report, form: str, on: date) -> bytes:
    """The report's own file with this publication entered, and not a byte of it changed."""
    from reviewkit.amending.amend import add_items, amended_bytes
    from reviewkit.anonymising.papers.certifying import hash_of
    from reviewkit.anonymising.papers.versions import PUBLISHED, entry_of, version_of
    from reviewkit.loading.files import decode, read_file

    data = read_file(report.file)
    if tuple(decode(data, report.file).splitlines()) != report.source_lines:
        raise OutputError(f"{report.file} was changed while it was published", hint="publish it again")
    entry = entry_of(version_of(report, form=form), on.isoformat(), hash_of(proved), papers.because)
    return amended_bytes(data, report.file, lambda text: add_items(text, PUBLISHED, [entry], name=report.file))


def _today() -> date:
    return date.today()  # noqa: DTZ011  a working day is the office's own, not UTC's


def _folder(path: str) -> str:
    return os.path.normcase(os.path.dirname(os.path.realpath(path)))


def _is_one_folder(one: str, other: str) -> bool:
    """Whether the two are the same place, however they are written or mounted."""
    try:
        return one == other or os.path.samefile(one, other)
    except OSError:
        return False


def _refuse_nameless(path: str) -> None:
    """Raise `UsageError` for a path without the name of a file: blank, or that of a folder."""
    if not path.strip() or not os.path.basename(path):
        raise UsageError(f"“{path}” names no file", hint="write the folder and the name of the file")


def _versioned_above(folder: str) -> str:
    """The mark of version control in that folder or one above it, or ""."""
    while True:
        for mark in _VERSIONED:
            if os.path.lexists(os.path.join(folder, mark)):
                return mark
        if all(os.path.lexists(os.path.join(folder, part)) for part in _BARE):
            return "a bare repository of git"
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
