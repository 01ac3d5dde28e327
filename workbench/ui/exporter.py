"""Exporting the open check: the sheet, the files, and the notice with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from workbench.core.error import UserError
from workbench.ui import setting
from workbench.ui.export_job import (
    ExportOutcome,
    ExportWish,
    ExportWork,
    kept_pictures,
    ready_check,
)
from workbench.ui.language import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.publish.export import ExportFormat
    from workbench.publish.gate import Passed
    from workbench.store.check_store import CheckStore
    from workbench.ui.export_sheet import ExportSheet
    from workbench.ui.main_window import MainWindow
    from workbench.ui.setting import Settings

_MOST = 1_000_000

_MOST = 1_000_000
"""Checks that are exported at once: all there are."""


class Exporter(QObject):
    """Writes the finished check to a folder, notes that, and puts posts on the clipboard.

    Signals:
        exported: (list of pathlib.Path) the files written.
    """

    exported = Signal(object)
    # From the work's thread to this one: (folder to be remembered, folder written, ExportOutcome).
    _ended = Signal(object, object, object)

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._house = window.house
        self._settings = settings
        self._notices = window.notices
        self._ended.connect(self._on_ended)
        self._sheet: ExportSheet | None = None
        self.findings: Callable[[], tuple[Finding, ...]] = tuple
        """What the pre-flight finds in the check as it is now."""
        self._gate: Passed | None = None
        self._many: tuple[str, ...] = ()

    def ask(self) -> None:
        """Show the sheet for the open check."""
        from workbench.publish.approval import approval_of
        from workbench.publish.editors_since import readers_of
        from workbench.publish.gate import passed

        self._desk.flush()
        check = self._desk.check
        records = self._window.shelf.store.exports(check.id)
        approval = approval_of(check, self._house(), records)
        self._gate = passed(check, self.findings(), approval)
        self._many = ()
        sheet = self._opened_sheet(has_pictures=bool(kept_pictures(check)))
        sheet.offer_readers(readers_of(records))
        self._show_files(sheet)
        sheet.ask(check, self._settings.get(setting.EXPORT_FOLDER))

    @Slot(str)
    def ask_found(self, query: str) -> None:
        """Show the sheet for all checks that a search finds; for all there are if it is empty."""
        self._desk.flush()
        try:
            found = self._window.shelf.store.checks(query, _MOST)
        except UserError as error:
            self._window.tell_trouble(error)
            return
        if not found:
            return
        self._many = tuple(one.id for one in found)
        sheet = self._opened_sheet(has_pictures=True)
        sheet.offer_readers(())
        self._show_files(sheet)
        sheet.ask_many(len(found), self._settings.get(setting.EXPORT_FOLDER))

    def _opened_sheet(self, *, has_pictures: bool) -> ExportSheet:
        """Return the sheet with what was chosen the last time."""
        from workbench.ui.export_sheet import ExportSheet

        if self._sheet is None:
            self._sheet = ExportSheet(self._window)
            self._sheet.export_wanted.connect(self._on_wanted)
            self._sheet.choice_changed.connect(self._on_choice)
        formats = tuple(self._settings.get(setting.EXPORT_FORMATS).split(","))
        pictures = self._settings.get(setting.EXPORT_PICTURES)
        self._sheet.choose(formats, pictures=pictures, has_pictures=has_pictures)
        return self._sheet

    @Slot()
    def _on_choice(self) -> None:
        """Remember what is wanted, and show what it will be."""
        if self._sheet is None:
            return
        self._settings.set(setting.EXPORT_FORMATS, ",".join(self._sheet.formats))
        self._settings.set(setting.EXPORT_PICTURES, self._sheet.pictures.isChecked())
        self._show_files(self._sheet)

    @property
    def _passed(self) -> Check:
        """The check as it may go out."""
        return self._gate.check if self._gate is not None else self._desk.check

    def _show_files(self, sheet: ExportSheet) -> None:
        if self._many:
            sheet.show_folders()
            return
        from workbench.publish.editors_file import editors_names
        from workbench.publish.export import export_cautions, export_names
        from workbench.publish.gate import gate_words

        check, formats = self._passed, self._formats()
        names = export_names(check, self._house(), formats, has_printer=True)
        if sheet.wants_editors_copy:
            names = (*names, *editors_names(check.slug))
        cautions = export_cautions(check, self._house(), formats)
        gate = gate_words(self._gate) if self._gate is not None else ()
        sheet.show_files(check, names, tuple(map(told, (*gate, *cautions))))

    def _formats(self) -> tuple[ExportFormat, ...]:
        from workbench.publish.export import ExportFormat

        wanted = self._sheet.formats if self._sheet else ()
        return tuple(one for one in ExportFormat if one.value in wanted)

    @Slot(object)
    def _on_wanted(self, folder: Path) -> None:
        """Make and write the files beside the person's work."""
        if self._many:
            self._write_many(folder)
            return
        desk, window = self._desk, self._window
        title = self.tr("Exporting {title} …").format(title=desk.check.title or desk.check.slug)
        try:
            store = window.shelf.store
            ready = ready_check(store, desk.check, self._passed, self.findings(), folder)
        except UserError as error:
            self._notices.warn(str(error))
            return
        parent = folder.parent if folder.name == desk.check.slug else folder
        work = self._work(store, parent, folder)
        window.jobs.submit(
            title, lambda steps: work.one(ready, steps), lambda _: None, window.tell_trouble
        )

    def _write_many(self, folder: Path) -> None:
        ids, window = self._many, self._window
        title = (
            self.tr("Exporting 1 check …")
            if len(ids) == 1
            else self.tr("Exporting {count} checks …")
        )
        title = title.format(count=len(ids))
        work = self._work(window.shelf.store, folder, folder)
        window.jobs.submit(
            title, lambda steps: work.many(ids, folder, steps), lambda _: None, window.tell_trouble
        )

    def _work(self, store: CheckStore, parent: Path, folder: Path) -> ExportWork:
        """Return what is to be done as it is chosen now; it tells its end by a signal."""
        sheet = self._sheet
        wish = ExportWish(
            formats=self._formats(),
            has_pictures=sheet is not None and sheet.pictures.isChecked(),
            has_editors_copy=sheet is not None and sheet.wants_editors_copy,
            is_noted=not self._desk.is_read_only,
            has_comments=sheet is None or sheet.comments.isChecked(),
            reader=" ".join(sheet.reader.text().split()) if sheet is not None else "",
        )
        return ExportWork(
            store=store,
            house=self._house(),
            wish=wish,
            ended=lambda outcome: self._ended.emit(parent, folder, outcome),
        )

    @Slot(object, object, object)
    def _on_ended(self, parent: Path, folder: Path, outcome: ExportOutcome) -> None:
        """Tell what became of an export, whether it was cancelled or not."""
        if outcome.paths:
            self._settings.set(setting.EXPORT_FOLDER, str(parent))
            self.exported.emit(list(outcome.paths))
        if outcome.is_many:
            self._tell_many(folder, outcome)
        elif outcome.refused:
            self._notices.warn(outcome.refused[0])
        elif outcome.is_stopped:
            self._notices.say(self.tr("The export was stopped. No file was written."))
        elif outcome.paths:
            self._tell(folder, len(outcome.paths))

    def _tell_many(self, folder: Path, outcome: ExportOutcome) -> None:
        """Tell how many checks are written, and whole, and what became of the others."""
        numbers = {"done": len(outcome.written), "count": outcome.count, "folder": folder}
        words = (
            self.tr("Exported 1 check to {folder}.")
            if outcome.count == len(outcome.written) == 1
            else self.tr("Exported {done} of {count} checks to {folder}.")
        ).format(**numbers)
        if outcome.is_stopped:
            words = self.tr("Stopped. {done} of {count} checks are exported, and whole.")
            words = words.format(**numbers)
        if outcome.drafts:
            words += " " + self.tr("With DRAFT at the top: {n}.").format(n=outcome.drafts)
        if outcome.refused:
            words += " " + self.tr("Not exported: {n}. The first: {why}").format(
                n=len(outcome.refused), why=told(outcome.refused[0])
            )
        address = QUrl.fromLocalFile(str(folder))
        tell = self._notices.warn if outcome.refused else self._notices.say
        tell(words, ((self.tr("Show"), lambda: QDesktopServices.openUrl(address)),))

    def _tell(self, folder: Path, count: int) -> None:
        words = self.tr("Exported {count} files to {folder}.").format(count=count, folder=folder)
        if self._desk.is_read_only:
            words += " " + self.tr("It is not noted, because the workspace can only be read.")
        address = QUrl.fromLocalFile(str(folder))
        self._notices.say(
            words,
            (
                (self.tr("Show"), lambda: QDesktopServices.openUrl(address)),
                (self.tr("Copy post"), self.copy_first_post),
            ),
        )

    def copy_first_post(self) -> None:
        """Copy the post of the first network, or the first part of its thread."""
        from workbench.publish.post_thread import parts_for

        network = self._house().networks[0]
        parts = parts_for(self._desk.check, network)
        what = self.tr("Post for {name}").format(name=network.name)
        if len(parts) > 1:
            words = self.tr("Part {number} of {total} for {name}")
            what = words.format(name=network.name, number=1, total=len(parts))
        self.copy_text(what, parts[0] if parts else "")

    @Slot(str, str)
    def copy_text(self, what: str, text: str) -> None:
        """Put words that go out on the clipboard, and warn of an open error that is in them.

        Plain text and nothing beside it: what is private is in no post, and no format of the
        clipboard takes more along than is seen.
        """
        from workbench.publish.post import LINK

        if not text:
            self._notices.say(self.tr("{what}: nothing is written yet.").format(what=what))
            return
        QGuiApplication.clipboard().setText(text)
        copied = self.tr("{what} copied.").format(what=what)
        url = self._desk.check.url
        errors = [
            told(finding.message)
            for finding in self.findings()
            if finding.place.part == "post"
            and finding.severity.value == "error"
            and finding.text.strip()
            and finding.text.strip().replace(LINK, url or LINK) in text
        ]
        if errors:
            words = self.tr("{copied} Before you post it: {error}")
            self._notices.warn(words.format(copied=copied, error=errors[0]))
        else:
            self._notices.say(copied)
