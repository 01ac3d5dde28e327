"""What alembic runs around the steps: they get the connection and its transaction as they are."""

from __future__ import annotations

from alembic import context

from workbench.store.history_table import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
