"""Exchanging the checks of the workspace with a folder: the sheet, the work, and what follows."""

from __future__ import annotations

import platform
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench import clock
from workbench.core.error import UserError
from workbench.ui import setting

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.publish.exchange.report import ExchangeReport
    from workbench.ui.exchange_sheet import ExchangeSheet
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings


class Exchanger(QObject):
    """Runs an exchange off the window's thread; the check in front takes it as one step."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._sheet: ExchangeSheet | None = None
        self._stop = threading.Event()
        self._job = 0

    def ask(self) -> None:
        """Open the sheet, with the folder of the last time and the careful choice."""
        from workbench.publish.packing import CAREFUL

        window = self._window
        if not window.shelf.open_store():
            return
        if self._sheet is None:
            from workbench.ui.exchange_sheet import ExchangeSheet

            self._sheet = ExchangeSheet(window)
            self._sheet.wanted.connect(self._on_wanted)
            self._sheet.stop_wanted.connect(self._stop.set)
            self._sheet.check_asked.connect(window.open_check)
            window.jobs.job_progressed.connect(self._sheet.show_progress)
            window.jobs.job_ended.connect(self._on_job_ended)
        self._sheet.ask(str(self._settings.get(setting.EXCHANGE_FOLDER)), CAREFUL)

    def close_sheet(self) -> None:
        """Put the sheet away if it is open."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    @Slot(object, bool)
    def _on_wanted(self, folder: Path, is_dry: bool) -> None:
        window, sheet = self._window, self._sheet
        if sheet is None or not window.desk.flush():
            return  # what cannot be saved is told by itself
        from workbench.publish.case_proof import approval_remarks
        from workbench.publish.exchange.exchange import Terms, exchange
        from workbench.store.workspace_id import workspace_id

        self._settings.set(setting.EXCHANGE_FOLDER, str(folder))
        house, store = window.house(), window.shelf.store
        terms = Terms(
            place=workspace_id(window.shelf.workspace, platform.node(), clock.new_id()),
            choice=sheet.choice,
            proof=lambda case: approval_remarks(case, house),
            is_dry=is_dry,
        )
        self._stop.clear()
        sheet.show_work(True)

        def work(steps: JobSteps) -> ExchangeReport:
            return exchange(store, folder, terms, step=steps, stops=self._stop.is_set)

        title = self.tr("Trying the exchange …") if is_dry else self.tr("Exchanging checks …")
        self._job = window.jobs.submit(title, work, self._on_done, self._on_failed)

    @Slot(object)
    def _on_done(self, report: ExchangeReport) -> None:
        if self._sheet is not None:
            self._sheet.show_report(report)
        if not report.is_dry:
            self._show_anew()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        if self._sheet is not None:
            self._sheet.show_trouble(str(error))
        self._show_anew()

    @Slot(object)
    def _on_job_ended(self, key: int) -> None:
        """Give the sheet back if the work was cancelled from elsewhere."""
        if key == self._job and self._sheet is not None:
            self._sheet.show_work(False)

    def _show_anew(self) -> None:
        """Show the list, and the check in front, as they are now."""
        window = self._window
        window.list_checks()
        if not window.desk.has_check:
            return
        try:
            now = window.shelf.store.load(window.desk.check.id)
        except UserError as error:
            window.tell_trouble(error)
            return
        if now != window.desk.check:
            window.desk.show_saved(self.tr("Exchange"), now)
