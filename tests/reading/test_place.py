"""The context says which of several places is meant; where it cannot, nobody guesses."""

from workbench.core.quote import QuoteSelector
from workbench.reading.place import is_nearer, place_meant, places
from workbench.reading.quote import selector_for

LINE = "The ferry office declined to comment on the harbor plan when it was asked again today. "


def meant(text: str, selector: QuoteSelector) -> int | None:
    place = place_meant(text, selector, places(text, selector))
    return place.start if place else None


def test_words_stand_exactly_or_folded() -> None:
    assert places("Bridge, bridge", QuoteSelector(exact="Bridge", end=6)) == ((0, 6),)
    assert places("BRIDGE, bridge", QuoteSelector(exact="Bridge", end=6)) == ((0, 6), (8, 14))
    assert places("ferry", QuoteSelector(exact="Bridge", end=6)) == ()


def test_the_whole_context_goes_before_position() -> None:
    text = "Mr. Okafor declined. " + "x" * 200 + " Ms. Lindqvist declined. The end."
    start = text.index("declined", 50)
    selector = selector_for(text, start, start + 8)
    shorter = text.replace("x" * 200, "x" * 180)

    assert meant(shorter, selector) == start - 20


def test_of_equal_surroundings_the_clearly_nearer_place_is_meant() -> None:
    text = LINE * 3 + "A map stands here. " * 60 + LINE * 3
    start = text.index("declined", len(LINE))
    selector = selector_for(text, start, start + 8)
    newer = "New. " + LINE + "A map stands here. " * 60 + LINE * 3

    assert meant(newer[5:], selector) != meant(text, selector)
    assert meant(text, selector) == start


def test_near_is_not_clearly_nearer() -> None:
    assert is_nearer(10, 500)
    assert not is_nearer(10, 50)
    assert not is_nearer(4000, 4100)


def test_words_in_more_places_than_can_be_weighed_mean_none() -> None:
    text = "ferry " * 3000
    selector = QuoteSelector(exact="ferry", prefix="other ", suffix=" words", start=0, end=5)

    assert meant(text, selector) is None
