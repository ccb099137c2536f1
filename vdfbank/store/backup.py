"""Copies of a book: made by SQLite itself, opened and compared before they count."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from vdfbank.journal.seal import FIRST
from vdfbank.store.engine import apply_settings, connected
from vdfbank.store.errors import BookExistsError, DamagedBookError, UnreadableBookError, understood
from vdfbank.store.files import aside, put_where_nothing_is, sync_file
from vdfbank.store.opening import book_format, journal
from vdfbank.store.stored import Head


def copy(book: Path, to: Path) -> Head:
    """
    A verified copy of the book at `to`, never over a file that is there; the book may be open and in use.

    Returns the head of the copy: the last act that is safe in it.
    """
    if to.exists():
        raise BookExistsError(to)
    if not to.parent.is_dir():
        raise UnreadableBookError(to)
    book_format(book)
    with aside(to) as part:
        _copy(book, part)
        copied = verify(part)
        try:
            put_where_nothing_is(part, to)
        except FileExistsError:
            raise BookExistsError(to) from None
    return copied


def _copy(book: Path, part: Path) -> None:
    # Nobody relies on the copy before it is synced: the settings that make acts durable would only slow it.
    with understood(book), closing(connected(book, "ro")) as source:
        with understood(part), closing(connected(part, "rwc")) as target:
            source.backup(target)
        sync_file(part)
        journal(part).unlink(missing_ok=True)


def verify(copy: Path) -> Head:
    """The head of a copy that can be read from end to end; `DamagedBookError` and its like otherwise."""
    book_format(copy)
    with understood(copy), closing(connected(copy, "ro")) as connection:
        apply_settings(connection, copy)
        found = _quick_check(connection)
        if found != "ok":
            raise DamagedBookError(copy, found)
        return _head(connection)


def identity(copy: Path) -> str:
    """Which book a copy is of; the copy is only read."""
    with understood(copy), closing(connected(copy, "ro")) as connection:
        return str(connection.execute("SELECT id FROM book").fetchone()[0])


def seal_of(copy: Path, number: int) -> str | None:
    """The seal of act `number` in a copy; None where it does not reach so far."""
    with understood(copy), closing(connected(copy, "ro")) as connection:
        found = connection.execute("SELECT seal FROM act WHERE number = ?", (number,)).fetchone()
        return None if found is None else str(found[0])


def _quick_check(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])


def _head(connection: sqlite3.Connection) -> Head:
    last = connection.execute('SELECT number, seal, "on" FROM act ORDER BY number DESC LIMIT 1').fetchone()
    return Head(0, FIRST, None) if last is None else Head(last[0], last[1], date.fromisoformat(last[2]))
