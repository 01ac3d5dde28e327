"""Candidates are where a quote went, with its new ends and what is left of it."""

from itertools import pairwise

from workbench.reading.candidate import Candidate, candidates
from workbench.reading.folding import squeezed
from workbench.reading.quote import selector_for

QUOTE = "the council will vote on the harbor bridge in September"
TEXT = (
    "Three members said on Monday that they had seen the plan. In the end "
    f"{QUOTE}, after a hearing that is open to all. The ferries keep their landings.\n"
)


def found(newer: str, words: str = QUOTE) -> tuple[Candidate, ...]:
    start = TEXT.index(words)
    return candidates(newer, squeezed(newer), selector_for(TEXT, start, start + len(words)))


def test_the_same_text_is_one_whole_candidate() -> None:
    best = found(TEXT)[0]

    assert (best.text, best.start) == (QUOTE, TEXT.index(QUOTE))
    assert (best.similarity, best.kept, best.before, best.after) == (1, 1, 1, 1)


def test_a_candidate_grows_and_shrinks_with_the_quote() -> None:
    longer = TEXT.replace("vote on", "vote, after a delay of a month, on")
    shorter = TEXT.replace(" on the harbor bridge", "")

    assert found(longer)[0].text == QUOTE.replace("vote on", "vote, after a delay of a month, on")
    assert found(shorter)[0].text == "the council will vote in September"


def test_new_words_at_either_end_are_taken_in() -> None:
    newer = TEXT.replace("the council will", "both councils will").replace("September", "October")

    assert found(newer)[0].text == (
        QUOTE.replace("the council", "both councils").replace("September", "October")
    )


def test_positions_are_those_of_the_text_as_it_was_captured() -> None:
    newer = "🌉 " + TEXT.replace("vote on", "decide\r\n  on").replace("bridge", "br\u00adidge")
    best = found(newer)[0]

    assert newer[best.start : best.end] == best.text
    assert best.text.startswith("the council will decide\r\n  on")


def test_candidates_do_not_overlap_and_the_likeliest_comes_first() -> None:
    copy = (
        "Rain fell in the hills. " * 20
        + " Last year "
        + QUOTE.replace("September", "May")
        + ", too, it was said."
    )
    both = found(TEXT.replace("September", "October") + copy)

    assert both[0].text == QUOTE.replace("September", "October")
    assert both[1].text == QUOTE.removesuffix(" September")
    assert both[0].score > both[1].score
    assert all(a.end <= b.start or b.end <= a.start for a, b in pairwise(both))


def test_a_text_about_something_else_has_none_to_speak_of() -> None:
    assert all(item.kept < 0.5 for item in found("Rain is expected in the hills by the evening."))
