"""Another program at the book file: SQLite as it comes, with none of the book's settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def other_program(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that keeps no foreign keys and lets REPLACE delete without asking a trigger."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")  # No test of this cuts the power.
        yield connection


def tamper(path: Path, *statements: str, values: tuple[Any, ...] = ()) -> None:
    """What somebody who knows SQLite can do: the triggers taken away, facts changed, the triggers put back."""
    with other_program(path) as connection:
        settings = [statement for statement in statements if statement.startswith("PRAGMA")]
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        away, back = [f"DROP TRIGGER {name}" for name, _ in triggers], [made for _, made in triggers]
        for statement in (*settings, "BEGIN", *away):
            connection.execute(statement)
        for statement in statements:
            if statement not in settings:
                connection.execute(statement, values)
        for statement in (*back, "COMMIT"):
            connection.execute(statement)
