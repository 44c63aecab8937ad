"""The title page: what kind of review, whose, by whom, of what time, in what state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.answering import answer
from reviewkit.composing.gaps import gap_run
from reviewkit.composing.material import Entry, Material, items_of, members_of
from reviewkit.composing.naming import opened, referred
from reviewkit.composing.wording import one_line
from reviewkit.document import Paragraph, Run, Runs
from reviewkit.report import is_empty

CONFIDENTIAL = "CONFIDENTIAL: contains personal details; not for publication"
PUBLISHED_NOTE = (
    "Prepared for publication: names and details that could identify the children, their family or others have been "
    "changed or left out."
)
BEFORE_CHILDREN = ("partnerships", "kind")
AFTER_CHILDREN = ("period", "authors", "status", "dates", "reference")
ON_COVER = frozenset(("title", *BEFORE_CHILDREN, *AFTER_CHILDREN))

Row = tuple[str, Runs]


def title_of(material: Material) -> str:
    """The report's title, or what it is."""
    review = material.values.get("review")
    return one_line(review.get("title") if isinstance(review, dict) else None) or material.template.title


def kind_of(material: Material) -> tuple[str, str]:
    """What kind of report it is, and a subtitle where that says more than the kind."""
    title, subtitle = material.template.title, material.template.subtitle
    if subtitle.casefold().startswith(title.casefold()):
        return subtitle, ""
    return title, subtitle


def on_cover(entry: Entry) -> bool:
    """Whether the title page answers this field, so that no section repeats it."""
    return entry.path[0] == "review" and entry.path[-1] in ON_COVER


def compose_cover(material: Material) -> tuple[Row, ...]:
    """The rows of the title page."""
    held = {member.field.id: member for member in _review(material)}
    before = (row for key in ("title", *BEFORE_CHILDREN) if key in held for row in _rows(material, held[key]))
    after = (row for key in AFTER_CHILDREN if key in held for row in _rows(material, held[key]))
    return (*_no_review(material), *before, *_children(material), *after, *_note(material))


def _no_review(material: Material) -> Iterator[Row]:
    section = material.template.section("review")
    if section and is_empty(material.values.get("review")) and "/review" in material.gaps:
        yield section.label, (gap_run(section.label),)


def _review(material: Material) -> Iterable[Entry]:
    field = material.template.section("review")
    if not field:
        return ()
    return members_of(material, Entry(field, material.values.get("review"), ("review",)))


def _rows(material: Material, entry: Entry) -> Iterator[Row]:
    if entry.field.id == "dates":
        for member in members_of(material, entry):
            yield from _rows(material, member)
        if is_empty(entry.value) and entry.pointer in material.gaps:
            yield entry.field.label, (gap_run(entry.field.label),)
    elif not _said_elsewhere(material, entry) and (runs := _lines(answer(material, entry))):
        yield _counted(entry.field.label, entry.value), runs


def _said_elsewhere(material: Material, entry: Entry) -> bool:
    """The title stands above; the kind is worth a row only if the template's name doesn't say it already."""
    if entry.field.id == "title":
        return not is_empty(entry.value)
    if entry.field.id != "kind" or is_empty(entry.value):
        return False
    label = material.label_of(entry.field.codes, entry.value).casefold()
    return label in (part.casefold() for part in kind_of(material))


def _children(material: Material) -> Iterator[Row]:
    field = material.template.section("children")
    member = field.member("person") if field else None
    if field and member:
        items = items_of(material, Entry(field, material.values.get("children"), ("children",)))
        found = (referred(material, member.to, item.value.get("person")) for item in items)
        names = [opened(material, name) for name in found if name]
        if names:
            yield ("Child" if len(names) == 1 else "Children"), _broken(names)


def publisher_of(rows: Iterable[Row], material: Material) -> str:
    """The label of the row that names the partnerships, "" if none does."""
    section = material.template.section("review")
    field = section.member("partnerships") if section else None
    labels = (field.label, _counted(field.label, [""])) if field else ()
    return next((label for label, _ in rows if label in labels), "")


def review_rows(material: Material, keys: Iterable[str], dates: Iterable[str]) -> Iterator[Row]:
    """The rows of some fields of the review alone, of its dates those named."""
    wanted = frozenset(dates)
    held = {member.field.id: member for member in _review(material)}
    for key in keys:
        if key in held and key != "dates":
            yield from _rows(material, held[key])
        elif key in held:
            for member in members_of(material, held[key]):
                if member.field.id in wanted:
                    yield from _rows(material, member)


def version_note(material: Material) -> Iterator[Row]:
    """What was changed for the published version; nothing for the confidential one."""
    if not material.confidential:
        yield "About this version", (Run(PUBLISHED_NOTE),)


def _note(material: Material) -> Iterator[Row]:
    if not material.confidential:
        yield from version_note(material)
        return
    section = material.template.section("publication")
    member = section.member("form") if section else None
    publication = material.values.get("publication")
    form = one_line(publication.get("form")) if isinstance(publication, dict) else ""
    if section and member and form:
        yield section.label, (Run(material.label_of(member.codes, form)),)


def _lines(blocks: Iterable[object]) -> Runs:
    return _broken(block.runs for block in blocks if isinstance(block, Paragraph))


def _broken(lines: Iterable[Runs]) -> Runs:
    found: list[Run] = []
    for runs in lines:
        if found:
            found.append(Run("", line_break=True))
        found.extend(runs)
    return tuple(found)


def _counted(label: str, value: object) -> str:
    """The label for as many as there are: one of several authors is an author."""
    return label.removesuffix("s") if isinstance(value, list) and len(value) == 1 else label
