"""Finding typed words in a text: the place of a quotation that came without its surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.quote import QuoteSelector
from workbench.reading.place import places
from workbench.reading.quote import selector_for

if TYPE_CHECKING:
    from collections.abc import Sequence


def places_of(text: str, words: str) -> Sequence[QuoteSelector]:
    """Return a selector for every place where words stand, from the first one on.

    Exactly as typed, or, where they stand nowhere so, with other quotes, dashes, spaces and
    capitals. Words that were left out or changed are not found.
    """
    wanted = words.strip()
    if not wanted:
        return ()
    found = places(text, QuoteSelector(exact=wanted, start=0, end=len(wanted)))
    return tuple(selector_for(text, start, end) for start, end in found)
