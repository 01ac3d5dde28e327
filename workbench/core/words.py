"""Words that reading is given and a newsroom may change: outlets it meets, first names it knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What no grammar tells: which names are outlets, which first names belong to whom.

    Attributes:
        outlets: names of outlets as they are cited, such as "Axios" or "The New York Times".
        broadcasters: those among them that are seen or heard, such as "MSNBC".
        he: first names that are followed by "he".
        she: first names that are followed by "she".

    """

    outlets: frozenset[str] = frozenset()
    broadcasters: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
