"""Which words differ between two wordings."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.word_difference import word_difference


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
