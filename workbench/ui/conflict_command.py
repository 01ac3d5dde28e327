"""Settling conflicts on the desk, each as one step that can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench import clock

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.ui.desk import Desk


def settle(desk: Desk, conflict_id: str, *, take_other: bool) -> None:
    """Let what stands stay, or the other value take its place.

    Raises UserError if the other value does not fit any more; nothing is changed then.
    """
    from workbench.core.change_conflict import settled

    who, at = _person(desk), clock.now()
    result = settled(desk.check, conflict_id, take_other=take_other, who=who, at=at)
    _put(desk, result)


def settle_as(desk: Desk, conflict_id: str, words: str) -> None:
    """Let words that a person typed stand; raises UserError if they do not fit."""
    from workbench.core.change_conflict import settled_as

    value = json.dumps(words, ensure_ascii=False)
    _put(desk, settled_as(desk.check, conflict_id, value, _person(desk), clock.now()))


def _person(desk: Desk) -> str:
    """Return who sits at the desk, as far as it is known."""
    return desk.person() or desk.check.author


def _put(desk: Desk, result: Check) -> None:
    words = QCoreApplication.translate("conflict_command", "Settle a conflict")
    desk.edit(words, lambda _: result)
