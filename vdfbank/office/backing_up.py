"""Back a book up and put a copy into use again: verified both ways, nothing ever written over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from vdfbank.bank.problem import VdfError
from vdfbank.journal.seal import short_form
from vdfbank.office.laptop import data_folder
from vdfbank.store import backup
from vdfbank.store.book import BookFile
from vdfbank.store.copies import Copy, copies, copy_name, sound_ones, thin
from vdfbank.store.errors import UnreadableBookError
from vdfbank.store.stored import Head


class NoFolderError(VdfError):
    """The folder for the copies is not there, or is a file."""

    exit_status: ClassVar[int] = 5

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no folder {folder}. Put the stick in or choose another; nothing was copied.")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was opened and compared; `gone` are older ones that were no longer to be kept."""

    path: Path
    head: Head
    gone: tuple[Path, ...] = ()

    @property
    def seal(self) -> str:
        return short_form(self.head.seal)


def back_up(book: Path, folder: Path, *, thinning: bool = False) -> BackedUp:
    """
    A copy of the book in `folder`, named by its last act; the same act copied again changes nothing.

    Raises `NoFolderError`, or what is wrong with the book or the disk. With `thinning` older copies go (copies.py).
    """
    if not folder.is_dir():
        raise NoFolderError(folder)
    with BookFile.open(book) as opened:
        head = opened.head()
    place = folder / copy_name(book.stem, head)
    copied = _known(place, head) or backup.copy(book, place)
    gone = tuple(thin(folder, book.stem)) if thinning else ()
    return BackedUp(place, copied, gone)


def _known(place: Path, head: Head) -> Head | None:
    """The head of a copy made before, where it is whole and the same."""
    if not place.exists():
        return None
    there = backup.verify(place)
    return there if there == head else None


def own_backups(book_id: str) -> Path:
    """Where this computer keeps the copies of a book by itself."""
    folder = data_folder() / "backups" / book_id
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backups(book: Path, folder: Path) -> list[Copy]:
    """The copies of a book in a folder, the newest first."""
    return list(reversed(copies(folder, book.stem)))


def last_sound(book: Path, folder: Path) -> Copy | None:
    """The newest copy that can be opened."""
    return next(sound_ones(folder, book.stem), None)


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy put into use under a new name, and how far it goes."""

    path: Path
    head: Head
    book_id: str


def restore(copy: Path, to: Path) -> Restored:
    """Put a copy into use as the new file `to`; the copy stays, and no file is written over."""
    if not copy.is_file():
        raise UnreadableBookError(copy)
    backup.verify(copy)
    head = backup.copy(copy, to)
    with BookFile.open(to) as opened:
        return Restored(to, head, opened.book_id)
