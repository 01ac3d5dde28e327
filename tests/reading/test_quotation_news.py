"""Who speaks in made-up news of many styles, counted: no rule gets all of it right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.house.words import load_words
from workbench.reading.quotation import quotations

WORDS = load_words()
CASES = Path(__file__).parents[1] / "data" / "quotations-news.txt"


class Tally(NamedTuple):
    """What came of the quotations that somebody speaks, and of those that nobody does."""

    right: list[str]
    wrong: list[str]
    empty: list[str]
    filled: list[str]

    @property
    def named(self) -> int:
        return len(self.right) + len(self.wrong) + len(self.empty)


@pytest.fixture(scope="module")
def tally() -> Tally:
    """Return the count; a speaker is right whose last word is the one in the file."""
    found = Tally([], [], [], [])
    for case in CASES.read_text(encoding="utf-8").split("\n===\n"):
        lines = case.strip("\n").split("\n")
        gold = [line[2:].split(" | ") for line in lines if line.startswith("> ")]
        text = "\n".join(line for line in lines if not line.startswith("> "))
        left = list(quotations(text, WORDS))
        for names, begin in gold:
            item = next(item for item in left if item.text.startswith(begin))
            left.remove(item)
            words = item.speaker.casefold().split()
            lasts = [name.casefold().split()[-1] for name in names.split("/")]
            if names == "-":
                found.filled.extend([begin] if words else [])
            elif not words:
                found.empty.append(begin)
            elif any(last in words for last in lasts):
                found.right.append(begin)
            else:
                found.wrong.append(f"{begin}: {item.speaker}, not {names}")
    return found


def test_more_than_nine_of_ten_speakers_are_right(tally: Tally) -> None:
    assert tally.named >= 400
    assert len(tally.right) >= 0.95 * tally.named, tally.empty


def test_hardly_any_speaker_is_wrong(tally: Tally) -> None:
    assert len(tally.wrong) <= 0.01 * tally.named, tally.wrong


def test_what_nobody_says_is_left_empty(tally: Tally) -> None:
    assert len(tally.filled) <= 1, tally.filled
