"""Two quiet lines at the article: what stands at the cursor, and what help there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

from workbench.ui.announcement import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class AidLine(QLabel):
    """One line under the article, cut where there is no room; the tip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("aid_line")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""
        self.setAccessibleName(self.tr("At the cursor"))

    @property
    def words(self) -> str:
        """All that it says, cut or not."""
        return self._words

    def say(self, words: str, *, aloud: bool = False) -> None:
        """Show words; `aloud` lets a screen reader say them too."""
        if words == self._words:
            return
        self._words = words
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self._fit()
        if aloud and words:
            announce(self, words)

    def _fit(self) -> None:
        room = self.contentsRect().width() - 2 * self.indent()
        self.setText(
            QFontMetrics(self.font()).elidedText(
                self._words, Qt.TextElideMode.ElideRight, max(room, 40)
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()


class AidNote(QLabel):
    """A line above the article; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("aid_note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Show words, or nothing."""
        self.setText(words)
        self.setVisible(bool(words))
