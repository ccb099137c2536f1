"""Bringing a book of an older format up to date: wholly or not at all, a verified copy kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from vdfbank.bank.problem import VdfError
from vdfbank.store.backup import copy
from vdfbank.store.engine import engine
from vdfbank.store.errors import understood
from vdfbank.store.schema import Shape, fresh_shape, make_triggers, migrations, revision, shape, sign
from vdfbank.store.tables import FORMAT


class UpgradeFailedError(VdfError):
    """The book could not be brought up to date; it is as it was."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path.name} could not be brought to the new format ({what}). "
            "The book is unchanged: go on with the program you had, and show this to the district."
        )


@dataclass(frozen=True, slots=True)
class Target:
    """The format to reach: its number, where the steps lie, and what a new book of it looks like."""

    book_format: int
    scripts: Path
    shape: Callable[[], Shape]


def upgrade(path: Path, target: Target | None = None) -> Path | None:
    """Bring the book at `path` to this program's format; the copy of it as it was, or None where that was needless."""
    target = target or Target(FORMAT, migrations(), fresh_shape)
    # SQLite ignores foreign_keys inside a transaction; a table that is rebuilt would break every reference to it.
    made = engine(path, "rw", foreign_keys=False)
    try:
        with understood(path), made.connect() as connection:
            with connection.execution_options(read=True).begin():
                found = _version(connection)
            if found >= target.book_format:
                return None
            kept = _free_name(path, found)
            copy(path, kept)
            with connection.execution_options(read=False).begin():
                # Somebody else may have done it meanwhile.
                if _version(connection) < target.book_format:
                    _step_up(connection, path, target)
    finally:
        made.dispose()
    return kept


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _free_name(path: Path, book_format: int) -> Path:
    """``Ban Nam.format-1.vdf`` beside the book, numbered where that is taken."""
    names = (
        f"{path.stem}.format-{book_format}{extra}{path.suffix}" for extra in ("", *(f"-{n}" for n in range(2, 1000)))
    )
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _step_up(connection: Connection, path: Path, target: Target) -> None:
    before = _digest(connection)
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    run_steps(connection, target.scripts, target.book_format)
    make_triggers(connection)
    sign(connection, target.book_format)
    if _digest(connection) != before:
        raise UpgradeFailedError(path, "acts or entries would have changed")
    if shape(connection) != target.shape():
        raise UpgradeFailedError(path, "the tables are not those of a new book")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise UpgradeFailedError(path, "rows would point to nothing")


def run_steps(connection: Connection, scripts: Path, book_format: int) -> None:
    """Alembic's steps up to `book_format`, inside the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision(book_format))


#: What no step may change: acts keep their texts and seals for ever, entries their amounts.
_NEVER_CHANGED = (
    'SELECT number, "on", kind, "by", seconded_by, "key", text, seal FROM act ORDER BY number',
    'SELECT number, act, voucher, "on", item, reason, reverses FROM entry ORDER BY number',
    "SELECT entry, line, account, holder, amount FROM posting ORDER BY entry, line",
)


def _digest(connection: Connection) -> str:
    digest = sha256()
    for query in _NEVER_CHANGED:
        for row in connection.exec_driver_sql(query):
            digest.update(repr(tuple(row)).encode("utf-8"))
    return digest.hexdigest()
