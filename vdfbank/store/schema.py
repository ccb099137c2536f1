"""The schema of a book file: how it is made, and how its shape is compared."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from vdfbank.store.columns import BOOK
from vdfbank.store.tables import APPLICATION_ID, FORMAT
from vdfbank.store.triggers import triggers

#: Everything sqlite_master says of one object: comparing its text alone would miss changes of the other columns.
Shape = frozenset[tuple[str, str, str, str | None]]

SHAPE_OF: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master"


@cache
def tables_as_sql() -> tuple[str, ...]:
    """The statements that make tables and indexes, in the order of their references."""
    made = []
    for table in BOOK.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [_plain(CreateTable(table)), *(_plain(CreateIndex(index)) for index in indexes)]
    return tuple(made)


def _plain(statement: CreateTable | CreateIndex) -> str:
    """The statement without blanks at the ends of lines: SQLite keeps its text, and books compare it for ever."""
    text = str(statement.compile(dialect=dialect())).strip()
    return (
        re.sub(r"\s*\n\s*", "\n", text)
        .replace("\n", "\n  ")
        .replace("\n  )", "\n)")
        .replace("\n  WITHOUT", " WITHOUT")
        .replace("\n  STRICT", " STRICT")
    )


def revision(book_format: int = FORMAT) -> str:
    """What Alembic calls a format: ``0001``."""
    return f"{book_format:04d}"


def make_tables(connection: Connection) -> None:
    """The whole schema in an empty file, inside the caller's transaction."""
    for statement in tables_as_sql():
        connection.exec_driver_sql(statement)
    make_triggers(connection)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(),))
    sign(connection)


def make_triggers(connection: Connection) -> None:
    for _, statement in triggers():
        connection.exec_driver_sql(statement)


def sign(connection: Connection, book_format: int = FORMAT) -> None:
    """Say in the file what it is and which format."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={book_format}")


def shape(connection: Connection) -> Shape:
    """What stands in the file."""
    return frozenset((row[0], row[1], row[2], row[3]) for row in connection.exec_driver_sql(SHAPE_OF))


@cache
def fresh_shape() -> Shape:
    """What stands in a new book."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in (*tables_as_sql(), *(text for _, text in triggers())):
            connection.execute(statement)
        return frozenset(connection.execute(SHAPE_OF))


def migrations() -> Path:
    """Where the migrations of books lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    return next(place for place in (package / "migrations/book", package.parent / "migrations/book") if place.is_dir())
