"""The line at the bottom: saved when, origins known and in hand, what to watch for next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.publish.coverage import coverage_words
from workbench.rules.open_quote import open_count
from workbench.ui.flow import FlowLayout
from workbench.ui.form import link_button, restyled
from workbench.ui.language import told
from workbench.ui.moment import time_words
from workbench.ui.theme import current_zoom
from workbench.ui.wording import bare_date_words, open_words

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from workbench.core.check import Check
    from workbench.core.error import UserError
    from workbench.rules.coverage import Coverage
    from workbench.ui.desk import Desk

_COUNT_AFTER_MS = 100
_LONGEST = 48
"""Letters of the names that are to get, at the interface's own size; the tooltip has all."""


class StatusLine(QWidget):
    """Tells the state of the open check; its changes are plain labels, never in the way.

    Signals:
        review_asked: the person wants the quotes that a newer text left open.
        open_sentence_asked: the person wants the next sentence that cites nothing.
        suggestions_asked: the person wants the suggestions that are open.
        conflicts_asked: the person wants what two people changed differently.
        comments_asked: the person wants what was said about the check.
        publication_asked: the person wants to see where the check stands on its way out.
    """

    review_asked = Signal()
    open_sentence_asked = Signal()
    watch_asked = Signal()
    conflicts_asked = Signal()
    suggestions_asked = Signal()
    comments_asked = Signal()
    publication_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._count_timer.timeout.connect(self._count_origins)
        self._saved = QLabel()
        self._saved.setObjectName("saved_label")
        self._origins = QLabel()
        self._origins.setObjectName("origins_label")
        self._watch = QLabel()
        self._watch.setObjectName("watch_label")
        self._tells_watch = False
        self._tells_coverage = False
        self._keys = QLabel(self.tr("Ctrl+K  find a check      F1  help"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 20, 5)
        row.setSpacing(20)
        line = QWidget()
        flow = FlowLayout(line, spacing=20)
        self._standing = link_button("", "standing_status")
        self._standing.clicked.connect(self.publication_asked)
        self._standing.hide()
        for label in (self._saved, self._origins, self._watch):
            label.setProperty("role", "muted")
            flow.addWidget(label)
            if label is self._saved:
                flow.addWidget(self._standing)
        self._review = link_button("", "review_status")
        self._review.clicked.connect(self.review_asked)
        self._review.hide()
        flow.addWidget(self._review)
        self._conflicts = link_button("", "conflict_status")
        self._conflicts.clicked.connect(self.conflicts_asked)
        self._conflicts.hide()
        flow.addWidget(self._conflicts)
        self._suggestions = link_button("", "suggestion_status")
        self._suggestions.clicked.connect(self.suggestions_asked)
        self._suggestions.hide()
        flow.addWidget(self._suggestions)
        self._comments = link_button("", "comment_status")
        self._comments.clicked.connect(self.comments_asked)
        self._comments.hide()
        flow.addWidget(self._comments)
        self._due = link_button("", "watch_status")
        self._due.setProperty("tone", "amiss")
        self._due.clicked.connect(self.watch_asked)
        self._due.hide()
        flow.addWidget(self._due)
        self._coverage = link_button("", "coverage_status")
        self._coverage.clicked.connect(self.open_sentence_asked)
        self._coverage.hide()
        flow.addWidget(self._coverage)
        row.addWidget(line, 1)
        self._keys.setProperty("role", "muted")
        row.addWidget(self._keys)
        desk.check_changed.connect(self._on_check_changed)
        desk.saved.connect(self._on_saved)
        desk.save_failed.connect(self._on_save_failed)
        desk.dirty_changed.connect(self._on_dirty_changed)

    def show_read_only(self) -> None:
        """Say in the place of the time of the last save that nothing is saved."""
        self._saved.setText(self.tr("Only for reading"))

    def show_check_line(self, wanted: bool) -> None:
        """Tell about the open check, or nothing while it is not in front."""
        for label in (self._saved, self._origins):
            label.setVisible(wanted)
        self._tells_watch = wanted and bool(self._watch.text())
        for link in (self._review, self._conflicts, self._suggestions, self._comments):
            link.setVisible(wanted and bool(link.text()))
        self._tells_coverage = wanted and bool(self._coverage.text())
        self._standing.setVisible(wanted and bool(self._standing.text()))
        self._fit()

    def show_due(self, words: str, tip: str) -> None:
        """Tell that watch items of the workspace are due; nothing for empty words."""
        self._due.setText(words)
        self._due.setToolTip(tip)
        self._due.setAccessibleDescription(tip)
        self._fit()

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Tell how many sentences are sourced; nothing while none is written."""
        figure, rest = coverage_words(coverage) if coverage and coverage.total else ("", "")
        self._coverage.setText(told(figure))
        self._coverage.setToolTip(told(rest))
        self._tells_coverage = bool(figure)
        self._fit()

    def show_suggestions(self, count: int) -> None:
        """Tell how many suggestions are open; nothing for none."""
        one, many = self.tr("1 suggestion open"), self.tr("{n} suggestions open")
        self._suggestions.setText("" if not count else one if count == 1 else many.format(n=count))
        self._suggestions.setVisible(count > 0)
        self._fit()

    def show_comments(self, words: str) -> None:
        """Tell how many comments are open; nothing while none is."""
        self._comments.setText(words)
        self._comments.setVisible(bool(words))
        self._fit()

    def show_conflicts(self, words: str) -> None:
        """Tell how many conflicts there are to settle; nothing for no words."""
        self._conflicts.setText(words)
        restyled(self._conflicts, "tone", "amiss" if words else "")
        self._conflicts.setVisible(bool(words))
        self._fit()

    def show_standing(self, words: str, *, is_amiss: bool) -> None:
        """Show where the check stands on its way out, and whether that needs a person."""
        if words != self._standing.text():
            self._standing.setText(words)
            self._standing.setAccessibleName(self.tr("Publication: {words}").format(words=words))
        restyled(self._standing, "tone", "amiss" if is_amiss else "")
        self._standing.setVisible(bool(words))
        self._fit()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            for label in (self._saved, self._origins, self._watch):
                label.clear()
            return
        if old is None:
            self._saved.setText(
                self.tr("Only for reading") if self._desk.is_read_only else self.tr("All saved")
            )
        if old is None or (old.claims, old.sources, old.passages) != (
            new.claims, new.sources, new.passages,
        ):  # fmt: skip
            self._count_timer.start()
            self._show_review(new)
        if old is None or old.watch_items != new.watch_items:
            self._show_watch(new)

    def _count_origins(self) -> None:
        """Count over all claims; a moment later than the change, so that no key press waits."""
        if not self._desk.has_check:
            return
        from workbench.rules.origin import origins_of_check

        origins = origins_of_check(self._desk.check)
        words = self.tr("Origins known {known}, in hand {in_hand}").format(
            known=origins.known_count, in_hand=origins.in_hand_count
        )
        names = ", ".join(origins.missing)
        if names:
            most = max(10, round(_LONGEST / max(current_zoom() ** 2, 1)))
            shown = names if len(names) <= most else f"{names[: most - 1].rstrip()}…"
            words += "  ·  " + self.tr("to get: {names}").format(names=shown)
        self._origins.setText(words)
        self._origins.setToolTip(names)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what stands elsewhere too where the line is full."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a size that never makes the window wider: what has no room is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        links = (self._review, self._conflicts, self._suggestions, self._comments)
        always = (self._saved, self._standing, self._origins, *links)
        first = [one for one in always if not one.isHidden()]
        room = self.width() - 40 - sum(one.sizeHint().width() + 20 for one in first)
        spares = (
            (self._coverage, self._tells_coverage),
            (self._due, bool(self._due.text())),
            (self._watch, self._tells_watch and not self._due.text()),
            (self._keys, True),
        )
        for spare, wanted in spares:
            width = spare.sizeHint().width() + 20
            spare.setVisible(wanted and width <= room)
            room -= width if wanted else 0

    def _show_review(self, check: Check) -> None:
        waiting = open_count(check)
        self._review.setText(open_words(waiting) if waiting else "")
        self._review.setVisible(waiting > 0)
        self._fit()

    def _show_watch(self, check: Check) -> None:
        due = [item for item in check.watch_items if item.due.is_known and not item.seen]
        first = min(due, key=lambda item: item.due.value, default=None)
        self._tells_watch = first is not None
        if first is not None:
            words = bare_date_words(first.due)
            self._watch.setText(self.tr("Next watch date: {date}").format(date=words))
            self._watch.setToolTip(first.text)
        self._fit()

    @Slot(object)
    def _on_saved(self, at: datetime) -> None:
        time = time_words(at.astimezone(), seconds=True)
        self._saved.setText(self.tr("Saved {time}").format(time=time))
        restyled(self._saved, "tone", "")

    @Slot(bool)
    def _on_dirty_changed(self, dirty: bool) -> None:
        if dirty:
            self._saved.setText(self.tr("Saving …"))

    @Slot(object)
    def _on_save_failed(self, _error: UserError) -> None:
        self._saved.setText(self.tr("Not saved yet"))
        restyled(self._saved, "tone", "bad")
