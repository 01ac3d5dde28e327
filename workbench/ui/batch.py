"""Several files brought in together: one job with progress, and what became of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from workbench import clock
from workbench.core import change
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workbench.core.source import Source
    from workbench.intake.folder import Listing
    from workbench.intake.result import FileResult
    from workbench.ui.desk import Desk
    from workbench.ui.job import JobRunner, JobSteps
    from workbench.ui.shelf import Shelf


class Batch(QObject):
    """Takes files and folders in, one file after the other; each is in as soon as it is read.

    All of them are one undo step, as long as nothing else is done meanwhile. What is in when the
    person cancels stays in; the rest is listed as not read.

    Attributes:
        name: of the folder, or of the first file.
        is_listed: whether it is known which files there are.
        beyond: how many more there were than are taken at once.

    Signals:
        ended: the work is over; `results` tells what became of each file.
        refused: (UserError) nothing could be read at all, such as a folder that is gone.

    """

    ended = Signal()
    refused = Signal(object)
    # From the job's thread to this one, in their order.
    _listed = Signal(object)
    _read = Signal(int, object, str)
    _failed = Signal(int, object)

    def __init__(self, desk: Desk, shelf: Shelf, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._jobs = jobs
        self._check_id = desk.check.id
        self._id = clock.new_id()
        self._key = -1
        self._is_over = False
        self._names: tuple[str, ...] = ()
        self._found: dict[int, FileResult] = {}
        self.name = ""
        self.is_listed = False
        self.beyond = 0
        self._listed.connect(self._on_listed)
        self._read.connect(self._on_read)
        self._failed.connect(self._on_failed)
        jobs.job_ended.connect(self._on_job_ended)

    @property
    def results(self) -> tuple[FileResult, ...]:
        """What became of each file, in the order of the files."""
        from workbench.intake.result import Fate, FileResult

        return tuple(
            self._found.get(number) or FileResult(name=name, fate=Fate.STOPPED)
            for number, name in enumerate(self._names)
        )

    def start(self, paths: Sequence[Path]) -> None:
        """Begin."""
        store = self._shelf.store
        self.name = paths[0].name
        if not any(path.is_dir() for path in paths):  # known at once, whenever it is cancelled
            self._names, self.is_listed = tuple(path.name for path in paths), True
        title = (
            self.tr("Bringing in what is in {name} …").format(name=paths[0].name)
            if len(paths) == 1
            else self.tr("Bringing in {count} files …").format(count=len(paths))
        )

        def work(steps: JobSteps) -> None:
            from workbench.intake.capture import capture_file, source_from
            from workbench.intake.folder import files_of

            listing = files_of(list(paths))
            self._listed.emit(listing)
            total = len(listing.files)
            for number, path in enumerate(listing.files):
                steps(number, total)
                try:
                    capture = capture_file(path, _part(steps, number, total))
                except UserError as error:
                    self._failed.emit(number, error)
                    continue
                for data, media_type in capture.originals():
                    store.add_original(data, media_type)
                ids = {"source_id": clock.new_id(), "version_id": clock.new_id()}
                source = source_from(capture, captured=clock.now(), **ids)
                self._read.emit(number, source, capture.note)

        self._key = self._jobs.submit(title, work, lambda _: None, self.refused.emit)

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        self._names, self.beyond = listing.names, listing.beyond
        self.is_listed = True

    @Slot(int, object)
    def _on_failed(self, number: int, error: UserError) -> None:
        from workbench.intake.result import Fate, FileResult

        if not self._is_over:
            self._found[number] = FileResult(
                name=self._names[number], fate=Fate.REFUSED, words=str(error)
            )

    @Slot(int, object, str)
    def _on_read(self, number: int, made: Source, note: str) -> None:
        """Put a file that was read into the check, unless it is there or another one is open."""
        from workbench.intake.result import Fate, FileResult

        desk = self._desk
        if self._is_over or not desk.has_check or desk.check.id != self._check_id:
            return
        name = self._names[number]
        for source in desk.check.sources:
            if any(version.sha256 == made.version.sha256 for version in source.versions):
                self._found[number] = FileResult(name=name, fate=Fate.HERE, source_id=source.id)
                return
        desk.edit(
            self.tr("Add sources"),
            lambda check: change.with_source(check, made),
            key=f"batch:{self._id}",
        )
        self._found[number] = FileResult(name=name, fate=Fate.TAKEN, words=note, source_id=made.id)

    @Slot(object)
    def _on_job_ended(self, key: int) -> None:
        if key == self._key and not self._is_over:
            self._is_over = True
            self._jobs.job_ended.disconnect(self._on_job_ended)
            self.ended.emit()


def _part(steps: JobSteps, number: int, total: int) -> Callable[[int, int], None]:
    """Return the steps of one file, told as a part of all of them."""

    def step(done: int, of_file: int) -> None:
        here = 1000 * done // of_file if of_file else 0
        steps(1000 * number + min(here, 1000), 1000 * total)

    return step
