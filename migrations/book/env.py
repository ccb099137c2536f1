"""Run the steps of a book on the connection, and inside the transaction, that vdfbank.store.upgrade gives."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite can take back a changed table; left alone, Alembic would commit each step (reliability.md, D10).
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
