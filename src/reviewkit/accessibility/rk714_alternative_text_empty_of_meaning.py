"""An alternative text is the name of a file or says no more than that there is a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewkit.accessibility.hitting import at
from reviewkit.accessibility.samples import holding, picture
from reviewkit.accessibility.values import WordFile
from reviewkit.contracts import AccessHit, AccessRule, WordSample

_LONG = 500
_MACHINE = "{place}: the alternative text was made by a program."


def look(word_file: WordFile) -> Iterator[AccessHit]:
    """Look at texts that tell nothing; whether another one tells the right thing, only a person can judge."""
    for one in word_file.pictures:
        if one.is_decorative or not 0 < len(one.text) < _LONG:
            continue
        if _machine().search(one.text):
            yield at(one.position, _MACHINE, one.text)
        elif _file_name().fullmatch(one.text) or _empty().fullmatch(one.text):
            yield at(one.position, "", one.text)
        elif _opening().match(one.text):
            message = "{place}: the alternative text begins by saying that it is a picture."
            yield at(one.position, message, one.text)._replace(severity="note")


@cache
def _file_name() -> re.Pattern[str]:
    return re.compile(r"\S[^\n]{0,200}\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic)", re.IGNORECASE)


@cache
def _empty() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|graph|chart|diagram|figure|shape|logo|icon|screenshot|"
        r"drawing|illustration|alt(?:ernative)? text|description|text box|rectangle|object|untitled)s?[\s\d]*\W*",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic) (?:of|showing|shows) ", re.IGNORECASE)


@cache
def _machine() -> re.Pattern[str]:
    return re.compile(r"description (?:automatically|generated)|automatically generated|AI-generated", re.IGNORECASE)


RULE = AccessRule(
    code="RK714",
    name="alternative-text-empty-of-meaning",
    severity="warning",
    finding="{place}: the alternative text is the name of a file, or only says that there is a picture.",
    why=(
        "“image1.png” tells nobody what the picture shows, and a guess made by a program is often wrong. A screen reader "
        "says by itself that there is a picture."
    ),
    fix="right-click it > View Alt Text: say what it tells, beginning with that",
    source=("wcag-2-2",),
    bad="“image1.png”, “Chart”, “Picture of a chart”, “A screenshot, description automatically generated”.",
    good="“Referrals rose from three in 2023 to nine in 2024.”",
    look=look,
    hits=(
        WordSample(holding(picture("image1.png"))),
        WordSample(holding(picture("Picture 3"))),
        WordSample(holding(picture("Picture of a bar chart"))),
        WordSample(holding(picture("A close-up of a sign Description automatically generated"))),
    ),
    misses=(
        WordSample(holding(picture("Referrals rose from three in 2023 to nine in 2024."))),
        WordSample(holding(picture("Logo of West Marshire Safeguarding Children Partnership"))),
        WordSample(holding(picture())),
    ),
)
