"""Twelve months in figures, each month read at its own end."""

from __future__ import annotations

from vdfbank.bank.calendar import Month
from vdfbank.content.trends import MonthEnd, Trends
from vdfbank.ledger.loans import loan_lines, portfolio_at_risk
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books
from vdfbank.training.package import package

#: How far back a page of charts looks.
MONTHS = 12


def trends(book: OpenBook, last: Month) -> Trends:
    """
    The months up to `last`.

    Each is read from the books stored with the closing before it and the acts since: the cost is that of the months
    shown, however old the bank is.
    """
    now = book.books_at(last.last)
    if now.opened is None or last < Month.of(now.opened):
        raise NotYetError(f"In {last} the bank was not open yet. Ask for a later month.")
    first = Month.of(now.opened)
    months = [month for back in range(MONTHS - 1, 0, -1) if (month := last.plus(-back)) >= first]
    ends = (*(_end(month, book.books_at(month.last)) for month in months), _end(last, now))
    return Trends(place(book), ends, package(now, last.last))


def _end(month: Month, books: Books) -> MonthEnd:
    late, long_late, *_ = portfolio_at_risk(loan_lines(books, month.last))
    return MonthEnd(month, books.savings_total, books.loans_outstanding, books.cash_box, books.bank, late, long_late)
