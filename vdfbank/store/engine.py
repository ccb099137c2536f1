"""Connections to a book file, with every setting its safety rests on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from vdfbank.store.errors import SettingRefusedError

#: How long to wait while another program writes.
BUSY_MILLISECONDS: Final = 10_000

#: Each is set outside any transaction and read back (reliability.md, building rule 1). The numbers are SQLite's own
#: words: synchronous 3 is EXTRA, which also syncs the folder.
SETTINGS: Final[tuple[tuple[str, str, object], ...]] = (
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("synchronous", "EXTRA", 3),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
)

#: Reading alone, reading and writing, or making a new file.
Mode = Literal["ro", "rw", "rwc"]


def engine(path: Path, mode: Mode, *, foreign_keys: bool = True) -> Engine:
    """
    An engine on one connection to the file at `path`.

    A migration sets `foreign_keys` off: SQLite ignores that inside a transaction.
    """
    made = create_engine("sqlite://", creator=lambda: connected(path, mode), poolclass=StaticPool)

    @event.listens_for(made, "connect")
    def settle(connection: sqlite3.Connection, _record: object) -> None:
        apply_settings(connection, path, foreign_keys=foreign_keys)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("read")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return made


def connected(path: Path, mode: Mode) -> sqlite3.Connection:
    """A bare connection: pysqlite begins and commits nothing by itself."""
    # One book is used by one thread at a time (BookFile sees to it), not always by the same.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MILLISECONDS / 1000,
    )


def apply_settings(connection: sqlite3.Connection, path: Path, *, foreign_keys: bool = True) -> None:
    """Set every setting and refuse to go on where one did not take."""
    for name, value, expected in SETTINGS:
        if name == "foreign_keys" and not foreign_keys:
            value, expected = "OFF", 0  # noqa: PLW2901 - the same setting, the other way round
        connection.execute(f"PRAGMA {name}={value}")
        found = _read(connection, name)
        if found != expected:
            raise SettingRefusedError(path, name, found)
    # A build without memory mapping has no answer here; one with it must say 0.
    connection.execute("PRAGMA mmap_size=0")
    if _read(connection, "mmap_size") not in (None, 0):
        raise SettingRefusedError(path, "mmap_size", _read(connection, "mmap_size"))


def _read(connection: sqlite3.Connection, name: str) -> object:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


def sqlite_version() -> str:
    """Of the SQLite that Python brings."""
    return sqlite3.sqlite_version
