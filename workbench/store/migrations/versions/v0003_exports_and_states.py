"""Version 3: what was exported, who moved a check from state to state, what a correction mends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column, empty, and the two tables."""
    op.execute("ALTER TABLE correction ADD COLUMN export_id VARCHAR NOT NULL DEFAULT ''")
    _table(
        "state_change",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    _table(
        "export_record",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("formats", sa.String(), nullable=False),
        sa.Column("files", sa.String(), nullable=False),
        sa.Column("markdown", sa.String(), nullable=False),
    )


def _table(name: str, *columns: sa.Column[object]) -> None:
    """Make a table whose rows belong to a check."""
    op.create_table(
        name,
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
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
