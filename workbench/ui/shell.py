"""The shell of the main window: what is painted before any part of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMainWindow

from workbench.ui import setting, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray, QObject
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from workbench.ui.setting import Settings

PROGRAM = "Fact-check workbench"
_FIRST_SIZE = QSize(1280, 800)
# Where the shell's bands end; the parts that cover them find their own sizes.
_HEADER_HEIGHT, _STATUS_HEIGHT, _ARTICLE_SHARE = 50, 27, 0.56
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
    }
)


class Shell(QMainWindow):
    """An empty window in the right colours and place, with the bands that the parts will fill."""

    # Of the class: Qt sends events while the constructor runs.
    _furnished = False
    _completed = False

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self._when_painted: Callable[[], object] | None = None
        self.resize(_FIRST_SIZE)
        geometry: QByteArray = settings.get(setting.GEOMETRY)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def once_painted(self, act: Callable[[], object]) -> None:
        """Do something when the window has been painted and the event loop is reached again."""
        self._when_painted = act

    @Slot()
    def come_forward(self) -> None:
        """Show the window over all others, as far as the desktop allows it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)  # where a program may not raise itself, the task bar shows it

    def showEvent(self, event: QShowEvent) -> None:
        """Let nobody write into a field before there is a check that it belongs to."""
        super().showEvent(event)
        if not self._completed and (handle := self.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys and clicks from parts that are painted and do not work yet."""
        if self._completed:
            watched.removeEventFilter(self)
            return False
        return event.type() in _INPUT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, as Space does."""
        from PySide6.QtWidgets import QAbstractButton

        here = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            here, QAbstractButton
        ):
            here.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let the Tab key go through the window as it is read."""
        from workbench.ui.tab_order import move_focus  # nobody presses it before the window stands

        body = self.centralWidget()
        if body is None:
            return super().focusNextPrevChild(forwards)
        return move_focus(body, QApplication.focusWidget(), forwards=forwards)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shell: the bands and panels that the parts will fill."""
        super().paintEvent(event)
        if self._when_painted is not None:
            QTimer.singleShot(0, self._when_painted)
            self._when_painted = None
        if self._furnished:
            return
        wearing = theme.current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), wearing.color("window"))
        left = round(self.width() * _ARTICLE_SHARE)
        body = self.rect().adjusted(0, _HEADER_HEIGHT, left - self.width(), -_STATUS_HEIGHT)
        painter.fillRect(body, wearing.color("panel"))
        painter.end()
