"""After an unexpected end: a card that says what is saved and offers the report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from workbench import clock
from workbench.ui.moment import day_words, time_words
from workbench.ui.note_card import NoteCard

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session_mark import Ended, SessionMark

_SIGN_OF_LIFE_MS = 60_000


class RecoveryCard(NoteCard):
    """Says that the last session ended unexpectedly; stays until it is put away."""

    def __init__(self, window: MainWindow, ended: Ended, saved: datetime | None) -> None:
        def on_show() -> None:
            from workbench.ui.report_sheet import show_report

            show_report(window, ended, saved)

        choices = (("recovery_report", self.tr("Show the report"), on_show),)
        super().__init__("recovery", self._words(ended, saved), choices, window)

    def _words(self, ended: Ended, saved: datetime | None) -> str:
        when = self._day_and_time(ended.at, time_words(ended.at.astimezone()))
        words = self.tr("The program ended unexpectedly {when}.").format(when=when)
        if saved is None:
            return words + " " + self.tr("Nothing had been written in this workspace before.")
        if saved < ended.started:
            return f"{words} " + self.tr(
                "Nothing had been changed since it was opened; everything is saved."
            )
        time = time_words(saved.astimezone(), seconds=True)
        if saved.astimezone().date() != ended.at.astimezone().date():
            time = f"{self._date(saved)}, {time}"
        return f"{words} " + self.tr(
            "Everything up to {time} is saved; what was typed in the last second may be gone."
        ).format(time=time)

    def _day_and_time(self, at: datetime, time: str) -> str:
        """Return "yesterday at 16:12", or with the date if that is longer ago."""
        day, today = at.astimezone().date(), clock.now().astimezone().date()
        if day == today:
            return self.tr("today at {time}").format(time=time)
        if day == today - timedelta(days=1):
            return self.tr("yesterday at {time}").format(time=time)
        return self.tr("on {date} at {time}").format(date=self._date(at), time=time)

    def _date(self, at: datetime) -> str:
        return day_words(at.astimezone())


class Recovery(QObject):
    """Keeps the mark of this session alive, and tells what became of the last one."""

    def __init__(self, window: MainWindow, mark: SessionMark, ended: Ended | None) -> None:
        super().__init__(window)
        self._mark = mark
        self._timer = QTimer(self, interval=_SIGN_OF_LIFE_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(mark.touch)
        self._timer.start()
        window.desk.saved.connect(self._on_saved)
        if ended is not None:
            window.add_card(RecoveryCard(window, ended, self._last_saved(window)))

    @Slot(object)
    def _on_saved(self, _at: object) -> None:
        self._mark.touch()

    def _last_saved(self, window: MainWindow) -> datetime | None:
        """Return when the newest state of a check that is in the file was written, UTC."""
        changed = [check.changed.astimezone(UTC) for check in window.shelf.checks()]
        return max(changed, default=None)
