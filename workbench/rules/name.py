"""Names of outlets and people, made comparable."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from workbench.reading.folding import squeezed


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: no case, accents, punctuation or article.

    "The New York Times" and "New York Times" are one outlet. Empty for a name without letters.
    """
    plain = squeezed(name).text.replace("'", "")
    words = "".join(" " if _is_between_words(char) else char for char in plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def listed(names: tuple[str, ...]) -> str:
    """Return names as one phrase: "The Ledger, Harbor Times and Okafor"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _is_between_words(char: str) -> bool:
    # Vowel signs of Indic scripts are marks, not punctuation: they tell names apart.
    return unicodedata.category(char)[0] in "PZC"
