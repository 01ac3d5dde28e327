"""Which words differ between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.word_difference import word_changes, word_difference, words_differing


def differing(old: str, new: str) -> tuple[list[str], list[str]]:
    pieces = word_difference(old, new)
    lost, added = ([piece.text.strip() for piece in side if piece.differs] for side in pieces)
    return lost, added


def test_words_that_went_and_words_that_came_are_told_apart() -> None:
    lost, added = differing(
        "Lindqvist called Okafor on 7 July, he said.",
        "Lindqvist never called Okafor on 9 July, he said.",
    )
    assert (lost, added) == (["7"], ["never", "9"])


def test_other_quotes_and_capitals_are_no_difference() -> None:
    assert differing("“The bridge” is shut", '"the bridge" is shut') == ([], [])


def test_a_language_without_spaces_is_compared_by_letter() -> None:
    assert differing("知事は七月七日に電話をかけた", "知事は七月九日に電話をかけた") == (
        ["七"],
        ["九"],
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_are_the_wordings_exactly(old: str, new: str) -> None:
    pieces = word_difference(old, new)
    assert tuple("".join(piece.text for piece in side) for side in pieces) == (old, new)


def test_two_wordings_are_told_together_what_went_before_what_came() -> None:
    told = word_changes("He called on 7 July, he said.", "He never called on 9 July.")
    assert [(one.kept, one.gone, one.new) for one in told] == [
        ("He ", "", ""),
        ("", "", "never "),
        ("called on ", "", ""),
        ("", "7 July, he said.", "9 July."),
    ]
    assert words_differing(told) == 1 + 4


def test_the_same_words_have_no_change() -> None:
    assert words_differing(word_changes("“The bridge” is shut", '"the  bridge" is shut')) == 0
    assert word_changes("", "") == ()
    assert words_differing(word_changes("", "one two")) == 2


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_kept_and_what_is_new_is_the_newer_wording(old: str, new: str) -> None:
    told = word_changes(old, new)
    assert "".join(one.kept + one.new for one in told) == new
    assert len("".join(one.kept for one in told)) <= max(len(old) * 3, len(new))
