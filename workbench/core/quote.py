"""Passages: marked stretches of a source version, held by a quote selector."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.identity import require_id

CONTEXT_LENGTH = 64
"""Code points of text kept before and after a quote."""


class AnchorState(StrEnum):
    """Whether a quote still stands where it is said to stand.

    Changed, ambiguous and lost are told of the newest version of its source: until a person has
    decided, the quote keeps the words and the version that it was made with.
    """

    ANCHORED = "anchored"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSelector:
    """A W3C TextQuoteSelector plus its position in one text.

    Attributes:
        exact: the quoted words, exactly as in the source.
        prefix: up to 64 code points before them.
        suffix: up to 64 code points after them.
        start: position of the first code point in the source version's text.
        end: position after the last code point.
        state: anchored, or what became of it in the newest version of its source.

    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    state: AnchorState = AnchorState.ANCHORED

    def __post_init__(self) -> None:
        if not self.exact:
            raise ValueError("a quote has at least one character")
        if not 0 <= self.start <= self.end:
            raise ValueError(f"positions run backwards: {self.start} to {self.end}")
        if self.state is AnchorState.ANCHORED and self.end - self.start != len(self.exact):
            raise ValueError("an anchored quote is as long as the stretch it marks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A marked stretch of one version of one source."""

    id: str
    source_id: str
    version_id: str
    selector: QuoteSelector

    def __post_init__(self) -> None:
        for name in ("id", "source_id", "version_id"):
            require_id(name, getattr(self, name))
