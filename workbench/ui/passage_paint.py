"""Painting the passages of an article under its words: tinted, the chosen claim's underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPen

from workbench.ui.stretch import stretch_rects
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextBlock

    from workbench.ui.article_view import ArticleView
    from workbench.ui.highlight import Highlight

_FILL, _STRONG_FILL = 0.17, 0.32
_CONTEXT_FILL = 0.09
"""How much of its colour a passage takes that is context only: visible, but no support."""


def paint_passages(
    painter: QPainter, view: ArticleView, block: QTextBlock, offset: QPointF
) -> None:
    """Paint the passages of one block; `offset` is of its layout in the viewport."""
    theme = current_theme()
    first, last = block.position(), block.position() + block.length() - 1
    for item in view.highlights.between(first, max(last, first + 1)):
        strong = any(claim_id == view.claim_id for _, _, claim_id in item.claims)
        token = _token_of(item, view.claim_id)
        color = theme.color(token)
        fill = theme.color(token)
        fill.setAlphaF(_CONTEXT_FILL if item.is_context else _STRONG_FILL if strong else _FILL)
        for rect in stretch_rects(block, offset, item.start - first, item.end - first):
            painter.fillRect(rect, fill)
            if not item.is_context:
                width = 2 if strong else 1  # the tint alone has too little contrast for a mark
                painter.fillRect(
                    QRectF(rect.left(), rect.bottom() - width, rect.width(), width), color
                )


def paint_flash(
    painter: QPainter, block: QTextBlock, offset: QPointF, start: int, end: int
) -> None:
    """Paint a stretch (positions of Qt) that is lit up for a moment."""
    theme = current_theme()
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(QBrush(theme.color("accent_tint")))
    first = block.position()
    for rect in stretch_rects(block, offset, start - first, end - first):
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _token_of(item: Highlight, claim_id: str) -> str:
    """Return the colour token of a highlight: of its chosen claim, else of its first."""
    for _, status, owner in item.claims:
        if owner == claim_id:
            return status
    return item.claims[0][1] if item.claims else "muted"
