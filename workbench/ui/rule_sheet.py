"""The help page of a rule of the pre-flight, over the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.form import small_button
from workbench.ui.overlay import Overlay
from workbench.ui.preview import Preview


class RuleSheet(Overlay):
    """Shows what a rule finds, why it matters and how to mend it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=720, height=560)
        self.setObjectName("rule_sheet")
        self._page = Preview()
        self._page.setObjectName("rule_page")
        self._page.setAccessibleName(self.tr("About this rule"))
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = small_button(self.tr("Close"), "rule_sheet_close")
        self._close.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        self.column.addWidget(self._page, 1)
        self.column.addLayout(row)

    def show_rule(self, rule: str) -> None:
        """Show the page of a rule; nothing for a rule that has none."""
        from workbench.house.rule_book import rule_help
        from workbench.publish.page import html_for
        from workbench.ui.language import spoken

        try:
            markdown = rule_help(rule, spoken())
        except (KeyError, FileNotFoundError):
            return
        self._page.show_page(html_for(markdown))
        self.open()
        self._page.setFocus()
