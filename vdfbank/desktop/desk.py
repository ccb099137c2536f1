"""The desk: the book that is open, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from vdfbank.acts.act import Act
from vdfbank.office.keeping import Clock, Keeper
from vdfbank.office.practising import is_practice
from vdfbank.office.session import Accepted, Answer, OpenBook
from vdfbank.office.standing import Standing, practice_day, standing
from vdfbank.rules.effects import Refused
from vdfbank.store.lock import lock

#: Somebody else may just be finishing an act.
_WAIT_FOR_WRITER_SECONDS = 1.0


class Desk:
    """What the book's thread works with; nothing of it is touched by another thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._book: OpenBook | None = None
        self._keeper: Keeper | None = None
        self._held = ExitStack()
        self.is_practice = False

    @property
    def book(self) -> OpenBook:
        """The open book; pages that need one are shown only then."""
        assert self._book is not None
        return self._book

    @property
    def today(self) -> date:
        """The computer's date; in the practice village the day that follows from its acts."""
        day = self._clock().date()
        return practice_day(self.book.books, day) if self.is_practice else day

    def standing(self) -> Standing:
        return standing(self.book, self.today, is_practice=self.is_practice)

    def lay_open(self, path: Path, make: Callable[[Path], OpenBook]) -> None:
        """Put another book on the desk, held against other writers; the one before is closed only when this opened."""
        if self._book is not None and self._book.file.path.resolve() == path.resolve():
            return
        with ExitStack() as held:
            held.enter_context(lock(path, f"vdfbank, {self._clock():%H:%M}", wait=_WAIT_FOR_WRITER_SECONDS))
            book = held.enter_context(make(path))
            self.close()
            self._book, self._held = book, held.pop_all()
        self.is_practice = is_practice(book.books)
        self._keeper = None if self.is_practice else Keeper(book, self._clock)

    def perform(self, act: Act) -> Answer:
        """Perform an act today; a real book asks whether the clock can be believed."""
        if self._keeper is None:
            return self.book.perform(act, self.today)
        return self._keeper.perform(act)

    def perform_all(self, acts: Sequence[Act]) -> tuple[Accepted, ...] | Refused:
        """Perform acts that belong together: all of them or none."""
        if self._keeper is None:
            return self.book.perform_all(acts, self.today)
        return self._keeper.perform_all(acts)

    def remember(self) -> None:
        """Mark how far the book has come after acts that were performed from a file."""
        if self._keeper is not None:
            self._keeper.remember()

    def close(self) -> None:
        self._held.close()
        self._book = self._keeper = None
