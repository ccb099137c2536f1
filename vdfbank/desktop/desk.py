"""The desk: the book that is open, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from vdfbank.acts.act import Act
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import VdfError
from vdfbank.office.backing_up import BackedUp, back_up, own_backups
from vdfbank.office.keeping import Clock, Keeper
from vdfbank.office.practising import is_practice
from vdfbank.office.session import Accepted, Answer, OpenBook
from vdfbank.office.standing import Standing, practice_day, standing
from vdfbank.rules.effects import Refused
from vdfbank.store.lock import lock

#: After these a copy is made by itself (reliability.md, backups).
BACKED_UP_AFTER = frozenset({"savings_day", "close_month", "close_year", "take_over"})
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

    @property
    def treasurer(self) -> PersonId | None:
        """Who sits at the keyboard of a village bank."""
        seats = self.book.books.seated("management")
        return next((person for person, role in seats.items() if role == "treasurer"), None)

    def signed(self, act: Act) -> Act:
        """The act with who is at the keyboard, where nobody else was named."""
        return act if act.by is not None else replace(act, by=self.treasurer)

    def perform(self, act: Act) -> Answer:
        """Perform an act today; a real book asks whether the clock can be believed."""
        if self._keeper is None:
            return self.book.perform(act, self.today)
        answer = self._keeper.perform(act)
        if isinstance(answer, Accepted):
            self._back_up_after(act)
        return answer

    def _back_up_after(self, *acts: Act) -> None:
        """The acts stand whatever becomes of the copy; the edge of the window says how far the copies reach."""
        if any(act.kind in BACKED_UP_AFTER for act in acts):
            with suppress(VdfError, OSError):
                self.back_up()

    def back_up(self, folder: Path | None = None) -> BackedUp:
        """A verified copy of the book: in a folder, or where this computer keeps its own, the old ones thinned out."""
        if folder is not None:
            return back_up(self.book.file.path, folder)
        return back_up(self.book.file.path, own_backups(self.book.file.book_id), thinning=True)

    def perform_all(self, acts: Sequence[Act]) -> tuple[Accepted, ...] | Refused:
        """Perform acts that belong together: all of them or none."""
        if self._keeper is None:
            return self.book.perform_all(acts, self.today)
        answer = self._keeper.perform_all(acts)
        if not isinstance(answer, Refused):
            self._back_up_after(*acts)
        return answer

    def remember(self) -> None:
        """Mark how far the book has come after acts that were performed from a file."""
        if self._keeper is not None:
            self._keeper.remember()

    def close(self) -> None:
        self._held.close()
        self._book = self._keeper = None
