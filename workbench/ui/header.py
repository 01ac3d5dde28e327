"""The header: the check's title, its rating, the editor's tabs, export and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.field import LineField
from workbench.ui.flow import FlowLayout
from workbench.ui.mark import chip_font, chip_width, paint_chip
from workbench.ui.theme import current_theme, current_zoom
from workbench.ui.tick import on_tick, show_tick

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.store.glance import Glance
    from workbench.ui.desk import Desk

_TITLE_WIDTH = 160
"""Least width of the title in pixels, at the interface's own size."""
TABS = ("sources", "claims", "draft", "posts", "preflight", "timeline")


class StatusChip(QWidget):
    """The main claim's status as a chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, status: str | None) -> None:
        """Show a status, or nothing."""
        self._status = status
        self.setVisible(status is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the chip."""
        if self._status is None:
            return QSize(0, 0)
        height = QFontMetrics(chip_font(self.font())).height() + 8
        return QSize(chip_width(self._status, self.font()), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        if self._status is not None:
            middle = QRectF(self.rect()).center()
            at = QPointF(self.width(), middle.y())
            painter = QPainter(self)
            paint_chip(painter, at.x(), at.y(), self._status, self.font(), current_theme())


class Header(QWidget):
    """Title and tabs of the open check.

    Signals:
        tab_chosen: (tab name) of TABS.
        export_asked: the person wants to export.
        home_asked: the person wants the start page.
        tab_pressed: the person pressed a tab, also the one in front.
        article_asked: the person wants the article, where it is not beside the editor.
        publication_asked: the person wants to see why an approval is withdrawn.
    """

    tab_chosen = Signal(str)
    export_asked = Signal()
    home_asked = Signal()
    tab_pressed = Signal()
    article_asked = Signal()
    publication_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._tabs: dict[str, QPushButton] = {}
        self._tabs_beside = True
        self._build()
        desk.check_changed.connect(self._on_check_changed)

    def _build(self) -> None:
        self._names = {
            "sources": self.tr("Sources"),
            "claims": self.tr("Claims"),
            "draft": self.tr("Draft"),
            "posts": self.tr("Posts"),
            "preflight": self.tr("Pre-flight"),
            "timeline": self.tr("Timeline"),
        }
        home = QPushButton(self.tr("‹  Checks"))
        home.setObjectName("home")
        home.setProperty("role", "menu")
        home.setAccessibleName(self.tr("Start page"))
        home.setToolTip(self.tr("Start page"))
        home.clicked.connect(self.home_asked)
        self.title = LineField()
        self.title.setObjectName("check_title")
        self.title.setAccessibleName(self.tr("Title of the check"))
        self.title.setPlaceholderText(self.tr("Title of the check"))
        self.title.edited.connect(self._on_title_edited)
        self.title.textChanged.connect(lambda: self._fit_title())
        self._chip = StatusChip()
        self._withdrawn: QPushButton | None = None
        row = self._row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(home)
        row.addWidget(self.title, 0)
        row.addWidget(self._chip)
        row.addStretch(1)
        self._tab_row = QWidget()
        flow = FlowLayout(self._tab_row, spacing=4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 16, 8)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        group = self._group = QButtonGroup(self)
        group.setExclusive(True)
        self._article = QPushButton(self.tr("Article"))
        self._article.setObjectName("show_article")
        self._article.setProperty("role", "menu")
        self._article.clicked.connect(self.article_asked)
        self._article.hide()
        flow.addWidget(self._article)
        for name in TABS:
            button = QPushButton(self._names[name])
            button.setObjectName(f"tab_{name}")
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a screen reader hears one of several, not a tick
            button.clicked.connect(self.tab_pressed)
            on_tick(button, lambda on, chosen=name: self._on_ticked(chosen, on))
            group.addButton(button)
            self._tabs[name] = button
            flow.addWidget(button)
        self._tab_place = row.count()
        row.addWidget(self._tab_row)
        row.addSpacing(8)
        export = QPushButton(self.tr("Export"))
        export.setObjectName("export")
        export.setProperty("role", "primary")
        export.clicked.connect(self.export_asked)
        row.addWidget(export)
        self.menu_button = QPushButton(self.tr("Menu"))
        self.menu_button.setObjectName("menu")
        self.menu_button.setProperty("role", "menu")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        row.addWidget(self.menu_button)
        self._beside_tabs: tuple[QWidget, ...] = (
            home,
            self.title,
            self._chip,
            export,
            self.menu_button,
        )

    def offer_article(self, wanted: bool) -> None:
        """Show a way to the article, or none while it stands beside the editor."""
        self._article.setVisible(wanted)
        self._arrange()

    def set_menu(self, menu: QMenu) -> None:
        """Give the menu button its menu."""
        self.menu_button.setMenu(menu)

    def show_tab(self, name: str) -> None:
        """Mark a tab as the one in front; none, if what is in front has no tab."""
        self._group.setExclusive(name in self._tabs)
        for other, button in self._tabs.items():
            show_tick(button, other == name)

    def _on_ticked(self, name: str, on: bool) -> None:
        if on:
            self.tab_chosen.emit(name)

    def show_glance(self, glance: Glance) -> None:
        """Show title, status and counts of a check at a glance."""
        self.title.show_text(glance.title)
        self._show_counts(glance.main_status, len(glance.sources), len(glance.claims))

    def show_withdrawal(self, words: str) -> None:
        """Say beside the title that an approval is withdrawn; nothing for empty words."""
        if self._withdrawn is None:
            if not words:
                return
            self._withdrawn = QPushButton(self.tr("Approval withdrawn"))
            self._withdrawn.setObjectName("header_withdrawn")
            self._withdrawn.setProperty("role", "link")
            self._withdrawn.setProperty("tone", "amiss")
            self._withdrawn.clicked.connect(self.publication_asked)
            self._row.insertWidget(self._row.indexOf(self._chip) + 1, self._withdrawn)
            self._tab_place += 1
            self._beside_tabs = (*self._beside_tabs, self._withdrawn)
        self._withdrawn.setVisible(bool(words))
        self._withdrawn.setToolTip(words)
        self._withdrawn.setAccessibleDescription(words)
        self._arrange()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self._chip.update()
        self._fit_title()

    @Slot(object, object)
    def _on_check_changed(self, _old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        self.title.show_text(new.title)
        if _old is None:
            self.show_withdrawal("")
        main = new.main_claim
        self._show_counts(main.status if main else "", len(new.sources), len(new.claims))

    def _show_counts(self, status: str, sources: int, claims: int) -> None:
        self._chip.show_status(status or None)
        self.show_count("sources", sources)
        self.show_count("claims", claims)

    def show_count(self, name: str, count: int) -> None:
        """Show a number beside the name of a tab; none for what has nothing to be done."""
        has_count = count > 0 or name in ("sources", "claims")
        text = f"{self._names[name]}  {count}" if has_count else self._names[name]
        if self._tabs[name].text() != text:
            self._tabs[name].setText(text)

    def _arrange(self) -> None:
        """Put the tabs beside the title where there is room, else under it."""
        shown = [one for one in (self._article, *self._tabs.values()) if not one.isHidden()]
        tabs = sum(button.sizeHint().width() + 4 for button in shown)
        inner = self.width() - 24
        beside = self._row_width() + tabs <= inner
        self._tab_row.setMinimumWidth(tabs if beside else 0)
        if beside == self._tabs_beside:
            return
        self._tabs_beside = beside
        if beside:
            self._column.removeWidget(self._tab_row)
            self._row.insertWidget(self._tab_place, self._tab_row)
        else:
            self._row.removeWidget(self._tab_row)
            self._column.addWidget(self._tab_row)

    def _row_width(self) -> int:
        """Return how much the first line takes at least, in pixels, without the tabs."""
        shown = [one for one in self._beside_tabs if not one.isHidden()]
        return sum(max(one.minimumSizeHint().width(), one.minimumWidth()) + 4 for one in shown) + 32

    def minimumSizeHint(self) -> QSize:
        """Return the size with the tabs under the title."""
        return QSize(self._row_width() + 24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tabs for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange the tabs anew when their names or the size of words change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _fit_title(self) -> None:
        """Be as wide as the title, as far as there is room."""
        words = self.title.text() or self.title.placeholderText()
        wanted = QFontMetrics(self.title.font()).horizontalAdvance(words) + 32
        self.title.setMinimumWidth(round(_TITLE_WIDTH * current_zoom()))
        self.title.setMaximumWidth(max(200, wanted))
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.setStretchFactor(self.title, 100)
        self.title.setToolTip(self.title.text())

    def _on_title_edited(self, text: str, step: int) -> None:
        from dataclasses import replace  # a launch does without it

        self._desk.edit(
            self.tr("Change title"),
            lambda check: replace(check, title=text),
            key=f"check:title:{step}",
        )
