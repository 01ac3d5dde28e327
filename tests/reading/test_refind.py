"""A quote in a new version of its text: followed where it must be, reported for what it became."""

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.core.quote import AnchorState, QuoteSelector
from workbench.reading.quote import find_again, selector_for
from workbench.reading.refind import Refound, RefoundState, refind

CALL = "Governor Ines Lindqvist called Mayor Samuel Okafor on 7 July to reopen the bridge talks."
ARTICLE = (
    "Three people briefed on the plan described it to the Ledger this week.\n\n"
    f"{CALL} They spoke for about twenty minutes.\n\n"
    "“We will not sign anything that leaves the ferries behind,” Mr. Okafor told reporters. 🌉\n\n"
    "The city council meets on Thursday; its agenda names neither the bridge nor the ferries.\n"
)
MEETING = "The city council meets on Thursday; its agenda names neither the bridge nor the ferries."


def refound(newer: str, words: str = CALL) -> Refound:
    start = ARTICLE.index(words)
    return refind(newer, selector_for(ARTICLE, start, start + len(words)))


def test_an_unchanged_text_keeps_its_quote() -> None:
    found = refound(ARTICLE)

    assert found.state is RefoundState.ANCHORED
    assert (found.was, found.now, found.needs_review) == (CALL, CALL, False)


def test_a_moved_paragraph_takes_its_quote_along() -> None:
    first, call, *rest = ARTICLE.split("\n\n")
    found = refound("\n\n".join([first, *rest, call]))

    assert found.state is RefoundState.MOVED
    assert found.now == CALL


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("on 7 July", "on 9 July"),
        ("on 7 July", "on 7 June"),
        ("called", "was called by"),
        ("called", "never called"),
        ("Mayor Samuel Okafor", "Mayor Samuel Osei"),
        ("to reopen", "to end"),
    ],
)
def test_a_quote_whose_sense_turned_is_changed_and_shows_both_texts(old: str, new: str) -> None:
    found = refound(ARTICLE.replace(old, new))

    assert found.state is RefoundState.CHANGED
    assert (found.was, found.now) == (CALL, CALL.replace(old, new))
    assert found.needs_review


def test_two_names_that_changed_places_are_a_change() -> None:
    turned = (
        "Mayor Samuel Okafor called Governor Ines Lindqvist on 7 July to reopen the bridge talks."
    )
    found = refound(ARTICLE.replace(CALL, turned))

    assert found.state is RefoundState.CHANGED
    assert found.now == turned


def test_new_words_at_the_end_of_a_quote_belong_to_it() -> None:
    found = refound(ARTICLE.replace("7 July to", "11 August to"), "Samuel Okafor on 7 July")

    assert found.state is RefoundState.CHANGED
    assert found.now == "Samuel Okafor on 11 August"


def test_the_same_words_in_an_edited_sentence_want_a_look() -> None:
    words = "called Mayor Samuel Okafor"
    found = refound(ARTICLE.replace(words, f"never {words}"), words)

    assert (found.state, found.now) == (RefoundState.MOVED, words)
    assert found.sentence_changed
    assert found.needs_review


def test_new_paragraphs_above_want_no_look() -> None:
    found = refound("Updated on Friday with a map.\n\n" + ARTICLE)

    assert not found.sentence_changed
    assert not found.needs_review


def test_a_clause_put_into_a_quote_is_followed_to_its_end() -> None:
    found = refound(ARTICLE.replace("Okafor on", "Okafor, who was travelling, on"))

    assert found.state is RefoundState.CHANGED
    assert found.now == CALL.replace("Okafor on", "Okafor, who was travelling, on")


def test_quotes_dashes_and_spaces_are_no_change() -> None:
    words = "“We will not sign anything that leaves the ferries behind,”"
    newer = ARTICLE.replace("“", '"').replace("”", '"').replace("sign anything", "sign\nanything")

    assert refound(newer, words).state is RefoundState.ANCHORED


def test_a_deleted_sentence_is_lost() -> None:
    found = refound(ARTICLE.replace(MEETING, ""), MEETING)

    assert found.state is RefoundState.LOST
    assert found.selector.state is AnchorState.LOST
    assert not found.is_attached


