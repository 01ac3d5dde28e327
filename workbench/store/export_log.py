"""The log of exports: rows beside the checks that only grow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.core.export_record import ExportedFile, ExportRecord
from workbench.store.record import json_text, names_of, names_text, time_of, time_text

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = "id, revision, at, formats, files, markdown, reader"


def add_export(connection: sqlite3.Connection, check_id: str, export: ExportRecord) -> None:
    """Write an export of a check; one that is there already is left as it is."""
    connection.execute(
        f"INSERT OR IGNORE INTO export_record (check_id, {_COLUMNS}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            check_id,
            export.id,
            export.revision,
            time_text(export.at),
            names_text(export.formats),
            json_text([[file.name, file.sha256] for file in export.files]),
            export.markdown,
            export.reader,
        ),
    )


def exports_in(connection: sqlite3.Connection, check_id: str) -> tuple[ExportRecord, ...]:
    """Return the exports of a check, the first one first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM export_record WHERE check_id = ? ORDER BY at, id", (check_id,)
    )
    return tuple(
        ExportRecord(
            id=export_id,
            revision=revision,
            at=time_of(at),
            formats=names_of(formats),
            files=tuple(ExportedFile(name=name, sha256=sha) for name, sha in json.loads(files)),
            markdown=markdown,
            reader=reader,
        )
        for export_id, revision, at, formats, files, markdown, reader in rows
    )
