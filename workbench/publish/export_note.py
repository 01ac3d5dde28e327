"""The note of an export: what went out, with a fingerprint of each file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.export_record import ExportedFile, ExportRecord
from workbench.publish.export import ExportFile, ExportFormat
from workbench.publish.markdown import markdown_for

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.house.house import House


def copy_note(
    check: Check,
    house: House,
    files: Sequence[ExportFile],
    reader: str,
    *,
    note_id: str,
    at: datetime,
) -> ExportRecord:
    """Return the record of a copy that was made for an editor, who is known by name."""
    note = export_note(check, house, files, (), note_id=note_id, at=at)
    formats = tuple(file.name.rpartition(".")[2] for file in files)
    return replace(note, formats=formats, reader=" ".join(reader.split()))


def export_note(
    check: Check,
    house: House,
    files: Sequence[ExportFile],
    formats: Collection[ExportFormat],
    *,
    note_id: str,
    at: datetime,
) -> ExportRecord:
    """Return the record of an export, its revision still to be set by who knows it."""
    return ExportRecord(
        id=note_id,
        revision=1,
        at=at,
        formats=tuple(one.value for one in ExportFormat if one in formats),
        files=tuple(
            ExportedFile(name=file.name, sha256=hashlib.sha256(file.data).hexdigest())
            for file in files
        ),
        markdown=markdown_for(check, house),
    )
