"""HTML, Markdown and plain text: words are whole, and nothing in markup is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.errors import InputError
from reviewkit.inspecting import read_parts

PAGE = {
    "inline tags": "<p>A<b>d</b>a <i>Love</i>lund</p>",
    "entities": "<p>Ada &#76;ovelund</p>",
    "double entities": "<p title='x'>Ada &amp;#76;ovelund</p>",
    "attribute": "<p title='Ada Lovelund'>x</p>",
    "alt text": "<img alt='Ada Lovelund' src='a.png'>",
    "comment": "<p>x</p><!-- Ada Lovelund -->",
    "title": "<title>Ada Lovelund</title>",
    "meta": "<meta name='author' content='Ada Lovelund'>",
    "script": "<script>var a = 'Ada Lovelund'</script>",
    "escaped script": "<script>var a = 'Ada \\u004covelund'</script>",
    "style": "<style>p::before {content: 'Ada Lovelund'}</style>",
    "declaration": "<!Ada Lovelund>",
    "address": "<a href='x?q=Ada%20Lovelund'>x</a>",
    "embedded text": "<a href='data:text/plain;base64,QWRhIExvdmVsdW5k'>x</a>",
    "template": "<template><p>Ada Lovelund</p></template>",
    "unclosed": "<p>Ada Lovelund",
    "soft break": "<p>Ada\nLovelund</p>",
}
MARKDOWN = {
    "emphasis": "A**d**a _Lovelund_",
    "split by marks": "Ada Lo**vel**und",
    "escapes": "\\*Ada Lovelund\\*",
    "entity": "Ada &#76;ovelund",
    "comment": "x <!-- Ada Lovelund --> y",
    "link": "[x](https://example.org/Ada%20Lovelund)",
    "link text": "[Ada](x) [Lovelund](y)",
    "reference": "[x]: https://example.org/Ada%20Lovelund",
    "quote": "> Ada\n> Lovelund",
    "heading": "# Ada Lovelund",
    "attribute": '<a id="Ada Lovelund"></a>x',
    "table": "| Ada Lovelund | b |\n| --- | --- |",
}


@pytest.mark.parametrize("channel", PAGE)
def test_each_channel_of_a_page_is_read(channel: str) -> None:
    texts = [" ".join(part.text.split()) for part in read_parts(PAGE[channel].encode(), ".html")]
    assert any("Ada Lovelund" in text for text in texts), texts


@pytest.mark.parametrize("channel", MARKDOWN)
def test_each_channel_of_markdown_is_read(channel: str) -> None:
    texts = [" ".join(part.text.split()) for part in read_parts(MARKDOWN[channel].encode(), ".md")]
    assert any("Ada Lovelund" in text for text in texts), texts


def test_blocks_and_cells_keep_names_apart() -> None:
    for data, suffix in (
        (b"<td>Ada</td><td>Lovelund</td>", ".html"),
        (b"| Ada | Lovelund |", ".md"),
        (b"Ada\n\nLovelund", ".txt"),
    ):
        texts = [" ".join(text.split()) for part in read_parts(data, suffix) for text in part.text.split("\n\n")]
        assert "Ada Lovelund" not in texts


def test_pictures_in_addresses_are_unread() -> None:
    page = b"<img src='data:image/png;base64,iVBORw0KGgo='>"
    assert any(part.kind == "unread" for part in read_parts(page, ".html"))


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf", ""])
def test_other_kinds_of_file_are_unread(suffix: str) -> None:
    assert [part.kind for part in read_parts(b"anything", suffix)] == ["unread"]


@pytest.mark.parametrize(
    "data", ["Zoë".encode(), "Zoë".encode("utf-16"), "Zoë".encode("cp1252"), b"\xef\xbb\xbfZo\xc3\xab"]
)
def test_encodings(data: bytes) -> None:
    assert [part.text for part in read_parts(data, ".txt")] == ["Zoë"]


@settings(max_examples=150)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.sampled_from([".html", ".md", ".txt", ".docx"])
)
def test_no_bytes_break_the_reader(data: bytes, suffix: str) -> None:
    try:
        list(read_parts(data, suffix))
    except InputError as error:
        assert error.message
