"""The store of checks: values in, values out, each call one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.core.identity import require_slug
from workbench.core.returned import CopyIdentity
from workbench.core.revision import Deed
from workbench.store.arrival import Arrivals, clash, originals_named, overtaken
from workbench.store.bin import Bin
from workbench.store.case_line import case_lines, watch_lines
from workbench.store.check_history import CheckHistory
from workbench.store.connection import SCHEMA_VERSION, is_there
from workbench.store.export_log import add_export, exports_in
from workbench.store.history import (
    edited_since_sign_off,
    history_in,
    make_landmark,
    note_state,
)
from workbench.store.reader import check_in, newest_summaries, originals_of, summaries_of
from workbench.store.search_index import check_ids, hits
from workbench.store.trouble import is_read_only
from workbench.store.writer import insert_check, update_check

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from pathlib import Path

    from workbench.core.case_line import CaseLine, WatchLine
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.returned import CopyKind
    from workbench.store.database import Database
    from workbench.store.summary import CheckSummary, SearchHit

_SLUG_STEM = 60  # leaves room for a number
_REMEMBERED = 16
"""How many values are kept to compare with; a window has one check open."""


class CheckStore(Arrivals):
    """All checks of one workspace file.

    Attributes:
        history: what was saved before.
        bin: what was removed.

    May be used from the main thread and from one job thread at the same time: every call takes a
    connection of its own and gives it back. Driver errors of a person's world come out as
    UserErrors.

    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.history = CheckHistory(database)
        self.bin = Bin(database)
        # What this store last read or wrote, so that a save can tell whether the value it
        # starts from is the one in the file.
        self._known: dict[str, tuple[Check, int]] = {}
        self._lock = Lock()
        # Originals that came in, or lost a check, while this store was open.
        self._doubtful: set[str] = set()

    @classmethod
    def open(cls, path: Path, at: datetime) -> CheckStore:
        """Open a workspace, making it if there is none, migrating it if it is older.

        `at` is the present time, UTC; it names the copy that is made before a migration.
        Raises UserError for a missing folder, another program's file, a newer or damaged one.
        """
        if not is_there(path.parent):
            raise UserError(
                f"There is no folder {path.parent}.", "Make it, or choose another place."
            )
        # sqlmodel takes 390 ms: by now the window has been painted.
        from workbench.store.database import Database
        from workbench.store.schema import bring_up_to_date

        database = Database(path)
        try:
            bring_up_to_date(database, at)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        """Close the file; what was saved is in it, and originals that nothing needs are not."""
        self._doubtful |= self.bin.doubtful | self.history.doubtful
        if self._doubtful:
            from workbench.store.original import drop_unused

            # They only take up room, so that another program's lock is no reason to complain.
            with suppress(UserError), self._database.writing() as session:
                drop_unused(session, self._doubtful)
            self._doubtful.clear()
        self._database.close()

    def can_write(self) -> bool:
        """Return whether the file may be written; one that another program uses just now may be."""
        try:
            with self._database.reading_driver() as connection:
                # Beginning to write is not refused there, only writing is; this is not committed.
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except UserError as error:
            return not is_read_only(error)
        return True

    def checks(self, query: str = "", limit: int = 50) -> tuple[CheckSummary, ...]:
        """Return checks, newest first: all, or those with a text that has all words of a query.

        Any text may be typed as a query.
        """
        with self._database.reading_driver() as connection:
            if not query.strip():
                return newest_summaries(connection, limit)
            return summaries_of(connection, check_ids(connection, query, limit))

    def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Return where the words of a query stand, the texts that were written last first."""
        with self._database.reading_driver() as connection:
            return hits(connection, query, limit)

    def case_lines(self) -> tuple[CaseLine, ...]:
        """Return what every check is about and how it was rated, those changed last first."""
        with self._database.reading_driver() as connection:
            return case_lines(connection)

    def watch_lines(self) -> tuple[WatchLine, ...]:
        """Return the watch items of every check."""
        with self._database.reading_driver() as connection:
            return watch_lines(connection)

    def changed_since_approval(self) -> tuple[str, ...]:
        """Return the checks that somebody has worked on since their last sign-off.

        Their words may be those that were approved all the same; only comparing them tells.
        """
        with self._database.reading_driver() as connection:
            return edited_since_sign_off(connection)

    def load(self, check_id: str) -> Check:
        """Return a check; raises UserError if it is not in the workspace."""
        with self._database.reading_driver() as connection:
            found = check_in(connection, check_id)
        if found is None:
            raise UserError(
                "This check is not in the workspace any more.", "Choose another one from the list."
            )
        self._remember(*found)
        return found[0]

    def load_slug(self, slug: str) -> Check:
        """Return the check with a slug; raises UserError if there is none."""
        with self._database.reading_driver() as connection:
            sql = "SELECT id FROM fact_check WHERE slug = ? AND binned IS NULL"
            row = connection.execute(sql, (slug,)).fetchone()
        if row is None:
            raise UserError(
                f"There is no check called {slug} in this workspace.",
                "Look at the list of checks for its name.",
            )
        return self.load(row[0])

    def save(self, old: Check | None, new: Check, deed: Deed | None = None) -> int:
        """Write what differs between two values of a check, or all of a new one.

        The state goes into the history, with what the person did. Returns the revision, which
        grows by one where anything differs. All of it is written, or nothing. Raises UserError if
        the file holds something else than `old`, because another window changed or deleted the
        check: nothing is overwritten.
        """
        try:
            with self._database.writing_driver() as connection:
                revision = self._written(connection, old, new, deed or Deed(at=new.changed))
        except sqlite3.IntegrityError as error:
            told = clash(error, new)
            if told is None:
                raise
            raise told from error
        self._remember(new, revision)
        if old is not None and (old.sources is not new.sources or old.images is not new.images):
            self._doubtful |= originals_named(old) - originals_named(new)
        return revision

    def delete(self, check_id: str) -> None:
        """Delete a check for good with everything below it; one that is gone is no error."""
        with self._database.writing_driver() as connection:
            used = originals_of(connection, check_id)
            connection.execute("DELETE FROM fact_check WHERE id = ?", (check_id,))
        self._doubtful |= used
        with self._lock:
            self._known.pop(check_id, None)

    def free_slug(self, wanted: str) -> str:
        """Return the wanted slug, or the first of wanted-2, wanted-3, ... that no check has."""
        require_slug(wanted)
        with self._database.reading_driver() as connection:
            taken = {slug for (slug,) in connection.execute("SELECT slug FROM fact_check")}
        slug, number = wanted, 1
        while slug in taken:
            number += 1
            slug = f"{wanted[:_SLUG_STEM].rstrip('-')}-{number}"
        return slug

    def revision_of(self, check: Check) -> int | None:
        """Return the revision that a value is saved as, or None if the file does not hold it."""
        with self._database.reading_driver() as connection:
            return self._revision_of(connection, check)

    def record_export(
        self, check: Check, export: ExportRecord, revision: int | None = None
    ) -> ExportRecord:
        """Note an export of a check, under the revision that the check is saved as; return it.

        `revision` is given by who asked for it when the export began: the check may have been
        changed since. Raises UserError if the file no longer holds this value of the check.
        """
        with self._database.writing_driver() as connection:
            if revision is None:
                revision = self._revision_of(connection, check)
            if revision is None:
                raise UserError(
                    f"Another window has changed or deleted “{check.title}” since it was read. "
                    "The files were written, but this export is not noted.",
                    "Open the check again, then export it once more.",
                )
            noted = replace(export, revision=revision)
            add_export(connection, check.id, noted)
            make_landmark(connection, check.id, revision)
        return noted

    def identity(self, check: Check, kind: CopyKind) -> CopyIdentity:
        """Return what a file of a check says of itself: the check, and the state it is saved as.

        The first state with the same content is named, so that what was done and taken back makes
        no other file. A value that the workspace does not hold names no state.
        """
        with self._database.reading_driver() as connection:
            number = self._revision_of(connection, check) or 0
            states = history_in(connection, check.id)
        now = next((one for one in states if one.number == number), None)
        if now is None:
            return CopyIdentity(check_id=check.id, revision=number, kind=kind)
        first = next(one for one in reversed(states) if one.content == now.content)
        return CopyIdentity(check_id=check.id, revision=first.number, state_id=first.id, kind=kind)

    def exports(self, check_id: str) -> tuple[ExportRecord, ...]:
        """Return the exports of a check, the first one first."""
        with self._database.reading_driver() as connection:
            return exports_in(connection, check_id)

    def take_exports(self, check_id: str, exports: tuple[ExportRecord, ...]) -> None:
        """Take in the exports that came along with a check in a case file."""
        with self._database.writing_driver() as connection:
            for export in exports:
                add_export(connection, check_id, export)

    def add_original(self, data: bytes, media_type: str) -> str:
        """Keep the bytes of a source or a picture; return their SHA-256, in hexadecimal digits.

        Bytes that no check needs when the store is closed are dropped then, not before: undo may
        still want them.
        """
        from workbench.store.original import keep_original  # with sqlmodel, as in `open`

        with self._database.writing() as session:
            sha256 = keep_original(session, data, media_type)
        self._doubtful.add(sha256)
        return sha256

    def original(self, sha256: str) -> bytes:
        """Return the bytes with a SHA-256; raises UserError if they are missing or have changed."""
        from workbench.store.original import original_in

        with self._database.reading() as session:
            return original_in(session, sha256)

    def original_sizes(self, names: Collection[str]) -> dict[str, int]:
        """Return the bytes of each of some originals that is here, by its SHA-256."""
        from workbench.store.original import original_sizes

        with self._database.reading() as session:
            return original_sizes(session, names)

    def _written(
        self, connection: sqlite3.Connection, old: Check | None, new: Check, deed: Deed
    ) -> int:
        if old is None:
            insert_check(connection, new)
            note_state(connection, None, new, 1, deed)
            return 1
        revision = self._revision_of(connection, old)
        if old == new and revision is not None:
            return revision
        if revision is None or not update_check(connection, old, new, revision):
            raise overtaken(old)
        note_state(connection, old, new, revision + 1, deed)
        return revision + 1

    def _revision_of(self, connection: sqlite3.Connection, check: Check) -> int | None:
        """Return the revision that a value is, or None if the file never held it or no longer does.

        A value that this store did not read or write itself is compared with the file as a whole.
        """
        known = self._known.get(check.id)
        if known is None or known[0] != check:
            known = check_in(connection, check.id)
        return known[1] if known is not None and known[0] == check else None

    def _remember(self, check: Check, revision: int) -> None:
        with self._lock:
            self._known.pop(check.id, None)
            self._known[check.id] = (check, revision)
            if len(self._known) > _REMEMBERED:
                self._known.pop(next(iter(self._known)))
