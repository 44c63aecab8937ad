"""axe-core finds nothing against WCAG 2.2 AA in reports and feedback sheets, wide and at 320 px (400 % zoom)."""

from __future__ import annotations

from datetime import date

import pytest

from reviewkit import api
from reviewkit.contracts import ReportOptions
from reviewkit.errors import InputError
from reviewkit.findings import CheckedReport, Waiver
from reviewkit.loading.reports import load_report
from reviewkit.reporters.html import REPORTER
from tests.conftest import EXAMPLES
from tests.outside.browser import Browser, open_browser

TODAY = date(2026, 6, 1)
UNFINISHED = ("lcspr-unfinished", "rapid-review-unfinished")
FINISHED = ("lcspr-finished", "rapid-review-finished")
PAGES = {
    "lcspr-unfinished": ("lcspr-unfinished",),
    "rapid-review-unfinished": ("rapid-review-unfinished",),
    "lcspr-finished": ("lcspr-finished",),
    "overview": ("lcspr-finished", *UNFINISHED, "unreadable"),
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return open_browser(tmp_path_factory.mktemp("browser"))


def checked(name: str) -> CheckedReport:
    if name == "unreadable":
        return api.unreadable(InputError("west/odd.yaml", "the file is not YAML", line=3, hint="mend line 3"))
    found = api.check_report(load_report(str(EXAMPLES / f"{name}.yaml")), today=TODAY)
    answer = Waiver("The measures are agreed in May.", "A. Ferris, partnership officer", "2026-04-01", "2027-04-01")
    waived = [finding._replace(waived=answer) if finding.code == "RK304" else finding for finding in found.findings]
    return found._replace(findings=tuple(waived))


def page(name: str, *, full: bool = False) -> str:
    options = ReportOptions(version="1.0", today=TODAY, full=full, statistics=True)
    made = REPORTER.report([checked(each) for each in PAGES[name]], options)
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_the_way_of_anybody(name: str, width: int, browser: Browser) -> None:
    verdict = browser.judge(page(name), width)
    assert verdict.violations == []
    assert {"color-contrast", "html-has-lang", "heading-order", "link-name", "target-size"} <= set(verdict.passed)
    assert verdict.width == width
    assert verdict.needed <= width


def test_nor_in_that_of_a_sheet_in_full(browser: Browser) -> None:
    assert browser.judge(page("rapid-review-unfinished", full=True), 320).violations == []


def report(name: str, *, published: bool = False) -> str:
    loaded = load_report(str(EXAMPLES / f"{name}.yaml"))
    if published:
        return api.publish_report(loaded, "html").data.decode()
    return api.render_report(loaded, "html", draft=name in UNFINISHED).data.decode()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    ("name", "published"), [*((name, False) for name in (*FINISHED, *UNFINISHED)), *((name, True) for name in FINISHED)]
)
def test_nor_in_a_report(name: str, published: bool, width: int, browser: Browser) -> None:
    verdict = browser.judge(report(name, published=published), width)
    assert verdict.violations == []
    assert {"color-contrast", "heading-order", "link-name", "region", "svg-img-alt"} <= set(verdict.passed)
    assert verdict.needed <= width


def test_the_judge_would_see_a_fault(browser: Browser) -> None:
    faulty = page("lcspr-finished").replace('lang="en-GB"', "").replace("--ink: #1c2530", "--ink: #cccccc")
    found = {each.partition(":")[0] for each in browser.judge(faulty, 1280).violations}
    assert {"html-has-lang", "color-contrast"} <= found
