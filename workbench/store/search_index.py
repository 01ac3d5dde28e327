"""Full-text search over titles, claims, quotes, sources, draft parts and posts.

Private notes are left out: hits are shown on the start page, where others may look on.
Letters match without regard to accents and case. `search_entry` holds the texts, numbered so that
the newest have the highest numbers; `search_index` is the FTS5 index over it. Entries that go take
their words out of the index by a trigger. New ones are put in by one statement for all: a trigger
would make FTS5 write out its memory after every row, which takes five times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.summary import HitKind, SearchHit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from workbench.store.difference import SearchText

_MAX_LENGTH = 400
_MAX_SCAN = 10_000
"""How many hits are looked through for different checks: some 20 ms at worst."""

_SEARCH = """
    SELECT entry.check_id, fact_check.slug, fact_check.title, entry.kind, entry.item_id,
        snippet(search_index, 0, '', '', '…', 20)
    FROM search_index
    JOIN search_entry AS entry ON entry.id = search_index.rowid
    JOIN fact_check ON fact_check.id = entry.check_id
    WHERE search_index MATCH ? AND fact_check.binned IS NULL
    ORDER BY search_index.rowid DESC
    LIMIT ?
"""
_CHECKS = """
    SELECT entry.check_id
    FROM search_index
    JOIN search_entry AS entry ON entry.id = search_index.rowid
    JOIN fact_check ON fact_check.id = entry.check_id
    WHERE search_index MATCH ? AND fact_check.binned IS NULL
    ORDER BY search_index.rowid DESC
    LIMIT ?
"""


ENTRY_GONE = (
    "CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text); "
    "END"
)
"""The trigger that takes the words of an entry out of the index."""

INDEX_STATEMENTS = (
    "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_entry', "
    "content_rowid='id', prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')",
    ENTRY_GONE,
    "CREATE TRIGGER fact_check_gone AFTER DELETE ON fact_check BEGIN "
    "DELETE FROM search_entry WHERE check_id = old.id; END",
)
"""What makes the index and its triggers in a new file, after the tables."""


def index_texts(connection: sqlite3.Connection, texts: Sequence[SearchText]) -> None:
    """Put texts in place of what was indexed for the same items; an empty text only removes."""
    if not texts:
        return
    connection.executemany(
        "DELETE FROM search_entry WHERE check_id = ? AND kind = ? AND item_id = ?",
        [text.key for text in texts if not text.is_new],
    )
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM search_entry").fetchone()
    connection.executemany(
        "INSERT INTO search_entry (check_id, kind, item_id, text) VALUES (?, ?, ?, ?)",
        [(*text.key, text.text) for text in texts if text.text],
    )
    connection.execute(
        "INSERT INTO search_index (rowid, text) SELECT id, text FROM search_entry WHERE id > ?",
        (last,),
    )


def match_expression(query: str) -> str:
    """Return an FTS5 expression for whatever a person typed; empty if there is nothing to find.

    Every word may be the beginning of a longer one, and all must be there. Each is quoted, so that
    operators and punctuation are words like others; what holds no letter or digit finds nothing.
    """
    readable = query[:_MAX_LENGTH].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    words = (word.replace('"', " ").strip() for word in readable.split())
    return " ".join(f'"{word}"*' for word in words if any(char.isalnum() for char in word))


def hits(connection: sqlite3.Connection, query: str, limit: int) -> tuple[SearchHit, ...]:
    """Return where the words of a query stand, the newest texts first."""
    expression = match_expression(query)
    if not expression:
        return ()
    return tuple(
        SearchHit(
            check_id=check_id,
            slug=slug,
            title=title,
            kind=HitKind(kind),
            item_id=item_id,
            text=" ".join(text.split()),
        )
        for check_id, slug, title, kind, item_id, text in connection.execute(
            _SEARCH, (expression, limit)
        )
    )


def check_ids(connection: sqlite3.Connection, query: str, limit: int) -> tuple[str, ...]:
    """Return the checks in which the words of a query stand together, the newest texts first."""
    expression = match_expression(query)
    if not expression:
        return ()
    found: dict[str, None] = {}
    for (check_id,) in connection.execute(_CHECKS, (expression, _MAX_SCAN)):
        found[check_id] = None
        if len(found) >= limit:
            break
    return tuple(found)
