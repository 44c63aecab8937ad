"""Undeclared names by capitals: what is a name, what is only a term, and that no word of the templates is taken for one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.detectors.case_number import DETECTOR as CASE_NUMBER
from reviewkit.detectors.origin import DETECTOR as ORIGIN
from reviewkit.detectors.undeclared_name import DETECTOR as NAMES
from reviewkit.language.folding import fold_word
from reviewkit.language.reading import read
from reviewkit.loading.plain_values import read_shipped
from reviewkit.loading.word_lists import is_english, load_word_list, word_list_names
from reviewkit.resources import read_text

FILES = ("lcspr", "rapid-review", "shared", "codelists")
PRINTED = frozenset(("title", "label", "subtitle", "abbreviation", "group"))

SENTENCES = """
The school told [[Mr. Whitworth-Okafor]]! that [[O'Brien]] and [[d'Arcy]] had left.
[[Grace]]'s mother rang. [[Rose]] and [[Lena]]! went. [[Will]] said no.
It was Child B's brother, [[J. Okafor]], and [[J.K. Okafor]] who went with [[A. Okafor]].
She lived in [[Rose Cottage]]! for a year.
He went to [[St Cuthbert's Primary School]] and the [[Whitmarsh Infirmary]].
I spoke to [[Dr Marsh]]! (GP) and [[Miss Young]]!.
[[Jayden]]!
[[Grace]]
[[Mark Brown]]!
[[Moses]]! had a basket, and [[Tom Moses]]! a Moses basket.
He went to [[Whitmarsh school]]; she took [[Jayden]]! school things.
[[JAYDEN OKAFOR]]! WAS SEEN BY [[MR FOX]]
[[Jayden Okafor]]!'s Life And Times
Auntie [[Rose]], Nana and Uncle [[Ken]]!
the [[University of Whitmarsh]], the [[village of Whitmarsh]], the Department for Education
then [[mr smith]]! and [[dr okafor]]! came; she will miss school
[[Ali bin Rashid al-Okafor]]!, [[Maria de la Cruz]]!, [[Vincent van der Berg]]!
[[Łukasz Wiśniewski]]! and [[Zoë Müller]]! saw [[İbrahim Çelik]]!.
She said: "[[Jay]], come here." He said "Leave [[Grace]] alone."
the [[Grace]] family and the [[Price]] household
Her surname was [[Young]]; it was hard. [[April]]! told us.
Police [[Constable Turner]]! and PC 4471 went with [[Turner]].
[[Karen Manners]]! QPM
[[Karen Best]]!
[[Brown]], [[Mark]]
Later [[Mr Driver]]! came, as Mr Speaker did.
we met [[Mr Driver]]!, [[Sergeant Best]]! and [[Mrs Child]]!
[[Max]]! fed [[Fox]]
they spoke to [[May]], and she told the sister and [[June]]!
with [[GRACE]]-14 beside her
They met [[Whitmarsh]] colleagues. A letter by [[J.K]]. Further came.
He told [[Long]] and [[Best]] about the Child and the Court.
in [[R v Whitworth]] the judge said
She lived with [[Jay\u00adden]]! and [[\uff27\uff52\uff41\uff43\uff45]] then.
""".strip().splitlines()

CLEAR = """
Hope was lost. Will there be a review? May we ask? Mark the date. Bill payments rose.
The Social Worker and the Health Visitor met the Designated Safeguarding Lead at the MASH.
It was a Section 47 Enquiry under the Children Act 1989, a Child in Need Plan and a Strategy Meeting.
Child A, Child B and Sibling 1 lived with Mother and Father, MGM, and Adult C.
Adverse Childhood Experiences (ACEs), Graded Care Profile 2 (GCP2), Signs of Safety.
Learning Point 3: Fathers Matter
In the Family Court Re W (Children) was cited under the Insolvency Act 1986.
They spoke of Multi Point Review (MPR) and of vitamin D; an X-ray was taken.
Black and minority ethnic families; Black children; White British
Key stage 2 SATs at Year 6 and an EHCP. In May and since Monday. From June to August.
WHAT HAPPENED NEXT
Key Findings And Next Steps
The Secretary of State for Education and the Minister for Foreign Affairs
WM-RR-2025-07 and RK313
Young people told us. Price lists rose. Grace periods ended.
They moved to London from the north of England.
Mr and Mrs
They asked Mr Speaker. It lasted from May to June, and through June and July 2019.
The Moses basket was there; he has Down's syndrome and is Gillick competent.
(ii) Initiate a dialogue
B. Rejection of the request
""".strip().splitlines()


def found(text: str) -> list[str]:
    reading = read(text)
    hits = NAMES.find(reading, frozenset())
    return [f"{reading.folded.source_of(hit.start, hit.end)}{'!' * hit.sure}" for hit in hits]


@pytest.mark.parametrize("marked", SENTENCES)
def test_finds_names_whole_and_knows_which_are_sure(marked: str) -> None:
    wanted = [f"{name}{sure}" for name, sure in re.findall(r"\[\[(.*?)\]\](!?)", marked)]
    assert found(re.sub(r"\[\[(.*?)\]\]!?", r"\1", marked)) == wanted


@pytest.mark.parametrize("text", CLEAR)
def test_general_terms_are_no_names(text: str) -> None:
    assert not found(text)


def printed(node: Any, under: str = "") -> Iterator[str]:
    if isinstance(node, str) and under in PRINTED:
        yield node
    for key, value in node.items() if isinstance(node, dict) else ():
        yield from printed(value, key)
    for value in node if isinstance(node, list) else ():
        yield from printed(value, under)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("detector", [NAMES, ORIGIN], ids=lambda detector: detector.kind)
def test_no_title_or_label_of_the_templates_is_flagged(file: str, detector: Any) -> None:
    texts = list(printed(read_shipped("schemas", f"{file}.yaml")))
    assert len(texts) > 10
    assert not [text for text in texts if any(detector.find(read(text), frozenset()))]


def test_words_that_are_accounted_for_are_left_and_end_a_run() -> None:
    reading = read("She told Jayden Whitworth and Lena Okafor of it.")
    known = frozenset(number for number, word in enumerate(reading.words) if word in ("jayden", "lena", "okafor"))
    assert [reading.plane[hit.start : hit.end] for hit in NAMES.find(reading, known)] == ["whitworth"]


@pytest.mark.parametrize(
    "term", ["Social Worker", "Children's Services", "the Police", "Council", "Section", "Head of Service"]
)
@pytest.mark.parametrize("name", ["Okafor", "Whitmarsh", "Turner"])
def test_an_allow_list_never_clears_a_part_of_a_run(term: str, name: str) -> None:
    assert any(name in hit for hit in found(f"we saw {term} {name} there"))
    assert any(name in hit for hit in found(f"we saw {name} {term} there"))


@given(st.sampled_from(sorted(load_word_list("word-first-names").words - {"may", "august", "summer", "autumn"})))
def test_a_dictionary_word_never_clears_a_name_in_mid_sentence(name: str) -> None:
    assert found(f"they saw {name.title()} at the clinic")


@given(
    st.lists(
        st.sampled_from(
            ["A", "and", "X", "of", "(", "R", "v", ".", "-", "'s", "Okafor", "al", "The", "\n", "İ", "ß", "May", "7"]
        )
    )
)
def test_any_mixture_gives_ordered_spans_within_the_text(parts: list[str]) -> None:
    for text in (" ".join(parts), "".join(parts)):
        reading = read(text)
        for detector in (NAMES, ORIGIN, CASE_NUMBER):
            spans = [(hit.start, hit.end) for hit in detector.find(reading, frozenset())]
            assert all(0 <= start < end <= len(reading.plane) for start, end in spans)
            assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


def test_english_words_are_found_where_they_stand() -> None:
    words = read_text("schemas", "words", "english.txt").split("\n")
    assert words.pop() == ""
    assert words == sorted(set(words), key=str.encode)
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(is_english(word) for word in (*words[:50], *words[::97], *words[-50:]))
    assert not any(is_english(word) for word in ("", "jayden", "okafor", "color", "Zebra", "z\n", "zzzz", "aa"))
    assert all(is_english(word) for word in ("colour", "organise", "neighbour"))


@pytest.mark.parametrize("name", word_list_names())
def test_lists_say_what_they_are_and_hold_plain_words(name: str) -> None:
    words = load_word_list(name)
    assert words.title
    assert words.why
    assert words.words
    assert all(re.fullmatch(r"[a-z]+", fold_word(word)) for word in words.words)
    assert all(len(phrase) > 1 for phrase in words.phrases) or name == "report"


def test_no_name_stands_on_an_allow_list() -> None:
    names = load_word_list("first-names").words
    for name in ("roles", "agencies", "statutes", "safeguarding", "report", "origins", "eponyms"):
        assert not load_word_list(name).words & names, name


def test_more_often_words_are_among_the_names_that_are_words() -> None:
    assert load_word_list("notion-first-names").words <= load_word_list("word-first-names").words
    assert not load_word_list("word-first-names").words & load_word_list("first-names").words
