"""What can go wrong with a book file, each with a way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sqlalchemy.exc import DBAPIError

from vdfbank.bank.problem import VdfError


class NoBookError(VdfError):
    """There is no file of that name."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no book {path.name} in {path.parent}. Look for the file, or restore it from a backup."
        )


class NotABookError(VdfError):
    """The file is something else than a book."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is not a book of vdfbank. Choose a file that ends in .vdf; this one is unchanged."
        )


class DamagedBookError(VdfError):
    """The file is a book, but parts of it cannot be read."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path.name} is damaged ({what}). Keep the file as it is and restore the last backup beside it."
        )


class BookIsNewerError(VdfError):
    """The book was written by a newer vdfbank than this one."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, book_format: int) -> None:
        super().__init__(
            f"{path.name} was last used with a newer vdfbank (format {book_format}). "
            "Update this program first; the book is unchanged."
        )


class BookExistsError(VdfError):
    """A file of that name is there; nothing is ever written over it."""

    exit_status: ClassVar[int] = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is already there. Choose another name; the file is unchanged.")


class BookLockedError(VdfError):
    """Somebody else is writing in the book."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, holder: str = "") -> None:
        who = f" ({holder})" if holder else ""
        super().__init__(
            f"{path.name} is open elsewhere{who}. Close it there, or wait until it is done, and try again."
        )


class ReadOnlyBookError(VdfError):
    """The book, or the disk it is on, cannot be written."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} cannot be written here. Copy it to the disk of this computer and open the copy.")


class UnreadableBookError(VdfError):
    """The system does not let this program read the file."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} cannot be opened. See that you may read it and that its folder is there.")


class DiskFullError(VdfError):
    """Nothing more fits on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no room left on the disk of {path.name}. Free some space; nothing was half written."
        )


class DiskFailedError(VdfError):
    """The disk did not do what it was asked."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"The disk failed at {path.name} ({what}). "
            "Look whether the last act is there before entering it again, then back up to another disk."
        )


class SettingRefusedError(VdfError):
    """SQLite did not take a setting that the book's safety rests on."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, setting: str, found: object) -> None:
        super().__init__(
            f"{path.name} cannot be used safely: {setting} is {found}. "
            "Another program may have changed it: restore the last backup."
        )


class BalanceTooLargeError(VdfError):
    """No balance may come near what the database can add up."""

    exit_status: ClassVar[int] = 1

    def __init__(self, account: str) -> None:
        super().__init__(
            f"Account {account} would hold more than 4,000,000,000,000,000,000 kip. "
            "Nothing was written; look at the amounts."
        )


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Say what SQLite or the system could not do in the words of the book; anything else is our own bug."""
    try:
        yield
    except DBAPIError as wrong:
        if isinstance(wrong.orig, sqlite3.Error) and (meant := meaning(path, wrong.orig)):
            raise meant from wrong
        raise
    except sqlite3.Error as wrong:
        if meant := meaning(path, wrong):
            raise meant from wrong
        raise


#: What SQLite's result codes mean for a book.
_MEANINGS: Mapping[int, Callable[[Path], VdfError]] = {
    sqlite3.SQLITE_NOTADB: NotABookError,
    sqlite3.SQLITE_CORRUPT: lambda path: DamagedBookError(path, "its pages do not fit together"),
    sqlite3.SQLITE_BUSY: BookLockedError,
    sqlite3.SQLITE_LOCKED: BookLockedError,
    sqlite3.SQLITE_READONLY: ReadOnlyBookError,
    sqlite3.SQLITE_CANTOPEN: UnreadableBookError,
    sqlite3.SQLITE_PERM: UnreadableBookError,
    sqlite3.SQLITE_AUTH: UnreadableBookError,
    sqlite3.SQLITE_FULL: DiskFullError,
}

#: The first byte of a result code is its family.
_FAMILY = 0xFF


def meaning(path: Path, wrong: sqlite3.Error) -> VdfError | None:
    """The book's error for one of SQLite's; None where the program itself is to blame."""
    code: int | None = getattr(wrong, "sqlite_errorcode", None)
    family = None if code is None else code & _FAMILY
    if family is not None and family in _MEANINGS:
        return _MEANINGS[family](path)
    if family == sqlite3.SQLITE_IOERR:
        return DiskFailedError(path, getattr(wrong, "sqlite_errorname", "input or output"))
    if family == sqlite3.SQLITE_ERROR and "no such" in str(wrong):
        return DamagedBookError(path, "a part of it is missing")
    if family is None and "decode" in str(wrong):
        return DamagedBookError(path, "a text in it is none")
    return None
