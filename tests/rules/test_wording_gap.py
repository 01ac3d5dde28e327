"""What the careful wording lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.wording_gap import phrases_lost, words_lost


@pytest.mark.parametrize(
    ("circulated", "supported", "lost"),
    [
        (
            "Lindqvist called Okafor because she will run again.",
            "Lindqvist called Okafor in June 2026.",
            ("because", "she", "will", "run", "again"),
        ),
        ("Will she run? She will.", "She will run.", ("She", "will")),
        ("the bridge, the whole bridge", "The bridge.", ("the", "whole", "bridge")),
        ("“Never,” SAYS Okafor—never", "never says okafor", ("never",)),
        ("Okafor’s café closed", "Okafor's cafe closed", ()),
        ("Cafe\u0301 closed", "Café closed", ()),
        ("It costs $5 now", "It costs 5 now", ("$5",)),
        ("10.5 percent", "105 percent", ("10.5",)),
        ("העיר סגרה את הגשר", "העיר סגרה גשר", ("את", "הגשר")),
        ("पुल बंद होगा", "पुल बंद", ("होगा",)),
        ("bridge/tunnel closed", "tunnel closed", ("bridge",)),
        ("Closed 🔥", "Closed", ("🔥",)),
        ("line\r\nend", "line end", ()),
        ("", "Anything.", ()),
        ("Nothing kept", "", ("Nothing", "kept")),
        ("… — !", "", ()),
    ],
)
def test_words_lost_are_listed_in_order(circulated, supported, lost):
    assert words_lost(circulated, supported) == lost


@given(st.text(max_size=60))
def test_a_wording_loses_nothing_against_itself(text):
    assert words_lost(text, text) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_lost_word_stands_in_the_circulated_wording(circulated, supported):
    at = 0
    for word in words_lost(circulated, supported):
        at = circulated.index(word, at) + len(word)


def test_lost_neighbours_are_one_phrase():
    circulated = "Lindqvist secretly called Okafor because she will run."
    assert phrases_lost(circulated, "Lindqvist called Okafor.") == (
        "secretly",
        "because she will run",
    )
