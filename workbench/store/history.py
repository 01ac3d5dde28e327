"""The history of a check: each save notes the state that it leads to, in the same transaction."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from workbench.core.comparison import facts_between
from workbench.core.error import UserError
from workbench.core.identity import uuid7
from workbench.core.revision import FORWARD_KEY, LANDMARKS, NO_EDIT, Deed, Fact, FactKind, Revision
from workbench.store.record import json_text, names_of, names_text, time_of, time_text
from workbench.store.state_tree import KnownState, put_state

if TYPE_CHECKING:
    import sqlite3

    from workbench.core.check import Check

COLUMNS = "id, number, parents, at, who, words, key, facts, is_landmark, content"
_FACT_FIELDS = tuple(field.name for field in fields(Fact))


def note_state(
    connection: sqlite3.Connection, old: Check | None, new: Check, number: int, deed: Deed
) -> None:
    """Note the state that a save has written as revision `number`.

    The first state to be noted of a check that is older than its history is what stood there.
    """
    last = last_in(connection, new.id)
    if old is not None and (last is None or last.number != number - 1):
        # Written by a program that kept no history, or by hand: what stood there comes first.
        parents = (last.id,) if last is not None else ()
        before = Deed(at=old.changed, who=old.author)
        content = put_state(connection, old, None)
        last = _add(connection, old, (number - 1, content), parents, before, ())
    known = KnownState(old, last.content) if old is not None and last is not None else None
    content = put_state(connection, new, known)
    made_from = _parents(connection, new.id, last, content)
    _add(connection, new, (number, content), made_from, deed, facts_between(old, new))
    if old is not None and last is not None and old.sources is not new.sources:
        mind_the_bin(connection, old, new, last.id, deed)


def _parents(
    connection: sqlite3.Connection, check_id: str, last: Revision | None, content: str
) -> tuple[str, ...]:
    """Return the states that a save goes on from: the last one, unless it takes back a merge.

    Then it goes on from the state before, so that what was merged does not count as being here, and
    can be merged again. Who merges once more by Redo goes on from the merge, too.
    """
    if last is None:
        return ()
    before = last.parents if len(last.parents) > 1 else ()
    if last.key.startswith(FORWARD_KEY):
        before = (last.key.removeprefix(FORWARD_KEY),)
    for name in before:
        sql = "SELECT 1 FROM revision WHERE check_id = ? AND id = ? AND content = ?"
        if connection.execute(sql, (check_id, name, content)).fetchone() is not None:
            return (name,)
    sql = (
        "SELECT id FROM revision WHERE check_id = ? AND content = ? "
        "AND (parents LIKE '%,%' OR key LIKE ?)"
    )
    merges = connection.execute(sql, (check_id, content, f"{FORWARD_KEY}%")).fetchall()
    return tuple(sorted({last.id, *(name for (name,) in merges)}))


def mind_the_bin(
    connection: sqlite3.Connection, old: Check, new: Check, last_id: str, deed: Deed
) -> None:
    """Put the sources that a save takes out into the bin; those that are back leave it."""
    had, has = {source.id for source in old.sources}, {source.id for source in new.sources}
    connection.executemany(
        "DELETE FROM binned_source WHERE check_id = ? AND id = ?",
        [(new.id, source_id) for source_id in sorted(has - had)],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO binned_source (check_id, id, at, who, name, revision_id) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [
            (new.id, source.id, time_text(deed.at), deed.who or new.author, source.name, last_id)
            for source in old.sources
            if source.id not in has
        ],
    )


def history_in(connection: sqlite3.Connection, check_id: str, limit: int = -1) -> list[Revision]:
    """Return the saved states of a check, the newest first; rows that cannot be read are left out.

    Verifying the workspace tells of those.
    """
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM revision WHERE check_id = ? ORDER BY number DESC, id DESC LIMIT ?",
        (check_id, limit),
    )
    found = []
    for row in rows:
        with suppress(UserError):
            found.append(_revision(*row))
    return found


def last_in(connection: sqlite3.Connection, check_id: str) -> Revision | None:
    """Return the newest saved state of a check, or None before its first."""
    return next(iter(history_in(connection, check_id, 1)), None)


def revision_in(connection: sqlite3.Connection, check_id: str, wanted: str) -> Revision:
    """Return a saved state by its id; raises UserError if there is none."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM revision WHERE check_id = ? AND id = ?", (check_id, wanted)
    ).fetchone()
    if row is None:
        raise UserError(
            "This state is not in the history of the check any more.",
            "Look at the history for those that are kept.",
        )
    return _revision(*row)


