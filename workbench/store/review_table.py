"""The tables of what reviewers leave in a check: votes, comments, suggestions, and conflicts.

As in `table`, nothing is validated here, and there is no `from __future__ import annotations`.
"""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from workbench.store.table import part_of_check


class RatingVote(SQLModel, table=True):
    """One editor's vote for the rating."""

    __tablename__: ClassVar[Any] = "rating_vote"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    who: str
    role: str
    at: str
    scale: str
    label: str
    wording: str
    reason: str


class Comment(SQLModel, table=True):
    """One remark in a thread; what it is about may be gone."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    subject_kind: str
    subject_item: str
    subject_field: str
    quote: str | None
    who: str
    at: str
    text: str
    thread: str
    suggestion: str
    source_file: str
    settled_by: str
    settled_at: str | None


class Suggestion(SQLModel, table=True):
    """A change that a reviewer suggests, and what became of it."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    subject_kind: str
    subject_item: str
    subject_field: str
    quote: str | None
    who: str
    at: str
    was: str
    now: str
    review: str
    source_file: str
    revision: int
    state: str
    settled_by: str
    settled_at: str | None
    answer: str


class MergeConflict(SQLModel, table=True):
    """A field that two people changed differently."""

    __tablename__: ClassVar[Any] = "merge_conflict"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    path: str
    kept: str
    other: str
    kept_who: str
    kept_at: str
    other_who: str
    other_at: str
    settled_by: str
    settled_at: str | None
