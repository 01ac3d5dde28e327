"""What is shown while a check has no source: the ways to bring in the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.flow import FlowLayout
from workbench.ui.form import muted, small_button


class WaysIn(QScrollArea):
    """Paste, open or drop; scrolls where large words and a notice leave too little height.

    Signals:
        open_asked, paste_asked: the person wants to bring something in.
    """

    open_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_empty")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = QLabel(self.tr("Bring in the first source"))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        words = muted(
            self.tr(
                "Paste an article you copied, open a file, or drop files or a folder here. Saved "
                "pages, PDF, Word, OpenDocument, e-mail and text are read; nothing is fetched "
                "from a network."
            )
        )
        paste = small_button(self.tr("Paste an article"), "empty_paste")
        paste.clicked.connect(self.paste_asked)
        open_file = small_button(self.tr("Open a file …"), "empty_open")
        open_file.clicked.connect(self.open_asked)
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(paste)
        row.addWidget(open_file)
        body = QWidget()
        body.setObjectName("article_empty_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(52, 60, 52, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(ways)
        column.addStretch(1)
        self.setWidget(body)
