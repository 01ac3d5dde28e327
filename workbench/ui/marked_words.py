"""Words in which two values differ, marked for a label or a page: tinted, bold, with a sign."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.reading.word_difference import Piece

ONLY_THIS = ("−", "contradicted")
"""Sign and colour of words that only what stands has."""
ONLY_OTHER = ("+", "confirmed")
"""Sign and colour of words that only the other value has."""
_LONG = 320
"""Letters of a stretch that both have; of a longer one only both ends are shown."""
_END = 120


def marked(pieces: Iterable[Piece], sign: str, token: str) -> str:
    """Return words as safe HTML: what differs is bold on a tint, behind its sign."""
    tint = current_theme().tint(token).name()
    shown = []
    for piece in pieces:
        words = html.escape(piece.text if piece.differs else _cut(piece.text))
        words = words.replace("\n", "<br>")
        if piece.differs and piece.text.strip():
            space = " " if words.endswith(" ") else ""
            words = f'<b>{sign}&nbsp;<u style="background:{tint}">{words.rstrip()}</u></b>{space}'
        shown.append(words)
    return "".join(shown)


def _cut(text: str) -> str:
    """Return a stretch that both have, without its middle if it is long."""
    return text if len(text) <= _LONG else f"{text[:_END]} … {text[-_END:]}"
