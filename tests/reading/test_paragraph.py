"""Paragraphs: line ends that were meant, and those that only wrap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.paragraph import paragraphs


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two.", "Three."],
        [
            "The first line of this text is quite long enough to be\nwrapped.",
            "“Next,” he said.",
        ],
        [
            "A" * 50 + " and " + "b" * 60,
            "lower case, but one of a text that is not wrapped",
        ],
    ],
)
def test_paragraphs(parts: list[str]) -> None:
    text = "\n".join(parts)

    assert [text[start:end] for start, end in paragraphs(text)] == parts


@given(st.text(alphabet="ab .\n\r“”A", max_size=200))
def test_paragraphs_hold_every_letter_in_order(text: str) -> None:
    blocks = paragraphs(text)
    held = "".join(text[start:end] for start, end in blocks)

    assert "".join(held.split()) == "".join(text.split())
    assert list(blocks) == sorted(blocks)
