"""The export as work in the background: files made and written whole, one check after the other."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench import clock
from workbench.core.error import UserError
from workbench.ui.job import JobCancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.core.finding import Finding
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House
    from workbench.publish.export import ExportFile, ExportFormat
    from workbench.store.check_store import CheckStore
    from workbench.ui.job import JobSteps

_PARTS = 100
"""Into which the work on one check is told."""


class ExportWish(NamedTuple):
    """What a person wants of every check that is exported.

    Attributes:
        has_pictures: whether web page and PDF show the pictures that are kept.
        has_editors_copy: whether the editor's copy goes beside the files.
        reader: by name, whom the editor's copy is made for; empty for anybody.
        has_comments: whether the open comments go along in the editor's copy.
        is_noted: whether the workspace notes the export; it cannot if it is only read.

    """

    formats: tuple[ExportFormat, ...]
    has_pictures: bool
    has_editors_copy: bool
    is_noted: bool = True
    reader: str = ""
    has_comments: bool = True


class ReadyCheck(NamedTuple):
    """A check that is ready to go out.

    Attributes:
        whole: as it is in the workspace.
        passed: as it may go out.
        revision: that `whole` is saved as; what is typed meanwhile makes another one.
        identity: stands in the files that can come back; the other one in the editor's copy.

    """

    whole: Check
    passed: Check
    findings: tuple[Finding, ...]
    folder: Path
    revision: int | None
    identity: CopyIdentity
    editors_identity: CopyIdentity


def ready_check(
    store: CheckStore, whole: Check, passed: Check, findings: tuple[Finding, ...], folder: Path
) -> ReadyCheck:
    """Return a check that is ready to go out, tied to the state that it is saved as now."""
    from workbench.core.returned import CopyKind

    return ReadyCheck(
        whole=whole,
        passed=passed,
        findings=findings,
        folder=folder,
        revision=store.revision_of(whole),
        identity=store.identity(whole, CopyKind.EXPORT),
        editors_identity=store.identity(whole, CopyKind.EDITOR),
    )


@dataclass(slots=True)
class ExportOutcome:
    """What became of an export.

    Attributes:
        count: how many checks were wanted.
        is_many: whether several were asked for, of which there may be one.
        paths: of the files that were written.
        written: titles of the checks that are written, and whole.
        drafts: how many of them say DRAFT.
        refused: sentences about those that could not be written.
        is_stopped: whether the person cancelled before the last one.

    """

    count: int = 1
    is_many: bool = False
    paths: list[Path] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    drafts: int = 0
    refused: list[str] = field(default_factory=list)
    is_stopped: bool = False


class ExportWork:
    """What runs away from the window's thread.

    `ended` is called at the end, on the thread of the work, whether it was cancelled or not.
    """

    def __init__(
        self,
        store: CheckStore,
        house: House,
        wish: ExportWish,
        ended: Callable[[ExportOutcome], None],
    ) -> None:
        self.store = store
        self.house = house
        self.wish = wish
        self.ended = ended

    def one(self, ready: ReadyCheck, steps: JobSteps) -> None:
        """Write one check that is ready."""
        outcome = ExportOutcome()
        try:
            self._write(ready, outcome, lambda done: steps(done, _PARTS))
        except JobCancelled:
            outcome.is_stopped = True
        except UserError as error:
            outcome.refused.append(str(error))
        finally:
            self.ended(outcome)

    def many(self, ids: tuple[str, ...], folder: Path, steps: JobSteps) -> None:
        """Write checks as they are in the workspace, each into a folder of its own, in its turn."""
        outcome = ExportOutcome(count=len(ids), is_many=True)
        try:
            for number, check_id in enumerate(ids):
                step = _part(steps, number, len(ids))
                step(0)
                try:
                    self._write(self._ready(check_id, folder), outcome, step)
                except UserError as error:
                    outcome.refused.append(str(error))
        except JobCancelled:
            outcome.is_stopped = True
        finally:
            self.ended(outcome)

    def _ready(self, check_id: str, folder: Path) -> ReadyCheck:
        """Read a check and let the pre-flight read it."""
        from workbench.house.house import house_folder
        from workbench.house.rule_book import load_rule_book
        from workbench.house.words import load_words
        from workbench.intake.noticed import noticed_in
        from workbench.publish.approval import approval_of
        from workbench.publish.gate import passed
        from workbench.publish.proof import findings_in

        whole, place = self.store.load(check_id), house_folder(os.environ)
        words, book = load_words(place), load_rule_book(place)
        noticed = {
            source.id: noticed_in(source, self.store.original, words) for source in whole.sources
        }
        findings = findings_in(whole, self.house, noticed, words, book)
        approval = approval_of(whole, self.house, self.store.exports(check_id))
        gate = passed(whole, findings, approval)
        return ready_check(self.store, whole, gate.check, findings, folder / whole.slug)

    def _write(
        self, ready: ReadyCheck, outcome: ExportOutcome, step: Callable[[int], None]
    ) -> None:
        """Make the files, then write and note them; before the writing the work may be stopped."""
        from workbench.publish.export import export_files, write_export
        from workbench.publish.export_note import export_note
        from workbench.publish.front_matter import is_draft
        from workbench.ui.pdf_file import pdf_file_for

        check, wish = ready.passed, self.wish
        shown = self._pictures(check) if wish.has_pictures else {}
        files: list[ExportFile] = []
        for number, one in enumerate(wish.formats):
            step(_PARTS * number // (len(wish.formats) + 1))
            files += export_files(check, self.house, (one,), shown, pdf_file_for, ready.identity)
        step(_PARTS * len(wish.formats) // (len(wish.formats) + 1))
        beside = self._editors_copy(ready) if wish.has_editors_copy else ()
        step(_PARTS)
        outcome.paths += write_export((*files, *beside), ready.folder)
        outcome.written.append(check.title)
        outcome.drafts += is_draft(check)
        self._note_copy(ready, beside)
        if files and wish.is_noted:
            note = export_note(
                check,
                self.house,
                files,
                wish.formats,
                note_id=clock.new_id(),
                at=clock.now(),
            )
            self.store.record_export(ready.whole, note, revision=ready.revision)

    def _note_copy(self, ready: ReadyCheck, files: tuple[ExportFile, ...]) -> None:
        """Note whom an editor's copy was made for, so that their next one tells what changed."""
        from workbench.publish.export_note import copy_note

        wish = self.wish
        if not files or not wish.reader or not wish.is_noted:
            return
        note = copy_note(
            ready.whole, self.house, files, wish.reader, note_id=clock.new_id(), at=clock.now()
        )
        self.store.record_export(ready.whole, note, revision=ready.revision)

    def _pictures(self, check: Check) -> dict[str, bytes]:
        return {sha256: self.store.original(sha256) for sha256 in kept_pictures(check)}

    def _editors_copy(self, ready: ReadyCheck) -> tuple[ExportFile, ...]:
        """Return the files of the editor's copy: of the check as it is, approved or not."""
        from workbench.publish.editors_copy import editors_copy
        from workbench.publish.editors_file import editors_files
        from workbench.publish.editors_since import since_last

        reader, check = self.wish.reader, ready.whole
        records = self.store.exports(check.id) if reader else ()
        since = since_last(check, self.house, records, reader) if reader else None
        copy = editors_copy(
            check, self.house, ready.findings, since, has_comments=self.wish.has_comments
        )
        return editors_files(copy, self.house, identity=ready.editors_identity)


def kept_pictures(check: Check) -> tuple[str, ...]:
    """Return the SHA-256 of the pictures whose bytes are in the workspace."""
    return tuple(sorted({image.sha256 for image in check.images if image.sha256}))


def _part(steps: JobSteps, number: int, count: int) -> Callable[[int], None]:
    """Return the steps of one check, told as a part of all of them."""
    return lambda done: steps(_PARTS * number + done, _PARTS * count)
