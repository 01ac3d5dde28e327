"""The line under the text: what was said about the words at the caret, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from workbench.ui.comment_mark import paint_bubble
from workbench.ui.comment_wording import breakable, remark_head
from workbench.ui.form import link_button
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from workbench.rules.commented_place import PlacedThread

_LONGEST = 240
"""Code points of a remark that are shown; the sheet has all."""


class _Sign(QWidget):
    """The bubble before the words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble."""
        painter = QPainter(self)
        box = self.rect().adjusted(2, 3, -2, -2)
        paint_bubble(painter, box, current_theme().color("accent"), is_open=True)
        painter.end()


class CommentLine(QFrame):
    """Says what was said last at the caret, in two lines of room, so that nothing moves.

    Signals:
        answer_asked: (thread id) all of it, to be answered.
        settle_asked: (thread id) it is resolved.
    """

    answer_asked = Signal(str)
    settle_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comment_line")
        self.setProperty("role", "finding_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._thread_id = ""
        self.words = QLabel()
        self.words.setObjectName("comment_line_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.answer = link_button(self.tr("Show and answer"), "comment_line_answer")
        self.answer.setToolTip(self.tr("Ctrl+Alt+J in the words"))
        self.answer.clicked.connect(lambda: self.answer_asked.emit(self._thread_id))
        self.settle = link_button(self.tr("Resolve"), "comment_line_resolve")
        self.settle.setAccessibleName(self.tr("Resolve this comment"))
        self.settle.clicked.connect(lambda: self.settle_asked.emit(self._thread_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(8)
        row.addWidget(_Sign())
        row.addWidget(self.words, 1)
        row.addWidget(self.settle)
        row.addWidget(self.answer)

    def show_threads(self, here: Sequence[PlacedThread], in_field: int) -> str:
        """Show the first of the threads at the caret, else how many there are; return the words."""
        self._thread_id = here[0].thread.opening.id if here else ""
        words = self._words(here) if here else self._counted(in_field)
        self.setVisible(bool(words))
        self.words.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.words.setText(breakable(words))
        self.words.setAccessibleName(words)
        for button in (self.answer, self.settle):
            button.setVisible(bool(here))
        return words

    def _words(self, here: Sequence[PlacedThread]) -> str:
        thread = here[0].thread
        said = " ".join(thread.last.text.split())
        if len(said) > _LONGEST:
            said = f"{said[:_LONGEST].rpartition(' ')[0]} …"
        words = f"{remark_head(thread.last)}: {said}"
        more = len(thread.remarks) - 1
        if more:
            words += self.tr("  ({n} before it)").format(n=more)
        if len(here) > 1:
            words += self.tr("  (and {n} more here)").format(n=len(here) - 1)
        return words

    def _counted(self, count: int) -> str:
        if not count:
            return ""
        if count == 1:
            return self.tr("One comment on words here; dots mark them.")
        return self.tr("{n} comments on words here; dots mark them.").format(n=count)
