"""The sheet of backups: which there are, what is in them, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from workbench.core.error import UserError
from workbench.ui.check_list import CheckListView
from workbench.ui.form import caption, muted, small_button, tell_apart
from workbench.ui.language import told
from workbench.ui.moment import decimal, moment
from workbench.ui.overlay import Overlay

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from workbench.store.backup import Backup
    from workbench.store.summary import CheckSummary
    from workbench.ui.backup_keeper import BackupKeeper

_ROW_HEIGHT = 34


class BackupSheet(Overlay):
    """Lists backups beside the checks that are in the one chosen.

    Signals:
        restore_asked: (path) put this backup in the place of the workspace.
    """

    restore_asked = Signal(object)

    def __init__(self, parent: QWidget, keeper: BackupKeeper) -> None:
        super().__init__(parent, width=860, height=520)
        self.setObjectName("backup_sheet")
        self._keeper = keeper
        self._shown: tuple[Backup, ...] = ()
        self._build()
        keeper.made.connect(lambda _: self._fill() if self.isVisible() else None)

    def _build(self) -> None:
        heading = caption(self.tr("Backups"))
        heading.setProperty("role", "heading")
        self.column.addWidget(heading)
        self.column.addWidget(
            muted(
                self.tr(
                    "A copy of all your checks is made every hour in which something changed. "
                    "Older copies are thinned out: one a day, one a week, one a month."
                )
            )
        )
        self.list = QListWidget()
        self.list.setObjectName("backup_list")
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.inside = CheckListView()
        self.inside.setObjectName("backup_inside")
        self.inside.setAccessibleName(self.tr("Checks in this backup"))
        self._words = muted("")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self._words)
        right.addWidget(self.inside, 1)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 2)
        row.addLayout(right, 3)
        self.column.addLayout(row, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        now = small_button(self.tr("Back up now"), "backup_now")
        now.clicked.connect(self._on_backup_asked)
        self._restore = small_button(self.tr("Go back to this one"), "backup_restore")
        self._restore.clicked.connect(self._on_restore_asked)
        close = small_button(self.tr("Close"), "backup_close")
        close.clicked.connect(self.close_sheet)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Backup"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(200)
        self._stop = small_button(self.tr("Cancel"), "backup_cancel")
        tell_apart(self._stop, self.tr("this backup"))
        self._stop.clicked.connect(self._on_stopped)
        self._keeper.progressed.connect(self._on_progressed)
        self._show_work(False)
        row = QHBoxLayout()
        row.addWidget(now)
        row.addWidget(self._progress)
        row.addWidget(self._stop)
        row.addStretch(1)
        row.addWidget(self._restore)
        row.addWidget(close)
        return row

    def open(self) -> None:
        """Show the sheet with the backups there are now."""
        self._fill()
        super().open()
        self.list.setFocus()

    def _fill(self) -> None:
        try:
            self._shown = self._keeper.list()
        except UserError as error:
            self._shown = ()
            self._tell(str(error))
        self.list.blockSignals(True)
        self.list.clear()
        for backup in self._shown:
            item = QListWidgetItem(_words_of(backup))
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._restore.setEnabled(bool(self._shown))
        if self._shown:
            self.list.setCurrentRow(0)
            self._on_row_changed(0)
        else:
            self.inside.show_checks(())
            self._tell(self.tr("There is no backup yet. The first one is made within the hour."))

    def _on_row_changed(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        path = self._shown[row].path
        self._tell(self.tr("Looking inside …"))

        def show(checks: tuple[CheckSummary, ...]) -> None:
            if self._is_chosen(path):
                self.inside.show_checks(checks)
                one, many = self.tr("{n} check in it"), self.tr("{n} checks in it")
                self._tell((one if len(checks) == 1 else many).format(n=len(checks)))

        def say(error: UserError) -> None:
            if self._is_chosen(path):
                self.inside.show_checks(())
                self._tell(str(error))

        self._keeper.look_into(path, show, say)

    def _is_chosen(self, path: Path) -> bool:
        row = self.list.currentRow()
        return 0 <= row < len(self._shown) and self._shown[row].path == path

    def _on_backup_asked(self) -> None:
        self._tell(self.tr("Making a backup …"))
        self._progress.setRange(0, 0)
        self._show_work(True)
        self._keeper.back_up(lambda _: self._show_work(False), self._on_failed)

    def _on_failed(self, error: UserError) -> None:
        self._show_work(False)
        self._tell(str(error))

    def _on_progressed(self, done: int, total: int) -> None:
        if total > 0:
            self._progress.setRange(0, 1000)
            self._progress.setValue(round(1000 * done / total))

    def _on_stopped(self) -> None:
        self._keeper.stop()
        self._show_work(False)
        self._tell(self.tr("Stopped. This backup was not kept; those in the list are as before."))

    def _show_work(self, works: bool) -> None:
        """Show how far the backup is, with a way to stop it, or neither."""
        was_here = self._stop.hasFocus()
        self._progress.setVisible(works)
        self._stop.setVisible(works)
        if was_here and not works:
            self.list.setFocus()

    def _on_restore_asked(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            self.close_sheet()
            self.restore_asked.emit(self._shown[row].path)

    def _tell(self, words: str) -> None:
        self._words.setText(told(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list goes back to the backup chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._on_restore_asked()
        else:
            super().keyPressEvent(event)


def _words_of(backup: Backup) -> str:
    """Return when a backup was made, in the person's own time, and its size."""
    at = backup.at.astimezone()
    return f"{moment(at)}   ·   {decimal(backup.size / 1_000_000, 1)} MB"
