"""What the finished check says about itself: author, reviewer, address, date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.form import add_field, link_button, restyled, sentence_case, stacked
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.record import CheckState


class RecordCard(QWidget):
    """Edits the facts about a check that stand in its front matter.

    Signals:
        edited: (fields to change by name, undo key; empty for a step of its own).
        publication_asked: the person wants the place where the state is changed.

    Attributes:
        is_joined: whether somebody answers to `publication_asked`.

    """

    edited = Signal(object, str)
    publication_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, LineField] = {}
        self._shown_state: CheckState | None = None
        self.is_joined = False
        self.state = link_button("", "check_state")
        self.state.setToolTip(self.tr("Ctrl+7 goes to the publication"))
        self.state.clicked.connect(self.publication_asked)
        self.published = DateField("check_published", self.tr("Published"), has_basis=False)
        self.published.date_edited.connect(
            lambda date, step: self._emit(f"published:{step}", published=date)
        )
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        second.setSpacing(8)
        first.addLayout(stacked(self.tr("Author"), self._line("author")), 1)
        first.addLayout(stacked(self.tr("Reviewer"), self._line("reviewer")), 1)
        state = stacked(self.tr("State"), self.state)
        state.setAlignment(self.state, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        second.addLayout(state, 1)
        second.addLayout(stacked(self.tr("Language"), self._line("language")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        address = self._line("url")
        address.setPlaceholderText(self.tr("https://… where the finished check will stand"))
        add_field(column, self.tr("Address of the finished check"), address)
        add_field(column, self.tr("Published"), self.published)

    def _line(self, name: str) -> LineField:
        field = LineField()
        field.setObjectName(f"check_{name}")
        field.edited.connect(lambda text, step: self._emit(f"{name}:{step}", **{name: text}))
        self._texts[name] = field
        return field

    def show_check(self, check: Check) -> None:
        """Show a check's record."""
        for name, field in self._texts.items():
            field.show_text(getattr(check, name))
        if check.state is not self._shown_state:
            self._shown_state = check.state
            self.show_standing(sentence_case(STATE_WORDS[check.state]))
        self.published.show_date(check.published)

    def show_standing(self, words: str, *, is_amiss: bool = False) -> None:
        """Show where the check stands on its way out, and whether that needs a person."""
        restyled(self.state, "tone", "amiss" if is_amiss else "")
        self.state.setText(words)
        self.state.setAccessibleName(self.tr("State: {words}").format(words=words))

    def _emit(self, key: str, **fields: Any) -> None:  # noqa: ANN401
        self.edited.emit(fields, f"check:{key}" if key and not key.endswith(":0") else "")


def with_fields(check: Check, fields: dict[str, Any]) -> Check:
    """Return the check with some fields of its record changed."""
    return replace(check, **fields)
