"""Case files that come to the window: the check of one is taken into the workspace and opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.core.error import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.publish.case import Case
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow

ENDING = ".factcheck"
"""What the file manager knows a case file by; the program goes by what is inside."""
_SIGNATURE = b"PK\x03\x04"
_MEMBER = b"check.json"
_ALL = 1_000_000
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


class CaseIntake(QObject):
    """Unpacks a case file off the window's thread, keeps its originals, and opens its check."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take(self, path: Path) -> None:
        """Take in the check of a case file; one that is here already is opened as it is."""
        window = self._window
        if not window.shelf.open_store():
            return
        store = window.shelf.store

        def unpack_and_keep(steps: JobSteps) -> Case:
            from workbench.publish.case import media_types, unpack

            case = unpack(_bytes_of(path))
            steps(1, 1)  # the last place to cancel: after this the originals are kept
            types = media_types(case.check)
            for sha256, data in case.originals.items():
                store.add_original(data, types.get(sha256, "application/octet-stream"))
            return case

        window.jobs.submit(
            self.tr("Opening {name} …").format(name=path.name),
            unpack_and_keep,
            lambda case: self._add(case, path.name),
            window.tell_trouble,
        )

    def _add(self, case: Case, name: str) -> None:
        window, check = self._window, case.check
        if any(known.id == check.id for known in window.shelf.store.checks(limit=_ALL)):
            window.open_check(check.id)
            words = self.tr(
                "“{title}” is in this workspace already and is open as it is here. What {name} "
                "holds was left out. To have both, open the case file in another workspace."
            )
            window.notices.say(words.format(title=check.title, name=name))
            return
        try:
            store = window.shelf.store
            store.save(None, replace(check, slug=store.free_slug(check.slug)))
            store.take_exports(check.id, case.exports)
        except UserError as error:
            window.tell_trouble(error)
            return
        window.open_check(check.id)
        words = self.tr("“{title}” has come in from {name}.").format(title=check.title, name=name)
        if case.left_out:
            words += " " + self.tr("Not all of its originals are in that file.")
        choice = (self.tr("Remove it again"), lambda: window.shelf.remove_check(check.id))
        window.notices.say(words, (choice,))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Nothing was taken in. Look whether the file is there and may be read.",
        ) from error
