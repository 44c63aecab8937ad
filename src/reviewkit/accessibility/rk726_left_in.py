"""Comments, tracked changes or names of authors are left in the file."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.accessibility.hitting import whole
from reviewkit.accessibility.samples import holding, para, run
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at what readers get to hear between the lines, then at what tells who wrote it."""
    left = word_file.about.left
    if left.changes:
        yield whole("/body/changes", "{place}: tracked changes are left in it.")
    if left.comments:
        yield whole("/comments", "{place}: comments are left in it.")
    if left.has_author:
        yield whole("/properties/creator", "{place}: the properties name an author.")
    if left.has_company:
        yield whole("/properties/company", "{place}: the properties name a company or a manager.")


RULE = AccessRule(
    code="RK726",
    name="left-in",
    severity="note",
    finding="{place}: something of its making is left in it.",
    why=(
        "Screen readers read comments and tracked changes with the text, old words and new ones together. Before "
        "publishing they go anyway, and so do names of people who wrote it."
    ),
    fix="File > Info > Check for Issues > Inspect Document, and Review > Accept All Changes",
    source=("own",),
    bad="A published report with eleven tracked changes.",
    good="All changes accepted, comments deleted, properties cleared.",
    look=look,
    hits=(
        WordSample(para("Words"), core="<dc:creator>Alan Whitworth</dc:creator>"),
        WordSample(holding(f'<w:ins w:id="1">{run("new")}</w:ins>')),
        WordSample(holding('<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>', run("text"))),
    ),
    misses=(WordSample(para("Words")), WordSample(para("Words"), core="<dc:creator/>")),
)
