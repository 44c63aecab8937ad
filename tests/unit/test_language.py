"""Words, sentences, quotations, phrases, abbreviations: what a text is split into, and that nothing makes it fail."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewkit.language.abbreviations import abbreviations, is_spelt_out
from reviewkit.language.passages import Passage, Prose, said_in
from reviewkit.language.phrases import Phrase, PhraseList, find_phrases, index_phrases
from reviewkit.language.tokens import Span, quotations, sentences, split_words
from reviewkit.report import Register, Report
from reviewkit.schema import Field, Template

FIELD = Field("analysis", "Analysis", "value", "prose")
HARD = st.text(
    st.sampled_from(list("aAé İß1.,:;!?…|>*-+#`_()'\"‘’“”«»\n\t\u00ad\u200b\u0301&/@")) | st.characters(), max_size=80
)
ENGLISH = st.lists(
    st.sampled_from(
        ["Mother", "did", "not", "engage", "poor", "home", "conditions", ".", "“", "”", "'", "’s", "\n", "\n\n", "- ", "> ",
         "e.g.", "Dr.", "|", ":", "MASH", "(CP)", "child", "protection"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip
TEXTS = HARD | ENGLISH


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end].strip() for start, end in spans]


def found(say: str, text: str, *unless: str, not_in: tuple[str, ...] = ()) -> list[str]:
    phrase = Phrase(say, list_name="some", unless=unless, not_in=not_in)
    passage = Passage(("narrative",), FIELD, text)
    return [said.evidence for said in said_in(passage, index_phrases([phrase]))]


# ---------------------------------------------------------------- Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mother didn't; Mother didn’t.", ["mother", "didn't", "mother", "didn't"]),
        ("the parents’ house, o'clock", ["the", "parents", "house", "o'clock"]),
        ("a multi-agency well\u2011being plan", ["a", "multi", "agency", "well", "being", "plan"]),
        ("**did** _not_ en\u00adgage cu\u200bri\u00adosity", ["did", "not", "engage", "curiosity"]),
        ("cafe\u0301s 3.5 kg", ["cafe\u0301s", "3", "5", "kg"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(split_words(text).words) == words


@given(TEXTS)
def test_words_stand_in_the_text_in_their_order(text: str) -> None:
    words = split_words(text)
    places = [place for pair in zip(words.starts, words.ends, strict=True) for place in pair]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(words.words)


# ---------------------------------------------------------------- Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Hale came. She left.", ["Dr. Hale came.", "She left."]),
        ("See e.g. Tom, approx. 5 kg, no. 7. Then rest.", ["See e.g. Tom, approx. 5 kg, no. 7.", "Then rest."]),
        ("She was seen by Child R. She ran.", ["She was seen by Child R.", "She ran."]),
        ("“Ask me.” He did! Why? (Nobody did.) End", ["“Ask me.”", "He did!", "Why?", "(Nobody did.)", "End"]),
        ("It was 3.5 kg. i.e. little", ["It was 3.5 kg. i.e. little"]),
        ("Three things:\n- one\n- two\n3. three", ["Three things:", "- one", "- two", "3. three"]),
        ("one\n\ntwo\n## Head\n| a | b |\n| c | d |", ["one", "two", "## Head", "| a | b |", "| c | d |"]),
        ("a line\nthat goes on", ["a line\nthat goes on"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text, sentences(text)) == expected


@given(TEXTS)
def test_sentences_follow_one_another_and_leave_no_word_out(text: str) -> None:
    spans = sentences(text)
    assert all(first[1] == second[0] for first, second in pairwise(spans))
    assert bool(spans) == bool(text.strip())
    assert not spans or spans[0][0] == 0
    for start in split_words(text).starts:
        assert any(first <= start < last for first, last in spans)


# ---------------------------------------------------------------- Quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She wrote “hard to reach” and ‘chaotic’.", ["“hard to reach”", "‘chaotic’"]),
        ('It said "not known" and "none".', ['"not known"', '"none"']),
        ("The 'hard to reach' parents' group", ["'hard to reach'"]),
        ("'It wasn't his fault', she said; it wasn't.", ["'It wasn't his fault'"]),
        ("‘The parents’ house was dirty’, he wrote.", ["‘The parents’ house was dirty’"]),
        ("the children’s and the parents’ rooms", []),
        ("In the '90s her parents' home", []),
        ('5\'6" tall and "chaotic" at home', ['"chaotic"']),
        ('a stray " sign\n\nand "another" one', ['"another"']),
        ("a forgotten “ sign and a home\n\nIt was “closed” later", ["“closed”"]),
        ("“first part\n\n“second part” and mine", ["“first part\n\n“second part”"]),
        ("as follows:\n> poor home\nconditions\n\nmine", ["> poor home\nconditions"]),
        ("the code `did not engage` and «autre»", ["`did not engage`", "«autre»"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert cut(text, quotations(text)) == expected


@given(TEXTS)
def test_quotations_stand_in_the_text_and_apart(text: str) -> None:
    places = [place for span in quotations(text) for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize("piece", ["‘", "“", "\n\n“", "'a ", '"', "`", ".", " \n", "> ", "s’ a ", "(“", "1.\n- ", "A"])
def test_much_of_the_same_takes_no_time(piece: str) -> None:
    text = piece * 20_000
    quotations(text)
    sentences(text)
    split_words(text)
    assert sum(1 for _ in abbreviations(text)) == 0


# ---------------------------------------------------------------- Phrases


@pytest.mark.parametrize(
    ("say", "text", "expected"),
    [
        ("poor home condition|conditions", "Poor home\nconditions; a poor home condition", ["Poor home conditions", "poor home condition"]),
        ("did not (fully|really) engage", "did not engage, did not really engage, did not once engage",
         ["did not engage", "did not really engage"]),
        ("number of … trained", "the number of staff in schools trained", ["number of staff in schools trained"]),
        ("number of … trained", "the number of staff who were at last trained", []),
        ("didn't engage", "didn’t engage", ["didn’t engage"]),
        ("non engagement", "non-engagement, **non** engagement", ["non-engagement", "non** engagement"]),
        ("(the) the home", "the the home", ["the the home", "the home"]),
        ("engage", "engagement, re-engage", ["engage"]),
        # Not across the end of a sentence, a paragraph, an item or a cell
        ("poor home", "He was poor. Home was far; poor: home", []),
        ("poor home", "poor\n\nhome", []),
        ("poor home", "- poor\n- home", []),
        ("poor home", "| poor | home |", []),
        ("poor … home", "poor.\nhome", []),
        ("poor home", "poor (home)", ["poor (home"]),
    ],
)  # fmt: skip
def test_phrases(say: str, text: str, expected: list[str]) -> None:
    assert found(say, text) == expected


def test_what_is_quoted_is_not_the_authors_word() -> None:
    assert found("hard to reach", "Records say “hard to reach”. She was hard to reach.\n> hard to reach\n\nEnd.") == [
        "hard to reach"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The word chaotic appears in five records.", []),
        ("Her life was not at all chaotic.", []),
        ("Her life was chaotic. The word helps nobody.", ["chaotic"]),
        ("Her life was chaotic, not theirs.", ["chaotic"]),
    ],
)
def test_an_excuse_in_the_same_sentence_makes_it_harmless(text: str, expected: list[str]) -> None:
    assert found("chaotic", text, "not|never … ~", "word|phrase") == expected


def test_a_list_may_leave_a_section_out() -> None:
    assert found("chaotic", "Life was chaotic.", not_in=("views",)) == ["chaotic"]
    assert found("chaotic", "Life was chaotic.", not_in=("narrative",)) == []


STEPS = st.lists(
    st.sampled_from(["did", "not|never", "(fully)", "engage", "poor", "home", "…", "(the|a)", "conditions", "mother"]),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(TEXTS, st.lists(STEPS, min_size=1, max_size=4), st.lists(STEPS | STEPS.map(lambda say: say + " ~"), max_size=2))
@settings(max_examples=300)
def test_phrases_found_stand_in_the_text(text: str, says: list[str], unless: list[str]) -> None:
    index = index_phrases(Phrase(say, unless=tuple(unless)) for say in says)
    words = split_words(text)
    for match in find_phrases(text, words, index):
        assert 0 <= match.first < match.last <= len(words.words)
    passage = Passage(("narrative",), FIELD, text)
    for said in said_in(passage, index):
        assert said.evidence
        assert not passage.is_quoted(said.start)
        assert passage.sentence_at(said.start) == passage.sentence_at(said.end - 1) or "…" in said.phrase.say


@given(st.lists(TEXTS, max_size=4), st.lists(STEPS, min_size=1, max_size=4))
@settings(max_examples=300)
def test_looking_only_where_the_words_stand_misses_nothing(texts: list[str], says: list[str]) -> None:
    sections = tuple(FIELD._replace(id=f"part_{number}") for number in range(len(texts)))
    template = Template("some", "", "", "", (), sections, (), {})
    values = {section.id: text for section, text in zip(sections, texts, strict=True)}
    phrases = tuple(Phrase(say, list_name="some") for say in says)
    prose = Prose(Report("", template, "", values, Register(), {}, {}, ()), lambda: (PhraseList("some", "", phrases),))
    everywhere = [said for passage in prose.passages for said in said_in(passage, index_phrases(phrases))]
    assert list(prose.said("some")) == everywhere
    assert [said for passage in prose.passages for said in prose.said_at("some", passage.path)] == everywhere


# ---------------------------------------------------------------- Abbreviations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The MASH, two IMRs and the GP's DfE letter (ICPC)", ["MASH", "IMR", "GP", "DfE", "ICPC"]),
        ("Charles III, part II, WM-RR-2025-07, LS6 2AB, S47", []),
        ("DO NOT COPY; A&E, U.K., iPhone, McDonald, www.SCIE.org", []),
    ],
)
def test_abbreviations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in abbreviations(text)] == expected


@pytest.mark.parametrize(
    ("short", "sentence"),
    [
        ("CP", "A child protection (CP) plan"),
        ("CP", "CP (child protection)"),
        ("MASH", "the multi-agency safeguarding hub, or MASH,"),
        ("MASH", "MASH, the Multi-Agency Safeguarding Hub"),
        ("CAMHS", "Child and Adolescent Mental Health Services (“CAMHS”)"),
        ("SENCO", "the SENCO, the special educational needs coordinator,"),
        ("NEET", "not in education, employment or training – NEET –"),
        ("IMR", "individual management reviews (IMRs)"),
        ("TB", "tuberculosis (TB)"),
    ],
)
def test_it_is_spelt_out(short: str, sentence: str) -> None:
    assert is_spelt_out(short, sentence)


@pytest.mark.parametrize(
    ("short", "sentence"),
    [
        ("CIN", "The CIN plan was for the children in the house"),
        ("HV", "the HV saw her visit"),
        ("MASH", "The MASH (in May) and the MASH again"),
        ("HMP", "HMP Marfield wrote; HMP staff were kind"),
        ("CP", "The CP plan was for child protection"),
    ],
)
def test_it_is_not_spelt_out(short: str, sentence: str) -> None:
    assert not is_spelt_out(short, sentence)


@given(TEXTS)
def test_abbreviations_stand_in_the_text(text: str) -> None:
    for start, end in abbreviations(text):
        assert 0 <= start < end <= len(text)
        is_spelt_out(text[start:end], text)
