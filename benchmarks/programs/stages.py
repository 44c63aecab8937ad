"""Runs with our wheel: CPU milliseconds of each stage of one report, first time in a fresh process, as JSON."""

from __future__ import annotations

import gc
import json
import sys
import time
from datetime import date

gc.set_threshold(100_000)
_TODAY = date(2026, 3, 1)
_spent: dict[str, float] = {}
_last = time.process_time()


def _done(stage: str) -> None:
    global _last  # noqa: PLW0603  one clock for all stages
    now = time.process_time()
    _spent[stage] = (now - _last) * 1_000
    _last = time.process_time()


from reviewkit import registry  # noqa: E402
from reviewkit.api.checking import check_report  # noqa: E402
from reviewkit.loading.reports import load_report  # noqa: E402
from reviewkit.loading.templates import load_template  # noqa: E402

_done("our modules")
load_template(sys.argv[2])
_done("the template with its code lists")
report = load_report(sys.argv[1])
_done("reading the report with positions")
registry.rules()
_done("importing the rules")
detected = frozenset(("RK601", "RK602", "RK605"))
check_report(report, today=_TODAY, ignore=detected)
_done("walk, phrases, rules")
check_report(report, today=_TODAY, select=detected)
_done("detection")

from reviewkit.composing.drafting import compose  # noqa: E402

composed = compose(report, draft=False, gaps={})
_done("composing")
renderer = registry.renderer("docx")
renderer.render(composed, None)
_done("rendering to Word")

from reviewkit.anonymising.proof.proving import prove  # noqa: E402
from reviewkit.anonymising.publishing import publish  # noqa: E402
from reviewkit.composing.published import compose_published  # noqa: E402

published = publish(report, registry.detectors())
_done("masking: preparing")
document = compose_published(published)
_done("masking and composing")
data = renderer.render(document.document, None)
_done("rendering the published version")
prove(data, ".docx", report, published, "published.docx", registry.detectors())
_done("proof of the finished file")
print(json.dumps(_spent))
