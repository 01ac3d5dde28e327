"""The texts of a source: every capture with its date, and the way to bring in a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.rules.open_quote import is_open
from workbench.ui.form import empty_out, link_button, muted, small_button
from workbench.ui.moment import decimal
from workbench.ui.wording import moment_words, open_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source, SourceVersion


class VersionCard(QFrame):
    """Lists the versions of one source, the newest first.

    Signals:
        version_asked: (source id, version id) to be shown.
        renewal_asked: (source id) the person has a newer text.
        review_asked: the person wants the list of quotes that wait.
    """

    version_asked = Signal(str, str)
    renewal_asked = Signal(str)
    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("version_card")
        self._source_id = ""
        self._shown: object = None
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        renew = small_button(self.tr("New text for this source …"), "version_renew")
        renew.setToolTip(self.tr("Paste or open a newer text of this article (Ctrl+Alt+N)"))
        renew.clicked.connect(lambda: self.renewal_asked.emit(self._source_id))
        self._review = link_button("", "version_card_review")
        self._review.clicked.connect(self.review_asked)
        row = QHBoxLayout()
        row.addWidget(renew)
        row.addStretch(1)
        row.addWidget(self._review)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addLayout(row)

    def show_source(self, check: Check, source: Source) -> None:
        """Show the texts of a source."""
        self._source_id = source.id
        waiting = [one for one in check.passages if one.source_id == source.id and is_open(one)]
        self._review.setText(open_words(len(waiting)))
        self._review.setVisible(bool(waiting))
        counts = {
            version.id: sum(one.version_id == version.id for one in check.passages)
            for version in source.versions
        }
        wanted = (source.versions, counts)
        if wanted == self._shown:
            return
        self._shown = wanted
        empty_out(self._grid)
        for line, version in enumerate(reversed(source.versions)):
            self._add_row(line, source, version, counts[version.id])

    def _add_row(self, line: int, source: Source, version: SourceVersion, quotes: int) -> None:
        words = moment_words(version)
        if version.id == source.version.id and len(source.versions) > 1:
            words = self.tr("{moment}, the newest").format(moment=words)
        when = QLabel(words)
        when.setTextFormat(Qt.TextFormat.PlainText)
        when.setWordWrap(True)
        what = self.tr("{kind} · {count} characters · {quotes} · SHA-256 {sha}").format(
            kind=version.media_type,
            count=decimal(len(version.text)),
            quotes=self.tr("1 quote") if quotes == 1 else self.tr("%d quotes") % quotes,
            sha=version.sha256[:16] + "…",
        )
        details = muted(what)
        details.setToolTip(version.sha256)
        details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(when)
        column.addWidget(details)
        cell = QWidget()
        cell.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(cell, line, 0)
        if len(source.versions) > 1:
            show = link_button(self.tr("Show"), "version_show")
            show.setAccessibleName(self.tr("Show the text of {moment}").format(moment=words))
            ids = (source.id, version.id)
            show.clicked.connect(lambda: self.version_asked.emit(*ids))
            self._grid.addWidget(show, line, 1, Qt.AlignmentFlag.AlignTop)
