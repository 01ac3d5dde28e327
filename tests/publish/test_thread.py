"""A thread says every word of the post, cut where a reader would pause."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.house.house import load_house
from workbench.publish.count import count
from workbench.publish.thread import thread

X = load_house().network("x")
BLUESKY = load_house().network("bluesky")
MASTODON = load_house().network("mastodon")
LINK = "https://example.org/checks/harbor-bridge-call"
SENTENCE = "The Ledger reports one call from Lindqvist to Okafor, citing two people."
FAMILY = "👨‍👩‍👧‍👦"


def test_a_post_that_fits_is_one_part_without_a_number():
    assert thread(f" {SENTENCE}\n", X, numbered=True) == (SENTENCE,)
    assert thread(" \n", X) == ()


def test_parts_end_where_sentences_end():
    parts = thread(" ".join([SENTENCE] * 9), X)
    assert len(parts) == 3
    for part in parts:
        assert part == " ".join([SENTENCE] * 3)
        assert count(part, X).valid


def test_numbers_are_counted_with_the_parts():
    text = " ".join(f"Sentence number {number} is about this long." for number in range(90))
    parts = thread(text, X, numbered=True)
    assert len(parts) > 9
    for number, part in enumerate(parts, start=1):
        assert part.endswith(f". {number}/{len(parts)}")
        assert count(part, X).valid


def test_paragraphs_keep_their_empty_line():
    text = f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE} {SENTENCE}"
    assert thread(text, X) == (f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}", SENTENCE)


def test_a_link_is_priced_and_never_cut():
    text = f"{SENTENCE} {SENTENCE} {SENTENCE} {LINK} {SENTENCE} [LINK]"
    parts = thread(text, X)
    assert len(parts) == 2
    assert sum(part.count(LINK) for part in parts) == 1
    assert sum(part.count("[LINK]") for part in parts) == 1


def test_a_sentence_that_is_too_long_is_cut_between_words():
    words = [f"word{number}" for number in range(120)]
    parts = thread(" ".join(words), X)
    assert " ".join(parts).split() == words
    assert all(count(part, X).valid for part in parts)


def test_a_word_without_end_is_cut_between_characters():
    parts = thread(FAMILY * 200 + LINK + "橋" * 200, X)
    assert "".join(parts) == FAMILY * 200 + LINK + "橋" * 200
    assert all(count(part, X).valid for part in parts)
    assert all(part.replace(FAMILY, "").replace("橋", "") in ("", LINK) for part in parts)


def test_a_cut_that_makes_an_address_of_a_words_end_is_counted_as_one():
    """Behind letters "example.org" is none; where a part ends with it, it weighs as a link."""
    text = "\u00e9\u0301" * 40 + ":example.org" + "橋" * 90 + "example.org"
    parts = thread(text, X)
    assert "".join(parts) == text
    assert all(count(part, X).valid for part in parts)


def test_both_limits_of_a_network_are_kept():
    parts = thread("👨‍👩‍👧‍👦 " * 290, BLUESKY)
    assert len(parts) > 1
    assert all(count(part, BLUESKY).valid for part in parts)


PIECES = st.one_of(
    st.sampled_from(
        [SENTENCE, LINK, "[LINK]", "example.org", FAMILY * 30, "é\u0301" * 40, " ", "\n\n", ". ",
         "“Really?” Mr. Okafor asked. ", "@ada@social.example", "🇸🇪🇳🇴", "x" * 300, "橋" * 90]
    ),
    st.text(max_size=20),
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from([X, BLUESKY, MASTODON]))
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_and_every_part_fits(text, network):
    for numbered in (False, True):
        parts = thread(text, network, numbered=numbered)
        bare = [
            re.sub(r" \d+/\d+\Z", "", one) if len(parts) > 1 and numbered else one for one in parts
        ]
        assert "".join("".join(bare).split()) == "".join(text.split())
        for part, words in zip(parts, bare, strict=True):
            refused = set(part) & set("\ufffe\ufeff\uffff")
            is_one_link = not re.search(r"\s", words) and "://" in words
            assert count(part, network).valid or refused or is_one_link


@pytest.mark.parametrize("network", [X, BLUESKY])
def test_a_very_long_text_is_cut_in_a_moment(network):
    text = "x" * 60_000 + " " + SENTENCE * 200
    assert "".join(thread(text, network)).replace(" ", "") == text.replace(" ", "")


def test_a_part_begins_where_the_text_says_so():
    text = f"{SENTENCE}\n\n[BREAK]\n\n{SENTENCE} [BREAK] {SENTENCE}"
    assert thread(text, X) == (SENTENCE, SENTENCE, SENTENCE)
    assert thread(text, X, numbered=True)[1] == f"{SENTENCE} 2/3"
    assert thread(f"[BREAK] {SENTENCE} [BREAK]", X, numbered=True) == (SENTENCE,)


def test_the_link_at_the_end_has_a_sentence_beside_it():
    text = f"{' '.join([SENTENCE] * 3)} {SENTENCE[:40]}.\n\n{LINK}"
    parts = thread(text, X)
    assert parts[-1] == f"{SENTENCE[:40]}.\n\n{LINK}"
    assert all(count(part, X).valid for part in parts)
    long = "x" * 270
    assert thread(f"{long}.\n\n{LINK}", X) == (f"{long}.", LINK)
