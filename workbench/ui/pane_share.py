"""Article and editor: beside each other, or one at a time where words are large.

WCAG 2.2, 1.4.10: what is enlarged is read without scrolling in two directions. One at a time, the
pane in front is the one that the keyboard is in, or that was asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

_EDITOR_LETTERS = 58
"""Least width of the editor beside the article, in average letters of the interface's font."""
_ARTICLE_LETTERS = 42
"""Least width of the article, likewise: for what stands above it; its text has its own zoom."""
_EDITOR_WIDTH = 420
_ARTICLE_WIDTH = 360
"""Least widths in pixels."""


class PaneShare(QObject):
    """Shares a splitter's width among two panes, article and editor.

    Signals:
        single_changed: (bool) whether one pane is shown at a time.
    """

    single_changed = Signal(bool)

    def __init__(self, splitter: QSplitter, article: QWidget, editor: QWidget) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._panes = (article, editor)
        self._front = editor
        self._beside: list[int] = []
        self.is_single = False
        article.setMinimumWidth(_ARTICLE_WIDTH)
        splitter.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._fit()

    def bring(self, pane: QWidget) -> None:
        """Bring a pane to the front, where there is room for one only."""
        self._front = pane
        if self.is_single:
            self._splitter.setSizes([1000 if one is pane else 0 for one in self._panes])

    def lead_to(self, part: QWidget) -> None:
        """Put the keyboard into a part of a pane that is out of sight, which brings that pane."""
        if self.is_single and not self._front.isAncestorOf(part):
            self.bring(next(pane for pane in self._panes if pane.isAncestorOf(part)))
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when the width or the size of words changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        splitter = self._splitter
        letter = QFontMetrics(splitter.font()).averageCharWidth()
        wanted = max(_EDITOR_WIDTH, letter * _EDITOR_LETTERS)
        article = max(_ARTICLE_WIDTH, letter * _ARTICLE_LETTERS)
        single = 0 < splitter.width() < wanted + article and wanted > _EDITOR_WIDTH
        self._panes[1].setMinimumWidth(_EDITOR_WIDTH if single else wanted)
        if single != self.is_single:
            self._switch(single)
        elif single and splitter.sizes()[self._panes.index(self._front)] == 0:
            self.bring(self._front)  # a stored state came in between

    def _switch(self, single: bool) -> None:
        splitter = self._splitter
        if single:
            self._beside = splitter.sizes()
        self.is_single = single
        splitter.setChildrenCollapsible(single)
        if single:
            self.bring(self._front)
        else:
            splitter.setSizes(self._beside)
        self.single_changed.emit(single)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for pane in self._panes:
            if now is not None and (pane is now or pane.isAncestorOf(now)):
                self.bring(pane)
