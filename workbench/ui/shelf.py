"""The shelf: the checks of the workspace; opens its store when the window is on the screen."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from workbench import clock
from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.core.identity import slug_for
from workbench.ui.plain_trace import place_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.store.check_store import CheckStore
    from workbench.store.summary import CheckSummary
    from workbench.ui.desk import Desk

_log = logging.getLogger("workbench.shelf")
_UNTITLED = re.compile(r"check(?:-\d+)?\Z")


class Shelf(QObject):
    """Lists, opens, makes and removes checks, and puts one on the desk.

    Signals:
        store_opened: the workspace can be searched and written to.
        trouble: (UserError) something did not work; nothing was lost.
        removed: (title, callable that brings the check back).
        restored: (path of what stood there before, or None) a backup is the workspace now.
    """

    store_opened = Signal()
    trouble = Signal(object)
    removed = Signal(str, object)
    restored = Signal(object)

    def __init__(self, desk: Desk, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = workspace
        self._store: CheckStore | None = None
        self._first: tuple[CheckSummary, ...] = ()

    @property
    def workspace(self) -> Path:
        """The workspace file."""
        return self._workspace

    @property
    def is_read_only(self) -> bool:
        """Whether the workspace can be looked at and not written to."""
        return self._desk.is_read_only

    @property
    def store(self) -> CheckStore:
        """The open store; opens it if it is not. Raises UserError if it cannot be opened."""
        if self._store is None:
            self._open_store()
        assert self._store is not None
        return self._store

    @property
    def store_if_open(self) -> CheckStore | None:
        """The store, or None while it is not open."""
        return self._store

    def show_first(self, checks: tuple[CheckSummary, ...]) -> None:
        """Take the list that was read before the store was opened."""
        self._first = checks

    def open_store(self) -> bool:
        """Open the store now; return whether it is open."""
        try:
            self._open_store()
        except UserError as error:
            self.trouble.emit(error)
            return False
        return True

    def _open_store(self) -> None:
        if self._store is not None:
            return
        from workbench.ui.plain_import import plain_imports

        is_new = not self._workspace.exists()
        with plain_imports():
            from workbench.store.check_store import CheckStore  # 390 ms, after the first paint

            self._store = CheckStore.open(self._workspace, clock.now())
        if is_new:
            self._add_sample()
        self._desk.is_read_only = not self._store.can_write()
        self._desk.attach(self._store)
        self.store_opened.emit()

    def checks(self, query: str = "") -> tuple[CheckSummary, ...]:
        """Return the newest checks that match; all of them for an empty query."""
        if self._store is None and not query:
            return self._first
        try:
            return self.store.checks(query)
        except UserError as error:
            self.trouble.emit(error)
            return ()

    def open_check(self, check_id: str) -> bool:
        """Put a check on the desk; return whether it is there."""

        def show() -> None:
            self._require_saved()
            self._desk.open(self.store.load(check_id))

        return self._guarded(show)

    def new_check(self, title: str) -> bool:
        """Make an empty check, save it and put it on the desk."""

        def make() -> None:
            self._require_saved()
            now = clock.now()
            slug = self.store.free_slug(slug_for(title))
            check = Check(id=clock.new_id(), slug=slug, title=title, created=now, changed=now)
            self.store.save(None, check)
            self._desk.open(check)

        return self._guarded(make)

    def open_sample(self) -> bool:
        """Put the sample check on the desk, brought in again if it was removed."""

        def show() -> None:
            from workbench.intake.sample import sample_case

            self._require_saved()
            sample_id = sample_case()[0].id
            if any(item.is_check and item.check_id == sample_id for item in self.store.bin.items()):
                self.store.bin.restore_check(sample_id)
            elif not any(check.id == sample_id for check in self.store.checks(limit=1_000_000)):
                self._add_sample()
            self._desk.open(self.store.load(sample_id))

        return self._guarded(show)

    def _add_sample(self) -> None:
        from workbench.intake.sample import sample_case

        check, originals = sample_case()
        for version in (version for source in check.sources for version in source.versions):
            self.store.add_original(originals[version.sha256], version.media_type)
        self.store.save(None, check)

    def remove_check(self, check_id: str) -> bool:
        """Put a check into the bin; the signal carries the way back."""

        def remove() -> None:
            is_open = self._desk.has_check and self._desk.check.id == check_id
            title = (self._desk.check if is_open else self.store.load(check_id)).title
            if is_open:
                self._require_saved()
                self._desk.open(None)
            self.store.bin.put_check(check_id, clock.now(), self._desk.person())
            self.removed.emit(
                title, lambda: self._guarded(lambda: self.store.bin.restore_check(check_id))
            )

        return self._guarded(remove)

    def name_after_title(self) -> None:
        """Name the files after the title, while they still have the name of an untitled check."""
        check = self._desk.check
        if not _UNTITLED.match(check.slug) or slug_for(check.title) == "check":
            return

        def rename() -> None:
            slug = self.store.free_slug(slug_for(check.title))
            self._desk.edit(self.tr("Name the files"), lambda now: replace(now, slug=slug))

        self._guarded(rename)

    @Slot(object)
    def restore(self, backup: Path) -> bool:
        """Put a backup in the place of the workspace; the signal says where the other is kept."""

        def put_back() -> None:
            from workbench.store.restoration import restore

            if self._desk.has_check:
                self._require_saved()
                self._desk.open(None)
            self.close()
            self._store = None
            kept = restore(self._workspace, backup, clock.now())
            self._open_store()
            self.restored.emit(kept)

        return self._guarded(put_back)

    def _require_saved(self) -> None:
        """Save the open check before another takes its place; raises UserError if it cannot be."""
        _ = self.store  # what was typed before it was open is saved there too
        if not self._desk.flush():
            raise UserError(
                f"The last changes to “{self._desk.check.title}” cannot be saved. It stays open, "
                "with all that you wrote.",
                "Free some space or close other programs that use the workspace, then try again. "
                "To give the changes up, close the window.",
            )

    def _guarded(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserError as error:
            _log.info("refused: %s", place_of(error))  # its message may name a check or a file
            self.trouble.emit(error)
            return False
        return True

    def close(self) -> None:
        """Close the store; the desk has saved before."""
        if self._store is not None:
            self._store.close()
            self._store = None
