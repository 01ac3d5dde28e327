"""The bin of a workspace: what was removed and can be brought back.

A removed check keeps all its rows, a removed source the saved state that has it last. Nothing goes
from here by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.bin import BinnedItem
from workbench.core.change import without_source
from workbench.core.comparison import OF_SOURCES, name_in_facts
from workbench.core.error import UserError
from workbench.store.history import facts_text, history_in, revision_in
from workbench.store.reader import any_check_in, originals_of
from workbench.store.record import time_of, time_text
from workbench.store.revision_part import named_originals
from workbench.store.state_tree import put_state, state_in
from workbench.store.thinning import drop_lonely_parts

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.store.database import Database

_CHECKS = "SELECT id, title, binned, binned_by FROM fact_check WHERE binned IS NOT NULL"
_SOURCES = """
    SELECT binned_source.check_id, fact_check.title, binned_source.name, binned_source.at,
        binned_source.id, binned_source.who
    FROM binned_source JOIN fact_check ON fact_check.id = binned_source.check_id
    WHERE fact_check.binned IS NULL
"""


class Bin:
    """What was removed from a workspace; each call is one transaction.

    Attributes:
        doubtful: SHA-256 of originals that may be needed by nothing since something went for good.

    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.doubtful: set[str] = set()

    def items(self) -> tuple[BinnedItem, ...]:
        """Return what is in the bin, what was removed last first.

        What was taken from a check that is there itself comes back with that.
        """
        with self._database.reading_driver() as connection:
            found = [
                BinnedItem(check_id=ref, check_title=title, name=title, at=time_of(at), who=who)
                for ref, title, at, who in connection.execute(_CHECKS)
            ]
            found += [
                BinnedItem(
                    check_id=ref,
                    check_title=title,
                    name=name,
                    at=time_of(at),
                    source_id=source_id,
                    who=who,
                )
                for ref, title, name, at, source_id, who in connection.execute(_SOURCES)
            ]
        return tuple(sorted(found, key=lambda item: (item.at, item.check_id), reverse=True))

    def put_check(self, check_id: str, at: datetime, who: str = "") -> None:
        """Put a check into the bin with everything below it; `at` is now, UTC."""
        sql = "UPDATE fact_check SET binned = ?, binned_by = ? WHERE id = ? AND binned IS NULL"
        with self._database.writing_driver() as connection:
            connection.execute(sql, (time_text(at), who, check_id))

    def restore_check(self, check_id: str) -> None:
        """Take a check out of the bin; raises UserError if it is not there any more."""
        sql = (
            "UPDATE fact_check SET binned = NULL, binned_by = '' "
            "WHERE id = ? AND binned IS NOT NULL"
        )
        with self._database.writing_driver() as connection:
            if not connection.execute(sql, (check_id,)).rowcount:
                raise _not_there()

    def look_inside(self, item: BinnedItem) -> Check:
        """Return a check in the bin, or the state of a check that has a source in the bin."""
        with self._database.reading_driver() as connection:
            if item.is_check:
                found = any_check_in(connection, item.check_id)
                if found is None:
                    raise _not_there()
                return found[0]
            row = connection.execute(
                "SELECT revision_id FROM binned_source WHERE check_id = ? AND id = ?",
                (item.check_id, item.source_id),
            ).fetchone()
            if row is None:
                raise _not_there()
            revision = revision_in(connection, item.check_id, row[0])
            return state_in(connection, item.check_id, revision.content)

    def drop(self, item: BinnedItem) -> None:
        """Delete something in the bin for good: a source goes from the history too."""
        with self._database.writing_driver() as connection:
            self.doubtful |= _originals(connection, item.check_id)
            if item.is_check:
                sql = "DELETE FROM fact_check WHERE id = ? AND binned IS NOT NULL"
                connection.execute(sql, (item.check_id,))
            else:
                _drop_source(connection, item.check_id, item.source_id)


def _originals(connection: sqlite3.Connection, check_id: str) -> set[str]:
    return originals_of(connection, check_id) | named_originals(connection, check_id)


def _drop_source(connection: sqlite3.Connection, check_id: str, source_id: str) -> None:
    key = (check_id, source_id)
    sql = "DELETE FROM binned_source WHERE check_id = ? AND id = ?"
    if not connection.execute(sql, key).rowcount:
        return  # brought back meanwhile
    names: set[str] = set()
    for revision in history_in(connection, check_id):
        try:
            state = state_in(connection, check_id, revision.content)
        except UserError:
            continue  # damaged; verifying tells of it
        if any(source.id == source_id for source in state.sources):
            names |= {name_in_facts(state.source(source_id))} - {""}
            content = put_state(connection, without_source(state, source_id), None)
            connection.execute(
                "UPDATE revision SET content = ? WHERE check_id = ? AND id = ?",
                (content, check_id, revision.id),
            )
    _forget_names(connection, check_id, names)
    drop_lonely_parts(connection, check_id)


def _forget_names(connection: sqlite3.Connection, check_id: str, names: set[str]) -> None:
    """Leave out of what saved states are told to have changed how a source was called."""
    for revision in history_in(connection, check_id):
        if any(fact.kind in OF_SOURCES and fact.name in names for fact in revision.facts):
            facts = tuple(
                replace(fact, name="") if fact.kind in OF_SOURCES and fact.name in names else fact
                for fact in revision.facts
            )
            connection.execute(
                "UPDATE revision SET facts = ? WHERE check_id = ? AND id = ?",
                (facts_text(facts), check_id, revision.id),
            )


def _not_there() -> UserError:
    return UserError("This is not in the bin any more.", "Look at the list of what is there.")
