"""Two versions of a text are joined sentence by sentence, and never inside of one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.merge.text import joined_text, sentences

BASE = "The bridge closes. Okafor says so.\n\nThe Ledger has a copy of the notice."
words = st.lists(
    st.sampled_from(["Okafor says so. ", "It rains. ", "A ", "call! ", "\n", "\n\n", "“Yes.” "])
).map("".join)


def both(base, first, second):
    found = joined_text(base, first, second)
    assert found.first == found.second
    return found.first


def test_changes_of_different_sentences_are_both_in_it():
    first = BASE.replace("closes.", "closes on Monday.")
    second = BASE.replace("a copy", "the original")
    assert both(BASE, first, second) == first.replace("a copy", "the original")


def test_a_sentence_that_both_changed_is_never_put_together_from_halves():
    first = BASE.replace("The Ledger has", "The Ledger is said to have")
    second = BASE.replace("has a copy", "has half a copy")
    found = joined_text(BASE, first, second)
    assert (found.first, found.second) == (first, second)


def test_what_only_one_changed_is_in_both_ways_to_settle_the_rest():
    first = BASE.replace("Okafor", "Ada Okafor").replace("a copy", "no copy")
    second = BASE.replace("a copy", "the original")
    found = joined_text(BASE, first, second)
    assert found.first == first
    assert found.second == second.replace("Okafor", "Ada Okafor")


def test_a_sentence_added_behind_one_that_the_other_changed_stays_behind_it():
    first = BASE + " It is dated 2 July."
    second = BASE.replace("a copy", "the original")
    assert both(BASE, first, second) == second + " It is dated 2 July."


def test_two_sentences_added_at_the_same_place_are_for_a_person_to_order():
    found = joined_text(BASE, BASE + " One.", BASE + " Two.")
    assert (found.first, found.second) == (BASE + " One.", BASE + " Two.")


def test_the_same_change_on_both_sides_is_one_change():
    text = BASE.replace("a copy", "the original")
    assert both(BASE, text, text) == text


def test_a_citation_mark_stays_with_its_sentence():
    assert sentences("He said so.[^3f9a21c4] She did not.\n\nNo.") == [
        ("", "He said so.[^3f9a21c4]"),
        (" ", "She did not."),
        ("\n\n", "No."),
    ]


def test_a_sentence_put_in_front_is_no_change_of_the_next_one():
    first = "It rains. " + BASE
    second = BASE.replace("closes.", "closes on Monday.")
    assert both(BASE, first, second) == "It rains. " + second


def test_a_sentence_that_one_took_away_is_gone_though_the_other_moved_on_around_it():
    base = "It rains. Okafor denies it."
    first, second = "It rains. The Ledger confirms it.", "Okafor denies it. He is away."
    found = joined_text(base, first, second)
    assert "Okafor denies it." not in found.first
    assert "He is away." in found.second


def test_a_paragraph_that_one_began_and_a_word_that_the_other_changed_are_a_conflict():
    first = BASE.replace(" Okafor", "\n\nOkafor")
    second = BASE.replace("says so", "said so")
    found = joined_text(BASE, first, second)
    assert (found.first, found.second) == (first, second)


def test_two_sentences_never_run_into_each_other():
    base, first, second = "It rains.", "It rains. He left.", "It pours."
    assert both(base, first, second) == "It pours. He left."


@given(words, words, words)
def test_swapping_the_sides_swaps_the_results(base, first, second):
    found, turned = joined_text(base, first, second), joined_text(base, second, first)
    assert (found.first, found.second) == (turned.second, turned.first)


@given(words, words)
def test_a_side_that_changed_nothing_takes_the_other_as_it_is(base, other):
    assert both(base, base, other) == other
    assert both(base, other, other) == other


@given(words)
def test_no_character_is_lost_when_a_text_is_cut(text):
    assert "".join(lead + said for lead, said in sentences(text)) == text
