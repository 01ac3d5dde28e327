"""Typed words are found where they stand, and nowhere else."""

from __future__ import annotations

from workbench.reading.quoted_words import places_of

TEXT = "“The deal is  back on,” Lindqvist said. The deal is back on, says Okafor. Okafor’s deal."


def words(typed):
    return [found.exact for found in places_of(TEXT, typed)]


def test_words_as_they_stand_are_found_with_their_surroundings():
    (found,) = places_of(TEXT, "says Okafor")
    assert TEXT[found.start : found.end] == found.exact == "says Okafor"
    assert found.suffix.startswith(". Okafor’s")


def test_every_place_is_told():
    assert words("Okafor") == ["Okafor", "Okafor"]


def test_straight_quotes_and_other_spaces_are_the_same_words():
    assert words("Okafor's deal") == ["Okafor’s deal"]
    assert words('"The deal is back on,"') == ["“The deal is  back on,”"]


def test_words_that_differ_are_not_found():
    assert words("The deal is off") == []
    assert words("  ") == []
