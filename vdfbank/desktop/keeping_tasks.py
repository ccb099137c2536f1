"""What the pages of settings and backups ask of the book's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vdfbank.desktop.desk import Desk
from vdfbank.office.backing_up import NoFolderError, Restored, own_backups
from vdfbank.office.changed import Changed, Outcome
from vdfbank.office.restoring import CopySheet, look_into, put_into_use
from vdfbank.office.settings import Settings, settings
from vdfbank.store.copies import Copy, copies


def look_at_settings(desk: Desk) -> Outcome[Settings]:
    return Outcome(settings(desk.book, desk.today, is_practice=desk.is_practice))


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy, and how large its file is."""

    copy: Copy
    size: int


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies in a folder, the newest first; of this computer's own folder `folder` says where it lies."""

    folder: Path
    kept: tuple[KeptCopy, ...]
    is_practice: bool = False


def look_at_copies(folder: Path | None) -> Callable[[Desk], Outcome[Copies]]:
    """The copies in a folder; in None: those this computer keeps of the open book, of which a practice has none."""

    def task(desk: Desk) -> Outcome[Copies]:
        if desk.is_practice:
            return Outcome(Copies(desk.book.file.path.parent, (), is_practice=True))
        place = folder or own_backups(desk.book.file.book_id)
        if not place.is_dir():
            raise NoFolderError(place)
        return Outcome(Copies(place, tuple(KeptCopy(one, one.path.stat().st_size) for one in reversed(copies(place)))))

    return task


def look_into_copy(copy: Copy) -> Callable[[Desk], Outcome[CopySheet]]:
    def task(desk: Desk) -> Outcome[CopySheet]:
        return Outcome(look_into(copy, desk.book))

    return task


def use_copy(copy: Copy) -> Callable[[Desk], Outcome[Restored]]:
    """Put a copy into use as a new file next to the open book, which stays on the desk."""

    def task(desk: Desk) -> Outcome[Restored]:
        return Outcome(put_into_use(copy, desk.book.file.path), Changed.COPIES)

    return task
