"""Bringing sources in: files, drops and the clipboard become sources of the open check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from workbench import clock
from workbench.ui import command
from workbench.ui.batch import Batch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.core.source import Source
    from workbench.intake.capture import Capture
    from workbench.ui.desk import Desk
    from workbench.ui.job import JobRunner, JobSteps
    from workbench.ui.shelf import Shelf


class SourceIntake(QObject):
    """Captures off the window's thread, keeps the original bytes, then adds the source.

    Signals:
        taken_in: (source id, a sentence to be told; may be empty).
        already_here: (source id) the same bytes are in the check.
        refused: (UserError).
        batch_ended: (Batch) several files, or a folder: what became of each of them.
    """

    taken_in = Signal(str, str)
    already_here = Signal(str)
    refused = Signal(object)
    batch_ended = Signal(object)

    def __init__(
        self, desk: Desk, shelf: Shelf, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._jobs = jobs

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take in a file; several of them, or what is in folders, in the order of their list."""
        if len(paths) != 1 or paths[0].is_dir():
            batch = Batch(self._desk, self._shelf, self._jobs, self)
            batch.ended.connect(lambda: self._on_batch_ended(batch))
            batch.refused.connect(self.refused)
            batch.start(paths)
            return
        path = paths[0]
        self._take(
            self.tr("Bringing in {name} …").format(name=path.name),
            lambda steps: captured_file(path, steps),
        )

    def _on_batch_ended(self, batch: Batch) -> None:
        batch.deleteLater()
        if batch.is_listed:
            self.batch_ended.emit(batch)

    def take_mime(self, data: QMimeData) -> None:
        """Take in what was pasted or dropped as text; formatted text keeps its paragraphs."""
        plain, html = data.text(), data.html() if data.hasHtml() else ""
        self._take(self.tr("Bringing in the text …"), lambda _: captured_paste(plain, html))

    def _take(self, title: str, work: Callable[[JobSteps], Capture]) -> None:
        check_id = self._desk.check.id
        store = self._shelf.store

        def capture_and_keep(steps: JobSteps) -> tuple[Source, str]:
            from workbench.intake.capture import source_from

            capture = work(steps)
            steps(1, 1)  # the last place to cancel: after this the bytes are kept
            for data, media_type in capture.originals():
                store.add_original(data, media_type)
            ids = {"source_id": clock.new_id(), "version_id": clock.new_id()}
            return source_from(capture, captured=clock.now(), **ids), capture.note

        self._jobs.submit(
            title, capture_and_keep, lambda made: self._add(check_id, *made), self.refused.emit
        )

    def _add(self, check_id: str, made: Source, note: str) -> None:
        if not self._desk.has_check or self._desk.check.id != check_id:
            return
        for source in self._desk.check.sources:
            if any(version.sha256 == made.version.sha256 for version in source.versions):
                self.already_here.emit(source.id)
                return
        command.add_source(self._desk, made)
        self.taken_in.emit(made.id, note)


def local_paths(data: QMimeData) -> list[Path]:
    """Return the files that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def captured_file(path: Path, steps: JobSteps) -> Capture:
    """Return what a file holds; raises UserError if it cannot be brought in."""
    from workbench.intake.capture import capture_file

    return capture_file(path, steps)


def captured_paste(plain: str, html: str) -> Capture:
    """Return what was pasted; raises UserError if it cannot be brought in."""
    from workbench.intake.capture import capture_paste

    return capture_paste(plain, html)
