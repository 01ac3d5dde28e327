"""The help: a list of pages that can be searched, and the page that is chosen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.core.error import UserError
from workbench.ui.form import muted, small_button
from workbench.ui.key_sheet import KeySheet
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview

if TYPE_CHECKING:
    from workbench.house.help_page import HelpPage

KEYS = "keys"
"""The page that is no text: all keys, read from the actions."""
_KEY = Qt.ItemDataRole.UserRole
_WIDTH, _LIST_WIDTH = 1040, 250
_MOST_LIST_ZOOM = 1.4
"""From here on the room goes to the pages; long names in the list wrap."""


class HelpSheet(Overlay):
    """Shows a page for every place of the window, the keys, and a page for every rule."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=_WIDTH, height=680)
        self.setObjectName("help_sheet")
        self._pages: dict[str, HelpPage] = {}
        self.line = QLineEdit()
        self.line.setObjectName("help_search")
        self.line.setAccessibleName(self.tr("Search the help"))
        self.line.setPlaceholderText(self.tr("Search the help"))
        self.line.textEdited.connect(self._on_query)
        self.line.returnPressed.connect(self._read)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("help_pages")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.line.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self._read)
        self.page = Preview()
        self.page.setObjectName("help_page")
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys = KeySheet()
        self._body = QStackedWidget()
        self._body.addWidget(self.page)
        self._body.addWidget(self.keys)
        self._close = small_button(self.tr("Close"), "help_close")
        self._close.clicked.connect(self.close_sheet)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Help"))
        heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self._close)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.line)
        left.addWidget(self.list, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left)
        body.addWidget(self._body, 1)
        self.column.addLayout(head)
        self.column.addLayout(body, 1)
        self.column.addWidget(
            muted(
                self.tr(
                    "Type to search; ↓ and ↑ go from page to page, Enter reads on, Escape closes."
                )
            )
        )
        self.list.setAccessibleName(self.tr("Pages"))

    def show_place(self, key: str) -> None:
        """Show the page of a place and let it be read at once; the first page if it has none."""
        self._load()
        self.page.restyle()
        self.line.clear()
        self._list("")
        self._choose(key)
        if not self.isVisible():
            self.open()
        self._read()

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the pages, and the room they take, by the interface's zoom."""
        self.page.set_zoom(zoom)
        for widget in (self.line, self.list):
            widget.setFixedWidth(round(_LIST_WIDTH * min(max(zoom, 1.0), _MOST_LIST_ZOOM)))

    def _load(self) -> None:
        """Read the pages; a house's folder is looked at anew each time the sheet is opened."""
        from workbench.house.help_page import help_pages
        from workbench.house.house import house_folder
        from workbench.ui.language import spoken

        try:
            pages = help_pages(house_folder(os.environ), spoken())
        except UserError:  # the house says what is wrong with its folder when it is loaded
            pages = help_pages(language=spoken())
        self._pages = {page.key: page for page in pages}

    def _list(self, query: str) -> None:
        """List the pages that have the words of a query."""
        from workbench.house.help_page import matching

        found = matching(tuple(self._pages.values()), query)
        self.list.clear()
        self._add_heading(self.tr("Places"))
        for page in found:
            if not page.is_rule:
                self._add_page(page.key, page.title)
        if self.keys.has(query):
            self._add_page(KEYS, self.tr("All keys"))
        rules = [page for page in found if page.is_rule]
        if rules:
            self._add_heading(self.tr("Rules of the pre-flight"))
        for page in rules:
            self._add_page(page.key, page.title)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        self.list.addItem(item)

    def _add_page(self, key: str, title: str) -> None:
        item = QListWidgetItem(title)
        item.setData(_KEY, key)
        self.list.addItem(item)

    def _rows(self) -> list[QListWidgetItem]:
        rows = [self.list.item(row) for row in range(self.list.count())]
        return [item for item in rows if item.data(_KEY)]

    def _choose(self, key: str) -> None:
        rows = self._rows()
        wanted = [item for item in rows if item.data(_KEY) == key] or rows
        if wanted:
            self.list.setCurrentItem(wanted[0])
            self.list.scrollToItem(wanted[0])

    def _on_query(self, query: str) -> None:
        here = self.list.currentItem()
        key = here.data(_KEY) if here is not None and not query.strip() else ""
        self._list(query)
        self._choose(key)
        if not self._rows():
            self._show_markdown(self.tr("# Nothing found\n\nNo page has all of these words."), "")

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        key = item.data(_KEY) if item is not None else ""
        if key == KEYS:
            self._body.setCurrentWidget(self.keys)
        elif key in self._pages:
            self._show_markdown(self._pages[key].markdown, self._pages[key].title)

    def _show_markdown(self, markdown: str, title: str) -> None:
        from workbench.publish.page import html_for

        self._body.setCurrentWidget(self.page)
        self.page.show_page(html_for(markdown))
        self.page.verticalScrollBar().setValue(0)
        self.page.setAccessibleName(self.tr("Help: {title}").format(title=title))
        query = " ".join(self.line.text().split())
        if not self.page.mark(query):
            query = query.partition(" ")[0]
            self.page.mark(query)
        self.page.follow(query)

    def _read(self, _item: object = None) -> None:
        """Put the keyboard into the page that is shown."""
        shown = self.keys if self._body.currentWidget() is self.keys else self.page
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk the list while the cursor stays in the search line."""
        if watched is self.line and isinstance(event, QKeyEvent):
            walks = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if walks and event.type() == QEvent.Type.KeyPress:
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search from anywhere in the sheet with what is typed."""
        typed = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()
        elif plain and typed.isprintable() and typed.strip():
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QApplication.sendEvent(self.line, event)
        else:
            super().keyPressEvent(event)
