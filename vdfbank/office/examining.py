"""Examine the machine and a book: what to photograph when asking for help."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from vdfbank import __version__
from vdfbank.bank.problem import VdfError
from vdfbank.office.session import OpenBook
from vdfbank.store.engine import sqlite_version

#: Below this no book is made, and an open one warns (reliability.md, rule 9).
LEAST_FREE_BYTES = 200 * 1024 * 1024
#: A clock before this year has lost its battery.
EARLIEST_YEAR = 2026

_LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "alembic", "reportlab", "uharfbuzz", "babel", "cryptography")


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: whether it is well, and what was found."""

    name: str
    good: bool
    found: str


def _well(name: str, found: str) -> Examined:
    return Examined(name, good=True, found=found)


def _look(name: str, found: str) -> Examined:
    return Examined(name, good=False, found=found)


def examine(book: Path | None = None) -> list[Examined]:
    """Versions, clock, disk, write test, fonts, printer, and the book if one is named."""
    where = book.resolve().parent if book is not None else Path.cwd()
    looks = [_program(), _libraries(), _clock(), _disk(where), _write_test(where), _fonts(), _printers()]
    return [*looks, _book(book)] if book is not None else looks


def _program() -> Examined:
    versions = (f"vdfbank {__version__}", f"Python {platform.python_version()}", f"SQLite {sqlite_version()}")
    return _well("program", ", ".join((*versions, platform.platform())))


def _libraries() -> Examined:
    found, missing = [], []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    return Examined("libraries", not missing, ", ".join((*found, *(f"{name} is missing" for name in missing))))


def _clock() -> Examined:
    now = datetime.now().astimezone()
    return Examined("clock", now.year >= EARLIEST_YEAR, now.isoformat(timespec="minutes"))


def _disk(where: Path) -> Examined:
    try:
        free = shutil.disk_usage(where).free
    except OSError as error:
        return _look("disk", f"{where}: {error.strerror or error}")
    return Examined("disk", free >= LEAST_FREE_BYTES, f"{free // 1024**2:,} MB free where {where} lies")


def _write_test(where: Path) -> Examined:
    try:
        with tempfile.TemporaryFile(dir=where) as file:
            file.write(b"vdfbank")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return _look("write test", f"{where}: {error.strerror or error}")
    return _well("write test", f"{where} can be written to")


def _fonts() -> Examined:
    fonts = sorted(
        font.name for font in files("vdfbank.resources").joinpath("fonts").iterdir() if font.name.endswith(".ttf")
    )
    return Examined("fonts", bool(fonts), ", ".join(fonts) or "the Lao fonts are missing: install the program again")


def _printers() -> Examined:
    if sys.platform == "win32":
        return _well("printer", "look in the Windows settings under printers")
    queue = shutil.which("lpstat")
    return _well(
        "printer", "printing system found" if queue else "no printing system found: print the PDF files elsewhere"
    )


def _book(path: Path) -> Examined:
    try:
        with OpenBook.open(path) as book:
            last = f"{book.books.number} acts, last on {book.books.last_on}"
    except VdfError as error:
        return _look("book", str(error))
    return _well("book", f"{path.name}: {last}")
