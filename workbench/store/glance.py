"""What a window shows at once of the check that was open last, as plain columns.

Read with sqlite3 alone and without the values of core, which take as long to import as half an
empty window: titles and texts as they stand in the file, statuses as their codes. The whole check
is read a moment later.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.connection import FileState, connect, file_state, is_there
from workbench.store.trouble import sorted_errors

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_CLAIMS_OF_PASSAGES = """
    SELECT passage_id, claim_id FROM appearance WHERE check_id = :check AND passage_id IS NOT NULL
    UNION
    SELECT passage_id, claim_id FROM evidence WHERE check_id = :check AND passage_id IS NOT NULL
"""
_PASSAGES = """
    SELECT id, start_offset, end_offset FROM passage
    WHERE check_id = ? AND version_id = ? AND state = 'anchored' ORDER BY position
"""


class GlancedClaim(NamedTuple):
    """A claim as a line: its careful wording, else the circulated one, and its status code."""

    id: str
    wording: str
    status: str


class GlancedPassage(NamedTuple):
    """A marked stretch, in code points, with the numbers (from 1) of the claims it belongs to."""

    id: str
    start: int
    end: int
    numbers: tuple[int, ...]


class Glance(NamedTuple):
    """One check as far as the first painted window shows it.

    Attributes:
        main_status: code of the main claim's status; empty while there is no claim.
        sources: (id, outlet or byline or title; may be empty) in their order.
        source_id: the source whose text is shown; empty while there is none.
        version_id: of that text.

    """

    check_id: str
    title: str
    main_status: str
    sources: tuple[tuple[str, str], ...]
    source_id: str
    version_id: str
    text: str
    claims: tuple[GlancedClaim, ...]
    passages: tuple[GlancedPassage, ...]


def read_glance(path: Path, check_id: str, source_id: str) -> Glance | None:
    """Return a check at a glance, showing a source or else its first.

    None where there is nothing to show at once: no such check, no such file, or one that has to
    be migrated first. Raises UserError for a file that cannot be read.
    """
    if not check_id or not is_there(path):
        return None
    with closing(connect(path)) as connection, sorted_errors(path):
        if file_state(connection, path) is not FileState.CURRENT:
            return None
        connection.execute("BEGIN")
        return _glance(connection, check_id, source_id)


def _glance(connection: sqlite3.Connection, check_id: str, source_id: str) -> Glance | None:
    row = connection.execute(
        "SELECT title, main_claim_id FROM fact_check WHERE id = ? AND binned IS NULL", (check_id,)
    ).fetchone()
    if row is None:
        return None
    sources = connection.execute(
        "SELECT id, coalesce(nullif(outlet, ''), nullif(byline, ''), title) FROM source"
        " WHERE check_id = ? ORDER BY position",
        (check_id,),
    ).fetchall()
    if sources and source_id not in {source[0] for source in sources}:
        source_id = sources[0][0]
    version_id, text = connection.execute(
        "SELECT id, text FROM source_version WHERE check_id = ? AND source_id = ?"
        " ORDER BY position DESC LIMIT 1",
        (check_id, source_id),
    ).fetchone() or ("", "")
    claims = tuple(
        GlancedClaim(*claim)
        for claim in connection.execute(
            "SELECT id, coalesce(nullif(as_supported, ''), as_circulated), status FROM claim"
            " WHERE check_id = ? ORDER BY position",
            (check_id,),
        )
    )
    main = next((claim for claim in claims if claim.id == row[1]), claims[0] if claims else None)
    return Glance(
        check_id=check_id,
        title=row[0],
        main_status=main.status if main else "",
        sources=tuple(sources),
        source_id=source_id if version_id else "",
        version_id=version_id,
        text=text,
        claims=claims,
        passages=_passages(connection, check_id, version_id, claims),
    )


def _passages(
    connection: sqlite3.Connection,
    check_id: str,
    version_id: str,
    claims: tuple[GlancedClaim, ...],
) -> tuple[GlancedPassage, ...]:
    number_of = {claim.id: number for number, claim in enumerate(claims, start=1)}
    numbers: dict[str, list[int]] = defaultdict(list)
    for passage_id, claim_id in connection.execute(_CLAIMS_OF_PASSAGES, {"check": check_id}):
        numbers[passage_id].append(number_of[claim_id])
    return tuple(
        GlancedPassage(passage_id, start, end, tuple(sorted(numbers[passage_id])))
        for passage_id, start, end in connection.execute(_PASSAGES, (check_id, version_id))
    )
