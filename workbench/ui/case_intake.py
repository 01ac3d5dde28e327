"""Case files that come to the window: the check of one is taken in, or joined with what is here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.core.merge_report import Merge
from workbench.publish.case import Case
from workbench.ui.language import told

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.house.house import House
    from workbench.store.check_store import CheckStore
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow
    from workbench.ui.merge_sheet import MergeSheet

ENDING = ".factcheck"
"""What the file manager knows a case file by; the program goes by what is inside."""
_SIGNATURE = b"PK\x03\x04"
_MEMBER = b"check.json"
_MEMBER_AT = 30
"""Where the name of the first member stands in a zip file."""


def is_case_file(path: Path) -> bool:
    """Tell whether a file says that it is a case file, by its name or its first bytes."""
    if path.suffix.lower() == ENDING:
        return path.is_file()
    try:
        with path.open("rb") as stream:
            head = stream.read(_MEMBER_AT + len(_MEMBER))
    except OSError:
        return False
    return head.startswith(_SIGNATURE) and head[_MEMBER_AT:] == _MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrived:
    """A case file that was read, and how it stands to what is here.

    Attributes:
        remarks: what could not be verified and what was left out, in sentences.
        where: whether its check was "here" or "binned" before; empty if it came in as a new one.
        ours, merge: the check as it is here, and what would become of it; None for a new one.

    """

    name: str
    case: Case
    remarks: tuple[str, ...]
    where: str
    ours: Check | None = None
    merge: Merge | None = None


class CaseIntake(QObject):
    """Reads a case file off the window's thread; takes its check in, or offers to join it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: MergeSheet | None = None
        self._shown: _Arrived | None = None

    def take(self, path: Path) -> None:
        """Take in the check of a case file; of one that is here, show first what would come in."""
        window = self._window
        if not window.shelf.open_store() or not window.desk.flush():
            return
        store, house = window.shelf.store, window.house()

        def read_and_keep(steps: JobSteps) -> _Arrived:
            case, remarks = _read(path, house)
            steps(1, 2)  # the last place to cancel: after this a new check is in the workspace
            return _arrived(store, path.name, case, remarks)

        window.jobs.submit(
            self.tr("Opening {name} …").format(name=path.name),
            read_and_keep,
            self._on_arrived,
            window.tell_trouble,
        )

    def close_sheet(self) -> None:
        """Put the sheet away if it is open."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    @Slot(object)
    def _on_arrived(self, arrived: _Arrived) -> None:
        from workbench.core.merge_report import MergeOutcome

        window, check = self._window, arrived.case.check
        if arrived.where == "binned":
            words = self.tr(
                "“{title}” is in the bin here. Bring it back, then open the file again."
            )
            choice = (self.tr("Bin"), window.history.show_bin)
            window.notices.warn(words.format(title=check.title), (choice,))
            return
        window.open_check(check.id)
        if arrived.merge is None:
            self._tell_new(arrived)
        elif arrived.merge.report.outcome is MergeOutcome.UP_TO_DATE:
            words = self.tr("Everything in {name} is here already: “{title}” is open as it is.")
            window.notices.say(words.format(name=arrived.name, title=check.title))
        else:
            self._show(arrived)

    def _tell_new(self, arrived: _Arrived) -> None:
        window, check = self._window, arrived.case.check
        words = self.tr("“{title}” has come in from {name}.")
        told_words = [words.format(title=check.title, name=arrived.name)]
        told_words += map(told, arrived.remarks)
        choice = (self.tr("Remove it again"), lambda: window.shelf.remove_check(check.id))
        window.notices.say(" ".join(told_words), (choice,))

    def _show(self, arrived: _Arrived) -> None:
        """Show what joining would do; the check in front is the one that it is about."""
        from workbench.ui.merge_sheet import MergeSheet

        window = self._window
        if not window.desk.has_check or window.desk.check != arrived.ours:
            return  # another one stays in front, because it cannot be saved; that has been told
        if self._sheet is None:
            self._sheet = MergeSheet(window)
            self._sheet.join_wanted.connect(self._on_join)
        assert arrived.ours is not None
        assert arrived.merge is not None
        self._shown = arrived
        self._sheet.show_merge(
            arrived.ours, arrived.merge, window.house(), arrived.name, arrived.remarks
        )

    @Slot()
    def _on_join(self) -> None:
        """Write what was shown, and put it on the desk as one step."""
        arrived, window = self._shown, self._window
        self._shown = None
        if arrived is None or arrived.ours is None or arrived.merge is None:
            return
        from workbench.core.change_conflict import open_conflicts
        from workbench.publish.case import media_types
        from workbench.publish.merge_words import counted_words

        case, merge = arrived.case, arrived.merge
        try:
            stands = window.shelf.store.take_merge(
                arrived.ours, merge, case.exports, case.originals, media_types(merge.check)
            )
        except UserError as error:
            window.tell_trouble(error)
            return
        window.desk.show_saved(self.tr("Join {name}").format(name=arrived.name), stands)
        counted = told(counted_words(merge.report))
        words = self.tr("Joined: {counted}.").format(counted=counted) if counted else ""
        choices = ()
        if open_conflicts(stands):
            act = window.action_set.show_conflicts
            choices = ((self.tr("Settle the conflicts"), act),)  # type: ignore[assignment]
        window.way_back.tell_step(words or self.tr("Joined."), choices)


def _read(path: Path, house: House) -> tuple[Case, tuple[str, ...]]:
    """Return the case in a file and what is to be said about it; raises UserError."""
    from workbench.publish.case import unpack
    from workbench.publish.case_proof import approval_remarks
    from workbench.publish.packing_words import missing_sentence

    case = unpack(_bytes_of(path))
    missing = missing_sentence(case.packing, len(case.left_out))
    return case, (*approval_remarks(case, house), *((missing,) if missing else ()))


def _arrived(store: CheckStore, name: str, case: Case, remarks: tuple[str, ...]) -> _Arrived:
    """Take in a check that is not here, else find out what joining would do; raises UserError."""
    from workbench.publish.case import media_types
    from workbench.rules.merge.history import merge_of

    check = case.check
    where = store.where(check.id)
    found = _Arrived(name=name, case=case, remarks=remarks, where=where)
    if not where:
        store.take_new(check, case.history, case.exports, case.originals, media_types(check))
    elif where == "here":
        ours = store.load(check.id)
        merge = merge_of(ours, store.history.saved(check.id), check, case.history)
        return replace(found, ours=ours, merge=merge)
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Nothing was taken in. Look whether the file is there and may be read.",
        ) from error