def test_a_look_alike_is_not_taken_for_a_deleted_sentence() -> None:
    look_alike = CALL.replace("7 July", "3 May") + " That was last year."
    found = refound(ARTICLE.replace(f"{CALL} ", "") + "\nThe talks began long ago. " + look_alike)

    assert found.state is RefoundState.AMBIGUOUS
    assert found.candidates[0].text == CALL.replace("7 July", "3 May")


def test_an_edited_sentence_whose_old_words_stand_elsewhere_stays_open() -> None:
    edited = ARTICLE.replace(CALL, CALL.replace("7 July", "9 July"))
    found = refound(edited + "\nAn older report said this instead. " + CALL + " It was wrong.\n")

    assert found.state is RefoundState.AMBIGUOUS
    assert {item.text for item in found.candidates} >= {CALL, CALL.replace("7 July", "9 July")}


def test_a_copy_elsewhere_does_not_draw_a_quote_away() -> None:
    found = refound(ARTICLE + "\nFrom the archive: " + CALL + "\n")

    assert found.selector.start == ARTICLE.index(CALL)


def test_the_neighbour_of_a_deleted_sentence_is_not_the_sentence() -> None:
    rules = [
        "(a) You keep every notice of the harbor office that pertains to the ferries; and",
        "(b) You keep every notice of the bridge office that pertains to the harbor.",
    ]
    text = "The rules are these:\n\n" + "\n\n".join(rules) + "\n\nThey apply from May.\n"
    start = text.index(rules[0])
    selector = selector_for(text, start, start + len(rules[0]))

    assert not refind(text.replace(rules[0] + "\n\n", ""), selector).is_attached


def test_what_is_attached_is_what_find_again_returns() -> None:
    newer = ARTICLE.replace("7 July", "9 July")
    start = ARTICLE.index(CALL)
    selector = selector_for(ARTICLE, start, start + len(CALL))

    assert find_again(newer, selector) == refind(newer, selector).selector


def test_a_language_without_spaces_is_followed() -> None:
    text = (
        "港湾橋の計画について市長が会見した。知事は七月七日に市長へ電話をかけた。"
        "議会は木曜日に開かれる。"
    )
    words = "知事は七月七日に市長へ電話をかけた。"
    start = text.index(words)
    found = refind(text.replace("七日", "九日"), selector_for(text, start, start + len(words)))

    assert found.state is RefoundState.CHANGED
    assert found.now == words.replace("七日", "九日")


def test_right_to_left_text_is_followed() -> None:
    text = "המועצה תתכנס ביום חמישי. המושלת התקשרה לראש העיר ביום שלישי. הם שוחחו עשרים דקות."
    words = "המושלת התקשרה לראש העיר ביום שלישי."
    start = text.index(words)
    found = refind(text.replace("שלישי", "שני"), selector_for(text, start, start + len(words)))

    assert found.state is RefoundState.CHANGED
    assert found.now == words.replace("שלישי", "שני")


CORRECTED = ("Corrected on Friday.", CALL, "The Ledger regrets it.")


@pytest.mark.parametrize("beside", [1, 3, (1, 3)])
def test_old_words_at_the_foot_do_not_draw_a_quote_from_its_edited_place(beside) -> None:
    lines = [
        "Three people were briefed.",
        "They met on Monday.",
        CALL,
        "Nobody signed.",
        "The end.",
    ]
    text = "\n\n".join(lines)
    start = text.index(CALL)
    lines[2] = CALL.replace("7 July", "9 July")
    for number in (beside,) if isinstance(beside, int) else beside:
        lines[number] = "Something else stands here by now, and it is longer."
    found = refind("\n\n".join((*lines, *CORRECTED)), selector_for(text, start, start + len(CALL)))

    assert found.state is RefoundState.AMBIGUOUS
    assert {place.text for place in found.candidates} == {CALL, lines[2]}


def test_a_text_that_is_there_twice_with_its_first_copy_edited_stays_open() -> None:
    found = refound(ARTICLE.replace("7 July", "9 July") + "\n" + ARTICLE)

    assert found.state is RefoundState.AMBIGUOUS


