"""What went out: a record of every export, kept beside the check that it shows.

It is no part of the check's value: undo takes back what was written, never that it went out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.identity import require_id
from workbench.core.source import require_sha256, require_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file of an export: its plain name and the SHA-256 of its bytes."""

    name: str
    sha256: str

    def __post_init__(self) -> None:
        require_sha256("sha256", self.sha256)
        if not self.name:
            raise ValueError("an exported file has a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One export.

    Attributes:
        revision: the number of the saved state that went out.
        at: UTC.
        formats: codes of the formats, such as "md" and "html"; none for words that did not go out
            but were approved, under the id of their sign-off.
        markdown: the check as Markdown at that time, whatever the formats: what later states are
            compared with.
        reader: by name, whom an editor's copy was made for; empty for what went out and for words
            that were approved.

    """

    id: str
    revision: int
    at: datetime
    formats: tuple[str, ...]
    files: tuple[ExportedFile, ...]
    markdown: str
    reader: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_utc("at", self.at)
        if self.revision < 1:
            raise ValueError("what goes out has been saved at least once")
        if len({file.name for file in self.files}) != len(self.files):
            raise ValueError("two files of an export share a name")
