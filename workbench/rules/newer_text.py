"""Newer texts: of which source in the dossier a text that was brought in may be a new version."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reading.alignment import terms
from workbench.reading.folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.source import Source

# Texts are compared by runs of so many words; of a long text its beginning is enough: so many
# code points, and so many runs.
_RUN = 4
_READ = 400_000
_MOST_RUNS = 20_000
# From here on two texts of one outlet are probably one article in two versions.
_NEARLY_SAME = 0.5
# A text that names no outlet has to be more alike than that.
_NEARLY_ALL = 0.8
# Fewer runs than this tell nothing.
_FEWEST_RUNS = 12


def older_source(
    check: Check, source: Source, told: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """Return the source of which a text that was just brought in may be a newer version.

    The same address, or nearly the same text and no other outlet. `told` holds, by source, the
    address and the outlet that a text states, for where the source's own fields are empty. Empty
    if there is none, or if the source is in use already.
    """
    if any(passage.source_id == source.id for passage in check.passages):
        return ""
    stated = {
        one.id: tuple(
            own or noticed
            for own, noticed in zip(
                (one.url, one.outlet), (told or {}).get(one.id, ("", "")), strict=True
            )
        )
        for one in check.sources
    }
    url, outlet = _address(stated[source.id][0]), _name(stated[source.id][1])
    others = [other for other in check.sources if other.id != source.id]
    if url:
        for other in others:
            if _address(stated[other.id][0]) == url:
                return other.id
    best = max(
        (
            (_likeness(source, other, outlet, _name(stated[other.id][1])), other.id)
            for other in others
        ),
        default=(0.0, ""),
        key=lambda pair: pair[0],
    )
    return best[1] if best[0] > 0 else ""


def share_kept(old: str, new: str) -> float:
    """Return how much of a text, by runs of four words, is in another one, 0 to 1."""
    had = _runs(old)
    return len(had & _runs(new)) / len(had) if had else 1.0


def _likeness(source: Source, other: Source, outlet: str, name: str) -> float:
    """Return how much of the shorter of two texts is in the other; 0 if that tells nothing."""
    if outlet and name and outlet != name:
        return 0.0  # the same text under two outlets is one report syndicated, not a newer text
    mine, yours = _runs(source.version.text), _runs(other.version.text)
    fewest = min(len(mine), len(yours))
    if fewest < _FEWEST_RUNS:
        return 0.0
    likeness = len(mine & yours) / fewest
    return likeness if likeness >= (_NEARLY_SAME if outlet and name else _NEARLY_ALL) else 0.0


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[int]:
    """Return the runs of words of a text, as numbers that are the same for the same words."""
    words = [term.text for term in terms(squeezed(text[:_READ]).text)][: _MOST_RUNS + _RUN]
    return frozenset(map(hash, zip(*(words[first:] for first in range(_RUN)), strict=False)))


def _address(url: str) -> str:
    """Return what tells an address from others: no scheme, "www.", fragment or last slash."""
    words = url.strip().partition("#")[0].casefold()
    return words.partition("://")[2].removeprefix("www.").rstrip("/") or words.rstrip("/")


def _name(outlet: str) -> str:
    return squeezed(" ".join(outlet.split())).text.removeprefix("the ")
