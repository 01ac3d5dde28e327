"""Spots are found by the pieces that stayed, the likeliest first."""

from workbench.reading.alignment import terms
from workbench.reading.seed import spots

QUOTE = "the council will vote on the harbor bridge in september"


def spots_in(hay: str) -> list[tuple[int, int]]:
    return list(spots(QUOTE, 0, len(QUOTE), terms(QUOTE), hay))


def test_an_edited_sentence_is_a_spot() -> None:
    hay = "rain fell. " * 40 + QUOTE.replace("harbor bridge", "new bridge") + ". rain fell." * 40

    assert any(first <= 440 <= last for first, last in spots_in(hay))


def test_the_fuller_place_comes_first() -> None:
    hay = "they vote on the harbor. " + "rain fell. " * 40 + QUOTE

    first, last = spots_in(hay)[0]
    assert first <= hay.index(QUOTE) <= last


def test_letters_alone_lead_to_words_that_all_changed_a_little() -> None:
    hay = "rain fell. " * 9 + "a councils wills votes ons a harbors bridges ins septembers."

    assert spots_in(hay)


def test_a_text_without_any_of_it_has_no_spot() -> None:
    assert spots_in("12 34 56") == []
    assert spots_in("") == []
