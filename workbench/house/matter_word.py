"""Words by which claims are told alike, or not: common ones, and those of the same matter."""

from __future__ import annotations

from functools import lru_cache

from workbench.core.matter_word import MatterWords
from workbench.house.data_file import read_data_file
from workbench.house.resource import resource

_ALIKE = "alike"


@lru_cache(maxsize=1)
def matter_words() -> MatterWords:
    """Return the shipped words; read once while the program runs."""
    table = read_data_file(resource("reading", "matter.toml"), "shipped matter.toml").table
    groups = str(table[_ALIKE]).strip().splitlines()
    return MatterWords(
        common=frozenset(
            word for key, words in table.items() if key != _ALIKE for word in str(words).split()
        ),
        alike=tuple(tuple(group.split()) for group in groups),
    )
