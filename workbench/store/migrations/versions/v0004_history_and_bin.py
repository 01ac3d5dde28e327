"""Version 4: the saved states of a check, and the bin for checks and sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns, empty, and the three tables; the first save notes what is there now."""
    op.execute("ALTER TABLE fact_check ADD COLUMN binned VARCHAR")
    op.execute("ALTER TABLE fact_check ADD COLUMN binned_by VARCHAR NOT NULL DEFAULT ''")
    _table(
        "revision",
        "id",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parents", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("is_landmark", sa.Boolean(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
    )
    op.create_index("revision_number", "revision", ["check_id", "number"])
    _table(
        "revision_part",
        "sha256",
        sa.Column("base", sa.String()),
        sa.Column("originals", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    _table(
        "binned_source",
        "id",
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("revision_id", sa.String(), nullable=False),
    )


def _table(name: str, key: str, *columns: sa.Column[object]) -> None:
    """Make a table whose rows belong to a check and are told apart by one more column."""
    op.create_table(
        name,
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column(key, sa.String(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("check_id", key),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["fact_check.id"],
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
