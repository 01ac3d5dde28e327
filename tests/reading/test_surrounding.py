"""What stands around a stretch of text."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.surrounding import sentence_around, surrounding

TEXT = "The mayor spoke. She never called the governor on Monday, he said. The council meets."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_the_words_beside_are_cut_at_words_and_say_so() -> None:
    around = surrounding(TEXT, *place("called the governor"), length=16)
    assert around == ("… She never ", "called the governor", " on Monday, he …")


def test_the_ends_of_a_text_are_not_cut() -> None:
    around = surrounding(TEXT, 0, len("The mayor"))
    assert around.before == ""
    assert not surrounding(TEXT, *place("council meets.")).after


def test_the_whole_sentence_is_shown() -> None:
    around = sentence_around(TEXT, *place("called the governor"))
    assert around.text.strip() == "She never called the governor on Monday, he said."


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_stretch_of_any_text_is_shown_with_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for around in (surrounding(text, start, end, 10), sentence_around(text, start, end)):
        assert around.words.split() == text[start:end].split()
