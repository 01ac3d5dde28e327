"""Fingerprints of texts: what counts, and that any text has one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.source import Span, SpanType
from workbench.reading.shared_text import fingerprint_of, shared

WORDS = [
    "harbor",
    "bridge",
    "mayor",
    "ferry",
    "council",
    "port",
    "budget",
    "pier",
    "autumn",
    "state",
]


def long_text(seed, words):
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(90)}" for _ in range(words))


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_are_compared_alike_from_both_sides(one, other):
    first, second = fingerprint_of(one), fingerprint_of(other)
    both = shared(first, second)
    assert both == shared(second, first)
    assert 0 <= both.of_longer <= both.share <= 1
    assert shared(first, first).share in (0, 1)


def test_case_accents_and_punctuation_do_not_count():
    one = fingerprint_of("The café on the pier closed, they said – for good.")
    other = fingerprint_of("THE CAFE ON THE PIER CLOSED THEY SAID FOR GOOD")
    assert shared(one, other).of_longer == 1


def test_what_is_quoted_and_what_is_no_body_does_not_count():
    said = "“We owe the people of Alba a crossing that stands for a hundred years,” she said."
    assert fingerprint_of(said).words == 2
    text = "Sign up for our newsletter and never miss a thing.\n\nThe bridge is shut."
    span = Span(start=0, end=50, type=SpanType.CHROME)
    assert fingerprint_of(text, (span,)).words == 4


def test_script_without_spaces_is_compared_by_letters():
    one = fingerprint_of("橋は秋まで閉鎖される、と港湾局は月曜日に発表した。")
    other = fingerprint_of("橋は秋まで閉鎖される、と市は火曜日に述べた。")
    assert 0.2 < shared(one, other).share < 0.9


def test_long_text_is_sampled_and_still_found_in_a_short_one_and_a_long_one():
    text = long_text(1, 30_000)
    longer, shorter = fingerprint_of(text), fingerprint_of(" ".join(text.split()[500:4500]))
    assert len(longer.runs) < 30_000 / 4
    assert shared(longer, shorter).share == 1
    assert 3_000 < shared(longer, shorter).words < 5_000
    assert shared(longer, fingerprint_of(long_text(2, 30_000))).share < 0.02