BLOCK = f"It rained.\n\n{CALL}\n\nThe talks went on for hours, as they had done every week before."
TWICE = f"{BLOCK}\n\n{'A long report of the council. ' * 9}\n\n{BLOCK}\n\nThe end."


@pytest.mark.parametrize("number", [0, 1])
def test_the_same_words_in_the_same_surroundings_are_told_apart_by_their_order(number) -> None:
    starts = [TWICE.index(CALL), TWICE.rindex(CALL)]
    selector = selector_for(TWICE, starts[number], starts[number] + len(CALL))
    newer = "The weather is told first, at some length. " * 9 + "\n\n" + TWICE
    found = refind(newer, selector, TWICE)

    assert found.selector.start == (newer.index(CALL), newer.rindex(CALL))[number]


def test_the_same_words_in_the_same_surroundings_stay_open_if_one_more_came() -> None:
    start = TWICE.index(CALL)
    selector = selector_for(TWICE, start, start + len(CALL))
    newer = f"News of the day.\n\n{BLOCK}\n\nThe rest is as it was. {TWICE}"
    found = refind(newer, selector, TWICE)

    assert found.state is RefoundState.AMBIGUOUS
    assert len(found.candidates) == 3


PIECES = (
    *("bridge", "the", "ferry", "7", "July", "called", "Lindqvist", "Okafor", ".", "“no”"),
    *("é", "e\u0301", "👩\u200d👧", "🇳🇴", "שלום", "橋", "\r\n", "\n\n", "\u00ad", "naïve", "—"),
)
WORDS = st.sampled_from(PIECES)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=60)
)


@given(TEXTS, TEXTS, st.data())
@settings(deadline=None)
def test_whatever_comes_is_answered_and_what_is_attached_stands_there(
    old: str, newer: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    selector = selector_for(old, start, data.draw(st.integers(start + 1, len(old))))
    found = refind(newer, selector)

    assert found.was == selector.exact
    for item in found.candidates:
        assert 0 <= item.start < item.end <= len(newer)
        assert newer[item.start : item.end] == item.text
        assert all(0 <= share <= 1 for share in (item.score, item.similarity, item.kept))
        assert all(0 <= share <= 1 for share in (item.before, item.after))
    if found.is_attached:
        place = found.selector
        assert newer[place.start : place.end] == place.exact == found.now
    else:
        assert (found.selector.exact, found.now) == (selector.exact, "")


@given(st.lists(WORDS, min_size=12, max_size=60), st.data())
@settings(deadline=None)
def test_another_word_is_never_passed_off_as_the_same(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    assume(words[at].isalnum())
    old = " ".join(words)
    newer = " ".join([*words[:at], "Øresund", *words[at + 1 :]])
    found = refind(newer, selector_for(old, 0, len(old)))

    assert found.state not in (RefoundState.ANCHORED, RefoundState.MOVED)


@pytest.mark.parametrize("unit", ["a ", "the cat ", ", ", "ab", "🇳🇴", "e\u0301", "漢字"])
def test_hostile_repetition_ends_in_a_moment(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    half = unit * (5_000 // len(unit))
    quote = half + "X" + half
    selector = QuoteSelector(exact=quote, prefix=unit * 9, suffix=unit * 9, end=len(quote))
    start = time.process_time()

    assert not refind(text, selector).is_attached
    assert time.process_time() - start < 6  # measured: 0.1 to 0.6 s


def test_a_long_quote_in_a_long_text_is_followed_in_a_moment() -> None:
    lines = [
        f"Ferry {n} left pier {n * 7 % 31} at {n % 24}:{n % 60:02} for dock {n % 97}."
        for n in range(20_000)
    ]
    text = "\n".join(lines)
    start = text.index("Ferry 9000 ")
    selector = selector_for(text, start, start + 10_000)
    newer = text.replace("Ferry 9100 left", "Ferry 9100 did not leave")
    begin = time.process_time()
    found = refind(newer, selector)

    assert found.state is RefoundState.CHANGED
    assert "Ferry 9100 did not leave" in found.now
    assert abs(found.selector.start - start) <= 1
    assert time.process_time() - begin < 6  # measured: 0.2 s
