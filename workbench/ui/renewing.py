"""Newer texts of sources on their way in, and what is told and offered about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from workbench import clock
from workbench.ui.source_intake import captured_file, captured_paste, local_paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.quote import QuoteSelector
    from workbench.core.source import SourceVersion
    from workbench.intake.capture import Capture
    from workbench.reading.proposal import Proposal
    from workbench.reading.refind import Refound
    from workbench.rules.renewal import Renewal
    from workbench.ui.job import JobSteps
    from workbench.ui.main_window import MainWindow
    from workbench.ui.renewal_sheet import RenewalSheet

    Found = dict[str, tuple[QuoteSelector, Refound]]


class Renewing(QObject):
    """Asks for a newer text, brings it in off the window's thread, and tells what it did.

    A source that looks like a newer text of another one is offered as that, never made one.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: RenewalSheet | None = None
        self._source_id = ""
        self._fresh: set[str] = set()  # came in just now, and nothing was offered yet
        window.noticing.noticed.connect(self._on_noticed)

    def ask(self, source_id: str = "") -> None:
        """Ask for a newer text of a source; of the one on show if none is named."""
        window = self._window
        source_id = source_id or window.workspace.article.source_id
        if not source_id:
            window.notices.say(self.tr("There is no source yet that could have a newer text."))
            return
        if self._sheet is None:
            from workbench.ui.renewal_sheet import RenewalSheet

            self._sheet = RenewalSheet(window)
            self._sheet.paste_asked.connect(self._paste)
            self._sheet.open_asked.connect(self._ask_for_file)
            self._sheet.dropped.connect(self.take)
        self._source_id = source_id
        self._sheet.ask(window.desk.check, window.desk.check.source(source_id))

    def close_sheet(self) -> None:
        """Put the sheet away if it is open."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _paste(self) -> None:
        data = QApplication.clipboard().mimeData()
        if data is not None:
            self.take(data)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Open the newer text"))
        dialog.setObjectName("renewal_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(self._source_id, Path(name)))
        dialog.open()

    @Slot(object)
    def take(self, data: QMimeData) -> None:
        """Take what was pasted or dropped as the newer text of the source that was asked for."""
        paths = local_paths(data)
        if paths:
            self.take_file(self._source_id, paths[0])
        else:
            plain, html = data.text(), data.html() if data.hasHtml() else ""
            self._bring(self._source_id, lambda _: captured_paste(plain, html))

    def take_file(self, source_id: str, path: Path) -> None:
        """Take a file as the newer text of a source."""
        self._bring(source_id, lambda steps: captured_file(path, steps))

    def _bring(self, source_id: str, capture: Callable[[JobSteps], Capture]) -> None:
        window = self._window
        check = window.desk.check
        if not window.shelf.open_store() or all(one.id != source_id for one in check.sources):
            return
        store = window.shelf.store
        source = check.source(source_id)
        passages = [passage for passage in check.passages if passage.source_id == source_id]

        def work(steps: JobSteps) -> tuple[SourceVersion, str, Found]:
            from workbench.intake.capture import source_from
            from workbench.rules.renewal import found_in

            captured = capture(steps)
            found: Found = {}
            for number, passage in enumerate(passages):
                steps(number, len(passages))
                found |= found_in(source, (passage,), captured.text)
            steps(1, 1)  # the last place to cancel: after this the bytes are kept
            for data, media_type in captured.originals():
                store.add_original(data, media_type)
            made = source_from(
                captured, source_id=source_id, version_id=clock.new_id(), captured=clock.now()
            )
            return made.version, captured.note, found

        window.jobs.submit(
            self.tr("Looking for the quotes in the new text …"),
            work,
            lambda result: self._renew(check.id, source_id, *result),
            lambda error: window.notices.warn(str(error)),
        )

    def _renew(
        self, check_id: str, source_id: str, version: SourceVersion, note: str, found: Found
    ) -> None:
        from workbench.ui import renewal_command

        desk = self._window.desk
        if not desk.has_check or desk.check.id != check_id:
            return
        if all(source.id != source_id for source in desk.check.sources):
            return  # it was removed meanwhile
        report = renewal_command.renew_source(desk, source_id, version, found)
        self._tell(report, note)

    def _tell(self, report: Renewal, note: str = "") -> None:
        from workbench.publish.renewal import renewal_words

        window = self._window
        window.workspace.article.show_version(report.source_id)
        words = f"{renewal_words(report)} {note}".rstrip()
        if not report.is_new:
            window.notices.say(words)
            return
        review = (self.tr("Review"), window.workspace.show_review)
        window.way_back.tell_step(words, (review,) if report.open_count else ())

    def offer_for(self, source_id: str) -> None:
        """Look, once it has been read, whether a source that came in is a newer text of another."""
        self._fresh.add(source_id)

    @Slot(str)
    def _on_noticed(self, source_id: str) -> None:
        if source_id not in self._fresh:
            return
        self._fresh.discard(source_id)
        from workbench.rules.newer_text import older_source

        check = self._window.desk.check
        source = next((one for one in check.sources if one.id == source_id), None)
        if source is None:
            return
        told = {
            other_id: (_value(noticed.metadata.url), _value(noticed.metadata.outlet))
            for other_id, noticed in self._window.noticing.all().items()
        }
        older_id = older_source(check, source, told)
        if older_id:
            self._offer(source_id, older_id)

    def _offer(self, source_id: str, older_id: str) -> None:
        from workbench.ui.wording import source_name

        check = self._window.desk.check
        older = check.source(older_id)
        number = check.sources.index(older) + 1
        name = source_name(older, number)
        words = self.tr(
            "Source {new} is much like source {number}{name}. Is it a newer text of it?"
        ).format(
            new=check.sources.index(check.source(source_id)) + 1,
            number=number,
            name=f", {name}" if older.name.strip() else "",
        )
        choices = (
            (self.tr("Make it a new text"), lambda: self._merge(source_id, older_id)),
            (self.tr("Keep both"), lambda: None),
        )
        self._window.notices.ask(words, choices)

    def _merge(self, source_id: str, older_id: str) -> None:
        from workbench.ui import renewal_command

        check = self._window.desk.check
        ids = {source.id for source in check.sources}
        if not {source_id, older_id} <= ids:
            return
        if any(passage.source_id == source_id for passage in check.passages):
            self._window.notices.say(
                self.tr("This source has quotes of its own by now; it stays a source.")
            )
            return
        self._tell(renewal_command.merge_sources(self._window.desk, source_id, older_id))


def _value(proposal: Proposal | None) -> str:
    return proposal.value if proposal else ""
