"""The line over an article that has more than one text: which one this is, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.rules.open_quote import open_count, version_with
from workbench.ui.form import link_button, muted
from workbench.ui.wording import moment_words, open_words

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import Source, SourceVersion
    from workbench.ui.desk import Desk
    from workbench.ui.workspace_view import WorkspaceView


class VersionLine(QFrame):
    """Says that an older text is on show, or that quotes wait; with the way on from there.

    Signals:
        newest_asked: the person wants the newest text.
        review_asked: the person wants the list of quotes that wait.
    """

    newest_asked = Signal()
    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version_line")
        self._words = muted()
        self._words.setObjectName("version_words")
        self.newest = link_button(self.tr("Show the newest"), "version_newest")
        self.newest.clicked.connect(self.newest_asked)
        self.review = link_button("", "version_review")
        self.review.setAccessibleName(self.tr("Review the quotes of this source"))
        self.review.clicked.connect(self.review_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self.newest)
        row.addWidget(self.review)

    def show_version(self, check: Check, source: Source, version: SourceVersion) -> None:
        """Tell about one text of a source."""
        is_older = version.id != source.version.id
        waiting = open_count(check, source.id)
        if is_older:
            words = self.tr("You read an older text, of {moment}.").format(
                moment=moment_words(version)
            )
        else:
            words = self.tr("Some quotes did not stand in this newer text as they were.")
        self._words.setText(words)
        self.newest.setVisible(is_older)
        self.review.setVisible(waiting > 0)
        self.review.setText(f"{open_words(waiting)} (Ctrl+Alt+R)")
        self.setVisible(is_older or waiting > 0)


class VersionWatch(QObject):
    """Puts the line over the article as soon as there is something to say, and keeps it true."""

    def __init__(self, desk: Desk, workspace: WorkspaceView) -> None:
        super().__init__(workspace)
        self._desk = desk
        self._workspace = workspace
        self.line: VersionLine | None = None
        workspace.article.text_shown.connect(self._show)
        desk.check_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        article = self._workspace.article
        source = self._source()
        if source is None:
            if self.line is not None:
                self.line.hide()
            return
        check = self._desk.check
        if self.line is None and (article.shows_older or open_count(check, source.id)):
            self.line = VersionLine()
            self.line.newest_asked.connect(lambda: article.show_version(article.source_id))
            self.line.review_asked.connect(self._workspace.show_review)
            article.add_line(self.line, above=True)
        if self.line is not None:
            self.line.show_version(check, source, version_with(source, article.version_id))

    def _source(self) -> Source | None:
        """Return the source on show, or None while the article and the desk are not in step."""
        article = self._workspace.article
        for source in self._desk.check.sources if self._desk.has_check else ():
            if any(version.id == article.version_id for version in source.versions):
                return source
        return None
