"""Making a book file, and looking at one before it is opened."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from vdfbank.store.engine import connected, engine
from vdfbank.store.errors import (
    BookExistsError,
    BookIsNewerError,
    DamagedBookError,
    DiskFullError,
    NoBookError,
    NotABookError,
    UnreadableBookError,
    understood,
)
from vdfbank.store.files import aside, put_where_nothing_is
from vdfbank.store.schema import make_tables
from vdfbank.store.tables import APPLICATION_ID, FORMAT, book

#: Below this no book is begun (reliability.md, building rule 9).
LEAST_FREE_BYTES: Final = 200_000_000


def make(path: Path, book_id: str | None, created: datetime | None) -> None:
    """A new book at `path`, whole or not there; `BookExistsError` where something has that name."""
    if path.exists():
        raise BookExistsError(path)
    if not path.parent.is_dir():
        raise UnreadableBookError(path)
    if shutil.disk_usage(path.parent).free < LEAST_FREE_BYTES:
        raise DiskFullError(path)
    with understood(path), aside(path) as part:
        _fill(part, book_id or secrets.token_hex(16), created)
        try:
            put_where_nothing_is(part, path)
        except FileExistsError:
            raise BookExistsError(path) from None


def _fill(part: Path, book_id: str, created: datetime | None) -> None:
    made = engine(part, "rwc")
    with made.connect() as connection, connection.begin():
        make_tables(connection)
        connection.execute(insert(book), {"one": 1, "id": book_id, "created": created.isoformat() if created else None})
    made.dispose()
    journal(part).unlink(missing_ok=True)


def journal(path: Path) -> Path:
    """Where SQLite keeps what it would have to take back; empty between transactions."""
    return path.with_name(f"{path.name}-journal")


def book_format(path: Path) -> int:
    """
    The format of the book at `path`, at most this program's; the file is only read.

    Unless a program died while writing: then SQLite first takes back what was half written.
    """
    try:
        empty = not path.is_file() or path.stat().st_size == 0
        interrupted = journal(path).is_file() and journal(path).stat().st_size > 0
    except OSError:
        raise UnreadableBookError(path) from None
    if not path.exists():
        raise NoBookError(path)
    if empty:
        raise NotABookError(path)
    with understood(path), closing(connected(path, "rw" if interrupted else "ro")) as connection:
        application, found = (_pragma(connection, name) for name in ("application_id", "user_version"))
        page = _pragma(connection, "page_size")
    if application != APPLICATION_ID or found < 1:
        raise NotABookError(path)
    if found > FORMAT:
        raise BookIsNewerError(path, found)
    if path.stat().st_size % page:
        # SQLite reads the missing end of a last page as zeros, without a word.
        raise DamagedBookError(path, "its end is missing")
    return found


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
