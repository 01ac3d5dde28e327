"""What the actions for travelling checks do: one method for each, by its name in `action.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.care_action import CareActions
from workbench.ui.conflict_desk import ConflictDesk

if TYPE_CHECKING:
    from workbench.ui.exchanger import Exchanger
    from workbench.ui.main_window import MainWindow
    from workbench.ui.packer import Packer
    from workbench.ui.setting import Settings


class TravelActions(CareActions):
    """The actions that send checks to other workspaces and take them in from there."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        self._packer: Packer | None = None
        self._exchanger: Exchanger | None = None
        self._conflicts = ConflictDesk(window)

    def pack_check(self) -> None:
        """Ask what goes along, and pack the open check into a case file."""
        if not self._window.shows_check:
            return
        if self._packer is None:
            from workbench.ui.packer import Packer

            self._packer = Packer(self._window, self._settings)
        self._packer.ask()

    def exchange_checks(self) -> None:
        """Exchange all checks with other workspaces through a folder."""
        if self._exchanger is None:
            from workbench.ui.exchanger import Exchanger

            self._exchanger = Exchanger(self._window, self._settings)
        self._exchanger.ask()

    def show_conflicts(self) -> None:
        """Go to what two people changed differently."""
        self._conflicts.show_list()

    def close_travel_sheets(self) -> None:
        """Put away the sheets for travelling checks."""
        for owner in (self._packer, self._exchanger):
            if owner is not None:
                owner.close_sheet()
