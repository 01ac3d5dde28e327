"""Version 2: contacts, dismissals, the anchor of a source's relative dates, pictures of a page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, empty, and the table of contacts."""
    op.execute("ALTER TABLE fact_check ADD COLUMN dismissals VARCHAR NOT NULL DEFAULT '[]'")
    op.execute("ALTER TABLE source ADD COLUMN anchor VARCHAR")
    op.execute("ALTER TABLE source_version ADD COLUMN images VARCHAR NOT NULL DEFAULT '[]'")
    op.create_table(
        "contact",
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("through", sa.String(), nullable=False),
        sa.Column("asked", sa.String()),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answered", sa.String()),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("claim_ids", sa.String(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("check_id", "id"),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["fact_check.id"],
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
