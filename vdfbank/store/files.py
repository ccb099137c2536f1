"""Files that are whole or not there: written aside, made durable, put in place (reliability.md, building rule 7)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

_PIECE = 1024 * 1024


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of what was there; after a crash it is the old or the new, never a part."""
    with aside(path) as part:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    sync_folder(path.parent)


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A free name beside `path` to write under, gone when the work is over."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_where_nothing_is(part: Path, path: Path) -> None:
    """Give `part` the name `path`; `FileExistsError` where something has it."""
    if os.name == "nt":
        part.rename(path)  # Windows refuses a name that is taken.
    else:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # A file system without links, such as FAT.
            if path.exists():
                raise FileExistsError(path) from None
            part.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """What was written to `path` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The names in `folder` are on the disk; Windows keeps them by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def whole_file_hash(path: Path) -> str:
    """
    SHA-256 of the whole file, in hex.

    Never while this process has the book open: closing a second handle drops SQLite's locks (building rule 6).
    """
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
