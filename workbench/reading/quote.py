"""Quote selectors: marking a stretch of text, and finding it again in another version of it.

A selector is a W3C TextQuoteSelector with a position. All positions are code points.
"""

from __future__ import annotations

from workbench.core.quote import CONTEXT_LENGTH, QuoteSelector
from workbench.reading.grapheme import grapheme_end, grapheme_start


def selector_for(text: str, start: int, end: int) -> QuoteSelector:
    """Return the selector of a stretch of text.

    An end inside a grapheme moves outwards, so that no half emoji, no letter without its marks
    and no half line end is quoted; nothing else is widened. Raises ValueError for an empty
    stretch and for one that does not lie in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no stretch of {len(text)} code points: {start} to {end}")
    start, end = grapheme_start(text, start), grapheme_end(text, end)
    return QuoteSelector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        start=start,
        end=end,
    )


def find_again(text: str, selector: QuoteSelector) -> QuoteSelector:
    """Return the selector as it stands in a text, which may be another version of its own.

    Anchored: one place it must be, with that text's own words and context; if they are not the
    old words, the quote was followed to edited ones (`refind` says so). Ambiguous: it stays open
    which place is meant. Lost: the words are not there. A selector that is not anchored keeps
    its words and context and has no position: 0 to 0.
    """
    # Marking a quote, which every launch may, needs nothing of what finding it again takes.
    from workbench.reading.refind import refind

    return refind(text, selector).selector
