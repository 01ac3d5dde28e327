"""Sets of words, written as lines that can be read."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of some lines, parted by spaces."""
    return frozenset(" ".join(lines).split())
