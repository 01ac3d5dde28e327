"""What can be ticked: told alike for a click, a key and a screen reader's toggle.

A screen reader toggles a checkable button without clicking it: Qt's accessible action sets the
tick and sends `toggled`, never `clicked` (qtbase, QAccessibleButton::doAction). So what a tick
means hangs on `toggled`, and what the check says is shown without sending it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton


def on_tick(button: QAbstractButton, act: Callable[..., object]) -> None:
    """Act, told what it became, when a person ticks a button or takes its tick away."""
    button.toggled.connect(act)


def show_tick(button: QAbstractButton, ticked: bool) -> None:
    """Show a button ticked or not without telling anybody but a screen reader."""
    before = button.blockSignals(True)
    button.setChecked(ticked)
    button.blockSignals(before)
