"""Looking after the workspace as a file: verified, compacted and indexed beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from workbench import clock
from workbench.ui.language import told
from workbench.ui.moment import decimal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from workbench.store.verification import Verification
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow


class WorkspaceCare(QObject):
    """Does work on the whole file; the person sees how far it is, can stop it and goes on writing.

    While the file is written anew, saving waits: SQLite lets nobody else write. What is typed
    meanwhile is saved as soon as the work is over, also if it is stopped or the window is closed.
    """

    _worked = Signal()  # from the work's thread, whatever its end was

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._worked.connect(self._on_worked)

    def verify(self) -> None:
        """Read every page, reference, check and original; nothing is written."""
        workspace = self._window.shelf.workspace

        def work(steps: JobSteps) -> Verification:
            from workbench.store.verification import verified

            return verified(workspace, steps)

        if self._window.shelf.open_store():
            self._window.desk.flush()
            title = self.tr("Verifying {name} …").format(name=workspace.name)
            self._window.jobs.submit(title, work, self._tell_found, self._window.tell_trouble)

    def compact(self) -> None:
        """Write the workspace anew without its gaps, its history thinned out before."""
        shelf = self._window.shelf

        def work(steps: JobSteps) -> tuple[int, int]:
            from workbench.store.compaction import compact

            before = shelf.workspace.stat().st_size
            shelf.store.history.thin_out_all(clock.now(), steps)
            _, after = compact(shelf.workspace, steps)
            return before, after

        title = self.tr("Writing {name} anew without its gaps …")
        self._rewrite(title, work, self._tell_size)

    def reindex(self) -> None:
        """Index every check anew."""
        shelf = self._window.shelf

        def work(steps: JobSteps) -> int:
            from workbench.store.reindexing import reindex

            return reindex(shelf.workspace, steps)

        self._rewrite(self.tr("Building the search of {name} anew …"), work, self._tell_count)

    def _rewrite(
        self, title: str, work: Callable[[JobSteps], Any], done: Callable[[Any], None]
    ) -> None:
        """Do work that nobody else may write beside."""
        window = self._window
        if not window.shelf.open_store():
            return
        if window.shelf.is_read_only:
            window.desk.edit_refused.emit()
            return
        if window.desk.is_held or not window.desk.hold():
            return  # such work goes on, or the desk has told what it cannot save

        def whole(steps: JobSteps) -> Any:  # noqa: ANN401 - whatever the work gives
            try:
                steps(0, 0)
                return work(steps)
            finally:
                self._worked.emit()

        name = window.shelf.workspace.name
        window.jobs.submit(title.format(name=name), whole, done, window.tell_trouble)

    @Slot()
    def _on_worked(self) -> None:
        self._window.desk.release()

    # -- what became of it

    def _tell_found(self, found: Verification) -> None:
        window = self._window
        if not found.troubles:
            window.notices.say(
                self.tr(
                    "All in order. Checks: {checks}, originals: {originals}, size: {size}."
                ).format(checks=found.checks, originals=found.originals, size=_size(found.size))
            )
            return
        words = self.tr(
            "Wrong in the workspace: {count}. The first: {trouble} Do not go on with this file; go "
            "back to a backup."
        )
        troubles = tuple(map(told, found.troubles))
        text = "\n".join(troubles)
        window.notices.warn(
            words.format(count=len(troubles), trouble=troubles[0]),
            (
                (self.tr("Backups"), window.action_set.show_backups),
                (self.tr("Copy the list"), lambda: QGuiApplication.clipboard().setText(text)),
            ),
        )

    def _tell_size(self, sizes: tuple[int, int]) -> None:
        before, after = map(_size, sizes)
        words = self.tr("The workspace takes {after} now; before it was {before}.")
        self._window.notices.say(words.format(before=before, after=after))

    def _tell_count(self, count: int) -> None:
        words = self.tr("The search was built anew. Checks in it: {count}.")
        self._window.notices.say(words.format(count=count))
        self._window.list_checks()


def _size(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    return f"{decimal(count / 1_000_000, 1)} MB"
