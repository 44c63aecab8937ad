"""A page in headless Chromium with axe-core beside it: what axe says, and how wide the page is."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
NARROWEST = 500  # no window of Chromium is narrower: what is, stands in a frame
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
JUDGE = """
<script src="axe.min.js"></script>
<script>
axe.run(document, {runOnly: {type: "tag", values: %s}}).then(found => top.postMessage({
  width: innerWidth, needed: document.documentElement.scrollWidth, passed: found.passes.map(rule => rule.id),
  violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200))),
}, "*"))
</script>
"""
LISTENER = """
<script>
addEventListener("message", said => {
  const shown = document.createElement("pre")
  shown.id = "verdict"
  shown.textContent = JSON.stringify(said.data)
  document.body.append(shown)
})
</script>
"""


class Verdict(NamedTuple):
    """`violations` are rules and elements, `passed` the rules that held; widths are CSS pixels."""

    width: int
    needed: int
    passed: list[str]
    violations: list[str]


class Browser(NamedTuple):
    """Where Chromium and axe are, and a folder for the pages."""

    chromium: str
    axe: Path
    folder: Path

    def judge(self, page: str, width: int) -> Verdict:
        """What axe says of the page in a window of that width. Its own policy would keep axe out, so it goes."""
        shutil.copyfile(self.axe, self.folder / "axe.min.js")
        judged, found = POLICY.subn("", page)
        assert found == 1
        judged = judged.replace("</body>", f"{JUDGE % json.dumps(TAGS)}</body>")
        if width < NARROWEST:
            (self.folder / "framed.html").write_text(judged, encoding="utf-8")
            judged = f'<body><iframe src="framed.html" style="border:0;width:{width}px;height:800px"></iframe></body>'
        (self.folder / "page.html").write_text(LISTENER + judged, encoding="utf-8")
        return Verdict(**self._said(max(width, NARROWEST)))

    def _said(self, width: int) -> dict[str, object]:
        done = subprocess.run(
            [
                self.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                f"--user-data-dir={self.folder / 'profile'}", f"--window-size={width},800", "--virtual-time-budget=60000",
                "--dump-dom", (self.folder / "page.html").as_uri(),
            ],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        verdict = re.search(r'<pre id="verdict">(.*?)</pre>', done.stdout.decode("utf-8"), re.DOTALL)
        assert verdict, "axe said nothing"
        said: dict[str, object] = json.loads(html.unescape(verdict[1]))
        return said


def open_browser(folder: Path) -> Browser:
    """Chromium and axe, or the test is skipped; in CI it fails."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        _missing("Chromium (apt-get install chromium)")
    package = find_spec("axe_playwright_python")  # only for the file that it ships; nothing of it is imported
    axe = Path(package.origin).with_name("axe.min.js") if package and package.origin else None
    if axe is None or not axe.exists():
        _missing("axe-core (pip install --no-deps axe-playwright-python)")
    return Browser(chromium, axe, folder)


def _missing(judge: str) -> None:
    if os.environ.get("REVIEWKIT_JUDGES") == "required":
        pytest.fail(f"this check needs {judge}, and CI must have it")
    pytest.skip(f"this check needs {judge}")
