"""Files that come back: read in the background, shown whole, kept when a person says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from workbench import clock
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedText
    from workbench.house.house import House
    from workbench.publish.review import Review
    from workbench.publish.review_sent import SentState
    from workbench.store.check_store import CheckStore
    from workbench.ui.main_window import MainWindow
    from workbench.ui.suggestion_sheet import SuggestionSheet

_ENDINGS = (".md", ".markdown", ".docx")
_ALL = 1_000_000


def may_be_review(path: Path) -> bool:
    """Tell by its name whether a file can be a copy that came back."""
    return path.suffix.lower() in _ENDINGS and path.is_file()


class SuggestionIntake(QObject):
    """Takes in copies that came back; nothing is kept before the person has seen what it is."""

    def __init__(self, window: MainWindow, brought_in: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._brought_in = brought_in
        self._sheet: SuggestionSheet | None = None

    def ask(self) -> None:
        """Ask for a file that came back to the open check."""
        if not self._window.shows_check:
            return
        dialog = QFileDialog(self._window, self.tr("Take in a review"))
        dialog.setObjectName("review_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Copies that came back (*.md *.markdown *.docx)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    @Slot(list)
    def _on_files_selected(self, names: list[str]) -> None:
        for name in names[:1]:
            self.take(Path(name))

    def take(self, path: Path, otherwise: Callable[[], None] | None = None) -> None:
        """Read a file; one that does not say which check it is of goes to `otherwise`, if given."""

        def read(_steps: object) -> ReturnedText | None:
            from workbench.intake.review_file import returned_review

            try:
                return returned_review(_bytes_of(path), path.name)
            except UserError:
                if otherwise is None:
                    raise
                return None  # no copy of a check: whoever takes it in next tells what is wrong

        def go_on(returned: ReturnedText | None) -> None:
            if returned is None or (otherwise is not None and not returned.identity.check_id):
                if otherwise is not None:
                    otherwise()
            elif self._opened_check(returned, otherwise):
                self._compare(returned)

        self._window.jobs.submit(
            self.tr("Reading {name} …").format(name=path.name),
            read,
            go_on,
            self._window.tell_trouble,
        )

    def _opened_check(self, returned: ReturnedText, otherwise: Callable[[], None] | None) -> bool:
        """Bring the check to the front that a file names, if it is here; return whether one is."""
        window, wanted = self._window, returned.identity.check_id
        if not window.shelf.open_store():
            return False
        here = window.desk.has_check and window.desk.check.id == wanted
        known = here or any(one.id == wanted for one in window.shelf.store.checks(limit=_ALL))
        if wanted and known:
            window.open_check(wanted)
            return True
        if not wanted and window.shows_check:
            return True
        words = self.tr(
            "“{name}” was made from a check that is not in this workspace. Nothing was taken in."
        )
        choices: tuple[tuple[str, Callable[[], object]], ...] = ()
        if otherwise is not None:
            choices = ((self.tr("Take it in as a source"), otherwise),)
        window.notices.warn(words.format(name=returned.name), choices)
        return False

    def _compare(self, returned: ReturnedText) -> None:
        window = self._window
        if not window.desk.flush():
            return
        check, house, store = window.desk.check, window.house(), window.shelf.store
        window.jobs.submit(
            self.tr("Comparing {name} with what went out …").format(name=returned.name),
            lambda _: _review_in(returned, check, house, store),
            lambda found: self._show(returned, check.id, *found),
            window.tell_trouble,
        )

    def _show(self, returned: ReturnedText, check_id: str, review: Review, sent: SentState) -> None:
        window = self._window
        if not window.desk.has_check or window.desk.check.id != check_id:
            return  # the person has gone on to another check
        if self._sheet is None:
            from workbench.ui.suggestion_sheet import SuggestionSheet

            self._sheet = SuggestionSheet(window)
            self._sheet.accepted.connect(self._on_accepted)
        self._sheet.show_review(window.desk.check, window.house(), returned, review, sent)

    @Slot(object, str)
    def _on_accepted(self, review: Review, who: str) -> None:
        from workbench.ui.suggestion_command import bring_in
        from workbench.ui.suggestion_sheet import count_words

        bring_in(self._window.desk, review, who)
        self._brought_in()
        words = self.tr("{counts} from {who}. Nothing of it is in the text yet.")
        self._window.way_back.tell_step(
            words.format(counts=count_words(len(review.suggestions), len(review.comments)), who=who)
        )

    def close_sheet(self) -> None:
        """Put the sheet away if it is open."""
        if self._sheet is not None:
            self._sheet.close_sheet()


def _review_in(
    returned: ReturnedText, check: Check, house: House, store: CheckStore
) -> tuple[Review, SentState]:
    """Return what came back in a file, placed in the check as it is."""
    from workbench.publish.review import review_of
    from workbench.publish.review_sent import sent_state

    sent = sent_state(
        returned,
        check,
        house,
        store.exports(check.id),
        store.history.states(check.id),
        lambda state_id: store.history.state(check.id, state_id),
    )
    return review_of(check, returned, sent, house, clock.now()), sent


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Nothing was taken in. Look whether the file is there and may be read.",
        ) from error
