"""The way in: the bytes of a Word file → what rules look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewkit.accessibility.colours import WHITE, colour_of, read_theme
from reviewkit.accessibility.gathering import Gathering
from reviewkit.accessibility.opening import Opened, Part, open_word
from reviewkit.accessibility.properties import is_on, values_of
from reviewkit.accessibility.styles import Styles, read_styles
from reviewkit.accessibility.values import About, Left, PartName, WordFile
from reviewkit.accessibility.walking import walk
from reviewkit.errors import InputError
from reviewkit.inspecting.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES: tuple[tuple[str, PartName], ...] = (("footnotes", "footnote"), ("endnotes", "endnote"))
_EDGES: tuple[PartName, ...] = ("header", "footer")


def read_word_file(data: bytes, name: str = "") -> WordFile:
    """The file's paragraphs, tables, pictures and properties. `name` is for messages.

    Raises `InputError` for what is no Word file, is encrypted, broken, or made to harm.
    """
    opened = open_word(data, name)
    theme = read_theme(opened.only("theme"), opened.only("settings"))
    styles = read_styles(opened.only("styles"), theme)
    gathering = Gathering(styles, _page(opened, styles))
    try:
        _walk_all(gathering, opened)
    except RecursionError as error:
        raise InputError(name, "this file is nested too deeply to be read") from error
    return WordFile(
        about=_about(opened, styles, gathering.changes),
        paragraphs=tuple(gathering.paragraphs),
        tables=tuple(gathering.tables),
        pictures=tuple(gathering.pictures),
        links=tuple(gathering.links),
        controls=tuple(gathering.controls),
    )


def _walk_all(gathering: Gathering, opened: Opened) -> None:
    for body in opened.document.root.iterchildren("{*}body"):
        walk(gathering, body, gathering.enter("body", 0, opened.document.links))
    for kind, part in _NOTES:
        for one in opened.around.get(kind, ()):
            _walk_notes(gathering, one, part)
    for edge in _EDGES:
        for number, one in enumerate(opened.around.get(edge, ()), 1):
            walk(gathering, one.root, gathering.enter(edge, number, one.links))


def _walk_notes(gathering: Gathering, part: Part, kind: PartName) -> None:
    number = 0
    for note in part.root.iterchildren("{*}footnote", "{*}endnote"):
        if values_of(note).get("type", "normal") == "normal":
            number += 1
            walk(gathering, note, gathering.enter(kind, number, part.links))


def _page(opened: Opened, styles: Styles) -> str:
    """The colour of the page, where Word is told to show it."""
    settings = opened.only("settings")
    shown = [is_on(values_of(one)) for one in _children(settings, "displayBackgroundShape")]
    for background in opened.document.root.iterchildren("{*}background") if any(shown) else ():
        return colour_of(values_of(background), styles.theme, "color") or WHITE
    return WHITE


def _about(opened: Opened, styles: Styles, changes: int) -> About:
    core = _texts(opened.only("core-properties"))
    extended = _texts(opened.only("extended-properties"))
    comments = opened.only("comments")
    usual = styles.named("paragraph", "").letters.get("language") or styles.defaults[0].get("language", "")
    return About(
        title=core.get("title", ""),
        language=core.get("language", ""),
        default_language=usual,
        protection=_protection(opened.only("settings")),
        left=Left(
            comments=len(_children(comments, "comment")),
            changes=changes,
            has_author=bool(core.get("creator") or core.get("lastModifiedBy")),
            has_company=bool(extended.get("Company") or extended.get("Manager")),
        ),
    )


def _protection(settings: _Element | None) -> str:
    for one in _children(settings, "documentProtection"):
        values = values_of(one)
        if values.get("enforcement") in ("1", "true", "on"):
            return values.get("edit", "none")
    return ""


def _texts(root: _Element | None) -> dict[str, str]:
    return (
        {local(str(one.tag)): (one.text or "").strip() for one in root.iterchildren("{*}*")} if root is not None else {}
    )


def _children(root: _Element | None, name: str) -> list[_Element]:
    return list(root.iterchildren(f"{{*}}{name}")) if root is not None else []
