"""Finding words in the article, whatever their quotes, dashes, accents or case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from workbench.reading.folding import find_all
from workbench.ui.form import muted, small_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.ui.article_view import ArticleView


class FindBar(QFrame):
    """A line over the article; Enter goes to the next place, Shift+Enter to the one before."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self.setObjectName("find_bar")
        self._view = view
        self._text = ""
        self._found: tuple[tuple[int, int], ...] = ()
        self._place = -1
        self.line = QLineEdit()
        self.line.setObjectName("find_line")
        self.line.setAccessibleName(self.tr("Find in the article"))
        self.line.setPlaceholderText(self.tr("Find in the article"))
        self._count = muted(wrap=False)
        close = small_button(self.tr("Close"), "find_close")
        close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(close)
        self.line.textEdited.connect(self._on_edited)
        self.hide()

    def begin(self) -> None:
        """Show the line with the selected words in it."""
        start, end = self._view.selected_stretch()
        if 0 < end - start <= 80:
            self.line.setText(self._view.text[start:end])
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._look(self.line.text())

    def leave(self) -> None:
        """Hide the line; the reader stays at the place found."""
        self.hide()
        self._view.setFocus()

    def _on_edited(self, text: str) -> None:
        self._look(text)

    def _look(self, text: str) -> None:
        self._text = self._view.text
        self._found = find_all(self._text, text) if text.strip() else ()
        here = self._view.selected_stretch()[0]
        self._place = next((n for n, (start, _) in enumerate(self._found) if start >= here), 0)
        self._show()

    def _show(self) -> None:
        if not self._found:
            self._count.setText(self.tr("not found") if self.line.text().strip() else "")
            return
        self._count.setText(
            self.tr("{n} of {total}").format(n=self._place + 1, total=len(self._found))
        )
        self._view.select(*self._found[self._place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._text is not self._view.text:  # another article came to the front
            self._look(self.line.text())
        elif self._found:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._place = (self._place + (-1 if back else 1)) % len(self._found)
            self._show()
