"""Keep a book on this computer: one writer at a time, a clock to be believed, a mark after each commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from vdfbank.acts.act import Act
from vdfbank.acts.founding import Confirm
from vdfbank.bank.problem import Problem
from vdfbank.office.laptop import data_folder
from vdfbank.office.session import Accepted, Answer, OpenBook
from vdfbank.rules.effects import Refused
from vdfbank.store import marks
from vdfbank.store.lock import lock

#: Tells the time with its zone; the computer's own clock but in tests.
Clock = Callable[[], datetime]


def computer_clock() -> datetime:
    return datetime.now().astimezone()


class Keeper:
    """
    Performs acts as they are typed, today by the computer's clock.

    A clock that went back, or far ahead, since the last commit is refused until it is right or two officers confirm it
    (reliability.md, section 4).
    """

    def __init__(self, book: OpenBook, clock: Clock = computer_clock, data: Path | None = None) -> None:
        self.book = book
        self._clock = clock
        self._data = data if data is not None else data_folder()
        places = marks.in_folder(self._data, book.file.book_id), marks.beside(book.file.path)
        # Beside the book the mark of another may lie, left there when a file was put in place of a file.
        known = (mark for mark in map(marks.read, places) if mark is not None and mark.book == book.file.book_id)
        self._mark = next(known, None)

    def perform(self, act: Act) -> Answer:
        """Answer one act; when this returns it is on the disk, and marked."""
        now = self._clock()
        objection = self._clock_objection(act, now)
        if objection is not None:
            return Refused(act, (objection,))
        answer = self.book.perform(act, now.date())
        if not isinstance(answer, Refused) and not answer.repeated:
            self.remember(now)
        return answer

    def perform_all(self, acts: Sequence[Act]) -> tuple[Accepted, ...] | Refused:
        """Answer several acts together: all of them are on the disk, and marked, or none."""
        now = self._clock()
        objection = self._clock_objection(acts[0], now)
        if objection is not None:
            return Refused(acts[0], (objection,))
        answer = self.book.perform_all(acts, now.date())
        if not isinstance(answer, Refused) and not all(accepted.repeated for accepted in answer):
            self.remember(now)
        return answer

    def remember(self, now: datetime | None = None) -> None:
        """Mark how far the book has come; a mark that cannot be written is only behind, the act stands."""
        self._mark = marks.mark_of(self.book.file, now or self._clock())
        with suppress(OSError):
            marks.write(self._mark, self.book.file.path, self._data)

    def _clock_objection(self, act: Act, now: datetime) -> Problem | None:
        confirmed = isinstance(act, Confirm) and act.what == "clock"
        if self._mark is None or confirmed:
            return None
        return marks.clock_objection(now, self._mark)


@contextmanager
def held(path: Path, doing: str) -> Iterator[None]:
    """Keep every other writer out of the book while the block runs; `doing` is what the other one reads."""
    with lock(path, f"{doing}, {computer_clock():%H:%M}"):
        yield
