"""Where a stretch of a text block stands on the screen, right-to-left words included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextLine

# Hebrew to Arabic Extended-A, and the presentation forms: text that may run from right to left.
_RTL_FIRST, _RTL_LAST = "֐", "ࣿ"
_FORMS_FIRST, _FORMS_LAST = "יִ", "ﻼ"


def stretch_rects(block: QTextBlock, offset: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Yield the rectangles of a stretch of a block, line by line.

    Args:
        block: a block that has been laid out.
        offset: of the block's layout in the viewport, pixels.
        start: first position of Qt, from the block's beginning; may lie outside the block.
        end: position after the last one.

    """
    layout = block.layout()
    start, end = max(start, 0), min(end, block.length() - 1)
    if end <= start:
        return
    mixed = _may_run_backwards(block.text())
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start or first >= end:
            continue
        for left, right in _runs(line, max(start, first), min(end, last), mixed=mixed):
            top_left = QPointF(left, line.y()) + offset
            yield QRectF(top_left.x(), top_left.y(), right - left, line.height())


def _runs(line: QTextLine, start: int, end: int, *, mixed: bool) -> Iterator[tuple[float, float]]:
    """Yield (left, right) of each unbroken run of a stretch on one line."""
    if not mixed:
        left, right = _x(line, start), _x(line, end)
        yield min(left, right), max(left, right)
        return
    for run in line.glyphRuns(start, end - start):
        box = run.boundingRect()
        yield box.left(), box.right()


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _may_run_backwards(text: str) -> bool:
    return not text.isascii() and any(
        _RTL_FIRST <= char <= _RTL_LAST or _FORMS_FIRST <= char <= _FORMS_LAST for char in text
    )
