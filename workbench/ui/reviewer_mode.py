"""Reviewer mode: a check can be read, commented on and suggested for, and not be changed itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout

from workbench import clock
from workbench.core.review_mode import is_review_only
from workbench.ui import setting
from workbench.ui.reviewer_banner import ReviewerBanner
from workbench.ui.reviewer_lock import ReviewerLock

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.review import Subject
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings

_MOST = 200
"""Checks whose mode is remembered."""


class ReviewerMode(QObject):
    """Turns reviewer mode on and off, and holds the check as it is while it is on.

    Signals:
        changed: (whether it is on).
        suggest_asked: (field or None, what was typed in it).
    """

    changed = Signal(bool)
    suggest_asked = Signal(object, str)

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.is_on = False
        self._banner: ReviewerBanner | None = None
        self._lock = ReviewerLock(window.workspace, self)
        self._lock.typed.connect(self.suggest_asked)
        self._lock_soon = QTimer(self, singleShot=True, interval=0)
        self._lock_soon.timeout.connect(lambda: self._lock.lock(self.is_on))
        desk = window.desk
        desk.check_changed.connect(self._on_check_changed)
        desk.edit_barred.connect(self._on_edit_barred)
        desk.step_barred.connect(self._on_step_barred)
        window.workspace.tab_shown.connect(lambda _: self._fit())
        if desk.has_check:
            self._on_check_changed(None, desk.check)

    def toggle(self) -> None:
        """Turn it on, or off, for the open check; it is remembered."""
        if not self._window.shows_check:
            return
        self._set(not self.is_on)
        self._remember()
        words = (
            self.tr("Reviewer mode: the check stays as it is. What you type becomes a suggestion.")
            if self.is_on
            else self.tr("Reviewer mode is off: the check can be changed again.")
        )
        self._window.notices.say(words)

    def _set(self, wanted: bool) -> None:
        if wanted == self.is_on:
            return
        self.is_on = wanted
        self._window.desk.admits = is_review_only if wanted else None
        if wanted and self._banner is None:
            self._banner = ReviewerBanner()
            self._banner.suggest_asked.connect(lambda: self.suggest_asked.emit(None, ""))
            self._banner.leave_asked.connect(self.toggle)
            layout = self._window.workspace.layout()
            if isinstance(layout, QBoxLayout):
                layout.insertWidget(1, self._banner)  # between header and article
        if self._banner is not None:
            self._banner.setVisible(wanted)
            self.show_who()
        self._lock.lock(wanted)
        self.changed.emit(wanted)

    def show_who(self) -> None:
        """Say anew in whose name suggestions are made."""
        if self._banner is not None:
            self._banner.show_who(self._window.desk.person())

    def _remembered(self) -> list[str]:
        try:
            kept = json.loads(self._settings.get(setting.REVIEWED_CHECKS) or "[]")
        except ValueError:
            return []
        return [str(one) for one in kept] if isinstance(kept, list) else []

    def _remember(self) -> None:
        here = self._window.desk.check.id
        kept = [one for one in self._remembered() if one != here]
        if self.is_on:
            kept.append(here)
        self._settings.set(setting.REVIEWED_CHECKS, json.dumps(kept[-_MOST:]))

    def _fit(self) -> None:
        """Lock what was made meanwhile."""
        if self.is_on:
            self._lock.lock(True)
            self._lock_soon.start()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if new is None:
            self._set(False)
        elif old is None:
            self._set(new.id in self._remembered())
        self._fit()

    @Slot(object, object)
    def _on_edit_barred(self, old: Check, new: Check) -> None:
        """Make a suggestion of a chosen status or rating; tell of all else that it was not done."""
        from workbench.rules.suggested_here import suggested_instead

        chosen = suggested_instead(old, new)
        if chosen:
            self._suggest(*chosen[0])
            return
        window = self._window
        window.notices.warn(
            self.tr(
                "Nothing was changed: in reviewer mode the check stays as it is. Suggest the "
                "change, or leave reviewer mode."
            ),
            (
                (self.tr("Suggest a change …"), lambda: self.suggest_asked.emit(None, "")),
                (self.tr("Leave reviewer mode"), self.toggle),
            ),
        )

    def _suggest(self, subject: Subject, now: str) -> None:
        from workbench.publish.review_words import subject_words, value_words
        from workbench.rules.suggestion import suggested
        from workbench.ui.language import told
        from workbench.ui.suggestion_command import suggest

        desk, house = self._window.desk, self._window.house()
        one = suggested(
            desk.check, subject, None, now,
            suggestion_id=clock.new_id(), who=desk.person(), at=clock.now(),
        )  # fmt: skip
        suggest(desk, one)
        words = self.tr("Suggested, not changed: {place}: {words}.").format(
            place=told(subject_words(desk.check, house, subject)),
            words=told(value_words(house, subject, now)),
        )
        self._window.way_back.tell_step(words)

    @Slot()
    def _on_step_barred(self) -> None:
        self._window.notices.warn(
            self.tr(
                "Nothing was taken back: that step changed the check itself. Leave reviewer mode "
                "first."
            ),
            ((self.tr("Leave reviewer mode"), self.toggle),),
        )
