"""A date as a person types it, with its basis beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.core.date import DateBasis, DateValue
from workbench.ui.field import LineField
from workbench.ui.form import Choice, muted
from workbench.ui.moment import read_date, shown_form


class DateField(QWidget):
    """One line for the date, a choice of basis, and what an inferred date rests on.

    Signals:
        date_edited: (DateValue, step number) after each edit that changes the value.
    """

    date_edited = Signal(object, int)

    def __init__(
        self, name: str, words: str, parent: QWidget | None = None, *, has_basis: bool = True
    ) -> None:
        super().__init__(parent)
        self._date = DateValue()
        self._kept = DateValue()
        self._has_basis = has_basis
        self.line = LineField()
        self.line.setObjectName(name)
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(self.tr("7 July 2026, 2026-07, 29 June – 5 July 2026"))
        self._basis = Choice(
            ((DateBasis.STATED, self.tr("stated")), (DateBasis.INFERRED, self.tr("inferred from")))
        )
        self._basis.setObjectName(f"{name}_basis")
        self._basis.setAccessibleName(self.tr("{field}: basis").format(field=words))
        self._from = LineField()
        self._from.setObjectName(f"{name}_inferred_from")
        self._from.setAccessibleName(self.tr("{field}: inferred from").format(field=words))
        self._from.setPlaceholderText(self.tr("what it rests on"))
        self._hint = muted()
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 3)
        row.addWidget(self._basis)
        row.addWidget(self._from, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.setFocusProxy(self.line)
        self.line.edited.connect(self._on_typed)
        self._from.edited.connect(self._on_from_typed)
        self._basis.currentIndexChanged.connect(self._on_basis_chosen)

    def show_date(self, date: DateValue) -> None:
        """Show a value; what the person is typing is left alone while it means this value."""
        is_other = date_or_words(self.line.text()) != _plain(date)
        if is_other:
            self.line.show_text(shown_form(date))
        if is_other or date.is_known:
            self._kept = date  # typing another day leaves zone, basis and wording as they are
        self._date = date
        is_choosing = self._basis.value == DateBasis.INFERRED and self._from.isVisible()
        inferred = date.basis is DateBasis.INFERRED or (
            is_choosing and date.is_known and not is_other
        )
        self._basis.show_value(DateBasis.INFERRED if inferred else DateBasis.STATED)
        self._basis.setVisible(date.is_known and self._has_basis)
        self._from.setVisible(date.is_known and inferred)
        if date.inferred_from or not self._from.hasFocus():
            self._from.show_text(date.inferred_from)
        self._show_hint()

    def _show_hint(self) -> None:
        unread = bool(self.line.text().strip()) and not self._date.is_known
        self._hint.setVisible(unread)
        if unread:
            self._hint.setText(
                self.tr("Kept as words: not read as a date. Write it as 7 July 2026 or 2026-07-07.")
            )

    def _on_typed(self, text: str, step: int) -> None:
        date = date_or_words(text)
        if not text.strip():
            self._kept = DateValue()
        if date.is_known:
            kept = self._kept
            zone = date.zone if "T" in date.value else kept.zone
            date = replace(date, zone=zone, wording=kept.wording)
            if kept.basis is DateBasis.INFERRED:
                date = replace(date, basis=DateBasis.INFERRED, inferred_from=kept.inferred_from)
        self._emit(date, step)

    def _on_from_typed(self, text: str, step: int) -> None:
        if not self._date.is_known:
            return
        basis = DateBasis.INFERRED if text.strip() else DateBasis.STATED
        inferred_from = text if text.strip() else ""
        self._emit(replace(self._date, basis=basis, inferred_from=inferred_from), step)

    def _on_basis_chosen(self) -> None:
        inferred = self._basis.value == DateBasis.INFERRED
        self._from.setVisible(inferred)
        if not inferred and self._date.basis is DateBasis.INFERRED:
            self._emit(replace(self._date, basis=DateBasis.STATED, inferred_from=""), 0)

    def _emit(self, date: DateValue, step: int) -> None:
        if date != self._date:
            self._date = date
            self.date_edited.emit(date, step)
        self._show_hint()
        self._basis.setVisible(date.is_known and self._has_basis)


def date_or_words(text: str) -> DateValue:
    """Return the date in typed words, or the unknown date that keeps the words."""
    return read_date(text) or DateValue(wording=text.strip())


def _plain(date: DateValue) -> DateValue:
    """Return a date as typing alone would give it: stated, without the words of its source."""
    if not date.is_known:
        return date
    zone = date.zone if "T" in date.value else ""
    return DateValue(value=date.value, until=date.until, zone=zone, basis=DateBasis.STATED)
