"""A child is of a minority ethnic group, and racism or bias is nowhere spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.nearest import is_name
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose
from reviewkit.language.phrases import find_phrases, index_phrases
from reviewkit.report import Report, is_empty

LIST = "racism-or-bias"
WHERE = ("inequality", "racism_and_ethnicity")
NOT_MINORITY = ("White British", "Not known", "")


def look(context: Context) -> Iterator[Hit]:
    """Look for the word in what is written; where nothing is written yet, the schema asks for it."""
    report, prose = context.report, context.prose
    if is_empty(report.at(*WHERE)) or prose.said(LIST):
        return
    children = list(_of_minority(report))
    if children and not _is_quoted_somewhere(prose):
        named = ", ".join(key for key in children if is_name(key))[:60] or "a child"
        yield Hit(WHERE, f"Racism or bias is nowhere spoken of, and {named} is of a minority ethnic group.")


def _of_minority(report: Report) -> Iterator[str]:
    """The children whose ethnic group is any but White British: Irish, Gypsy, Roma and White other as well."""
    groups = report.template.codelists["ethnicity"].values
    for _, child in report.items("children"):
        key, ethnicity = child.get("person"), child.get("ethnicity")
        code = groups.get(ethnicity) if isinstance(ethnicity, str) else None
        if code and code.group not in NOT_MINORITY:
            yield key if isinstance(key, str) else ""


def _is_quoted_somewhere(prose: Prose) -> bool:
    """Whether somebody's own words speak of it; what a child said of racism is heard here, unlike elsewhere."""
    index = index_phrases(phrase for one in prose.lists if one.name == LIST for phrase in one.phrases)
    quoting = (passage for passage in prose.passages if passage.quotations)
    return any(True for passage in quoting for _ in find_phrases(passage.text, passage.words, index))


RULE = Rule(
    code="RK212",
    name="racism-not-addressed",
    severity="warning",
    finding="Racism or bias is nowhere spoken of, and a child is of a minority ethnic group ({place}).",
    why=(
        "The Panel called its report of 2025 on race and racism in reviews “It's Silent”. Irish, Gypsy, Roma and other "
        "White minorities belong here too; that is our own reading."
    ),
    fix="say what the family met and what your review asked itself, or “no bearing found, because …” and how you looked",
    source=("its-silent-2025", "own"),
    good=Example(
        """
children:
  - {person: child_r, ethnicity: white-roma}
inequality:
  racism_and_ethnicity: >
    Three services wrote that the family "moves on", which it never had. We asked each whether this was prejudice; two
    thought so.
"""
    ),
    bad=Example(
        """
children:
  - {person: child_r, ethnicity: white-roma}
inequality:
  racism_and_ethnicity: The family speaks Romanes at home, and her grandmother was the head of the household.
""",
        at="/inequality/racism_and_ethnicity",
    ),
    look=look,
)
