"""Hedges: words by which a text holds back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.hedge import hedges


def found(text: str) -> list[str]:
    return [item.text for item in hedges(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Okafor reportedly called.", ["reportedly"]),
        ("a possible run; the alleged call", ["possible", "alleged"]),
        ("She may sign. He might not. They could have left.", ["may", "might", "could have"]),
        ("It appears to be over, and seems to hold.", ["appears to", "seems to"]),
        ("He is believed to have left, perhaps by boat.", ["is believed to", "perhaps"]),
        (
            "Apparently, the reported outreach is unconfirmed.",
            ["Apparently", "reported", "unconfirmed"],
        ),
        ("The reported outreach, we are told, went well.", ["reported", "we are told"]),
        ("It is unclear who called; rumors spread.", ["unclear", "rumors"]),
        ("The flood of May 3, in May 2025, since May, next May.", []),
        ("May 3 was dry. He left in May.", []),
        ("May the mayor sign?", ["May"]),
        (
            "It could not be independently verified and remains to be seen, if true.",
            ["could not be independently verified", "remains to be seen", "if true"],
        ),
        ("It was not immediately clear.", ["not immediately clear"]),
        ("Mayor Okafor signed it. The dismay was real.", []),
    ],
)
def test_hedges(text: str, words: list[str]) -> None:
    assert found(text) == words


@given(st.text(max_size=80) | st.text(alphabet="May may\n possible🌉", max_size=40))
def test_positions_hold_the_words(text: str) -> None:
    assert all(text[item.start : item.end] == item.text for item in hedges(text))
