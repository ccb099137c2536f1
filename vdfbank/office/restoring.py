"""A copy looked at before it is put into use: what it holds, and what of the open book is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vdfbank.journal.seal import short_form
from vdfbank.office.backing_up import Restored, restore
from vdfbank.office.session import OpenBook
from vdfbank.store import backup
from vdfbank.store.copies import Copy
from vdfbank.store.stored import Head


@dataclass(frozen=True, slots=True)
class CopySheet:
    """A sound copy beside the open book."""

    copy: Copy
    head: Head
    #: The open book and its last act.
    book: Path
    book_head: Head
    #: A copy of another book has no act in common with this one.
    is_of_this_book: bool
    #: The last act that copy and book share; 0 without any.
    common: int
    #: Where the copy would be put into use.
    to: Path

    @property
    def seal(self) -> str:
        return short_form(self.head.seal)

    @property
    def lost(self) -> int:
        """Acts of the open book that the copy does not have."""
        return self.book_head.number - self.common

    @property
    def gained(self) -> int:
        """Acts of the copy that the open book does not have."""
        return self.head.number - self.common


def look_into(copy: Copy, book: OpenBook) -> CopySheet:
    """Read a copy from end to end and compare it with the open book; neither is changed. Raises what is wrong."""
    head, book_head = backup.verify(copy.path), book.file.head()
    is_of_this_book = backup.identity(copy.path) == book.file.book_id
    upto = min(head.number, book_head.number) if is_of_this_book else 0
    common = _last_common(copy.path, book, upto)
    return CopySheet(copy, head, book.file.path, book_head, is_of_this_book, common, free_place(copy, book.file.path))


def _last_common(copy: Path, book: OpenBook, upto: int) -> int:
    """Each seal covers all acts before it: the last one both have is found by halving."""
    low, high = 0, upto
    while low < high:
        middle = (low + high + 1) // 2
        if _share(copy, book, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _share(copy: Path, book: OpenBook, number: int) -> bool:
    stored = book.file.act(number)
    return stored is not None and backup.seal_of(copy, number) == stored.seal


def free_place(copy: Copy, book: Path) -> Path:
    """
    A file that is not there yet, next to the open book: ``dokchampa-128.vdf``.

    It is not named as copies are, so that nobody thins it out or takes it for one.
    """
    place, tries = book.parent / f"{copy.book}-{copy.number}.vdf", 1
    while place.exists():
        tries += 1
        place = book.parent / f"{copy.book}-{copy.number}-{tries}.vdf"
    return place


def put_into_use(copy: Copy, book: Path) -> Restored:
    """The copy as a new book next to `book`; both stay as they are."""
    return restore(copy.path, free_place(copy, book))
