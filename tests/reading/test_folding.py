"""Folding keeps every position; finding looks past what readers look past."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.folding import find_all, folded, squeezed

# Letters with and without marks, quotes, dashes, spaces, emoji, right-to-left, half a flag.
ALPHABET = "aAéÉñıİßſΣς’‘“”\"'–—- \u00a0\u2009\n\r\t\u0301\u0303\u200d\u200f\ufe0fשاאंक가🌉👩🇳ﬁｌ½"
texts = st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("“No deal,” he said", '"no deal," HE SAID'),
        ("the mayor’s office", "the mayor's office"),
        ("2025–2026 — a year", "2025-2026 - a year"),
        ("41\u00a0000\u2009vehicles", "41 000 vehicles"),
        ("one\ttab\nand\u2028lines", "one tab and lines"),
        ("Élodie Nuñez, Þórður", "elodie nunez, þorður"),
        ("ΣΟΦΟΣ σοφος", "σοφος ςοφος"),
        ("Ｌｅｄｇｅｒ", "ledger"),
    ],
)
def test_alike_texts_fold_to_the_same(written: str, same_as: str) -> None:
    assert folded(written) == folded(same_as)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bridge", "fridge"),
        ("no deal", "no-deal"),
        ("क", "कु"),
        ("3.5", "3,5"),
        ("$5", "£5"),
        ("m²", "m2"),
        ("क़", "क"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(texts)
def test_folding_keeps_the_length_and_settles_at_once(text: str) -> None:
    once = folded(text)

    assert len(once) == len(text)
    assert folded(once) == once


@given(texts, st.integers(0, 59))
def test_folding_looks_at_one_code_point_at_a_time(text: str, place: int) -> None:
    assert folded(text)[:place] == folded(text[:place])


def test_folding_of_rare_and_of_many_characters_agrees() -> None:
    many = "".join(map(chr, range(0x21, 0x2000)))

    assert folded(many) == "".join(folded(char) for char in many)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("The mayor’s office", "MAYOR'S", ["mayor’s"]),
        (
            "Harbor\r\nBridge, Harbor  Bridge",
            "harbor bridge",
            ["Harbor\r\nBridge", "Harbor  Bridge"],
        ),
        ("Nu\u0303n\u0303ez and Nuñez", "nunez", ["Nu\u0303n\u0303ez", "Nuñez"]),
        ("cafe\u0301 society", "café", ["cafe\u0301"]),
        ("Har\u00adbor Bri\u200bdge", "harbor bridge", ["Har\u00adbor Bri\u200bdge"]),
        ("🌉 Bridge 🌉", "bridge", ["Bridge"]),
        ("שָׁלוֹם לכולם", "שלום", ["שָׁלוֹם"]),
        ("anananas", "ana", ["ana", "ana"]),
        ("nothing here", "bridge", []),
        ("anything", "", []),
        ("anything", "\u0301", []),
    ],
)
def test_find_all(text: str, needle: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, needle)] == found


def test_spaces_behind_a_match_are_not_part_of_it() -> None:
    assert find_all("bridge   \n x", "bridge") == ((0, 6),)
    assert find_all("the   bridge", "the ") == ((0, 4),)


@given(texts, st.data())
def test_every_stretch_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    needle = text[start:end]
    places = find_all(text, needle)

    if squeezed(needle).text.strip():
        assert places
    for begin, finish in places:
        assert 0 <= begin < finish <= len(text)
        assert squeezed(text[begin:finish]).text == squeezed(needle).text
    assert all(one[1] <= two[0] for one, two in pairwise(places))


@given(texts)
def test_decomposed_and_composed_text_are_found_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, "é " + text) for form in ("NFC", "NFD"))

    assert find_all(decomposed, "é")[0] == (0, 2)
    assert find_all(composed, "e\u0301")[0] == (0, 1)


def test_a_megabyte_is_searched_in_a_moment() -> None:
    text = ("The mayor’s office — “no deal,” it said.\r\n" * 25_000)[:1_000_000]
    start = time.perf_counter()
    places = find_all(text, 'OFFICE - "no deal')

    assert len(places) > 20_000
    assert time.perf_counter() - start < 3  # measured: 0.1 s
