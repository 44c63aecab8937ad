"""An identifier of a known kind stands in the text: a number, an address, a place on the web, an exact date."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule

_CODE = "RK602"


def _look(context: Context) -> Iterator[Hit]:
    for found in context.detected():
        if found.detector.code == _CODE and found.sure:
            yield Hit(found.passage.path, f"{{place}} holds {found.detector.what}.", evidence=found.words)


RULE = Rule(
    code=_CODE,
    name="identifier-in-text",
    severity="warning",
    finding="{place} holds an identifier.",
    why="A number or an address leads straight to the family, in the confidential report as in the published one.",
    fix="leave it out, put it under `register.references`, or answer it under `publication.decisions`",
    source=("own",),
    good=Example("""
key_lines_of_enquiry:
  - id: K1
    question: Did every service know that the baby was registered with two practices?
    analysis: The records of the two practices were never compared.
"""),
    bad=Example(
        """
key_lines_of_enquiry:
  - id: K1
    question: Did every service know that the baby was registered with two practices?
    analysis: The records under NHS number 999 000 0018 were never compared.
""",
        at="/key_lines_of_enquiry/0/analysis",
    ),
    look=_look,
)
