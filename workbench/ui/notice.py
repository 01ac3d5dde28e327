"""Notices: a line over the status bar that says what happened and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from workbench.ui.announcement import announce
from workbench.ui.form import empty_out, restyled, small_button
from workbench.ui.language import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Choice = tuple[str, Callable[[], object]]

_SHOWN_MS = 8_000


class NoticeBar(QFrame):
    """Shows one notice at a time; plain ones leave by themselves, troubles wait to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self._words = QLabel()
        self._words.setObjectName("notice_words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setObjectName("notice_progress")
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(200)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._progress)
        row.addLayout(self._buttons)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self.hide()

    @property
    def text(self) -> str:
        """The words on show; empty while there is no notice."""
        return self._words.text() if self.isVisible() else ""

    def say(self, words: str, choices: Sequence[Choice] = ()) -> None:
        """Show what happened, with what can be done about it; it leaves after a while."""
        self._show(words, choices, trouble=False)
        self._timer.start()

    def ask(self, words: str, choices: Sequence[Choice]) -> None:
        """Show a question; it stays until it is answered or something else has to be told."""
        self._show(words, choices, trouble=False)
        self._timer.stop()

    def warn(self, words: str, choices: Sequence[Choice] = ()) -> None:
        """Show what went wrong; it stays until it is put away."""
        self._show(words, (*choices, (self.tr("Close"), self.hide)), trouble=True)
        self._timer.stop()

    def show_work(self, words: str, cancel: Callable[[], None]) -> None:
        """Show that something takes time, with a way to stop it."""
        self._show(words, ((self.tr("Cancel"), cancel),), trouble=False)
        self._progress.setRange(0, 0)
        self._progress.show()
        self._timer.stop()

    def end_work(self) -> None:
        """Put the work's notice away; another that has taken its place stays."""
        if self._progress.isVisible():
            self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar of what takes time."""
        if self._progress.isVisible() and total > 0:
            self._progress.setRange(0, 1000)
            self._progress.setValue(round(1000 * done / total))

    def _show(self, words: str, choices: Sequence[Choice], *, trouble: bool) -> None:
        words = told(words)
        self._words.setText(words)
        self._progress.hide()
        restyled(self, "trouble", trouble)
        empty_out(self._buttons)
        for text, act in choices:
            button = small_button(text, "notice_button")
            button.clicked.connect(self.hide)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
        self.show()
        announce(self, words)

    def _leave(self) -> None:
        """Go, unless somebody is about to use it (WCAG 2.2.1: no time limit on what is in use)."""
        here = QApplication.focusWidget()
        if self.underMouse() or (here is not None and self.isAncestorOf(here)):
            self._timer.start()
        else:
            self.hide()
