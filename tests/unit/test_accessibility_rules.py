"""Every rule for Word files flags its own hits and leaves its own misses, and keeps to what people read of all rules."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from reviewkit import registry
from reviewkit.accessibility.word_file import read_word_file
from reviewkit.contracts import AccessRule, WordSample
from reviewkit.loading.codelists import load_sources

OFFICE = "http://schemas.openxmlformats.org/"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": OFFICE + "wordprocessingml/2006/main",
        "r": OFFICE + "officeDocument/2006/relationships",
        "wp": OFFICE + "drawingml/2006/wordprocessingDrawing",
        "a": OFFICE + "drawingml/2006/main",
        "mc": OFFICE + "markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "cp": OFFICE + "package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
STYLES = (
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading")
    )
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
CORE = "<dc:title>A review</dc:title><dc:language>en-GB</dc:language>"
RULES = registry.access_rules()
LONGEST_FIX = 240


def part(name: str, inner: str, prefix: str = "w") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><{prefix}:{name} {SPACES}>{inner}</{prefix}:{name}>'


def relations(**kinds: str) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}x/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds.items())
    )
    link = '<Relationship Id="rLink" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    return f'<Relationships xmlns="{OFFICE}package/2006/relationships">{listed}{link}</Relationships>'


def as_parts(sample: WordSample) -> dict[str, str]:
    """The parts of a whole Word file around a sample."""
    styles = sample.styles if "<w:docDefaults>" in sample.styles else DEFAULTS + sample.styles
    core = sample.core or CORE
    return {
        "_rels/.rels": relations(officeDocument="word/document.xml").replace(
            "</Relationships>",
            f'<Relationship Id="rC" Type="{OFFICE}x/core-properties" Target="docProps/core.xml"/></Relationships>',
        ),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", settings="settings.xml"),
        "word/document.xml": part("document", f"<w:body>{sample.body}</w:body>"),
        "word/styles.xml": part("styles", styles + STYLES),
        "word/settings.xml": part("settings", sample.settings),
        "docProps/core.xml": part("coreProperties", core, "cp"),
    }


def as_file(parts: dict[str, str] | WordSample) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in (as_parts(parts) if isinstance(parts, WordSample) else parts).items():
            archive.writestr(name, text)
    return packed.getvalue()


def found(rule: AccessRule, sample: WordSample) -> int:
    return len(list(rule.look(read_word_file(as_file(sample), "sample.docx"))))


HITS = [(rule, sample) for rule in RULES for sample in rule.hits]
MISSES = [(rule, sample) for rule in RULES for sample in rule.misses]


@pytest.mark.parametrize(("rule", "sample"), HITS, ids=[f"{rule.code}-{n}" for n, (rule, _) in enumerate(HITS)])
def test_flags_its_hits_once(rule: AccessRule, sample: WordSample) -> None:
    assert found(rule, sample) == 1


@pytest.mark.parametrize(("rule", "sample"), MISSES, ids=[f"{rule.code}-{n}" for n, (rule, _) in enumerate(MISSES)])
def test_leaves_its_misses(rule: AccessRule, sample: WordSample) -> None:
    assert found(rule, sample) == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_is_told_whole(rule: AccessRule) -> None:
    module = Path(registry.__file__).parent.joinpath(*registry.access_codes()[rule.code].split(".")[1:])
    assert module.stem == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    docstring = ast.get_docstring(ast.parse(module.with_suffix(".py").read_text(encoding="utf-8"))) or ""
    first = docstring.splitlines()[0]
    assert first[:1].isupper()
    assert first.endswith(".")
    assert rule.source
    assert set(rule.source) <= set(load_sources())
    assert not rule.fix.endswith(".")
    assert len(rule.fix) <= LONGEST_FIX
    assert rule.finding.startswith("{place}: ")
    assert rule.finding.endswith(".")
    for sentences in (rule.why, rule.bad, rule.good):
        assert sentences[:1].isupper() or not sentences[:1].isalpha() or "." in sentences
        assert sentences.endswith((".", "”"))
    assert rule.hits
    assert rule.misses


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_promises_nothing(rule: AccessRule) -> None:
    words = f"{rule.finding} {rule.fix} {rule.bad} {rule.good} {rule.why}".lower()
    assert not re.search(r"\b(?:compliant|complies|is accessible|fully accessible)\b", words)


@pytest.mark.parametrize(("rule", "sample"), HITS, ids=[f"{rule.code}-{n}" for n, (rule, _) in enumerate(HITS)])
def test_no_word_of_the_file_stands_outside_the_evidence(rule: AccessRule, sample: WordSample) -> None:
    words = WordSample(sample.body.replace("word", "Okafor"), sample.styles, sample.settings, sample.core)
    for hit in rule.look(read_word_file(as_file(words), "sample.docx")):
        said = f"{hit.message} {hit.fix} {hit.place} {hit.path}"
        assert "Okafor" not in said
        assert "Whitworth" not in said
