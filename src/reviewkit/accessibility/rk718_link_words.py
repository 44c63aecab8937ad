"""The words of a link don't say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, link, para
from reviewkit.accessibility.values import Link, WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_SAY_NOTHING = frozenset((
    "click here", "click", "here", "see here", "more", "read more", "see more", "learn more", "find out more", "link",
    "this link", "this", "this page", "this website", "website", "web page", "page", "download", "details", "go",
    "more information", "further information", "view", "open", "see", "url",
))  # fmt: skip
_ADDRESS = "{place}: the link shows its bare address."
_SILENT = "{place}: a link without words."
_LISTS = ("reference", "bibliograph", "sources", "further reading", "works cited", "literature", "useful links")


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at the words of each link. In a list of references, which is printed, an address may well stand."""
    listed = {
        heading.position.number
        for heading in word_file.headings
        if any(word in heading.text.lower() for word in _LISTS)
    }
    for one in word_file.links:
        if one.in_contents:
            continue
        words = one.words.strip(" .,;:!›»>→()[]").lower()
        if not one.words and one.target and not one.pictured:
            yield at(one.position, _SILENT)
        elif words in _SAY_NOTHING:
            yield at(one.position, "", one.words)
        elif _bare().fullmatch(one.words):
            hit = at(one.position, _ADDRESS, one.words)
            yield hit._replace(severity="note") if _is_listed(one, listed) else hit


def _is_listed(link: Link, headings: set[int]) -> bool:
    return link.position.part in ("footnote", "endnote") or link.position.heading in headings


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)


RULE = AccessRule(
    code="RK718",
    name="link-words",
    severity="warning",
    finding="{place}: the words of the link don't say where it leads.",
    why=(
        "Screen readers list the links of a document by their words alone. A list of “here, here, more” leads nowhere, and "
        "an address is spelt out letter by letter."
    ),
    fix="right-click the link > Edit Link > Text to display: write what is found there",
    source=("wcag-2-2", "govuk-accessible-documents"),
    bad="“Click here”; an address with twenty signs between slashes.",
    good="“Guidance on information sharing (GOV.UK)”.",
    look=look,
    hits=(
        WordSample(holding(link("click here"))),
        WordSample(holding(link("https://example.org/a/b?c=d"))),
        WordSample(
            holding(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org" '
                '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        ),
    ),
    misses=(
        WordSample(holding(link("Guidance on information sharing"))),
        WordSample(holding(link("help@example.org"))),
        WordSample(holding(link("example.org"))),
        WordSample(para("here")),
    ),
    things="links",
)
