"""The same text under another outlet: a proposal in the source editor, and what was made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workbench.core import change
from workbench.rules import syndication
from workbench.ui.flow import FlowLayout
from workbench.ui.form import muted, small_button
from workbench.ui.wording import source_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.rules.syndication import SameText
    from workbench.ui.desk import Desk
    from workbench.ui.noticing import Noticing

_AFTER_MS = 250


class SameTextCard(QFrame):
    """Says that a source may be a copy of another one, and lets the person decide.

    Signals:
        compare_asked: (source id, other source id).
        settled: (words) a notice that offers Undo.
    """

    compare_asked = Signal(str, str)
    settled = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("same_text_card")
        self._desk = desk
        self._noticing: Noticing | None = None
        self._source_id = ""
        self._shown: object = None
        self._buttons: list[QWidget] = []
        self._words = QLabel()
        self._words.setObjectName("same_text_words")
        self._words.setWordWrap(True)
        self._why = muted("")
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._why)
        column.addWidget(self._row)
        # Comparing waits for the reading in the background, which prepares what it needs.
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    def attach(self, noticing: Noticing) -> None:
        """Give the card what says when a text has been read."""
        self._noticing = noticing
        noticing.noticed.connect(self._timer.start)
        self._desk.check_changed.connect(self._on_check_changed)
        self._timer.start()

    def show_source(self, source_id: str) -> None:
        """Show what is known of a source's text."""
        if source_id != self._source_id:
            self._source_id = source_id
            self.hide()
            self._shown = None
            self._timer.start()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            return
        if old is None or old.sources is not new.sources or old.dismissals != new.dismissals:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Compare the texts that have been read, and show the first that concerns this source."""
        self._timer.stop()
        if not self._desk.has_check or not self._source_id:
            return
        if self._noticing is not None and self._noticing.is_busy:
            self._timer.start()  # it prepares what comparing needs
            return
        check = self._desk.check
        source = next((one for one in check.sources if one.id == self._source_id), None)
        if source is None:
            self.hide()
            return
        if source.syndicated_from:
            self._show_taken(check, source.syndicated_from)
            return
        found = (
            one
            for one in syndication.same_texts(check)
            if self._source_id in (one.source_id, one.original_id)
        )
        proposal = next(found, None)
        self.setVisible(proposal is not None)
        if proposal is not None:
            self._show_proposal(check, proposal)

    def _show_taken(self, check: Check, original_id: str) -> None:
        self.show()
        name = _name(check, original_id)
        if not self._is_new((self._source_id, original_id, name)):
            return
        self._words.setText(self.tr("Counts as one with {name}: the same text.").format(name=name))
        self._why.hide()
        mine = self._source_id
        self._put(self.tr("Compare"), "compare", lambda: self.compare_asked.emit(mine, original_id))
        self._put(
            self.tr("They are not the same"),
            "apart",
            lambda: self._settle(
                lambda now: syndication.without_same_text(now, mine),
                self.tr("{name} and this text count apart again.").format(name=name),
            ),
        )

    def _show_proposal(self, check: Check, one: SameText) -> None:
        if not self._is_new((self._source_id, one, check.sources)):
            return
        other_id = one.original_id if one.source_id == self._source_id else one.source_id
        other, copy = _name(check, other_id), _name(check, one.source_id)
        original = _name(check, one.original_id)
        share = self.tr("{n} % of the shorter text stand in both").format(n=round(100 * one.share))
        words = self.tr("Same text as {name}? {share}.").format(name=other, share=share)
        self._words.setText(words)
        self._why.setText(
            self.tr("The original may be {name}: {why}.").format(name=original, why=one.basis)
            if one.is_told and not one.agency
            else one.basis or self.tr("Nothing tells which came first.")
        )
        self._why.show()
        self._put(
            self.tr("Compare"),
            "compare",
            lambda: self.compare_asked.emit(one.source_id, one.original_id),
        )
        if one.agency:
            self._put(
                self.tr("Both are copies of {agency}").format(agency=one.agency),
                "agency",
                lambda: self._settle(
                    lambda now: syndication.with_agency(now, one),
                    self.tr("Both count with {agency}.").format(agency=one.agency),
                ),
            )
        for first, second, name in (
            (one.source_id, one.original_id, "take"),
            (one.original_id, one.source_id, "turn"),
        ):
            texts = (copy, original) if name == "take" else (original, copy)
            self._put(
                _sentence(
                    self.tr("{copy} is a copy of {original}").format(
                        copy=texts[0], original=texts[1]
                    )
                ),
                name,
                partial(self._take, first, second, texts),
            )
        self._put(
            self.tr("Not the same"),
            "dismiss",
            lambda: self._settle(
                lambda now: change.with_dismissal(now, one.key),
                self.tr("The two texts count apart."),
            ),
        )

    def _take(self, copy_id: str, original_id: str, names: tuple[str, str]) -> None:
        words = self.tr("{copy} counts as one with {original}.")
        self._settle(
            lambda now: syndication.with_same_text(now, copy_id, original_id),
            words.format(copy=names[0], original=names[1]),
        )

    def _is_new(self, shown: object) -> bool:
        """Begin anew unless this is what is on show already, which may have the keyboard."""
        if shown == self._shown:
            return False
        self._shown = shown
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        return True

    def _put(self, words: str, name: str, act: Callable[[], object]) -> None:
        button = small_button(words, f"same_text_{name}")
        button.clicked.connect(lambda: act())
        self._flow.addWidget(button)
        self._buttons.append(button)

    def _settle(self, apply: Callable[[Check], Check], words: str) -> None:
        self._desk.edit(self.tr("Settle same text"), apply)
        self.settled.emit(words)
        self.look()


def _name(check: Check, source_id: str) -> str:
    source = check.source(source_id)
    return source_name(source, check.sources.index(source) + 1)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
