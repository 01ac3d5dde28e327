"""Where a check stands, in the words of the window; times are those of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.publish.standing import corrections_of
from workbench.ui.form import sentence_case
from workbench.ui.moment import moment as moment_words
from workbench.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.publish.approval import Approval
    from workbench.publish.standing import Standing


def _tr(text: str) -> str:
    return QCoreApplication.translate("standing", text)


def moment(at: datetime) -> str:
    """Return a UTC time as day and time here: "10 July 2026, 10:14"."""
    here = at.astimezone()
    return moment_words(here)


def count_words(count: int) -> str:
    """Return how many places differ: "1 place"."""
    return (_tr("{n} place") if count == 1 else _tr("{n} places")).format(n=count)


def lapse_words(standing: Standing) -> str:
    """Return whose approval is withdrawn, and why; empty if none is."""
    if standing.approval is None or not standing.approval.is_changed:
        return ""
    return withdrawal_words(standing.approval)


def withdrawal_words(approval: Approval) -> str:
    """Return that an approval does not hold any more, and how much changed since."""
    name = approval.sign_off.name
    if not approval.changes:
        return _tr("Approval of {name} withdrawn: changed since").format(name=name)
    words = _tr("Approval of {name} withdrawn: {count} changed since")
    return words.format(name=name, count=count_words(len(approval.changes)))


def standing_words(check: Check, standing: Standing) -> str:
    """Return where a check stands, in one line."""
    state = sentence_case(STATE_WORDS[check.state])
    if standing.published is not None and standing.changes:
        count = count_words(len(standing.changes))
        words = _tr("{state}; changed since: {count}").format(state=state, count=count)
        noted = corrections_of(check, standing.published)
        if not noted:
            return words
        told = _tr("{words}, 1 correction noted") if noted == 1 else _tr("{words}, {n} noted")
        return told.format(words=words, n=noted)
    return lapse_words(standing) or state


def way_words(check: Check, standing: Standing) -> str:
    """Return where a check stands, and what there is to do about it."""
    words = standing_words(check, standing)
    if standing.published is not None and standing.changes:
        if corrections_of(check, standing.published):
            return words
        return _tr("{words}. Add a correction").format(words=words)
    if standing.is_lapsed:
        return _tr("{words}. See what").format(words=words)
    return words
