"""Checks that come into a workspace from somewhere else, and what is said if they do not fit."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.core.revision import Deed
from workbench.store.history import make_landmark, note_state
from workbench.store.writer import insert_check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.merge_report import Merge
    from workbench.core.saved_history import SavedHistory
    from workbench.store.database import Database


class Arrivals:
    """What a store of checks does with those that travel; each call is one transaction."""

    _database: Database
    _doubtful: set[str]

    def free_slug(self, wanted: str) -> str:
        """Return the wanted short name, or one like it that no check has."""
        raise NotImplementedError

    def _revision_of(self, connection: sqlite3.Connection, check: Check) -> int | None:
        raise NotImplementedError

    def _remember(self, check: Check, revision: int) -> None:
        raise NotImplementedError

    def where(self, check_id: str) -> str:
        """Return whether a check is "here" or "binned"; empty if it is not in the workspace."""
        with self._database.reading_driver() as connection:
            sql = "SELECT binned IS NULL FROM fact_check WHERE id = ?"
            row = connection.execute(sql, (check_id,)).fetchone()
        return "" if row is None else "here" if row[0] else "binned"

    def note_packed(self, check: Check) -> None:
        """Keep the state that a case file was made of, however old it gets.

        It is the one that both sides have when the check comes back.
        """
        with self._database.writing_driver() as connection:
            revision = self._revision_of(connection, check)
            if revision is not None:
                make_landmark(connection, check.id, revision)

    def take_new(
        self,
        check: Check,
        history: SavedHistory,
        exports: tuple[ExportRecord, ...],
        originals: Mapping[str, bytes],
        media_types: Mapping[str, str],
    ) -> str:
        """Take in a check that is not here, with its saved states; return its short name here.

        All of it is written, or nothing. Raises UserError if the check is here, or in the bin.
        """
        from workbench.store.travel import put_along, put_new, set_revision

        stands = replace(check, slug=self.free_slug(check.slug))
        try:
            with self._database.writing_driver() as connection:
                insert_check(connection, stands)
                number = put_new(connection, check, history)
                if stands.slug != check.slug:
                    number += 1
                    note_state(connection, check, stands, number, Deed(at=check.changed))
                set_revision(connection, check.id, number)
                put_along(connection, check.id, exports, originals, media_types)
        except sqlite3.IntegrityError as error:
            raise (clash(error, stands) or error) from error
        self._remember(stands, number)
        return stands.slug

    def take_merge(
        self,
        ours: Check,
        merge: Merge,
        exports: tuple[ExportRecord, ...],
        originals: Mapping[str, bytes],
        media_types: Mapping[str, str],
    ) -> Check:
        """Write what a merge led to, and return the check that stands now.

        A short name that another check here has stays what it was. All of it is written, or
        nothing. Raises UserError if the file holds something else than `ours`.
        """
        from workbench.store.travel import put_along, put_merge

        with self._database.writing_driver() as connection:
            known = self._revision_of(connection, ours)
            done = put_merge(connection, ours, merge, known) if known is not None else None
            if done is None:
                raise overtaken(ours)
            stands, revision = done
            put_along(connection, ours.id, exports, originals, media_types)
        self._remember(stands, revision)
        self._doubtful |= originals_named(ours) - originals_named(stands)
        return stands


def originals_named(check: Check) -> set[str]:
    """Return the SHA-256 of every original that a check needs."""
    versions = [version for source in check.sources for version in source.versions]
    shown = {image.sha256 for version in versions for image in version.images}
    own = {image.sha256 for image in check.images}
    return ({version.sha256 for version in versions} | shown | own) - {""}


def overtaken(check: Check) -> UserError:
    """Return what to say when the file holds something else than was read from it."""
    return UserError(
        f"Another window has changed or deleted “{check.title}” since it was read here. "
        "Nothing was overwritten.",
        "Open the check again to go on from what is saved.",
    )


def clash(error: sqlite3.IntegrityError, check: Check) -> UserError | None:
    """Return what to say when a check collides with another one, or None if the mistake is ours."""
    if "fact_check.slug" in str(error):
        return UserError(
            f"Another check in this workspace, or in its bin, is called {check.slug}. Nothing was "
            "written.",
            "Give this one another short name.",
        )
    if "fact_check.id" in str(error):
        return UserError(
            f"“{check.title}” is in this workspace already, or in its bin. Nothing was written.",
            "Open it from the list, or restore it from the bin. Or remove it and empty the bin.",
        )
    return None
