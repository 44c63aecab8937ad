"""The story takes too large a share of the report, or is a chronology in prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.days import MONTHS
from reviewkit.language.passages import Passage, Prose

SHARE, WHOLE = 3, 2000
"""The story may take a third of the words, once the report has so many. Our own limits, and wide."""
DATED = 6
"""From so many dated sentences on, if they are at least half of a text, it is a chronology. Our own limit."""
_SHORT = 15 * DATED
"""Less than this is no text of so many sentences."""
TELLING = frozenset(
    {"narrative", "incidents", "children", "family", "agencies", "lived_experience", "key_lines_of_enquiry",
     "key_practice_episodes", "learning", "reason_for_review"}
)  # fmt: skip
"""Sections that tell what happened. What was tried, agreed or decided, and when, is rightly told by date."""
_MONTH_WORDS = frozenset((*(month.lower() for month in MONTHS), *(month[:3].lower() for month in MONTHS), "sept"))


def look(context: Context) -> Iterator[Hit]:
    """Count dated sentences in each text that tells, and the words of the story."""
    prose = context.prose
    numbers = [word for word in prose.vocabulary if word[0].isdecimal()]  # no date is without one
    dense = [passage for passage in prose.holding(numbers) if passage.path[0] in TELLING and _may_be_dense(passage)]
    told = False
    for passage in dense:
        dates = _dates(passage)
        if len(dates) >= DATED and 2 * len(dates) >= len(passage.sentences):
            told = told or passage.path == ("narrative",)
            message = (
                f"{{place}} is a chronology in prose: {len(dates)} of {len(passage.sentences)} sentences are dated."
            )
            yield Hit(passage.path, message, evidence="; ".join(dates))
    if not told:
        yield from _share(prose)


def _share(prose: Prose) -> Iterator[Hit]:
    story = prose.at(("narrative",))
    if story is None or (story.field.length and len(story.text.split()) > story.field.length[1]):
        return  # RK106 speaks of its length
    words, whole = len(story.each), sum(len(passage.each) for passage in prose.passages)
    if whole >= WHOLE and SHARE * words > whole:
        yield Hit(story.path, f"{{place}} takes {words} of the report's {whole} words; up to a third is usual.")


def _may_be_dense(passage: Passage) -> bool:
    text = passage.text
    return len(text) > _SHORT and sum(text.count(sign) for sign in (*MONTHS, "20", "19")) >= DATED


def _dates(passage: Passage) -> list[str]:
    """The first date of each sentence that has one: a day and a month, a month and a year, or figures."""
    words = passage.words
    found: dict[int, str] = {}
    for at in range(len(words.words)):
        length = _date_length(words.words[at : at + 3])
        if length:
            number = passage.sentence_at(words.starts[at])
            date = passage.text[words.starts[at] : words.ends[at + length - 1]]
            found.setdefault(number, " ".join(date.split()))
    return list(found.values())


def _date_length(words: Sequence[str]) -> int:
    """How many of these words are a date, from the first on; 0 if they begin none."""
    if len(words) < 2:
        return 0
    first, second = words[0].rstrip("stndrh"), words[1].rstrip("stndrh")
    if words[0] in _MONTH_WORDS:
        return 2 if second.isdecimal() else 0
    if words[1] in _MONTH_WORDS and first.isdecimal():
        return 2
    return 3 if len(words) > 2 and _is_calendar(*words) else 0


def _is_calendar(first: str, second: str, third: str) -> bool:
    """04/05/2023 or 2023-05-04: a year of four figures at one end, a possible month and day beside it."""
    if not (first + second + third).isdecimal() or {len(first), len(third)} not in ({4, 2}, {4, 1}):
        return False
    day = third if len(first) == 4 else first
    return 0 < int(day) < 32 and len(second) < 3 and 0 < int(second) < 13


RULE = Rule(
    code="RK505",
    name="chronology-in-prose",
    severity="warning",
    finding="{place}: the story outweighs what there is to learn from it.",
    why=(
        "The Panel asked in 2020 that reviews keep to the core issues and are not characterised by lengthy, detailed "
        "chronology. Where every sentence has a date, nobody sees which day mattered. The limits are our own."
    ),
    fix="tell what mattered in a few paragraphs; give dates where one taught something, in `key_events` if there is one",
    source=("panel-webinar-2020", "own"),
    good=Example(
        """
narrative: >
  In the spring of 2025 Child R was seen by four services within five weeks. Each saw one thing: a missed feed, a bruise,
  a mother who cried, a father who was never there. On 12 May the health visitor rang the surgery and was told to write.
  Her letter arrived after the weekend. By then Child R was in hospital.
"""
    ),
    bad=Example(
        """
narrative: >
  On 3 March 2025 the midwife visited. On 10 March 2025 the health visitor took over. On 24 March 2025 an appointment
  was missed. On 2 April 2025 a letter was sent. On 9 April 2025 police were called. On 12 May 2025 the health visitor
  rang the surgery. On 16 May 2025 Child R was admitted to hospital.
""",
        at="/narrative",
    ),
    look=look,
)
