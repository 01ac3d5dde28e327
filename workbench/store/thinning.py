"""Thinning out the history: what lies far back is kept in fewer states.

Every save of the last day stays, then one for each hour of a month, then one for each day. What
changed a status, the rating or the state, what was exported and what the bin needs stays for ever.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from workbench.core.comparison import facts_between
from workbench.core.error import UserError
from workbench.store.history import facts_text, history_in
from workbench.store.record import names_text
from workbench.store.state_tree import refs_in, state_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from workbench.core.check import Check
    from workbench.core.revision import Revision

_WHOLE = timedelta(days=1)
"""Up to this age every state is kept."""
_KEPT = ((timedelta(days=30), timedelta(hours=1)),)
"""(up to this age, one is kept for each stretch of this length)."""
_KEPT_FOR_EVER = timedelta(days=1)
_START = datetime(2000, 1, 1, tzinfo=UTC)


def thin_out(connection: sqlite3.Connection, check_id: str, at: datetime) -> int:
    """Drop what age has made superfluous; return how many states. `at` is now, UTC."""
    newest_first = history_in(connection, check_id)
    held = {
        revision_id
        for (revision_id,) in connection.execute(
            "SELECT revision_id FROM binned_source WHERE check_id = ?", (check_id,)
        )
    }
    gone = superfluous([state for state in newest_first if state.id not in held], at)
    if not gone:
        return 0
    _close_gaps(connection, check_id, newest_first[::-1], {state.id for state in gone})
    connection.executemany(
        "DELETE FROM revision WHERE check_id = ? AND id = ?",
        [(check_id, state.id) for state in gone],
    )
    drop_lonely_parts(connection, check_id)
    return len(gone)


def superfluous(newest_first: Sequence[Revision], at: datetime) -> tuple[Revision, ...]:
    """Return the states that are not kept any more; the last one of each stretch is."""
    taken: set[tuple[timedelta, int]] = set()
    gone = []
    for state in newest_first:
        age = at - state.at
        if age <= _WHOLE:
            continue
        stretch = next((length for limit, length in _KEPT if age <= limit), _KEPT_FOR_EVER)
        place = (stretch, (state.at - _START) // stretch)
        if place in taken and not state.is_landmark:  # never so for the newest
            gone.append(state)
        taken.add(place)
    return tuple(gone)


def drop_lonely_parts(connection: sqlite3.Connection, check_id: str) -> None:
    """Delete the parts of a check that no state needs; none if a state is damaged."""
    contents = connection.execute(
        "SELECT DISTINCT content FROM revision WHERE check_id = ?", (check_id,)
    ).fetchall()
    needed: set[str] = set()
    try:
        for (content,) in contents:
            needed |= refs_in(connection, check_id, content)
    except (UserError, ValueError, TypeError, KeyError):
        return  # what belongs to it cannot be told, so that all of it stays
    parts = connection.execute(
        "SELECT sha256, base FROM revision_part WHERE check_id = ?", (check_id,)
    ).fetchall()
    needed |= {base for sha256, base in parts if base and sha256 in needed}
    connection.executemany(
        "DELETE FROM revision_part WHERE check_id = ? AND sha256 = ?",
        [(check_id, sha256) for sha256, _ in parts if sha256 not in needed],
    )


def _close_gaps(
    connection: sqlite3.Connection, check_id: str, oldest_first: Iterable[Revision], gone: set[str]
) -> None:
    """Let states whose parents go descend from those before, and say what changed since then."""
    parents_of: dict[str, tuple[str, ...]] = {}
    contents: dict[str, str] = {}
    for state in oldest_first:
        contents[state.id] = state.content
        parents = tuple(
            dict.fromkeys(
                older
                for parent in state.parents
                for older in (parents_of.get(parent, ()) if parent in gone else (parent,))
            )
        )
        parents_of[state.id] = parents
        if state.id in gone or parents == state.parents:
            continue
        facts = facts_text(state.facts)
        before = contents.get(parents[0], "") if parents else ""
        was, now = _read(connection, check_id, before), _read(connection, check_id, state.content)
        if was is not None and now is not None:
            facts = facts_text(facts_between(was, now))
        connection.execute(
            "UPDATE revision SET parents = ?, facts = ? WHERE check_id = ? AND id = ?",
            (names_text(parents), facts, check_id, state.id),
        )


def _read(connection: sqlite3.Connection, check_id: str, content: str) -> Check | None:
    if not content:
        return None
    try:
        return state_in(connection, check_id, content)
    except UserError:
        return None
