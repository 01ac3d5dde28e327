"""Work off the window's thread: one runner, one job at a time, results on the main thread."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from workbench.core.error import UserError
from workbench.ui.garbage import hold_collector, release_collector
from workbench.ui.plain_trace import place_of

_log = logging.getLogger("workbench.jobs")

_UNEXPECTED = "Something unexpected stopped this work. Nothing half-done was kept."
_UNEXPECTED_HINT = (
    "Try again; if it happens again, the log says more; Help, About tells where it is."
)


class JobCancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised inside a job at its next step after the person cancelled it."""


class JobSteps:
    """What a job reports through, and learns from that it should stop."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        """Report what is done of how much; raises JobCancelled if the person wants to stop."""
        if self._stop.is_set():
            raise JobCancelled
        self._report(done, total)

    def stop(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


@dataclass
class _Job:
    title: str
    work: Callable[[JobSteps], Any]
    done: Callable[[Any], None]
    failed: Callable[[UserError], None]
    steps: JobSteps


class _Run(QRunnable):
    """Runs one job on the pool; the signal belongs to the long-lived runner, never to this."""

    def __init__(
        self, key: int, job: _Job, finished: Callable[[int, object, object], None]
    ) -> None:
        super().__init__()
        self._key, self._job, self._finished = key, job, finished

    def run(self) -> None:
        """Do the work; whatever ends it is reported to the runner."""
        try:
            result = self._job.work(self._job.steps)
        except (UserError, JobCancelled) as error:
            self._finished(self._key, None, error)
        except Exception:  # noqa: BLE001 - the end of the line for a fault on this thread: log it, say so
            _log.exception("a job failed")
            self._finished(self._key, None, UserError(_UNEXPECTED, _UNEXPECTED_HINT))
        else:
            self._finished(self._key, result, None)


class JobRunner(QObject):
    """Runs jobs one after the other.

    Signals:
        job_started: (key, title) when a job is handed in.
        job_progressed: (key, done, total).
        job_ended: (key) whatever the end was.
    """

    job_started = Signal(object, str)
    job_progressed = Signal(object, object, object)
    job_ended = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: dict[int, _Job] = {}
        self._keys = itertools.count(1)
        self._unfinished: set[int] = set()  # cancelled ones that still run among them
        self._finished.connect(self._on_finished)

    def submit(
        self,
        title: str,
        work: Callable[[JobSteps], Any],
        done: Callable[[Any], None],
        failed: Callable[[UserError], None],
    ) -> int:
        """Queue work and return its key; done or failed is called on this object's thread."""
        key = next(self._keys)
        steps = JobSteps(lambda part, total: self.job_progressed.emit(key, part, total))
        self._jobs[key] = _Job(title, work, done, failed, steps)
        self._unfinished.add(key)
        hold_collector()
        self.job_started.emit(key, title)
        self._pool.start(_Run(key, self._jobs[key], self._finished.emit))
        return key

    def cancel(self, key: int) -> None:
        """Ask a job to stop and forget its callbacks; what it had not finished leaves no trace."""
        job = self._jobs.pop(key, None)
        if job is not None:
            job.steps.stop()
            self.job_ended.emit(key)

    def cancel_all(self) -> None:
        """Cancel the running job and all that wait."""
        for key in list(self._jobs):
            self.cancel(key)

    @property
    def is_busy(self) -> bool:
        """Whether any job waits or runs."""
        return bool(self._jobs)

    def shutdown(self) -> None:
        """Stop everything and wait for the running job to notice."""
        self.cancel_all()
        self._pool.clear()
        self._pool.waitForDone()
        for key in list(self._unfinished):
            self._let_go(key)

    def _let_go(self, key: int) -> None:
        if key in self._unfinished:
            self._unfinished.discard(key)
            release_collector()

    @Slot(object, object, object)
    def _on_finished(self, key: int, result: object, error: object) -> None:
        self._let_go(key)
        job = self._jobs.pop(key, None)
        if job is None:  # cancelled, or the window is closing
            return
        self.job_ended.emit(key)
        if isinstance(error, UserError):
            _log.info("a job was refused: %s", place_of(error))
            job.failed(error)
        elif error is None:
            job.done(result)
