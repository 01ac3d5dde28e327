"""Words are matched in order, compactly, whatever was put in between."""

from itertools import pairwise

from workbench.reading.alignment import aligned, terms


def matched(old: str, new: str) -> list[str]:
    left, right = terms(old), terms(new)
    _, pairs = aligned(left, right)
    assert all(left[pair.old].text == right[pair.new].text for pair in pairs)
    assert all(a.old < b.old and a.new < b.new for a, b in pairwise(pairs))
    return [left[pair.old].text for pair in pairs]


def test_words_numbers_and_marks_are_terms() -> None:
    assert [term.text for term in terms("on 7 july, “no”")] == [
        "on",
        "7",
        "july",
        ",",
        "“",
        "no",
        "”",
    ]


def test_letters_of_scripts_without_spaces_are_terms() -> None:
    assert [term.text for term in terms("橋の計画 2")] == ["橋", "の", "計", "画", "2"]


def test_a_stretch_has_the_positions_of_its_text() -> None:
    assert terms("the harbor bridge", 4, 10)[0] == ("harbor", 4, 10)


def test_what_was_edited_has_no_counterpart() -> None:
    assert matched("called on 7 july again", "called on 9 july again") == [
        *("called", "on", "july", "again"),
    ]


def test_nearby_words_go_before_the_same_words_far_off() -> None:
    old = "the mayor signed the plan for the harbor bridge"
    new = "the plan for the ferries " + "was never on any table " * 9 + old
    left, right = terms(old), terms(new)

    assert aligned(left, right)[1][0].new == len(right) - len(left)


def test_nothing_in_common_is_no_alignment() -> None:
    assert aligned(terms("harbor bridge"), terms("ferries")) == (0.0, ())
    assert aligned((), terms("ferries")) == (0.0, ())


def test_more_in_common_scores_higher() -> None:
    quote = terms("the council meets on thursday")
    near = aligned(quote, terms("the council meets on friday"))[0]
    far = aligned(quote, terms("the council votes in may"))[0]

    assert aligned(quote, quote)[0] > near > far > 0


def test_a_long_text_with_a_word_changed_here_and_there_is_one_chain() -> None:
    words = [f"ferry {n} left the pier" for n in range(500)]
    edited = [line.replace("left", "missed") if n % 3 else line for n, line in enumerate(words)]

    assert len(matched(" ".join(words), " ".join(edited))) > 2000
