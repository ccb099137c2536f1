"""Marks: what the book had reached, kept outside it, so that an older copy put back is seen (reliability.md, D6)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from vdfbank.bank.problem import Problem
from vdfbank.journal.seal import FIRST
from vdfbank.store.book import BookFile
from vdfbank.store.files import whole_file_hash, write_whole

#: The clock may run this far behind the last commit, or ahead of it, before two officers have to confirm it.
LARGEST_STEP_BACK: Final = timedelta(minutes=5)
LARGEST_STEP_AHEAD: Final = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Mark:
    """The last act of a book and when it was committed; `file` the SHA-256 of the whole file after a clean close."""

    book: str
    number: int
    seal: str
    at: datetime
    file: str | None = None

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None, "a mark keeps UTC"


def mark_of(book: BookFile, now: datetime) -> Mark:
    """The mark of an open book, to be written after a commit."""
    head = book.head()
    return Mark(book.book_id, head.number, head.seal, now.astimezone(UTC))


def closed(mark: Mark, path: Path) -> Mark:
    """The mark of a book this process has just closed: whatever changes a byte of it at rest will be seen."""
    return replace(mark, file=whole_file_hash(path))


def beside(path: Path) -> Path:
    """Where the mark beside the book lies."""
    return path.with_name(f"{path.name}.mark")


def in_folder(data: Path, book_id: str) -> Path:
    """Where the mark in the user's data folder lies, which does not travel with the book."""
    return data / "marks" / book_id


def write(mark: Mark, path: Path, data: Path) -> None:
    """Keep `mark` in both places: beside the book at `path`, and in the data folder."""
    text = json.dumps({**asdict(mark), "at": mark.at.isoformat()}, sort_keys=True) + "\n"
    for place in (beside(path), in_folder(data, mark.book)):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, text.encode("utf-8"))


def read(place: Path) -> Mark | None:
    """The mark at `place`; None where there is none, or none that can be understood."""
    try:
        known = json.loads(place.read_text("utf-8"))
        mark = Mark(known["book"], known["number"], known["seal"], datetime.fromisoformat(known["at"]), known["file"])
    except (OSError, ValueError, KeyError, TypeError, AssertionError):
        return None
    return mark if type(mark.number) is int and isinstance(mark.seal, str) else None


def contains(book: BookFile, mark: Mark) -> bool:
    """Whether the book is the one marked, or has gone on from there: its act of that number has that seal."""
    if mark.book != book.book_id:
        return False
    if mark.number == 0:
        return mark.seal == FIRST
    act = book.act(mark.number)
    return act is not None and act.seal == mark.seal


def unchanged_at_rest(path: Path, mark: Mark) -> bool | None:
    """Whether the file, not yet opened, is byte for byte what was closed; None where the last close was not clean."""
    return None if mark.file is None else whole_file_hash(path) == mark.file


def clock_objection(now: datetime, mark: Mark) -> Problem | None:
    """A computer's clock that has gone back, or far ahead, since the last commit."""
    if mark.at - now > LARGEST_STEP_BACK:
        return Problem("clock_behind", found=_day(now), needed=_day(mark.at))
    if now - mark.at > LARGEST_STEP_AHEAD:
        return Problem("clock_ahead", found=_day(now), needed=_day(mark.at + LARGEST_STEP_AHEAD))
    return None


def _day(moment: datetime) -> str:
    return str(moment.date())
