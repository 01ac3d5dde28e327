"""Which full stops may end a sentence."""

import pytest

from workbench.reading.abbreviation import may_end


@pytest.mark.parametrize(
    ("word", "following"),
    [
        ("Gov", "Lindqvist called."),
        ("Rep", "Okafor"),
        ("J", "Okafor"),
        ("U.S", "Senate"),
        ("D.C", "United won."),
        ("p.m", "Tuesday"),
        ("No", "4"),
        ("Dec", "3"),
        ("vs", "The Ledger"),
        ("Jr", "Okafor"),
    ],
)
def test_a_full_stop_that_only_shortens_a_word(word: str, following: str) -> None:
    assert not may_end(word, following)


@pytest.mark.parametrize(
    ("word", "following"),
    [
        ("bridge", "Okafor"),
        ("U.S", "The mayor"),
        ("p.m", "Okafor left."),
        ("No", "He will not."),
        ("ill", "Okafor stayed."),
        ("rep", "Okafor"),
        ("CNA", "Okafor"),
        ("2026", "41,000 vehicles"),
        ("Inc", "It closed."),
        ("I", "We wait."),
        ("", "The end"),
    ],
)
def test_a_full_stop_that_ends_a_sentence(word: str, following: str) -> None:
    assert may_end(word, following)
