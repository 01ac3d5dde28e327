"""Corrections, clarifications and updates of a check, newest first, as a reader will see them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import clock
from workbench.core.record import Correction, CorrectionKind
from workbench.publish.change_list import differing_sentences
from workbench.publish.standing import PUBLISHED_STATES
from workbench.ui.correction_form import CorrectionForm, CorrectionWords
from workbench.ui.form import empty_out, link_button, muted, small_button
from workbench.ui.standing_word import moment

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.publish.standing import Standing


class CorrectionCard(QWidget):
    """Lists the corrections of a check, with a form for one.

    Signals:
        correction_asked: (Correction) to be noted, new or in place of the one with its id.
        removal_asked: (correction id).
    """

    correction_asked = Signal(object)
    removal_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._standing: Standing | None = None
        self._shown: tuple[object, ...] = ()
        self._edited: Correction | None = None
        self._left: dict[str, CorrectionWords] = {}
        self._none = muted("")
        self._none.setObjectName("corrections_none")
        self.form = CorrectionForm()
        self.form.hide()
        self.form.changed.connect(self._on_form_changed)
        self.form.save_asked.connect(self._on_save_asked)
        self.form.closed.connect(self.close_form)
        self._add = small_button(self.tr("Add a correction"), "correction_add")
        self._add.clicked.connect(lambda: self.begin())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._none)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addLayout(self._rows)

    def show_standing(self, check: Check, standing: Standing) -> None:
        """Show the corrections of a check."""
        if self._check is not None and self._check.id != check.id:
            self._leave_form(self._check.id)
        self._check, self._standing = check, standing
        can_correct = check.state in PUBLISHED_STATES
        self._add.setVisible(can_correct and not self.form.isVisibleTo(self))
        self._none.setVisible(not check.corrections and not self.form.isVisibleTo(self))
        self._none.setText(
            self.tr("None so far.")
            if can_correct
            else self.tr("What has not been published is changed where it stands, not corrected.")
        )
        shown = (check.id, check.corrections, standing.exports)
        if shown != self._shown:
            self._shown = shown
            self._show_rows(check)

    # -- the list

    def _show_rows(self, check: Check) -> None:
        empty_out(self._rows)
        for one in sorted(check.corrections, key=lambda item: (item.at, item.id), reverse=True):
            self._rows.addWidget(self._row(one))

    def _row(self, correction: Correction) -> QFrame:
        row = QFrame()
        row.setProperty("role", "row")
        row.setObjectName(f"correction_{correction.id}")
        told = QLabel(_html(correction))
        told.setObjectName("correction_told")
        told.setTextFormat(Qt.TextFormat.RichText)
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        edit = link_button(self.tr("Edit"), "correction_edit")
        edit.clicked.connect(lambda: self._begin_edit(correction))
        remove = link_button(self.tr("Remove"), "correction_remove")
        remove.clicked.connect(lambda: self.removal_asked.emit(correction.id))
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(muted(self._mends(correction)), 1)
        last.addWidget(edit)
        last.addWidget(remove)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(told)
        column.addLayout(last)
        return row

    def _mends(self, correction: Correction) -> str:
        exports = self._standing.exports if self._standing is not None else ()
        for number, one in enumerate(exports, start=1):
            if one.id == correction.export_id:
                words = self.tr("Noted {at}; mends export {n} of {when}")
                return words.format(at=moment(correction.at), n=number, when=moment(one.at))
        return self.tr("Noted {at}; which export it mends is not noted").format(
            at=moment(correction.at)
        )

    # -- the form

    def begin(self) -> None:
        """Open the form: with what was left in it, else with the first change since the export."""
        if self._check is None or self._standing is None or self._add.isHidden():
            if self.form.isVisibleTo(self):
                self.form.begin()
            return
        self._edited = None
        words = self._left.pop(self._check.id, None) or self._proposed(self._standing)
        self._open(words, is_new=True)

    def _proposed(self, standing: Standing) -> CorrectionWords:
        mended = standing.published or next(reversed(standing.exports), None)
        words = CorrectionWords(export_id=mended.id if mended is not None else "")
        noted = self._check.corrections if self._check is not None else ()
        for change in standing.changes:
            was, now = differing_sentences(change)
            if now and all(one.now != now for one in noted):
                kind = CorrectionKind.CORRECTION if was else CorrectionKind.UPDATE
                return replace(words, kind=kind, was=was, now=now)
        return words

    def _begin_edit(self, correction: Correction) -> None:
        self._edited = correction
        words = CorrectionWords(
            correction.kind,
            correction.was,
            correction.now,
            correction.reason,
            correction.export_id,
        )
        self._open(words, is_new=False)

    def _open(self, words: CorrectionWords, *, is_new: bool) -> None:
        exports = self._standing.exports if self._standing is not None else ()
        self.form.show()
        self._none.hide()
        self._add.hide()
        self.form.fill(words, exports, is_new=is_new)
        self.form.begin()

    def close_form(self) -> None:
        """Put the form away, and what is in it."""
        had = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.form.hide()
        self._edited = None
        self._none.setVisible(self._check is not None and not self._check.corrections)
        self._add.setVisible(self._check is not None and self._check.state in PUBLISHED_STATES)
        if had and self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_form(self, check_id: str) -> None:
        """Keep what is in the form for when its check is open again."""
        if self.form.isVisibleTo(self) and self._edited is None:
            self._left[check_id] = self.form.words
        self.form.hide()
        self._edited = None

    def _correction(self) -> Correction | None:
        """Return what is in the form as a correction; None while it does not say what is now."""
        words = self.form.words
        if not words.now:
            return None
        old = self._edited
        return Correction(
            id=old.id if old is not None else clock.new_id(),
            at=old.at if old is not None else clock.now(),
            kind=words.kind,
            was=words.was,
            now=words.now,
            reason=words.reason,
            export_id=words.export_id,
        )

    def _on_form_changed(self) -> None:
        correction = self._correction()
        self.form.show_preview(_html(correction) if correction is not None else "")

    def _on_save_asked(self) -> None:
        correction = self._correction()
        if correction is None:
            self.form.tell((self.tr("Say what stands there now."),))
            self.form.now.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.correction_asked.emit(correction)


def _html(correction: Correction) -> str:
    """Return a correction as a reader will see it, as safe HTML."""
    from workbench.publish.generated import correction_words
    from workbench.publish.page import safe_html

    return safe_html(correction_words(correction))
