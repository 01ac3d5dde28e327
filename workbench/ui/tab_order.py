"""The way of the Tab key through a window: as it is read, line by line, and never in a circle.

Qt goes in the order in which widgets were made; rows that come later, and panes that are made when
first shown, would be last, or lead back into where the key came from (WCAG 2.2, 2.4.3 and 2.1.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.ui.form import FormScroll, in_reading_order, takes_tab
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = 12
"""Pixels that the middles of two parts on one line may be apart."""


def move_focus(root: QWidget, here: QWidget | None, *, forwards: bool) -> bool:
    """Put the keyboard at the next or previous stop of a window; return whether there is one."""
    stops = list(_stops(root))
    if not stops:
        return False
    step = 1 if forwards else -1
    start = stops.index(here) if here in stops else (-1 if forwards else 0)
    target = stops[(start + step) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    above = target.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target)
        above = above.parentWidget()
    return True


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the Tab key in a part, in the order it is read."""
    if takes_tab(part):
        yield part
    if isinstance(part, FormScroll):
        yield from in_reading_order(part.body)
        return
    for child in _in_lines(part):
        yield from _stops(child)


def _in_lines(part: QWidget) -> list[QWidget]:
    """Return the parts of a part line by line, each line from its beginning."""
    children = [
        child
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not isinstance(child, Overlay)
    ]
    children.sort(key=lambda child: child.geometry().center().y())
    lines: list[list[QWidget]] = []
    for child in children:
        middle = child.geometry().center().y()
        if lines and middle - lines[-1][0].geometry().center().y() < _LINE:
            lines[-1].append(child)
        else:
            lines.append([child])
    backwards = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for line in lines:
        line.sort(key=lambda child: child.x(), reverse=backwards)
    return [child for line in lines for child in line]
