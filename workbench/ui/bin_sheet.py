"""The sheet of the bin: what was removed, a look at it, the way back and the end of it."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from workbench import clock
from workbench.core.error import UserError
from workbench.ui.form import caption, muted, small_button
from workbench.ui.language import told
from workbench.ui.moment import moment
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview
from workbench.ui.theme import current_zoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from workbench.core.bin import BinnedItem
    from workbench.core.check import Check
    from workbench.store.bin import Bin

_LONGEST = 90


class BinSheet(Overlay):
    """Lists removed checks and sources beside what is in the one chosen.

    Signals:
        return_asked: (BinnedItem) bring it back.
        emptied: (words) something was deleted for good.
        trouble: (UserError) that did not work.
    """

    return_asked = Signal(object)
    emptied = Signal(str)
    trouble = Signal(object)

    def __init__(self, parent: QWidget, opened: Callable[[], Bin], days: int) -> None:
        super().__init__(parent, width=980, height=580)
        self.setObjectName("bin_sheet")
        self._bin = opened
        self._days = days
        self._items: tuple[BinnedItem, ...] = ()
        self._asked: object | None = None
        self._build()

    def _build(self) -> None:
        heading = caption(self.tr("Bin"))
        heading.setProperty("role", "heading")
        self.note = muted("")
        self.list = QListWidget()
        self.list.setObjectName("bin_list")
        self.list.setAccessibleName(self.tr("In the bin, removed last first"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.page = Preview()
        self.page.setObjectName("bin_page")
        self.page.setAccessibleName(self.tr("What is in it"))
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 5)
        row.addWidget(self.page, 6)
        self.column.addWidget(heading)
        self.column.addWidget(self.note)
        self.column.addLayout(row, 1)
        self.column.addLayout(self._built_buttons())

    def _built_buttons(self) -> QHBoxLayout:
        self.drop = small_button("", "bin_drop")
        self.drop.clicked.connect(self._on_drop_asked)
        self.empty = small_button("", "bin_empty")
        self.empty.clicked.connect(self._on_empty_asked)
        self.back = small_button(self.tr("&Bring back"), "bin_back")
        self.back.clicked.connect(self._on_back_asked)
        close = small_button(self.tr("Close"), "bin_close")
        close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addWidget(self.empty)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(close)
        return row

    def open(self) -> None:
        """Show the sheet with what is in the bin now."""
        self.page.set_zoom(current_zoom())
        self._fill()
        super().open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        try:
            self._items = self._bin().items()
        except UserError as error:
            self._items = ()
            self.trouble.emit(error)
        self.list.blockSignals(True)
        self.list.clear()
        for item in self._items:
            self.list.addItem(QListWidgetItem(self._words(item)))
        self.list.blockSignals(False)
        self.back.setEnabled(bool(self._items))
        self.drop.setEnabled(bool(self._items))
        self.note.setText(
            self.tr(
                "Nothing leaves the bin by itself. What you delete for good goes from the history "
                "too; backups made before still hold it."
            )
        )
        self.list.setCurrentRow(0 if self._items else -1)
        self._on_row_changed(self.list.currentRow())

    @property
    def _old(self) -> list[BinnedItem]:
        limit = clock.now() - timedelta(days=self._days)
        return [item for item in self._items if item.at < limit]

    def _words(self, item: BinnedItem) -> str:
        at = item.at.astimezone()
        when = self.tr("removed {at}").format(at=moment(at))
        if item.who:
            when = self.tr("{when} by {who}").format(when=when, who=item.who)
        if item.is_check:
            return f"{_cut(item.name) or self.tr('Untitled check')}\n{self.tr('Check')}  ·  {when}"
        name = _cut(item.name) or self.tr("A source without a name")
        of = self.tr("Source of “{check}”").format(check=_cut(item.check_title))
        return f"{name}\n{of}  ·  {when}"

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self._ask(None)
        if not 0 <= row < len(self._items):
            self.page.show_page(f"<p>{self.tr('The bin is empty.')}</p>")
            return
        item = self._items[row]
        try:
            inside = self._bin().look_inside(item)
        except UserError as error:
            self.page.show_page(f"<p>{escape(told(str(error)))}</p>")
            return
        self.page.show_page(
            self._check_html(inside) if item.is_check else self._source_html(inside, item.source_id)
        )

    def _check_html(self, check: Check) -> str:
        from workbench.ui.wording import STATE_WORDS, STATUS_WORDS

        claims = "".join(
            f"<li>{escape(claim.wording)} ({escape(STATUS_WORDS[claim.status])})</li>"
            for claim in check.claims
        )
        sources = "".join(f"<li>{escape(source.name)}</li>" for source in check.sources)
        return "".join(
            (
                f"<h2>{escape(check.title or self.tr('Untitled check'))}</h2>",
                f"<p>{self.tr('State: {state}').format(state=STATE_WORDS[check.state])}</p>",
                f"<h3>{self.tr('Claims')}</h3><ol>{claims}</ol>" if claims else "",
                f"<h3>{self.tr('Sources')}</h3><ul>{sources}</ul>" if sources else "",
            )
        )

    def _source_html(self, check: Check, source_id: str) -> str:
        source = check.source(source_id)
        quotes = "".join(
            f"<li>“{escape(' '.join(passage.selector.exact.split()))}”</li>"
            for passage in check.passages
            if passage.source_id == source_id
        )
        return "".join(
            (
                f"<h2>{escape(source.name or self.tr('A source without a name'))}</h2>",
                f"<p>{escape(source.title)}</p>",
                f"<h3>{self.tr('Comes back with')}</h3><ul>{quotes}</ul>" if quotes else "",
                f"<h3>{self.tr('Text')}</h3>",
                "".join(
                    f"<p>{escape(line)}</p>"
                    for line in source.version.text.splitlines()
                    if line.strip()
                ),
            )
        )

    def _ask(self, button: object | None) -> None:
        """Ask once more on a button, in its own words; None asks nothing."""
        self._asked = button
        old = len(self._old)
        self.drop.setText(
            self.tr("Really delete it for good")
            if button is self.drop
            else self.tr("&Delete for good")
        )
        self.empty.setText(
            self.tr("Really delete {n} for good").format(n=old)
            if button is self.empty
            else self.tr("&Empty what is older than {days} days ({n})").format(
                days=self._days, n=old
            )
        )
        self.empty.setEnabled(bool(old))

    @Slot()
    def _on_drop_asked(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._items):
            self._drop(self.drop, [self._items[row]])

    @Slot()
    def _on_empty_asked(self) -> None:
        self._drop(self.empty, self._old)

    def _drop(self, button: object, items: list[BinnedItem]) -> None:
        """Delete for good what was asked for twice."""
        if self._asked is not button:
            self._ask(button)
            return
        try:
            for item in items:
                self._bin().drop(item)
        except UserError as error:
            self.trouble.emit(error)
        self._fill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.emptied.emit(self.tr("Deleted for good: {n}.").format(n=len(items)))

    @Slot()
    def _on_back_asked(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._items):
            item = self._items[row]
            self.close_sheet()
            self.return_asked.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list brings the chosen thing back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._on_back_asked()
        else:
            super().keyPressEvent(event)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
