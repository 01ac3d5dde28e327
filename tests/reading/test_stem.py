"""The forms of a word share a stem, and different words do not."""

from __future__ import annotations

import pytest

from workbench.reading.stem import stem


@pytest.mark.parametrize(
    "forms",
    [
        "endorse endorses endorsed endorsing endorsement",
        "call calls called calling",
        "meet met meeting meets",
        "run runs running ran",
        "open opens opened opening",
        "confirm confirmed confirms",
        "resign resigned resignation",
        "policy policies",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["bridge bride", "ferry fern", "mayor major", "port post", "1984 1985"]
)
def test_other_words_have_other_stems(words):
    one, other = words.split()
    assert stem(one) != stem(other)
