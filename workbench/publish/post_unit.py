"""What one stretch of a post weighs in each unit: characters as the networks count them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from workbench.core.network import CountUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIGHT: Final = r"\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037"
"""Code points of weight 1 in twitter-text configuration v3; every other one weighs 2."""

# An emoji sequence (Unicode Technical Standard 51, 1.4.9) weighs 2 as a whole in that
# configuration. © and ® are text, of weight 1, unless U+FE0F makes them emoji.
_ELEMENT = (
    r"(?:(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}"
    r"|[©®]\uFE0F"
    r"|(?![©®])\p{Extended_Pictographic}\uFE0F?)"
    r"(?:[\U000E0020-\U000E007E]+\U000E007F)?)"
)
_EMOJI = rf"(?:\p{{Regional_Indicator}}{{2}}|[#*0-9]\uFE0F?\u20E3|{_ELEMENT}(?:\u200D{_ELEMENT})*)"
_HEAVY = regex.compile(rf"{_EMOJI}|[^{_LIGHT}]")
_WEIGHED = regex.compile(rf"{_EMOJI}|.", regex.DOTALL)
_CLUSTER = regex.compile(r"\X")


def length_of(text: str, unit: CountUnit) -> int:
    """Return how many units a text without links has."""
    if unit is CountUnit.WEIGHTED:
        if text.isascii():
            return len(text)
        heavy: list[int] = [match.end() - match.start() for match in _HEAVY.finditer(text)]
        return len(text) - sum(heavy) + 2 * len(heavy)
    if unit is CountUnit.GRAPHEMES:
        if text.isascii():
            return len(text) - text.count("\r\n")
        return sum(1 for _ in _CLUSTER.finditer(text))
    if unit is CountUnit.CODE_POINTS:
        return len(text)
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces_of(text: str, unit: CountUnit) -> Iterator[tuple[str, int]]:
    """Yield the pieces that a unit never cuts through with their lengths; together the text."""
    if unit is CountUnit.WEIGHTED:
        for piece in _WEIGHED.findall(text):
            yield piece, 2 if _HEAVY.match(piece) else 1
    else:
        for piece in _CLUSTER.findall(text):
            yield piece, length_of(piece, unit)
