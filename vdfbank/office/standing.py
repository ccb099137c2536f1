"""How an open book stands, in a few words for the edge of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vdfbank.bank.calendar import Month
from vdfbank.journal.seal import short_form
from vdfbank.office.backing_up import backups, own_backups
from vdfbank.office.savings_day import next_savings_day
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books


@dataclass(frozen=True, slots=True)
class LastAct:
    """The newest act of a book; `seal` in its short form."""

    number: int
    kind: str
    on: date
    seal: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The open book: whose, which month is open, what was done last, and the day it is there."""

    path: Path
    village: str | None
    is_open: bool
    month: Month | None
    last: LastAct | None
    day: date
    is_practice: bool
    #: The last act that is safe in a copy on this computer; 0 without any.
    backed_up: int = 0

    @property
    def is_backed_up(self) -> bool:
        return self.is_practice or self.last is None or self.backed_up >= self.last.number


def standing(book: OpenBook, day: date, *, is_practice: bool) -> Standing:
    books = book.books
    stored = book.file.act(books.number) if books.number else None
    last = LastAct(stored.number, stored.kind, stored.on, short_form(stored.seal)) if stored else None
    village = books.village.village if books.village else None
    copies = [] if is_practice else backups(book.file.path, own_backups(book.file.book_id))
    return Standing(
        book.file.path,
        village,
        books.opened is not None,
        books.month_to_close(),
        last,
        day,
        is_practice,
        copies[0].number if copies else 0,
    )


def practice_day(books: Books, today: date) -> date:
    """
    The day it is in a practice village: time stands still until something is done there.

    After the last act comes the next savings day, after that the end of the month, so that every step can be
    practised whatever the computer's date is.
    """
    last = books.last_on
    if last is None or books.opened is None:
        return today if last is None else last
    if books.closed_month is not None and last <= books.closed_month.last:
        last = books.closed_month.plus(1).first
    day = next_savings_day(books, last)
    month = Month.of(last)
    return day if day is not None and Month.of(day) == month and day >= last else month.last
