"""Who did what to whom, and when: four fields that read as a sentence."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.core.claim import Action
from workbench.ui.date_field import DateField
from workbench.ui.field import LineField
from workbench.ui.mirror import reads_from_right


class ActionRow(QWidget):
    """Actor, action, recipient and date of a claim or an event.

    Signals:
        action_edited: (Action, field name, step number).
    """

    action_edited = Signal(object, str, int)

    def __init__(self, parent: QWidget | None = None, *, name: str = "claim") -> None:
        super().__init__(parent)
        self._action = Action()
        self._fields: dict[str, LineField] = {}
        prefix = name
        row = QHBoxLayout()
        row.setSpacing(6)
        places = {
            "actor": (self.tr("Actor"), self.tr("who")),
            "action": (self.tr("Action"), self.tr("did what")),
            "recipient": (self.tr("Recipient"), self.tr("to whom")),
        }
        for name, (spoken, hint) in places.items():
            if self._fields:
                arrow = QLabel("←" if reads_from_right() else "→")
                arrow.setProperty("role", "muted")
                row.addWidget(arrow)
            field = LineField()
            field.setObjectName(f"{prefix}_{name}")
            field.setAccessibleName(spoken)
            field.setPlaceholderText(hint)
            field.edited.connect(lambda text, step, name=name: self._on_edited(name, text, step))
            self._fields[name] = field
            row.addWidget(field, 1)
        self._when = DateField(f"{prefix}_when", self.tr("When it happened"))
        self._when.date_edited.connect(self._on_when_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._when)
        self.setFocusProxy(self._fields["actor"])

    def show_action(self, action: Action) -> None:
        """Show a value."""
        self._action = action
        for name, field in self._fields.items():
            field.show_text(getattr(action, name))
        self._when.show_date(action.when)

    def _on_edited(self, name: str, text: str, step: int) -> None:
        changes: dict[str, str] = {name: text}
        self._action = replace(self._action, **changes)  # type: ignore[arg-type]
        self.action_edited.emit(self._action, name, step)

    def _on_when_edited(self, date: object, step: int) -> None:
        self._action = replace(self._action, when=date)  # type: ignore[arg-type]
        self.action_edited.emit(self._action, "when", step)
