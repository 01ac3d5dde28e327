"""The history of a check that leaves the workspace or comes in, in the driver's transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import key_of
from workbench.core.comparison import facts_between
from workbench.core.error import UserError
from workbench.core.merge_report import MergeOutcome
from workbench.core.revision import FORWARD_KEY, Deed
from workbench.core.saved_history import SavedHistory, merge_revision, with_head
from workbench.core.state_parts import LISTS, parts_of, root_in
from workbench.store.export_log import add_export
from workbench.store.history import add_revision, history_in, make_landmark, mind_the_bin
from workbench.store.revision_part import part_in, put_part
from workbench.store.writer import update_check

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.merge_report import Merge


def saved_in(connection: sqlite3.Connection, check_id: str) -> SavedHistory:
    """Return all saved states of a check with their parts; what is damaged is left out of them."""
    revisions = tuple(reversed(history_in(connection, check_id)))
    rows = connection.execute("SELECT sha256 FROM revision_part WHERE check_id = ?", (check_id,))
    parts = {}
    for (sha256,) in rows.fetchall():
        try:
            parts[sha256] = part_in(connection, check_id, sha256)
        except UserError:
            continue
    return SavedHistory(revisions=revisions, parts=parts)


def put_history(
    connection: sqlite3.Connection, check_id: str, history: SavedHistory, known: Iterable[str] = ()
) -> None:
    """Keep the states of a history, but for those that are known by their ids already."""
    here = set(known)
    last: dict[tuple[str, str], str] = {}
    put: set[str] = set()
    before = ""
    for revision in history.revisions:
        if revision.id in here:
            continue
        root = root_in(history.read, revision.content)
        for name in LISTS:
            for ref in root.get(name, ()):
                if ref not in put:
                    put.add(ref)
                    _put_item(connection, check_id, history, (name, ref), last)
        put_part(connection, check_id, history.read(revision.content), before)
        before = revision.content
        add_revision(connection, check_id, revision)


def put_merge(
    connection: sqlite3.Connection, ours: Check, merge: Merge, revision: int
) -> tuple[Check, int] | None:
    """Write what a merge led to, and the states that it was made from.

    `revision` is that of our version in the file. Returns the check that stands, whose short name
    is its own if another one has the merged one, and its revision; None if the file holds another.
    """
    outcome = merge.report.outcome
    if outcome is MergeOutcome.UP_TO_DATE:
        return ours, revision
    stands = _with_free_slug(connection, ours, merge.check)
    if not update_check(connection, ours, stands, revision):
        return None
    mine = with_head(saved_in(connection, ours.id), ours)
    head, other = mine.revisions[-1], merge.theirs.revisions[-1]
    known = {one.id for one in history_in(connection, ours.id)}
    put_history(connection, ours.id, mine, known)
    content, parts = parts_of(stands)
    made = replace(other, content=content, key=f"{FORWARD_KEY}{head.id}")
    if outcome is not MergeOutcome.FORWARD:
        made = merge_revision(merge.check, (head, other))
        made = replace(made, content=content, facts=facts_between(ours, stands))
    put_history(connection, ours.id, merge.theirs, {*known, head.id, made.id})
    whole = SavedHistory(revisions=(made,), parts={**merge.theirs.parts, **parts})
    put_history(connection, ours.id, whole)
    # What both sides have from now on is what the next merge goes by.
    connection.executemany(
        "UPDATE revision SET is_landmark = 1 WHERE check_id = ? AND id = ?",
        [(ours.id, name) for name in (head.id, other.id, made.id)],
    )
    mind_the_bin(connection, ours, stands, head.id, Deed(at=made.at, who=other.who))
    set_revision(connection, ours.id, made.number)
    return stands, made.number


def _with_free_slug(connection: sqlite3.Connection, ours: Check, merged: Check) -> Check:
    sql = "SELECT 1 FROM fact_check WHERE slug = ? AND id != ?"
    is_taken = connection.execute(sql, (merged.slug, ours.id)).fetchone() is not None
    return replace(merged, slug=ours.slug) if is_taken else merged


def put_new(connection: sqlite3.Connection, check: Check, history: SavedHistory) -> int:
    """Keep the history of a check that came in; return the number of its newest state."""
    whole = with_head(history, check)
    put_history(connection, check.id, whole)
    head = whole.revisions[-1]
    make_landmark(connection, check.id, head.number)
    return head.number


def put_along(
    connection: sqlite3.Connection,
    check_id: str,
    exports: Iterable[ExportRecord],
    originals: Mapping[str, bytes],
    media_types: Mapping[str, str],
) -> None:
    """Keep what comes in beside a check: what went out of it, and the bytes of its sources."""
    for export in exports:
        add_export(connection, check_id, export)
    connection.executemany(
        "INSERT OR IGNORE INTO original (sha256, media_type, size, data) VALUES (?, ?, ?, ?)",
        [
            (name, media_types.get(name, "application/octet-stream"), len(data), data)
            for name, data in sorted(originals.items())
        ],
    )


def set_revision(connection: sqlite3.Connection, check_id: str, number: int) -> None:
    """Let a check count its saves on from a number."""
    connection.execute("UPDATE fact_check SET revision = ? WHERE id = ?", (number, check_id))


def _put_item(
    connection: sqlite3.Connection,
    check_id: str,
    history: SavedHistory,
    place: tuple[str, str],
    last: dict[tuple[str, str], str],
) -> None:
    """Keep an item of a list with all it is made of, beside the one that it took the place of."""
    family, ref = place
    data = history.read(ref)
    item: dict[str, Any] = json.loads(data)
    if family == "sources":
        for version in item["versions"]:
            fields = json.loads(history.read(version))
            put_part(connection, check_id, history.read(fields["text"]))
            named = {fields["sha256"], *(one.get("sha256", "") for one in fields.get("images", ()))}
            put_part(connection, check_id, history.read(version), originals=named - {""})
    named = {item["sha256"]} if family == "images" and item.get("sha256") else set()
    key = (family, str(item.get(key_of(family), "")))
    put_part(connection, check_id, data, last.get(key, ""), named)
    last[key] = ref
