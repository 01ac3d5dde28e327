"""The sheet of the exchange: the folder, what goes along, and what became of each check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from workbench.ui.flow import FlowLayout
from workbench.ui.form import caption, muted, small_button, tell_apart
from workbench.ui.language import told
from workbench.ui.overlay import Overlay
from workbench.ui.two_line import TwoLineDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workbench.publish.exchange.report import ExchangeReport
    from workbench.publish.packing import Packing

_CHECK_ID = Qt.ItemDataRole.UserRole


class ExchangeSheet(Overlay):
    """Asks for the folder and what goes along, and lists what an exchange did or would do.

    Signals:
        wanted: (folder as pathlib.Path, whether it is only tried).
        stop_wanted: stop after the check that it is at.
        check_asked: (check id) show this check.
    """

    wanted = Signal(object, bool)
    stop_wanted = Signal()
    check_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=820, height=640)
        self.setObjectName("exchange_sheet")
        self._boxes: dict[str, QCheckBox] = {}
        self._text = ""
        self._works = False
        self._build()
        self.show_work(False)

    def _build(self) -> None:
        heading = QLabel(self.tr("Exchange checks through a folder"))
        heading.setProperty("role", "heading")
        self.folder = QLineEdit()
        self.folder.setObjectName("exchange_folder")
        # Once the key is done with: it would go on to the button that has the keyboard by then.
        self.folder.returnPressed.connect(
            lambda: QTimer.singleShot(0, self, lambda: self._ask(is_dry=False))
        )
        self.folder.textChanged.connect(lambda _: self._allow())
        self._choose = small_button(self.tr("Choose …"), "exchange_choose")
        self._choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._choose)
        self._summary = QLabel()
        self._summary.setObjectName("exchange_summary")
        self._summary.setProperty("role", "strong")
        self._summary.setWordWrap(True)
        self._left = muted()
        self._left.setObjectName("exchange_left")
        self.list = QListWidget()
        self.list.setObjectName("exchange_list")
        self.list.setAccessibleName(self.tr("What became of each check"))
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_item_asked)
        self.column.addWidget(heading)
        self.column.addWidget(
            muted(
                self.tr(
                    "On a stick, or in a folder that is synced. What others have put there is "
                    "joined with what is here, then what is newer here is written: one case file "
                    "for each check. The workspace itself stays where it is."
                )
            )
        )
        self.column.addWidget(caption(self.tr("Folder"), self.folder))
        self.column.addLayout(row)
        self.column.addWidget(caption(self.tr("Goes along")))
        self.column.addWidget(self._built_choices())
        self.column.addWidget(self._summary)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._left)
        self.column.addLayout(self._built_buttons())

    def _built_choices(self) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, spacing=20)
        words = {
            "originals": self.tr("&Originals of sources and pictures"),
            "contacts": self.tr("&Who was asked"),
            "notes": self.tr("Private &notes"),
        }
        for key, text in words.items():
            self._boxes[key] = QCheckBox(text)
            self._boxes[key].setObjectName(f"exchange_{key}")
            row.addWidget(self._boxes[key])
        return box

    def _built_buttons(self) -> QHBoxLayout:
        self._copy = small_button(self.tr("&Copy as text"), "exchange_copy")
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._text))
        self._progress = QProgressBar()
        self._progress.setObjectName("exchange_progress")
        self._progress.setAccessibleName(self.tr("Exchange"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(220)
        self._stop = small_button(self.tr("Cancel"), "exchange_stop")
        tell_apart(self._stop, self.tr("this exchange"))
        self._stop.clicked.connect(self._on_stop)
        self._try = small_button(self.tr("&Try it first"), "exchange_try")
        self._try.clicked.connect(lambda: self._ask(is_dry=True))
        self._go = QPushButton(self.tr("&Exchange"))
        self._go.setObjectName("exchange_go")
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(lambda: self._ask(is_dry=False))
        self._close = small_button(self.tr("Close"), "exchange_close")
        self._close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addWidget(self._progress)
        row.addWidget(self._stop)
        row.addStretch(1)
        for button in (self._close, self._try, self._go):
            row.addWidget(button)
        return row

    @property
    def choice(self) -> Packing:
        """What is to go along; the history always does, because joining needs it."""
        from workbench.publish.packing import Packing

        return Packing(**{key: box.isChecked() for key, box in self._boxes.items()})

    def ask(self, folder: str, choice: Packing) -> None:
        """Open the sheet for a folder, with a choice to begin with."""
        for key, box in self._boxes.items():
            box.setChecked(getattr(choice, key))
        self.folder.setText(folder)
        self.list.clear()
        self._text = ""
        self._summary.setText(self.tr("Try it first to see what would come in and go out."))
        self._left.clear()
        self._allow()
        self.open()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        can = bool(self.folder.text().strip()) and not self._works
        for button in (self._try, self._go):
            button.setEnabled(can)
        self._copy.setEnabled(bool(self._text))

    def show_work(self, works: bool) -> None:
        """Show how far it is with a way to stop it, or the ways to begin."""
        here = QApplication.focusWidget()
        self._works = works
        self._progress.setRange(0, 0)
        self._progress.setVisible(works)
        self._stop.setVisible(works)
        for widget in (self.folder, self._choose, self._close, *self._boxes.values()):
            widget.setEnabled(not works)
        self._stop.setEnabled(True)
        self._allow()
        if works:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif here is self._stop:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object, object)
    def show_progress(self, _key: int, done: int, total: int) -> None:
        """Move the bar, and say how many checks are done."""
        if self._works and total > 0:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
            words = self.tr("{done} of {total} checks")
            self._summary.setText(words.format(done=done, total=total))

    def show_trouble(self, words: str) -> None:
        """Say what stood in the way."""
        self.show_work(False)
        self._summary.setText(words)
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_report(self, report: ExchangeReport) -> None:
        """Show what an exchange did, or would do; checks that need a person come first."""
        from workbench.publish.exchange.report import ordered
        from workbench.publish.exchange.wording import (
            left_out_words,
            line_words,
            report_text,
            summary_words,
        )

        self._text = report_text(report)
        self.show_work(False)
        self._summary.setText(" ".join(filter(None, (told(summary_words(report)), report.trouble))))
        self._left.setText(told(left_out_words(report)))
        self.list.clear()
        for line in ordered(report.lines):
            words = told(line_words(line, is_dry=report.is_dry))
            item = QListWidgetItem(f"{line.name or line.slug}\n{words}")
            is_here = line.check_id and not line.is_binned and not (line.is_new and report.is_dry)
            item.setData(_CHECK_ID, line.check_id if is_here else "")
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, is_dry: bool) -> None:
        text = self.folder.text().strip()
        if text and not self._works:
            self.wanted.emit(Path(text).expanduser(), is_dry)

    @Slot()
    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._summary.setText(self.tr("Stopping after this check …"))
        self.stop_wanted.emit()

    @Slot(QListWidgetItem)
    def _on_item_asked(self, item: QListWidgetItem) -> None:
        check_id = str(item.data(_CHECK_ID) or "")
        if check_id and not self._works:
            self.close_sheet()
            self.check_asked.emit(check_id)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the exchange"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def close_sheet(self) -> None:
        """Hide the sheet; while it works, ask it to stop first, so that nothing goes on unseen."""
        if self._works:
            if self._stop.isEnabled():
                self._on_stop()
            return
        super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a check shows it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.list.hasFocus() and self.list.currentItem() is not None:
            self._on_item_asked(self.list.currentItem())
        else:
            super().keyPressEvent(event)
