"""The last step: a published document rendered to memory and those bytes proved.

The only place where a `PublishedDocument` is opened, and the only maker of a `ProvedFile`: between rendering and proof the
bytes are nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from reviewkit.anonymising.proof.proving import prove
from reviewkit.contracts import Detector, Renderer
from reviewkit.document import PublishedDocument
from reviewkit.errors import LeakError
from reviewkit.publication import ProvedFile, PublishedReport
from reviewkit.report import Report
from reviewkit.tuples import NamedTuple


class Wanted(NamedTuple):
    """How the file is wanted, and what it is searched with besides the register.

    `file_name` is proved with it; `house_style` are the bytes of a Word file.
    """

    renderer: Renderer
    file_name: str
    house_style: bytes | None = None
    detectors: Sequence[Detector] = ()


def finish(document: PublishedDocument, wanted: Wanted, report: Report, published: PublishedReport) -> ProvedFile:
    """The finished file. Raises `LeakError` rather than leave anything that identifies.

    `report` is what the proof searches for, `published` what the document was composed from.
    """
    renderer, name = wanted.renderer, wanted.file_name
    data = renderer.render(document.document, wanted.house_style)
    reasons = prove(data, renderer.suffix, report, published, os.path.basename(name), wanted.detectors)
    if reasons:
        raise LeakError("the finished file still holds something that identifies", reasons)
    return ProvedFile(data, name, renderer.suffix)
