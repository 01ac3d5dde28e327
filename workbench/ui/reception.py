"""The reception: files, drops and the clipboard on their way in, and what is told about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from workbench.ui.source_intake import SourceIntake, local_paths

if TYPE_CHECKING:
    from workbench.intake.result import FileResult
    from workbench.ui.batch import Batch
    from workbench.ui.case_intake import CaseIntake
    from workbench.ui.main_window import MainWindow
    from workbench.ui.result_sheet import ResultSheet


_ENDINGS = (
    "*.html *.htm *.xhtml *.mhtml *.mht *.pdf *.docx *.odt *.eml *.txt *.text *.md *.markdown"
)


class Reception(QObject):
    """Takes what a person brings, opens a check for it if none is open, and shows what came in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: ResultSheet | None = None
        self._cases: CaseIntake | None = None
        self._intake = SourceIntake(window.desk, window.shelf, window.jobs, self)
        self._intake.taken_in.connect(self._on_taken_in)
        self._intake.already_here.connect(self._on_already_here)
        self._intake.refused.connect(lambda error: window.notices.warn(str(error)))
        self._intake.batch_ended.connect(self._on_batch_ended)
        notices = window.notices
        window.jobs.job_started.connect(
            lambda _, title: notices.show_work(title, window.jobs.cancel_all)
        )
        window.jobs.job_progressed.connect(
            lambda _, done, total: notices.show_progress(done, total)
        )
        window.jobs.job_ended.connect(self._on_job_ended)

    def ask_for_files(self) -> None:
        """Ask for files and take them in."""
        dialog = QFileDialog(self._window, self.tr("Open sources"))
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Articles ({endings})").format(endings=_ENDINGS),
                self.tr("Case files (*.factcheck)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def ask_for_folder(self) -> None:
        """Ask for a folder and take in what can be read of it."""
        dialog = QFileDialog(self._window, self.tr("Open a folder of sources"))
        dialog.setObjectName("folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def paste(self) -> None:
        """Take in what is on the clipboard."""
        data = QApplication.clipboard().mimeData()
        if data is None or not self.take(data):
            self._window.notices.say(
                self.tr("There is no text on the clipboard. Copy the article first.")
            )

    def take(self, data: QMimeData) -> bool:
        """Take in files or text that were dropped or copied; return whether there were any."""
        paths = local_paths(data)
        if paths:
            self.take_files(paths)
        elif (data.hasText() and data.text().strip()) or data.hasHtml():
            if self._has_check():
                self._intake.take_mime(data)
        else:
            return False
        return True

    def take_files(self, paths: list[Path]) -> None:
        """Take in files, into a new check if none is open.

        A case file is a check of its own; a copy that came back belongs to the check it names.
        """
        from workbench.ui.case_intake import CaseIntake, is_case_file

        if len(paths) == 1 and is_case_file(paths[0]):
            if self._cases is None:
                self._cases = CaseIntake(self._window)
            self._cases.take(paths[0])
            return
        from workbench.ui.suggestion_intake import may_be_review

        if len(paths) == 1 and may_be_review(paths[0]):
            self._window.action_set.take_returned(paths[0], lambda: self._take_sources(paths))
        else:
            self._take_sources(paths)

    def _take_sources(self, paths: list[Path]) -> None:
        if self._has_check():
            self._intake.take_files(paths)

    def _has_check(self) -> bool:
        """Return whether a check is open that can be written to, made anew if none is."""
        window = self._window
        if window.shows_check and window.action_set.reviewer.is_on:
            window.notices.say(self.tr("In reviewer mode no source comes in. Leave it first."))
            return False
        if window.shows_check:
            return window.shelf.open_store()
        title = " ".join(window.start.title.text().split())
        window.start.title.clear()
        return window.shelf.new_check(title)

    @Slot(list)
    def _on_files_selected(self, names: list[str]) -> None:
        self.take_files([Path(name) for name in names])

    @Slot(str, str)
    def _on_taken_in(self, source_id: str, note: str) -> None:
        """Show what came in, unless the person has gone on to type somewhere else meanwhile."""
        self._window.renewing.offer_for(source_id)
        article = self._window.workspace.article
        if article.waits_for_reading():
            article.show_source(source_id)
            article.begin()
            if note:
                self._window.notices.say(note)
            return
        sources = [source.id for source in self._window.desk.check.sources]
        number = sources.index(source_id) + 1
        words = self.tr("Source {number} has come in.").format(number=number)
        show = (self.tr("Show"), lambda: article.show_source(source_id))
        self._window.notices.say(f"{words} {note}".rstrip(), (show,))

    @Slot(object)
    def _on_batch_ended(self, batch: Batch) -> None:
        """Tell what became of several files; with their list, where one of them needs a look."""
        from workbench.intake.result import Fate, summary

        window, results = self._window, batch.results
        if not results:
            words = self.tr("There are no files in “{name}”.")
            window.notices.say(words.format(name=batch.name))
            return
        beyond = batch.beyond
        taken = [result.source_id for result in results if result.fate is Fate.TAKEN]
        article = window.workspace.article
        reads = article.waits_for_reading()
        if taken and reads:
            article.show_source(taken[0])
            article.begin()
        if (len(taken) < len(results) or beyond) and reads:
            window.notices.hide()
            self._show_results(results, beyond)
            return
        choices = ((self.tr("List"), lambda: self._show_results(results, beyond)),)
        tell = window.notices.say if len(taken) == len(results) else window.notices.warn
        tell(summary(results, beyond), choices)

    def _show_results(self, results: tuple[FileResult, ...], beyond: int) -> None:
        if self._sheet is None:
            from workbench.ui.result_sheet import ResultSheet

            self._sheet = ResultSheet(self._window)
            self._sheet.source_asked.connect(self._on_source_asked)
        self._sheet.tell(results, beyond)

    @Slot(str)
    def _on_source_asked(self, source_id: str) -> None:
        article = self._window.workspace.article
        article.show_source(source_id)
        article.begin()

    def close_sheet(self) -> None:
        """Put the list away if it is open."""
        for sheet in (self._sheet, self._cases):
            if sheet is not None:
                sheet.close_sheet()

    @Slot(str)
    def _on_already_here(self, source_id: str) -> None:
        self._window.workspace.article.show_source(source_id)
        self._window.notices.say(self.tr("This source is already in the check, byte for byte."))

    @Slot(object)
    def _on_job_ended(self, _key: int) -> None:
        if not self._window.jobs.is_busy:
            self._window.notices.end_work()