def make_landmark(connection: sqlite3.Connection, check_id: str, number: int) -> None:
    """Let the state that was saved as a revision stay however old it gets.

    So do others with the same content: a file names the first of them.
    """
    connection.execute(
        "UPDATE revision SET is_landmark = 1 WHERE check_id = ?1 AND (number = ?2 OR content = "
        "(SELECT content FROM revision WHERE check_id = ?1 AND number = ?2 AND content != ''))",
        (check_id, number),
    )


def edited_since_sign_off(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the checks, approved once, of which a later state changed more than reviewers do."""
    marks = ", ".join("?" * len(NO_EDIT))
    sql = f"""
        SELECT id FROM fact_check AS one
        WHERE binned IS NULL AND state IN ('approved', 'published', 'corrected') AND EXISTS (
            SELECT 1 FROM revision,
                json_each(CASE WHEN json_valid(facts) THEN facts ELSE '[]' END) AS fact
            WHERE revision.check_id = one.id
            AND revision.at >= (SELECT max(at) FROM sign_off WHERE check_id = one.id)
            AND json_extract(fact.value, '$.kind') NOT IN ({marks})
        ) ORDER BY id
    """
    kinds = sorted(kind.value for kind in NO_EDIT)
    return tuple(check_id for (check_id,) in connection.execute(sql, kinds))


def facts_text(facts: tuple[Fact, ...]) -> str:
    """Return facts as JSON, without what is empty."""
    return json_text(
        [{name: value for name in _FACT_FIELDS if (value := getattr(fact, name))} for fact in facts]
    )


def is_weighty(facts: tuple[Fact, ...]) -> bool:
    """Return whether a state with such changes stays however old it gets."""
    return any(fact.kind in LANDMARKS for fact in facts)


def _add(
    connection: sqlite3.Connection,
    check: Check,
    saved: tuple[int, str],
    parents: tuple[str, ...],
    deed: Deed,
    facts: tuple[Fact, ...],
) -> Revision:
    number, content = saved
    made = Revision(
        id=_id(check.id, parents, number, content, deed),
        number=number,
        parents=parents,
        at=deed.at,
        who=deed.who or check.author,
        words=deed.words,
        key=deed.key,
        facts=facts,
        is_landmark=not parents or is_weighty(facts),
        content=content,
    )
    add_revision(connection, check.id, made)
    return made


def add_revision(connection: sqlite3.Connection, check_id: str, made: Revision) -> None:
    """Write a saved state, whose parts are in the file; one that is there is left as it is."""
    connection.execute(
        f"INSERT INTO revision (check_id, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (
            check_id, made.id, made.number, names_text(made.parents), time_text(made.at), made.who,
            made.words, made.key, facts_text(made.facts), int(made.is_landmark), made.content,
        ),
    )  # fmt: skip


def _id(check_id: str, parents: tuple[str, ...], number: int, content: str, deed: Deed) -> str:
    """Return an id that only the same save of the same check has, on any computer."""
    told = (check_id, *parents, str(number), content, time_text(deed.at), deed.who, deed.words)
    chance = hashlib.sha256("\n".join(told).encode()).digest()[:10]
    return uuid7(max(0, int(deed.at.timestamp() * 1000)), chance)


def _revision(*row: Any) -> Revision:  # noqa: ANN401 - columns
    revision_id, number, parents, at, who, words, key, facts, is_landmark, content = row
    try:
        return Revision(
            id=revision_id,
            number=number,
            parents=names_of(parents),
            at=time_of(at),
            who=who,
            words=words,
            key=key,
            facts=tuple(
                Fact(**{**fact, "kind": FactKind(fact["kind"])}) for fact in json.loads(facts)
            ),
            is_landmark=bool(is_landmark),
            content=content,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            "A state in the history of this check is damaged.",
            "The check as it is now is safe. Verify the workspace to see what is wrong.",
        ) from error
