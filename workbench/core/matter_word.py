"""Words by which claims are told alike, or not."""

from __future__ import annotations

from typing import NamedTuple


class MatterWords(NamedTuple):
    """Common words, and those of the same matter.

    Attributes:
        common: of all languages, those that say nothing about what a claim is about.
        alike: groups of words that tell of the same matter.

    """

    common: frozenset[str]
    alike: tuple[tuple[str, ...], ...]
