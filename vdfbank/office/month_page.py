"""A month before and after it is closed: checklist, audit report, seal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.acts.act import Key, Text
from vdfbank.acts.books import CloseMonth
from vdfbank.audit.report import AuditReport, Name
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.closing.month import MonthToClose, month_to_close
from vdfbank.office.reporting import audit_report
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook

MonthState = Literal["open", "to_close", "closed"]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """One month of an open bank; `to_close` only where it is the next one to close."""

    month: Month
    first: Month
    last: Month
    report: AuditReport
    to_close: MonthToClose | None
    names: Mapping[PersonId, Name]

    @property
    def state(self) -> MonthState:
        if self.report.closed is not None:
            return "closed"
        return "open" if self.to_close is None else "to_close"


def month_page(book: OpenBook, month: Month | None, today: date) -> MonthPage | None:
    """The page of a month, of the one to look at first when none is named; None while the bank has not opened."""
    opened = book.books.opened
    if opened is None:
        return None
    first, last = Month.of(opened), max(Month.of(today), Month.of(book.books.last_on or opened))
    chosen = min(max(month or _first_look(book, today), first), last)
    next_one = book.books.month_to_close()
    to_close = month_to_close(book.books_at(chosen.last), today) if chosen == next_one else None
    return MonthPage(chosen, first, last, audit_report(book, chosen), to_close, names(book.books))


def _first_look(book: OpenBook, today: date) -> Month:
    """The month to close; while it still runs and has nothing in it, the closed one before it."""
    next_one = book.books.month_to_close() or Month.of(today)
    closed = book.books.closed_month
    nothing_yet = book.books.last_on is None or book.books.last_on <= next_one.plus(-1).last
    return closed if closed is not None and nothing_yet and today < next_one.last else next_one


def close_act(
    page: MonthPage, signed_by: tuple[PersonId, ...], counted: Money | None, remarks: str, on: date, key: Key
) -> CloseMonth:
    """The act that closes the month of the page."""
    text = Text(remarks.strip()) if remarks.strip() else None
    return CloseMonth(on=on, key=key, month=page.month, signed_by=signed_by, counted=counted, remarks=text)
