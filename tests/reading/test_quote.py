"""A quote is marked exactly, found again where it must be, and never guessed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.quote import CONTEXT_LENGTH, AnchorState, QuoteSelector
from workbench.reading.place import places
from workbench.reading.quote import find_again, selector_for

ARTICLE = (
    "The Ledger reported on Tuesday that Governor Ines Lindqvist privately called Mayor Samuel"
    " Okafor last week to reopen talks.\r\n\r\n“We will not sign anything that leaves the ferries"
    " behind,” Mr. Okafor said. 🌉 His office declined to describe the conversation.\r\n\r\nMr."
    " Okafor had called the governor a year ago; his office declined to say why.\r\n"
)


def selector_of(text: str, words: str, nth: int = 0) -> QuoteSelector:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return selector_for(text, start, start + len(words))


def test_a_selector_holds_words_context_and_place() -> None:
    selector = selector_of(ARTICLE, "His office declined")

    assert ARTICLE[selector.start : selector.end] == selector.exact == "His office declined"
    assert selector.prefix == ARTICLE[selector.start - CONTEXT_LENGTH : selector.start]
    assert selector.suffix == ARTICLE[selector.end : selector.end + CONTEXT_LENGTH]
    assert selector.state is AnchorState.ANCHORED


def test_context_ends_where_the_text_does() -> None:
    selector = selector_for("Bridge talks", 0, 12)

    assert (selector.prefix, selector.suffix) == ("", "")


@pytest.mark.parametrize(
    ("text", "marked", "quoted"),
    [
        ("a 👩‍👩‍👧 b", "👩", "👩‍👩‍👧"),
        ("cafe\u0301 x", "cafe", "cafe\u0301"),
        ("🇳🇴🇸🇪", "🇴🇸", "🇳🇴🇸🇪"),
        ("one\r\ntwo", "\ntwo", "\r\ntwo"),
        ("one\r\ntwo", "one\r", "one\r\n"),
        ("plain words", "ain wo", "ain wo"),
    ],
)
def test_no_grapheme_and_no_line_end_is_cut(text: str, marked: str, quoted: str) -> None:
    assert selector_of(text, marked).exact == quoted


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (4, 2), (0, 99)])
def test_what_is_no_stretch_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        selector_for("Harbor Bridge", start, end)


texts = st.text(alphabet="ab \r\né\u0301👩\u200d👧🇳🇴שא“", min_size=1, max_size=40)


@given(texts, st.data())
def test_every_stretch_is_found_again_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = selector_for(text, start, end)

    assert selector.start <= start
    assert selector.end >= end
    assert text[selector.start : selector.end] == selector.exact
    assert find_again(text, selector) == selector


@given(texts, texts, st.data())
def test_an_anchored_quote_stands_where_it_says(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    found = find_again(other, selector_for(text, start, len(text)))

    if found.state is AnchorState.ANCHORED:
        assert other[found.start : found.end] == found.exact
    else:
        assert (found.start, found.end) == (0, 0)


def test_words_that_moved_are_followed() -> None:
    selector = selector_of(ARTICLE, "privately called Mayor Samuel Okafor last week")
    newer = "Updated July 9.\r\n\r\n" + ARTICLE

    found = find_again(newer, selector)

    assert found.state is AnchorState.ANCHORED
    assert found.start == selector.start + 19
    assert newer[found.start : found.end] == selector.exact


def test_the_context_tells_two_places_apart() -> None:
    selector = selector_of(ARTICLE, "office declined", nth=1)
    newer = ARTICLE.replace("The Ledger reported", "As The Ledger reported")

    found = find_again(newer, selector)

    assert found.state is AnchorState.ANCHORED
    assert newer[: found.start].endswith("a year ago; his ")


def test_half_of_the_context_is_enough_where_it_is_telling() -> None:
    selector = selector_of(ARTICLE, "office declined", nth=1)
    newer = ARTICLE.replace("to say why", "to add a word").replace("The Ledger", "A paper")

    assert find_again(newer, selector).start == newer.index("office declined to add")


def test_half_of_the_context_in_two_places_is_not_enough() -> None:
    selector = selector_of(ARTICLE, "office declined", nth=1)
    changed = ARTICLE.replace("to say why", "to add a word")

    found = find_again("A new line.\n" + changed + changed.replace("word", "line"), selector)

    assert found.state is AnchorState.AMBIGUOUS


def test_the_same_words_in_other_quotes_and_spaces_are_found() -> None:
    selector = selector_of(ARTICLE, "“We will not sign anything that leaves the ferries behind,”")
    newer = ARTICLE.replace("“", '"').replace("”", '"').replace("sign anything", "sign\r\nanything")

    found = find_again(newer, selector)

    assert found.state is AnchorState.ANCHORED
    assert found.exact == '"We will not sign\r\nanything that leaves the ferries behind,"'
    assert newer[found.start : found.end] == found.exact


def test_exact_words_go_before_folded_ones() -> None:
    selector = QuoteSelector(exact="Bridge", start=0, end=6)

    found = find_again("the bridge, the Bridge, the BRIDGE", selector)

    assert (found.start, found.end, found.exact) == (16, 22, "Bridge")


def test_places_that_cannot_be_told_apart_are_ambiguous() -> None:
    line = "Mr. Okafor declined to describe the conversation when he was asked again today.\n"
    selector = selector_of(line * 9, "declined", nth=4)
    newer = "A new first line.\n" + line * 9

    found = find_again(newer, selector)

    assert found.state is AnchorState.AMBIGUOUS
    assert (found.start, found.end) == (0, 0)
    assert (found.exact, found.prefix) == ("declined", selector.prefix)
    assert len(places(newer, selector)) == 9


def test_an_unchanged_text_is_no_riddle_however_often_it_repeats_itself() -> None:
    selector = selector_of("no deal. " * 100, "deal", nth=50)

    assert find_again("no deal. " * 100, selector) == selector


def test_a_short_word_in_strange_surroundings_is_not_taken_for_the_quote() -> None:
    selector = selector_of(ARTICLE, "declined")

    found = find_again("Traffic on the bridge declined by a third in winter.", selector)

    assert found.state is AnchorState.AMBIGUOUS


def test_a_long_quote_that_stands_once_is_itself_whatever_surrounds_it() -> None:
    words = "We will not sign anything that leaves the ferries behind"
    found = find_again(f"Said the mayor: {words}.", selector_of(ARTICLE, words))

    assert (found.state, found.start) == (AnchorState.ANCHORED, 16)


def test_words_that_are_gone_are_lost() -> None:
    selector = selector_of(ARTICLE, "privately called Mayor Samuel Okafor")

    found = find_again("A text about something else entirely.", selector)

    assert found.state is AnchorState.LOST
    assert found.exact == selector.exact


def test_a_lost_quote_can_be_found_again_later() -> None:
    lost = find_again("Nothing.", selector_of(ARTICLE, "privately called Mayor Samuel Okafor"))

    assert find_again(ARTICLE, lost) == selector_of(ARTICLE, lost.exact)


def test_a_part_of_a_grapheme_is_not_the_quote() -> None:
    selector = selector_of("The cafe was closed.", "cafe")

    found = find_again("The cafe\u0301 was closed.", selector)

    assert found.exact == "cafe\u0301"


def test_a_matter_word_in_a_long_text_is_judged_in_a_moment() -> None:
    text = "the bridge and the ferries and the mayor " * 25_000
    selector = QuoteSelector(exact="the", prefix="beside ", suffix=" river", start=9, end=12)
    start = time.perf_counter()

    assert find_again(text, selector).state is AnchorState.AMBIGUOUS
    assert time.perf_counter() - start < 3  # measured: 0.05 s
