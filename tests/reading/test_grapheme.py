"""Graphemes are never cut, and asking about one place never reads the whole text."""

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.grapheme import _plainly_apart, grapheme_end, grapheme_start

PIECES = [
    *("a", " ", "\n", "\r\n", "\r", "。", "橋", "ש", "한", "ᄒ", "ᅡ", "ᆫ", "क", "्", "ि", "ก", "ำ"),
    *(
        "e\u0301",
        "👩‍👧",
        "🇳🇴",
        "🇳",
        "👍🏽",
        "1\ufe0f\u20e3",
        "\u200d",
        "\u0301",
        "\u0600",
        "❤️",
        "“",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(texts, st.integers(0, 90))
def test_places_agree_with_a_reading_of_the_whole_text(text: str, place: int) -> None:
    place = min(place, len(text))
    around = (place, place)
    for match in regex.finditer(r"\X", text):
        if match.start() < place < match.end():
            around = match.span()

    assert (grapheme_start(text, place), grapheme_end(text, place)) == around


@given(texts, st.integers(0, 90))
def test_places_far_into_a_text_agree_as_well(text: str, place: int) -> None:
    before = "ferry 橋 👍🏽 " * 40
    text, place = before + text, len(before) + min(place, len(text))
    bounds = {edge for match in regex.finditer(r"\X", text) for edge in match.span()}

    assert grapheme_start(text, place) == max(edge for edge in bounds if edge <= place)
    assert grapheme_end(text, place) == min(edge for edge in bounds if edge >= place)


@pytest.mark.parametrize("filler", ["a", "橋", "ข", "ש", "\n", "👍🏽"])
def test_a_place_in_a_long_text_is_looked_at_alone(filler: str) -> None:
    text = filler * (400_000 // len(filler)) + " e\u0301"
    start = time.perf_counter()
    for place in range(len(text) - 40, len(text)):
        grapheme_start(text, place)

    assert time.perf_counter() - start < 4  # measured: 1 ms; 40 full readings take a minute


@pytest.mark.parametrize("before", list("a橋ก한ᄒक👍🇳❤\u0301\ufe0f\u094d\u0e33"))
def test_no_plain_character_joins_the_one_before(before: str) -> None:
    blocks = (range(0x20, 0x3500), range(0xA000, 0xAC00), range(0xFB00, 0x20010))
    characters = [chr(code) for block in blocks for code in block]
    plain = [char for char in characters if _plainly_apart(f"a{char}", 1)]
    lines = "\n".join(f"{before}{char}" for char in plain)

    assert len(plain) > 10_000
    assert regex.findall(r"\X", lines)[1::3] == plain


def test_a_letter_under_a_heap_of_marks_is_whole() -> None:
    text = "The bridge e" + "\u0301" * 500 + " end"

    assert (grapheme_start(text, 400), grapheme_end(text, 400)) == (11, 512)


def test_a_heap_of_marks_as_long_as_a_book_is_not_read_through() -> None:
    text = "e" + "\u0301" * 2_000_000
    start = time.perf_counter()
    for place in range(1_999_000, 1_999_100):
        assert grapheme_end(text, place) == len(text)

    assert time.perf_counter() - start < 4  # measured: 0.3 s
