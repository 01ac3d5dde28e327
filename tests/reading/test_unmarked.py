"""Markdown without its marks keeps every word in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.unmarked import unmarked

MARKED = st.lists(
    st.sampled_from(
        ["*", "**", "_", "`", "[", "](", ")", "> ", "# ", "\\", "word", " ", "\n", "<", ">"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Rating:** half *true*.", "Rating: half true ."),
        ("> A post\n> goes on.", "A post goes on."),
        ("See [the notice](https://port.example/a_b) now.", "See the notice now."),
        ("a \\* b \\[c\\]", "a * b [c ]"),
        ("* one\n* *two*", "* one * two"),
        ("snake_case stays", "snake_case stays"),
        ("<https://port.example>.", "https://port.example ."),
    ],
)
def test_only_the_words_stay(text, words):
    assert " ".join(unmarked(text).split()) == words


@given(MARKED | st.text())
def test_every_word_stays_in_its_place(text):
    plain = unmarked(text)
    assert len(plain) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))
