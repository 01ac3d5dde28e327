"""By which date a source's relative dates are told, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.core.date import DateBasis
from workbench.ui.date_field import DateField
from workbench.ui.form import muted
from workbench.ui.moment import shown_form
from workbench.ui.wording import number_words

if TYPE_CHECKING:
    from workbench.core.source import Source
    from workbench.reading.date_mention import DateMention
    from workbench.reading.inspection import Inspection

_MOST_EXAMPLES = 4


class AnchorField(QWidget):
    """A date, empty for the date of publication, and under it the dates that are told by it.

    Signals:
        date_edited: (DateValue, step number) after each edit that changes the value.
    """

    date_edited = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = DateField(
            "source_anchor", self.tr("Relative dates are told by"), has_basis=False
        )
        self.field.line.setPlaceholderText(self.tr("the date of publication"))
        self.field.date_edited.connect(self.date_edited)
        self._words = muted()
        self._words.setObjectName("source_anchor_words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._words)
        self.setFocusProxy(self.field)

    def show_source(self, source: Source, inspection: Inspection | None) -> None:
        """Show a source's date and what is told by it; the old words stay while it is read."""
        self.field.show_date(source.anchor)
        if inspection is not None:
            self._words.setText(self._told(source, inspection))
            self._words.setVisible(bool(self._words.text()))

    def _told(self, source: Source, inspection: Inspection) -> str:
        if not inspection.is_english:
            return self.tr("Relative dates are told in English texts alone.")
        relative = [
            mention for mention in inspection.dates if mention.date.basis is not DateBasis.STATED
        ]
        parts = [self._anchor_words(source, inspection)]
        if not relative:
            return " ".join((*parts, self.tr("The text has no relative dates.")))
        told = [mention for mention in relative if mention.date.is_known]
        parts.append(self._count_words(len(relative), len(relative) - len(told)))
        parts += self._examples(told, [one for one in relative if not one.date.is_known])
        return " ".join(parts)

    def _anchor_words(self, source: Source, inspection: Inspection) -> str:
        if source.anchor.is_known:
            return self.tr("Told by this date, not by the date of publication.")
        if source.published.is_known:
            date = shown_form(source.published)
            return self.tr("Told by the date of publication, {date}.").format(date=date)
        if inspection.metadata.anchor.is_known:
            date = shown_form(inspection.metadata.anchor)
            return self.tr("Told by the date that the text states, {date}.").format(date=date)
        return self.tr(
            "No date of publication is stated. Set one that you know, such as an election day."
        )

    def _count_words(self, count: int, open_count: int) -> str:
        if count == 1:
            return self.tr("One relative date, not resolved:") if open_count else self.tr("One:")
        words = self.tr("{count} relative dates,").format(count=number_words(count).capitalize())
        if not open_count:
            return self.tr("{words} all resolved:").format(words=words)
        if open_count == count:
            return self.tr("{words} none resolved:").format(words=words)
        return self.tr("{words} {open} not resolved:").format(
            words=words, open=number_words(open_count)
        )

    def _examples(self, told: list[DateMention], unresolved: list[DateMention]) -> list[str]:
        """Return some dates with what they are told as, each wording once."""
        shown = dict.fromkeys(
            [
                self.tr("“{words}” = {date}, inferred").format(
                    words=" ".join(mention.text.split()), date=shown_form(mention.date)
                )
                for mention in told
            ][:_MOST_EXAMPLES]
            + [
                self.tr("“{words}” stays open").format(words=" ".join(mention.text.split()))
                for mention in unresolved
            ][:_MOST_EXAMPLES]
        )
        return [f"{'; '.join(shown)}."] if shown else []
