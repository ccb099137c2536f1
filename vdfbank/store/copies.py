"""The copies of a book in a folder: named by what they hold, thinned by the dates of its acts, never to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vdfbank.bank.problem import VdfError
from vdfbank.store.backup import verify
from vdfbank.store.stored import Head

_NAME = re.compile(r"(?P<book>.+) (?P<on>\d{4}-\d{2}-\d{2}) (?P<number>\d{6})\.vdf")

#: Kept beside all of the newest month: the last of each of so many weeks, and of so many months.
WEEKS, MONTHS = 10, 12
#: However old they are, so many verified copies stay.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy by its name: the date and number of the last act that is safe in it."""

    path: Path
    on: date
    number: int


def copy_name(book: str, head: Head) -> str:
    """``dokchampa 2025-11-05 000129.vdf``: sorted by name is sorted by age."""
    on = head.on or date.min
    return f"{book} {on} {head.number:06d}.vdf"


def copies(folder: Path, book: str) -> list[Copy]:
    """The copies of a book in a folder, the oldest first; what has another name is somebody else's."""
    if not folder.is_dir():
        return []
    found = (_copy(path) for path in folder.iterdir() if path.name.startswith(f"{book} "))
    return sorted((one for one in found if one is not None), key=lambda one: (one.number, one.on))


def _copy(path: Path) -> Copy | None:
    read = _NAME.fullmatch(path.name)
    if read is None:
        return None
    with suppress(ValueError):
        return Copy(path, date.fromisoformat(read["on"]), int(read["number"]))
    return None


def kept(all_of_them: Iterable[Copy]) -> set[Copy]:
    """
    Which copies stay: all of the newest month, the last of ten weeks and of twelve months (reliability.md, backups).

    Weeks and months are those of the acts, never of the clock: a laptop that forgot the year thins nothing.
    """
    ordered = sorted(all_of_them, key=lambda one: (one.number, one.on))
    if not ordered:
        return set()
    newest = ordered[-1].on
    stay = {one for one in ordered if (one.on.year, one.on.month) == (newest.year, newest.month)}
    stay |= set(ordered[-FEWEST:])
    for periods, of in ((WEEKS, lambda day: day.isocalendar()[:2]), (MONTHS, lambda day: (day.year, day.month))):
        last = {of(one.on): one for one in ordered}
        stay |= set(list(last.values())[-periods:])
    return stay


def thin(folder: Path, book: str) -> list[Path]:
    """Take away copies that are not to be kept; each only while a newer one was opened and verified just now."""
    ordered = copies(folder, book)
    superfluous = [one for one in ordered if one not in kept(ordered)]
    if not superfluous or not _is_sound(ordered[-1]) or sum(map(_is_sound, ordered[-FEWEST:])) < FEWEST:
        return []
    gone = []
    for one in superfluous:
        with suppress(OSError):
            one.path.unlink()
            gone.append(one.path)
    return gone


def _is_sound(one: Copy) -> bool:
    try:
        return verify(one.path).number == one.number
    except VdfError:
        return False


def sound_ones(folder: Path, book: str) -> Iterator[Copy]:
    """Those that can be opened and hold what they say, the newest first."""
    return (one for one in reversed(copies(folder, book)) if _is_sound(one))
