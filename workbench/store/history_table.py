"""The tables of what was: saved states of checks with their parts, and sources in the bin.

As in `table`, nothing is validated here, and there is no `from __future__ import annotations`.
"""

from typing import Any, ClassVar

from sqlmodel import Field, Index, SQLModel

from workbench.store import review_table  # noqa: F401 - its tables belong to TABLES
from workbench.store.table import part_of_check


class Revision(SQLModel, table=True):
    """One saved state of a check; `content` is the SHA-256 of its root in `revision_part`."""

    __table_args__ = (part_of_check(), Index("revision_number", "check_id", "number"))

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    number: int
    parents: str
    at: str
    who: str
    words: str
    key: str
    facts: str
    is_landmark: bool
    content: str


class RevisionPart(SQLModel, table=True):
    """Some bytes that saved states of a check are made of, compressed, under their SHA-256.

    `base` names the part whose last bytes the compression refers to; NULL if it stands alone.
    """

    __tablename__: ClassVar[Any] = "revision_part"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    base: str | None
    originals: str
    data: bytes


class BinnedSource(SQLModel, table=True):
    """A source that was taken from a check; `revision_id` is the last state that has it."""

    __tablename__: ClassVar[Any] = "binned_source"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    at: str
    who: str
    name: str
    revision_id: str


TABLES = SQLModel.metadata
"""All tables of a workspace; what the full-text index needs besides is in `search_index`."""
