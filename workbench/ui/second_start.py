"""A second start on a workspace that is open: here it calls the window, elsewhere it asks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from workbench.ui.shell import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from workbench.ui.workspace_lock import Holder, WorkspaceLock


def is_turned_away(
    app: QApplication,
    lock: WorkspaceLock,
    holder: Holder,
    workspace: Path,
    given: Path | None = None,
) -> bool:
    """Return whether this start ends here, because the workspace is open in another window.

    On this computer that window comes to the front and takes in the file that this start was
    given. On another one nobody can see from here
    whether it really is open: the person is told which computer it is, and may take it over.
    """
    if holder.is_here:
        lock.call_holder(given)
        sys.stderr.write(f"{workspace.name} is open already; its window comes to the front.\n")
        return True
    box = refusal(holder, workspace)
    box.show()
    box.finished.connect(app.quit)
    app.exec()
    if box.clickedButton() is box.button(QMessageBox.StandardButton.Open):
        lock.take_over()
        return False
    return True


def refusal(holder: Holder, workspace: Path) -> QMessageBox:
    """Return the question for a workspace that another computer has open; Close is the answer."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("second_start", text)

    box = QMessageBox()
    box.setObjectName("second_start")
    box.setWindowTitle(PROGRAM)
    box.setText(
        tr("The workspace {name} is open on another computer, {computer}.").format(
            name=workspace.name, computer=holder.computer
        )
    )
    box.setInformativeText(
        tr(
            "Two computers that write to one file can spoil it. Close the window there first. If "
            "that computer was switched off while it was open, open the workspace here."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Close)
    box.button(QMessageBox.StandardButton.Open).setText(tr("Open it here"))
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    box.setEscapeButton(QMessageBox.StandardButton.Close)
    return box
