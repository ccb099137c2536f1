"""One program at a time writes in a book: a lock of the operating system, gone with the process that held it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from vdfbank.store.errors import BookLockedError, UnreadableBookError

WAIT_SECONDS: Final = 10.0
_LOOK_AGAIN_SECONDS: Final = 0.005
#: Far behind the holder's name, which Windows lets nobody read where it is locked.
_LOCKED_BYTE: Final = 1 << 30
_LONGEST_NAME: Final = 200


@contextmanager
def lock(book: Path, holder: str, *, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """
    Hold ``NAME.vdf.lock`` while the block runs; `BookLockedError` names who has it when `wait` seconds were in vain.

    `holder` is for that sentence only: "Savings day page, 09:10". The file stays, the lock dies with its process.
    """
    place = book.with_name(f"{book.name}.lock")
    try:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        raise UnreadableBookError(place) from None
    try:
        _wait_for(handle, book, wait)
        os.ftruncate(handle, 0)
        os.write(handle, holder.encode("utf-8")[:_LONGEST_NAME])
        yield
    finally:
        os.close(handle)  # This gives the lock back.


def _wait_for(handle: int, book: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while not _taken(handle):
        if time.monotonic() >= end:
            os.lseek(handle, 0, os.SEEK_SET)
            raise BookLockedError(book, os.read(handle, _LONGEST_NAME).decode("utf-8", "replace"))
        time.sleep(_LOOK_AGAIN_SECONDS)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
