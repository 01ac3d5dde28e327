"""Version 5: what reviewers leave, conflicts, answers at sign-offs, readers of copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_SUBJECT = ("subject_kind", "subject_item", "subject_field")


def upgrade() -> None:
    """Add the columns and the four tables, all of them empty."""
    op.execute("ALTER TABLE sign_off ADD COLUMN answers VARCHAR NOT NULL DEFAULT '[]'")
    op.execute("ALTER TABLE export_record ADD COLUMN reader VARCHAR NOT NULL DEFAULT ''")
    _table("rating_vote", _texts("who", "role", "at", "scale", "label", "wording", "reason"))
    _table(
        "comment",
        [
            *_texts(*_SUBJECT),
            sa.Column("quote", sa.String()),
            *_texts("who", "at", "text", "thread", "suggestion", "source_file", "settled_by"),
            sa.Column("settled_at", sa.String()),
        ],
    )
    _table(
        "suggestion",
        [
            *_texts(*_SUBJECT),
            sa.Column("quote", sa.String()),
            *_texts("who", "at", "was", "now", "review", "source_file"),
            sa.Column("revision", sa.Integer(), nullable=False),
            *_texts("state", "settled_by"),
            sa.Column("settled_at", sa.String()),
            *_texts("answer"),
        ],
    )
    _table(
        "merge_conflict",
        [
            *_texts("path", "kept", "other", "kept_who", "kept_at", "other_who", "other_at"),
            *_texts("settled_by"),
            sa.Column("settled_at", sa.String()),
        ],
    )


def _texts(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _table(name: str, columns: list[sa.Column[object]]) -> None:
    """Make a table of ordered items that belong to a check."""
    op.create_table(
        name,
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("check_id", "id"),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["fact_check.id"],
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
