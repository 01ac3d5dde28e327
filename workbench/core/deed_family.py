"""Families of deeds: words for one kind of thing that people do, by which events are compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedFamily:
    """Words that tell of one kind of deed.

    Attributes:
        key: what the family is called in data.
        name: what readers call the deed: "contact".
        verbs: words or phrases whose subject is who did it: "call", "reach out".
        taken: phrases whose subject is to whom it was done, exactly: "call from".
        together: words that do not say who began: "speak with".
        often: whether many do it to many and often ("praise"): another person who did it too is
            then nothing to be taken for one another.

    """

    key: str
    name: str
    verbs: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    often: bool = False

    def __post_init__(self) -> None:
        if not self.key or not self.name:
            raise ValueError("a family of deeds has a key and a name")


DeedFamilies = tuple[DeedFamily, ...]
"""Families by which deeds are compared; with none, only the same word is the same deed."""
