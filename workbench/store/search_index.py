"""Full-text search over titles, claims, quotes, sources, draft parts and posts.

Private notes are left out: hits are shown on the start page, where others may look on.
Triggers keep the entries in step with the tables, and the index in step with the entries, whoever
writes. Letters match without regard to accents and case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.summary import HitKind, SearchHit

if TYPE_CHECKING:
    import sqlite3

_MAX_WORDS = 24
_MAX_LENGTH = 400
_MAX_SCAN = 10_000
"""How many hits are looked through for different checks: some 20 ms at worst."""

_SOURCES = (
    (HitKind.CHECK, "fact_check", "id", "id", ("title",)),
    (HitKind.SOURCE, "source", "check_id", "id", ("title", "outlet")),
    (HitKind.QUOTE, "passage", "check_id", "id", ("exact",)),
    (HitKind.CLAIM, "claim", "check_id", "id", ("as_supported", "as_circulated", "claimant")),
    (HitKind.PART, "draft_part", "check_id", "part", ("text",)),
    (HitKind.POST, "post", "check_id", "network", ("text",)),
)

_SEARCH = """
    SELECT entry.check_id, fact_check.slug, fact_check.title, entry.kind, entry.item_id,
        snippet(search_index, 0, '', '', '…', 20)
    FROM search_index
    JOIN search_entry AS entry ON entry.id = search_index.rowid
    JOIN fact_check ON fact_check.id = entry.check_id
    WHERE search_index MATCH ?
    ORDER BY search_index.rowid DESC
    LIMIT ?
"""
_CHECKS = """
    SELECT entry.check_id
    FROM search_index
    JOIN search_entry AS entry ON entry.id = search_index.rowid
    WHERE search_index MATCH ?
    ORDER BY search_index.rowid DESC
    LIMIT ?
"""


def index_statements() -> tuple[str, ...]:
    """Return the statements that make the full-text index and its triggers in a new file."""
    index = (
        "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_entry', "
        "content_rowid='id', prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')",
        "CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN "
        "INSERT INTO search_index (rowid, text) VALUES (new.id, new.text); END",
        "CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN "
        "INSERT INTO search_index (search_index, rowid, text) "
        "VALUES ('delete', old.id, old.text); END",
    )
    triggers = (trigger for source in _SOURCES for trigger in _triggers(*source))
    return (*index, *triggers)


def _triggers(
    kind: HitKind, table: str, check: str, item: str, columns: tuple[str, ...]
) -> tuple[str, ...]:
    text = " || char(10) || ".join(f"new.{column}" for column in columns)
    filled = " OR ".join(f"new.{column} <> ''" for column in columns)
    differs = " OR ".join(f"new.{column} <> old.{column}" for column in columns)
    remove = (
        f"DELETE FROM search_entry WHERE check_id = old.{check} "
        f"AND kind = '{kind}' AND item_id = old.{item};"
    )
    add = (
        f"INSERT INTO search_entry (check_id, kind, item_id, text) "
        f"SELECT new.{check}, '{kind}', new.{item}, {text} WHERE {filled};"
    )
    return (
        f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE OF {', '.join(columns)} ON {table} "
        f"WHEN {differs} BEGIN {remove} {add} END",
        f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {remove} END",
    )


def match_expression(query: str) -> str:
    """Return an FTS5 expression for whatever a person typed; empty if there is nothing to find.

    Every word may be the beginning of a longer one, and all must be there. Each is quoted, so that
    operators and punctuation are words like others; what holds no letter or digit finds nothing.
    """
    readable = query[:_MAX_LENGTH].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    words = (word.replace('"', " ").strip() for word in readable.split()[:_MAX_WORDS])
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
