"""Word comments: the part that holds what they say, and the styles that they are written in.

A part of our own: python-docx would have to open the finished file and find again the paragraphs just written.
"""

from __future__ import annotations

from reviewkit.document import Document, Note, Run
from reviewkit.renderers.docx.comment_marks import REFERENCE
from reviewkit.renderers.docx.runs import runs_xml
from reviewkit.renderers.docx.writing import Writing
from reviewkit.renderers.docx.xml import HEAD, NAMESPACES, attribute

_STYLES = (
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:pPr><w:spacing w:before="0" w:after="60" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
)


def with_comment_styles(styles: str, document: Document) -> str:
    """The styles, and those of comments where there are any."""
    return styles.replace("</w:styles>", f"{_STYLES}</w:styles>") if document.notes else styles


def comments_part(document: Document, writing: Writing) -> str:
    """The part with a comment for each note, or ""."""
    comments = "".join(_comment(number, note, writing) for number, note in enumerate(document.notes))
    return f"{HEAD}<w:comments {NAMESPACES}>{comments}</w:comments>" if comments else ""


def _comment(number: int, note: Note, writing: Writing) -> str:
    day = f' w:date="{attribute(note.on)}T00:00:00Z"' if note.on else ""
    said = [text for runs in note.paragraphs if (text := runs_xml(tuple(map(_unlinked, runs)), writing))]
    first = f"<w:r>{REFERENCE}<w:annotationRef/></w:r>"
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{first if count == 0 else ""}{text}</w:p>'
        for count, text in enumerate(said or [""])
    )
    return (
        f'<w:comment w:id="{number}" w:author="{attribute(note.author)}"{day} w:initials="{attribute(note.initials)}">'
        f"{paragraphs}</w:comment>"
    )


def _unlinked(run: Run) -> Run:
    # A link would need relationships of the part's own.
    return run._replace(href="", anchor="", notes=(), source=-1)
