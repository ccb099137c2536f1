"""Reports of a book on a day: what `reports.md` names, as content and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from vdfbank.audit.figures import MonthBooks
from vdfbank.audit.month import MonthFile, audit
from vdfbank.audit.report import AuditReport, Closing
from vdfbank.bank.account import (
    ADVISORY_PAYABLE,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    RESERVE,
    SURPLUS,
    WELFARE_FUND,
    is_result,
)
from vdfbank.bank.bylaws import DividendBasis
from vdfbank.bank.calendar import Month, fiscal_year_last
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import VdfError
from vdfbank.closing.year import Dividend
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.loans import LoanLine, loan_lines
from vdfbank.office.session import OpenBook
from vdfbank.store.stored import StoredClose


class NotYetError(VdfError):
    """What is asked for has not happened in this book."""

    exit_status: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class SavingsLine:
    member: PersonId
    balance: Money


def savings_report(book: OpenBook, as_of: date) -> tuple[SavingsLine, ...]:
    """Who is a member at the end of that day, with the savings."""
    books = book.books_at(as_of)
    return tuple(SavingsLine(member, books.savings(member)) for member in sorted(books.current_members()))


def loans_report(book: OpenBook, as_of: date) -> tuple[LoanLine, ...]:
    return loan_lines(book.books_at(as_of), as_of)


def audit_report(book: OpenBook, month: Month) -> AuditReport:
    """The month as the advisory committee sees it, open or closed."""
    closings = {close.month: close for close in book.file.closes()}
    now = _month_books(book, month, closings)
    opened = now.books.opened
    if opened is None or month < Month.of(opened):
        raise NotYetError(f"In {month} the bank was not open yet. Ask for a later month.")
    before = _month_books(book, month.plus(-1), closings) if month > Month.of(opened) else None
    close = closings.get(month)
    closing = Closing(close.act, close.on, close.seal, close.signed_by, close.remarks) if close else None
    return audit(MonthFile(now, before, book.file.balances(month.last), closing))


def _month_books(book: OpenBook, month: Month, closings: Mapping[Month, StoredClose]) -> MonthBooks:
    books = book.books_at(month.last)
    unclosed = books.month_to_close() or month
    dated = [stored.entry for stored in book.file.entries(min(month, unclosed).first, month.last)]
    entries = [entry for entry in dated if entry.on >= month.first and entry.item != "closing"]
    late = [entry for entry in dated if entry.act > books.number]
    close = closings.get(month)
    return MonthBooks(month, books, entries, late, close.counted if close else None)


def dividend_report(book: OpenBook, year: int) -> Dividend:
    """How the surplus of a closed fiscal year was split, read from its closing entries."""
    books = book.books
    if books.village is None or books.opened is None or books.closed_year is None or books.closed_year < year:
        raise NotYetError(f"The fiscal year {year} is not closed in this book. Close its months and the year first.")
    if year < books.fiscal_year(books.opened):
        raise NotYetError(f"The fiscal year {year} lies before this bank opened.")
    last_day = fiscal_year_last(year, books.village.fiscal_first_month)
    closing = [stored.entry for stored in book.file.entries(last_day, last_day) if stored.entry.item == "closing"]
    bylaws = book.books_at(last_day).bylaws_on(last_day)
    assert bylaws is not None
    return _dividend(year, bylaws.dividend_basis, closing)


def _dividend(year: int, basis: DividendBasis, closing: list[JournalEntry]) -> Dividend:
    postings = [posting for entry in closing for posting in entry.postings]
    lines = {
        PersonId(posting.holder): -posting.amount
        for posting in postings
        if posting.account == DIVIDENDS_PAYABLE and posting.holder is not None
    }
    pools = {
        name: -total(posting.amount for posting in postings if posting.account == account)
        for name, account in (
            ("members", DIVIDENDS_PAYABLE),
            ("committee", COMMITTEE_PAYABLE),
            ("advisory", ADVISORY_PAYABLE),
            ("welfare", WELFARE_FUND),
            ("reserve", RESERVE),
        )
    }
    surplus = total(posting.amount for posting in postings if is_result(posting.account))
    assert total(posting.amount for posting in postings if posting.account == SURPLUS) == NOTHING
    return Dividend(year, basis, surplus, pools, dict(sorted(lines.items())))


def dividend_json(dividend: Dividend) -> dict[str, Any]:
    return {
        "year": dividend.year,
        "basis": dividend.basis,
        "surplus": dividend.surplus,
        "pools": dict(dividend.pools),
        "lines": [{"member": member, "amount": amount} for member, amount in dividend.lines.items()],
    }
