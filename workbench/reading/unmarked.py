"""Markdown without its marks: the words as a reader sees them, every one in its old place."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.core.citation_mark import MARK_FORM

_MARKS = re.compile(
    MARK_FORM + r"|^[ \t]*(?:>[ \t]?)+"  # block quotations
    r"|^[ \t]*#{1,6}[ \t]"  # headings
    r"|\\[!-/:-@\[-`{-~]"  # backslashes, which go, before punctuation, which stays
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<![^\W_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![^\W_])|`+"  # emphasis and code
    r"|<(?=https?://)|(?<=\S)>(?=[\s.,;:)!?]|$)"  # addresses in angle brackets
    r"|!?\[(?=[^\]\n]{1,300}\]\()|(?<=[^\n])\]\(<?[^)\s]{0,2000}>?(?:\s+\"[^\"\n]*\")?\)",
    re.MULTILINE,
)


@lru_cache(maxsize=512)
def unmarked(text: str) -> str:
    """Return text with a space for every code point that only marks it up or cites.

    The words of links stay and their addresses go; list marks stay, because they part sentences.
    Code point n of the result stands for code point n of the text.
    """
    return _MARKS.sub(_blanked, text.replace("\r", " "))


def _blanked(match: re.Match[str]) -> str:
    if match[0].startswith("\\"):
        return f" {match[0][1]}"
    return " " * len(match[0])
