"""What was saved before: the states of a check, looked at and thinned out with age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.history import history_in, revision_in
from workbench.store.revision_part import named_originals
from workbench.store.state_tree import state_in
from workbench.store.thinning import thin_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.revision import Revision
    from workbench.core.saved_history import SavedHistory
    from workbench.store.database import Database


class CheckHistory:
    """The saved states of every check of a workspace; each call is one transaction.

    Attributes:
        doubtful: SHA-256 of originals that may be needed by nothing since states were dropped.

    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.doubtful: set[str] = set()

    def states(self, check_id: str, limit: int = -1) -> tuple[Revision, ...]:
        """Return the saved states of a check, the newest first: all, or so many."""
        with self._database.reading_driver() as connection:
            return tuple(history_in(connection, check_id, limit))

    def state(self, check_id: str, revision_id: str) -> Check:
        """Return a check as it was; raises UserError if that state is damaged or not kept."""
        with self._database.reading_driver() as connection:
            revision = revision_in(connection, check_id, revision_id)
            return state_in(connection, check_id, revision.content)

    def saved(self, check_id: str) -> SavedHistory:
        """Return all saved states of a check with what they are made of, as they go along."""
        from workbench.store.travel import saved_in  # only what travels needs it

        with self._database.reading_driver() as connection:
            return saved_in(connection, check_id)

    def thin_out(self, check_id: str, at: datetime) -> int:
        """Drop the states of a check that age has made superfluous; return how many.

        `at` is the present time, UTC.
        """
        with self._database.writing_driver() as connection:
            before = named_originals(connection, check_id)
            count = thin_out(connection, check_id, at)
            self.doubtful |= before - named_originals(connection, check_id)
        return count

    def thin_out_all(self, at: datetime, step: Callable[[int, int], None] | None = None) -> int:
        """Drop superfluous states of every check; return how many. `at` is now, UTC.

        `step` is called with checks done and in all, and may raise to stop.
        """
        with self._database.reading_driver() as connection:
            ids = [row[0] for row in connection.execute("SELECT id FROM fact_check ORDER BY id")]
        count = 0
        for done, check_id in enumerate(ids):
            if step is not None:
                step(done, len(ids))
            count += self.thin_out(check_id, at)
        return count
