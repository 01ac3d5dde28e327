"""Attributions: who says it, what kind of source that is, how many, and what they say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import AttributionKind
from workbench.house.words import load_words
from workbench.reading.attribution import AttributionMention, attributions

WORDS = load_words()
DATA = Path(__file__).parents[1] / "data"
SPOKEN = (
    "said told according to per The Ledger Axios two people familiar with the call , . “ ” "
    "reported a spokesperson for Mayor Okafor in an interview on MSNBC \n 🌉 e\u0301 \x00"
)
PIECES = st.sampled_from(SPOKEN.split(" "))

CASES = [
    # text | source | kind | count | descriptor
    "Court records show the crew was paid. | Court records | document | 0 | Court records",
    "Emails obtained by Coast Wire show that she knew. | Emails obtained by Coast Wire | document "
    "| 0 | Emails obtained by Coast Wire",
    "Half a dozen current and former officials said it failed. | Half a dozen current and former "
    "officials | anonymous | 6 | current and former officials",
    "The boat sank, said a person with knowledge of it. | a person with knowledge of it "
    "| anonymous | 1 | person with knowledge of it",
    "The plan failed, according to two people familiar with the call. | two people familiar with "
    "the call | anonymous | 2 | people familiar with the call",
    "According to Axios, she called. | Axios | outlet | 0 | ",
    "Axios reported that she called. | Axios | outlet | 0 | ",
    "She called, Axios reports. | Axios | outlet | 0 | ",
    "She called, per the New York Post. | New York Post | outlet | 0 | ",
    "She called, as Reuters first reported. | Reuters | outlet | 0 | ",
    "The Harbor Times reported a call. | The Harbor Times | outlet | 0 | ",
    "The Associated Press reported a call. | The Associated Press | outlet | 0 | ",
    "CNN reported that she called. | CNN | broadcast | 0 | ",
    "MSNBC reported a call. | MSNBC | broadcast | 0 | ",
    "Samuel Okafor said that the bridge was safe. | Samuel Okafor | named | 0 | ",
    "The bridge is safe, Samuel Okafor said. | Samuel Okafor | named | 0 | ",
    "The bridge is safe, said Samuel Okafor. | Samuel Okafor | named | 0 | ",
    "“Safe,” said Samuel Okafor. | Samuel Okafor | named | 0 | ",
    "Mayor Samuel Okafor warned that it may fall. | Samuel Okafor | named | 0 | ",
    "A spokesperson said the mayor was out. | A spokesperson | role_only | 0 | spokesperson",
    "The mayor was out, a spokeswoman for the city said. | a spokeswoman for the city | role_only "
    "| 0 | spokeswoman for the city",
    "Officials said the span was sound. | Officials | anonymous | 0 | Officials",
    "City officials said the span was sound. | City officials | anonymous | 0 | City officials",
    "A senior aide said it was over. | A senior aide | anonymous | 1 | senior aide",
    "One person briefed on the talks said it was over. | One person briefed on the talks | "
    "anonymous | 1 | person briefed on the talks",
    "Three officials said it was over. | Three officials | anonymous | 3 | officials",
    "Several sources said it was over. | Several sources | anonymous | 0 | sources",
    "Sources familiar with the matter said it was over. | Sources familiar with the matter | "
    "anonymous | 0 | Sources familiar with the matter",
    "It was over, two of the people said. | two of the people | anonymous | 2 | people",
    "It was over, the sources said. | the sources | anonymous | 0 | sources",
    "It was over, said a person close to the mayor. | a person close to the mayor | anonymous | 1 "
    "| person close to the mayor",
    "“It is over,” said a person close to the mayor. | a person close to the mayor | anonymous | 1 "
    "| person close to the mayor",
    "It was over, according to a person close to the mayor. | a person close to the mayor | "
    "anonymous | 1 | person close to the mayor",
    "It was over, according to 12 current officials. | 12 current officials | anonymous | 12 | "
    "current officials",
    "Critics say the plan is too costly. | Critics | anonymous | 0 | Critics",
    "An ally of the governor said she was tired. | An ally of the governor | anonymous | 1 | ally "
    "of the governor",
    "Advisers to Ms. Lindqvist complained about it. | Advisers to Ms. Lindqvist | anonymous | 0 | "
    "Advisers to Ms. Lindqvist",
    "According to court documents, she signed. | court documents | document | 0 | court documents",
    "The report said that the span was unsafe. | The report | document | 0 | report",
    "The lawsuit alleges that the city knew. | The lawsuit | document | 0 | lawsuit",
    "The city knew, according to the lawsuit. | the lawsuit | document | 0 | lawsuit",
    "A recent poll suggested that she leads. | A recent poll | document | 0 | recent poll",
    "She leads, according to a survey by Harbor University. | a survey by Harbor University | "
    "document | 0 | survey by Harbor University",
    "The statement added that talks go on. | The statement | document | 0 | statement",
    "The newspaper reported that she called. | The newspaper | outlet | 0 | newspaper",
    "Ines Lindqvist, the governor, said she would wait. | Ines Lindqvist | named | 0 | ",
    "Ines Lindqvist met the crews. She said she would wait. | Ines Lindqvist | named | 0 | ",
    "Ines Lindqvist on Tuesday said she would wait. | Ines Lindqvist | named | 0 | ",
    "Sen. Ruth Calloway (D-Port Maren) argued that it was late. | Ruth Calloway | named | 0 | ",
    "The governor’s office said it was reviewing the plan. | The governor’s office | role_only | 0 "
    "| governor’s office",
    "The White House said it was reviewing the plan. | White House | named | 0 | ",
    "In an interview on Channel 9, she spoke of rain. | Channel 9 | broadcast | 0 | ",
    "She told The Ledger that she was tired. | The Ledger | outlet | 0 | ",
    "She told Fox News that she was tired. | Fox News | broadcast | 0 | ",
    "In an interview with Politico, she spoke of rain. | Politico | outlet | 0 | ",
    "Okafor did not say when he would sign. | - | - | 0 | ",
    "Okafor declined to say when he would sign. | - | - | 0 | ",
    "The case was reported to the police. | - | - | 0 | ",
    "Okafor was told to wait. | - | - | 0 | ",
    "His remarks and claims were brief. | - | - | 0 | ",
    "The United States and its reports matter. | - | - | 0 | ",
    "The crews continued to work. | - | - | 0 | ",
    "The agency added to its staff; demands rose. | - | - | 0 | ",
    "The bridge opened on Monday. | - | - | 0 | ",
    "Axios readers like bridges. | - | - | 0 | ",
    "Okafor asked to leave early. | - | - | 0 | ",
]


@pytest.mark.parametrize("case", CASES)
def test_sources_and_their_kinds(case: str) -> None:
    text, source, kind, count, descriptor = (part.strip() for part in case.split("|"))

    found = [(item.source, item.kind, item.count, item.descriptor)
             for item in attributions(text, WORDS)]  # fmt: skip

    if kind == "-":
        assert found == []
    else:
        assert (source, AttributionKind(kind), int(count), descriptor) in found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Okafor said that it rains.", "that it rains."),
        ("Okafor said: “It rains.”", "“It rains.”"),
        ("“It rains,” Okafor said on Monday.", "“It rains,”"),
        ("It rains in May, Okafor said.", "It rains in May"),
        ("According to Okafor, it rains.", "it rains."),
        ("It rains, according to Okafor.", "It rains"),
        ("But Okafor said it rains.", "it rains."),
    ],
)
def test_what_is_said(text: str, content: str) -> None:
    (item,) = attributions(text, WORDS)

    assert text[item.content_start : item.content_end] == content


def test_an_aside_says_the_whole_sentence():
    text = "The call, according to two people familiar with it, was warm."
    (item,) = attributions(text, WORDS)

    assert item.descriptor == "people familiar with it"
    assert text[item.content_start : item.content_end] == text


def test_whoever_told_an_outlet_and_the_outlet_are_two_attributions():
    text = "“It is a start,” a spokesperson told The Statesman."

    assert [(item.kind, item.cue) for item in attributions(text, WORDS)] == [
        (AttributionKind.ROLE_ONLY, "a spokesperson told"),
        (AttributionKind.OUTLET, "told The Statesman"),
    ]


def test_without_words_an_outlet_is_known_by_its_shape_alone():
    found = attributions("Axios reported it. The Harbor Times reported it.")

    assert [item.kind for item in found] == [AttributionKind.NAMED, AttributionKind.OUTLET]


def check(text: str, found: tuple[AttributionMention, ...]) -> None:
    for item in found:
        assert 0 <= item.start < item.end <= len(text)
        assert 0 <= item.content_start <= item.content_end <= len(text)
        assert text[item.start : item.end] == item.cue
        assert not item.count or item.kind is AttributionKind.ANONYMOUS
    assert [item.start for item in found] == sorted(item.start for item in found)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=50).map(" ".join))
def test_any_text_gives_its_own_words_in_order(text: str) -> None:
    check(text, attributions(text, WORDS))


def test_a_long_text_of_news_keeps_its_order():
    text = (DATA / "quotations.txt").read_text(encoding="utf-8")
    found = attributions(text, WORDS)

    assert len(found) > 100
    check(text, found)
