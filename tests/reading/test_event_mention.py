"""Events: who did what to whom, in which direction, and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.date import UNKNOWN_DATE
from workbench.house.words import load_words
from workbench.reading.date_mention import date_mentions
from workbench.reading.event_mention import events

WORDS = load_words()
SPOKEN = (
    "Ines Lindqvist Samuel Okafor called fielding a call from to with made and was by met spoke "
    "told him her on Monday , . “ ” signed the bill not would last week in May 🌉 e\u0301 \n"
)
PIECES = st.sampled_from(SPOKEN.split(" "))

CASES = [
    # text | actor | action | recipient
    "Ines Lindqvist called Samuel Okafor. | Ines Lindqvist | call | Samuel Okafor",
    "Ines Lindqvist privately called Mayor Samuel Okafor last week. | Ines Lindqvist | call | "
    "Samuel Okafor",
    "Ines Lindqvist phoned Okafor on Monday. | Ines Lindqvist | call | Okafor",
    "Samuel Okafor telephoned Governor Ines Lindqvist. | Samuel Okafor | call | Ines Lindqvist",
    "Lindqvist was fielding a call from Okafor. | Okafor | call | Lindqvist",
    "Lindqvist was busy, fielding a call on Tuesday from Samuel Okafor. | Samuel Okafor | call | "
    "Lindqvist",
    "Lindqvist took a call from Okafor. | Okafor | call | Lindqvist",
    "Lindqvist received a phone call from Okafor in May. | Okafor | call | Lindqvist",
    "Lindqvist got a call from the mayor. | the mayor | call | Lindqvist",
    "Lindqvist made a private call to Okafor. | Lindqvist | call | Okafor",
    "Lindqvist placed a call to mayoral hopeful Samuel Okafor. | Lindqvist | call | Samuel Okafor",
    "Lindqvist was called by Okafor on Monday. | Okafor | call | Lindqvist",
    "Lindqvist had been telephoned by Samuel Okafor. | Samuel Okafor | call | Lindqvist",
    "A call from Okafor to Lindqvist lasted an hour. | Okafor | call | Lindqvist",
    "A call between Okafor and Lindqvist lasted an hour. | Okafor | call | Lindqvist",
    "Okafor’s call to Lindqvist lasted an hour. | Okafor | call | Lindqvist",
    "Lindqvist met with Okafor. | Lindqvist | meet | Okafor",
    "Lindqvist met Okafor at noon. | Lindqvist | meet | Okafor",
    "Lindqvist held a meeting with Okafor. | Lindqvist | meet | Okafor",
    "Okafor and Lindqvist met on Monday. | Okafor | meet | Lindqvist",
    "Okafor and Lindqvist spoke for an hour. | Okafor | speak | Lindqvist",
    "Lindqvist spoke by phone with Okafor. | Lindqvist | speak | Okafor",
    "Lindqvist talked privately to Okafor. | Lindqvist | talk | Okafor",
    "Lindqvist reached out to Okafor. | Lindqvist | contact | Okafor",
    "Lindqvist wrote to Okafor in June. | Lindqvist | write | Okafor",
    "Lindqvist told Okafor that it was late. | Lindqvist | tell | Okafor",
    "Lindqvist endorsed Okafor. | Lindqvist | endorse | Okafor",
    "Okafor was endorsed by Lindqvist. | Lindqvist | endorse | Okafor",
    "Okafor won an endorsement from Lindqvist. | Lindqvist | endorse | Okafor",
    "Okafor received an invitation from Lindqvist. | Lindqvist | invite | Okafor",
    "Lindqvist signed the Safe Crossings Act. | Lindqvist | sign | the Safe Crossings Act",
    "The bill was signed by Lindqvist. | - | - | -",
    "Lindqvist, the governor, called Okafor. | Lindqvist | call | Okafor",
    "On Tuesday, Lindqvist called Okafor. | Lindqvist | call | Okafor",
    "Ines Lindqvist spoke. She called Samuel Okafor later. | Ines Lindqvist | call | Samuel Okafor",
    "Samuel Okafor waited. Ines Lindqvist called him. | Ines Lindqvist | call | Samuel Okafor",
    "Lindqvist appointed Nora Petty. | Lindqvist | appoint | Nora Petty",
    "Petty was fired by Lindqvist. | Lindqvist | fire | Petty",
    "Lindqvist called Okafor and thanked Petty. | Lindqvist | thank | Petty",
    "The former governor, Dale Renner, also called Okafor in June. | Dale Renner | call | Okafor",
    "Lindqvist called Okafor a liar. | - | - | -",
    "Lindqvist called Okafor “reckless.” | - | - | -",
    "Lindqvist called for a vote. | - | - | -",
    "Lindqvist called the plan a mess. | - | - | -",
    "Lindqvist did not endorse Okafor. | - | - | -",
    "Lindqvist never called Okafor. | - | - | -",
    "Lindqvist would call Okafor. | - | - | -",
    "Lindqvist plans to meet Okafor. | - | - | -",
    "Lindqvist stopped short of endorsing Okafor. | - | - | -",
    "Lindqvist declined to endorse Okafor. | - | - | -",
    "A spokesperson told The Statesman. | - | - | -",
    "“Lindqvist called Okafor,” he said. | - | - | -",
]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(item.actor, item.action, item.recipient) for item in events(text, words=WORDS)]


@pytest.mark.parametrize("case", CASES)
def test_directions(case: str) -> None:
    text, *wanted = (part.strip() for part in case.split("|"))

    if wanted[0] == "-":
        assert told(text) == []
    else:
        assert tuple(wanted) in told(text)
        assert (wanted[2], wanted[1], wanted[0]) not in told(text)


def test_two_calls_in_one_text_are_two_events_with_their_dates():
    text = (
        "Dale Renner telephoned Mayor Samuel Okafor on July 4, 2026. They spoke of rain.\n"
        "Renner also called Okafor in June 2025, after the vote."
    )

    found = [item for item in events(text, date_mentions(text), WORDS) if item.action == "call"]

    assert [(item.actor, item.recipient, item.when.value) for item in found] == [
        ("Dale Renner", "Samuel Okafor", "2026-07-04"),
        ("Dale Renner", "Samuel Okafor", "2025-06"),
    ]


def test_a_year_that_names_a_thing_dates_nothing():
    text = "Lindqvist called Okafor about the 2028 campaign."
    (item,) = events(text, date_mentions(text), WORDS)

    assert item.when == UNKNOWN_DATE


def test_a_date_inside_a_quotation_does_not_date_the_telling():
    text = "“I called her on July 3, 2026, and I asked,” Mayor Ada Okafor told Sam Rees."
    assert [(event.action, event.when) for event in events(text, date_mentions(text))] == [
        ("tell", UNKNOWN_DATE)
    ]


def test_a_relative_date_is_kept_in_its_own_words():
    text = "Lindqvist called Okafor last week."
    (item,) = events(text, date_mentions(text), WORDS)

    assert (item.when.value, item.when.wording) == ("", "last week")


def test_a_dateline_is_no_actor():
    text = "PORT MAREN (Coast Wire) — Ines Lindqvist, fielding a call from Samuel Okafor, smiled."

    assert told(text) == [("Samuel Okafor", "call", "Ines Lindqvist")]


@given(st.text(max_size=60) | st.lists(PIECES, max_size=60).map(" ".join))
def test_any_text_gives_positions_inside_it(text: str) -> None:
    for item in events(text, date_mentions(text), WORDS):
        assert 0 <= item.start < item.end <= len(text)
        assert item.actor
        assert item.recipient
        assert item.actor != item.recipient
