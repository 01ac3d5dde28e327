"""The note of an export names every file with its fingerprint, and keeps the words."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from workbench.publish.export import ExportFormat, export_files
from workbench.publish.export_note import export_note
from workbench.publish.markdown import markdown_for

AT = datetime(2026, 7, 11, 9, 0, tzinfo=UTC)


def test_an_export_without_markdown_keeps_the_words_all_the_same(harbor, house):
    formats = (ExportFormat.POSTS, ExportFormat.WORD)
    files = export_files(harbor, house, formats)
    note = export_note(harbor, house, files, formats, note_id=harbor.id, at=AT)
    assert note.formats == ("docx", "posts")
    assert {file.name: file.sha256 for file in note.files} == {
        file.name: hashlib.sha256(file.data).hexdigest() for file in files
    }
    assert note.markdown == markdown_for(harbor, house)
