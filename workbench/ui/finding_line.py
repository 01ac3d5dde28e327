"""The line under the fields: what the finding at the caret says, why, and that it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from workbench.core.finding import Severity
from workbench.ui.finding_mark import paint_severity, severity_token
from workbench.ui.form import link_button
from workbench.ui.language import told
from workbench.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workbench.core.finding import Finding


class _Sign(QWidget):
    """The shape of a severity; nothing while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.severity = ""
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        if self.severity:
            painter = QPainter(self)
            color = current_theme().color(severity_token(self.severity))
            paint_severity(painter, QRectF(2, 2, 14, 14), self.severity, color)
            painter.end()


class FindingLine(QFrame):
    """Says what is found at the caret, in two lines of room, so that nothing moves.

    Signals:
        help_asked: (Finding) why it is one.
        aside_asked: (Finding) that is no fault here.
    """

    help_asked = Signal(object)
    aside_asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"finding_line_{name}")
        self.setProperty("role", "finding_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._finding: Finding | None = None
        self._sign = _Sign()
        self.words = QLabel()
        self.words.setObjectName(f"finding_words_{name}")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.why = link_button(self.tr("Why?"), f"finding_why_{name}")
        self.why.setAccessibleName(self.tr("Why is this found? Opens the help"))
        self.why.setToolTip(self.tr("F1 in the words"))
        self.why.clicked.connect(lambda: self.help_asked.emit(self._finding))
        self.aside = link_button(self.tr("No fault here"), f"finding_aside_{name}")
        self.aside.setToolTip(self.tr("Sets the finding aside. Ctrl+F7 in the words"))
        self.aside.clicked.connect(lambda: self.aside_asked.emit(self._finding))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.aside)
        row.addWidget(self.why)
        self.hide()

    def show_finding(self, finding: Finding | None, count: int) -> None:
        """Show the finding at the caret; without one, how many there are in the field."""
        self._finding = finding
        self.setVisible(bool(count))
        self.words.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self._sign.severity = finding.severity.value if finding else ""
        self._sign.update()
        self.why.setVisible(finding is not None)
        self.aside.setVisible(finding is not None and finding.severity is not Severity.ERROR)
        self.words.setText(told(finding.message) if finding else self._counted(count))
        self.words.setToolTip(told(finding.help) if finding else "")

    def _counted(self, count: int) -> str:
        if count == 1:
            return self.tr("One finding under the words here. F7 goes to it.")
        return self.tr(
            "{n} findings under the words here. F7 goes to the next one in a field."
        ).format(n=count)
