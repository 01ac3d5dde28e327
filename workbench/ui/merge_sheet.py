"""The sheet before a merge: what would come in from a case file, looked at before it is joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from workbench.ui.form import muted, small_button
from workbench.ui.language import told
from workbench.ui.list_heading import heading_item
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.theme import current_zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from workbench.core.check import Check
    from workbench.core.merge_report import Merge, MergeLine
    from workbench.house.house import House

_LINE = Qt.ItemDataRole.UserRole


class MergeSheet(Overlay):
    """Lists what a merge would do beside what becomes of the thing chosen.

    Signals:
        join_wanted: the person wants it joined.
    """

    join_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=1040, height=640)
        self.setObjectName("merge_sheet")
        self._merge: Merge | None = None
        self._ours: Check | None = None
        self._house: House | None = None
        self._build()

    def _build(self) -> None:
        self._heading = QLabel()
        self._heading.setObjectName("merge_heading")
        self._heading.setProperty("role", "heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._from = muted()
        self._from.setObjectName("merge_from")
        self._counts = QLabel()
        self._counts.setObjectName("merge_counts")
        self._counts.setProperty("role", "strong")
        self._counts.setWordWrap(True)
        self._remarks = QLabel()
        self._remarks.setObjectName("merge_remarks")
        self._remarks.setProperty("role", "warning")
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._remarks.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("merge_list")
        self.list.setAccessibleName(self.tr("What would change here"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._show_line())
        self.page = Preview()
        self.page.setObjectName("merge_page")
        self.page.setAccessibleName(self.tr("What becomes of it"))
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 5)
        row.addWidget(self.page, 7)
        for label in (self._heading, self._from, self._counts, self._remarks):
            self.column.addWidget(label)
        self.column.addLayout(row, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        note = muted(
            self.tr("Nothing is changed yet. Joining is one step, and Undo takes it back."),
            wrap=False,
        )
        cancel = small_button(self.tr("Leave it"), "merge_cancel")
        cancel.clicked.connect(self.close_sheet)
        self._go = QPushButton(self.tr("&Join"))
        self._go.setObjectName("merge_go")
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(self._on_join)
        row = QHBoxLayout()
        row.addWidget(note, 1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        return row

    def show_merge(
        self, ours: Check, merge: Merge, house: House, name: str, remarks: Sequence[str]
    ) -> None:
        """Open the sheet on what a case file would do to our check.

        Args:
            ours: the check as it is here.
            merge: what would become of it.
            house: for the names of parts and ratings.
            name: of the file.
            remarks: what could not be verified, and what the sender left out, in sentences.

        """
        from workbench.publish.merge_words import counted_words, outcome_words, sender_words

        self._ours, self._merge, self._house = ours, merge, house
        report = merge.report
        title = ours.title or self.tr("Untitled check")
        self._heading.setText(self.tr("Join “{title}”").format(title=title))
        sender = told(sender_words(report.theirs_who, report.theirs_at))
        comes = self.tr("{name}, {sender}.").format(name=name, sender=sender) if sender else name
        self._from.setText(f"{comes} {told(outcome_words(report))}")
        counted = told(counted_words(report))
        self._counts.setText(counted[:1].upper() + counted[1:])
        self._counts.setVisible(bool(counted))
        self._remarks.setText("\n".join(map(told, remarks)))
        self._remarks.setVisible(bool(remarks))
        self.page.set_zoom(current_zoom())
        self._fill(report.lines)
        self.open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, lines: Sequence[MergeLine]) -> None:
        from workbench.publish.merge_words import VERB_WORDS, line_words

        assert self._merge is not None
        assert self._house is not None
        self.list.clear()
        verb = None
        for line in lines:
            if line.verb is not verb:
                verb = line.verb
                self.list.addItem(heading_item(told(VERB_WORDS[verb])))
            item = QListWidgetItem(told(line_words(line, self._merge.check, self._house)))
            item.setData(_LINE, line)
            self.list.addItem(item)
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_LINE)]
        if rows:
            self.list.setCurrentRow(rows[0])
        else:
            words = self.tr("Only the history of the other version comes in.")
            self.page.show_page(f"<p>{words}</p>")

    @Slot()
    def _show_line(self) -> None:
        item = self.list.currentItem()
        line = item.data(_LINE) if item is not None else None
        if line is None or self._ours is None or self._merge is None or self._house is None:
            return
        from workbench.ui.merge_page import line_html

        self.page.show_page(line_html(self._ours, self._merge, self._house, line))
        self.page.verticalScrollBar().setValue(0)

    @Slot()
    def _on_join(self) -> None:
        self.close_sheet()
        self.join_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list joins."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._on_join()
        else:
            super().keyPressEvent(event)
