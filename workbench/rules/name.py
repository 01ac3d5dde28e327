"""Names of outlets and people, made comparable."""

from __future__ import annotations

import re

from workbench.reading.folding import squeezed

_NOT_IN_A_NAME = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """Return what two spellings of one name share: no case, accents, punctuation or article.

    "The New York Times" and "New York Times" are one outlet. Empty for a name without letters.
    """
    words = _NOT_IN_A_NAME.sub(" ", squeezed(name).text.replace("'", "")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def listed(names: tuple[str, ...]) -> str:
    """Return names as one phrase: "The Ledger, Harbor Times and Okafor"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
