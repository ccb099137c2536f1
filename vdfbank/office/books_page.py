"""The books on the screen: journal, cash book and statements of a month, each number traceable to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.audit.report import Name
from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import NOTHING, total
from vdfbank.bank.person import PersonId
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.statements import by_account
from vdfbank.ledger.table import Cell, Column, Table, table
from vdfbank.office import stored_tables, tables
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook

#: Every book by the name of its table, in the order they are offered.
BOOKS = (
    "journal",
    "cash-book",
    "trial-balance",
    "income-statement",
    "balance-sheet",
    "savings",
    "loans",
)


@dataclass(frozen=True, slots=True)
class BookPage:
    """One book of one month; `keys` says what stands behind each row: a voucher, an account, a member or a loan."""

    table: Table
    keys: tuple[str, ...]
    month: Month
    first: Month
    last: Month
    #: Rows that were undone, or undo.
    undone: frozenset[int]
    names: Mapping[PersonId, Name]


def book_page(book: OpenBook, name: str, month: Month | None, today: date) -> BookPage | None:
    """A book of `month` (of the month of today where none is named); None before the bank opened."""
    books = book.books
    if books.opened is None:
        return None
    first, last = Month.of(books.opened), Month.of(max(today, books.last_on or today))
    shown = min(max(month or Month.of(today), first), last)
    page = BookPage(table(name, (), ()), (), shown, first, last, frozenset(), names(books))
    if name == "journal":
        return _journal(book, page)
    made = _table(book, name, shown)
    return replace(page, table=made, keys=tuple(_key(name, row) for row in made.rows))


def _table(book: OpenBook, name: str, month: Month) -> Table:
    if name == "cash-book":
        return stored_tables.cash_table(book.file, month)
    if name == "trial-balance":
        return stored_tables.trial_balance_table(book.file, month.last)
    if name == "balance-sheet":
        return stored_tables.balance_table(book.file, month.last)
    if name == "income-statement":
        return tables.income_table(book, *tables.fiscal_year_so_far(book, month.last))
    return {"savings": tables.savings_table, "loans": tables.loans_table}[name](book, month.last)


def _key(name: str, row: tuple[Cell, ...]) -> str:
    """Statements lead to an account, registers to a member or loan, the cash book to its voucher."""
    place = {"trial-balance": 0, "savings": 0, "loans": 0}.get(name, 1)
    return str(row[place])


@dataclass(frozen=True, slots=True)
class VoucherPage:
    """One voucher: its entry, the act behind it, and what undid it or what it undoes."""

    entry: JournalEntry
    act: Act
    undone_by: str | None
    undoes: str | None
    #: Whether its month is closed: undone by a correction then, by a reversal while it is open.
    is_closed: bool


def voucher_page(book: OpenBook, voucher: str) -> VoucherPage:
    """Raises `NotYetError` for a voucher this book does not have."""
    month = _month_of(voucher)
    first = month.first if month is not None else date.max
    later = [stored.entry for stored in book.file.entries(first, date.max)] if month is not None else []
    entry = next((entry for entry in later if entry.voucher == voucher), None)
    stored = book.file.act(entry.act) if entry is not None else None
    if entry is None or stored is None:
        raise NotYetError(f"There is no voucher {voucher} in this book. Look the number up in the journal.")
    undone_by = next((other.voucher for other in later if other.reverses == entry.number), None)
    undoes = _voucher(book, entry.reverses) if entry.reverses is not None else None
    closed = book.books.closed_month
    return VoucherPage(
        entry, parse(stored.text), undone_by, undoes, closed is not None and Month.of(stored.on) <= closed
    )


def _month_of(voucher: str) -> Month | None:
    """``RV-2025-11-0018`` is of November 2025."""
    parts = voucher.split("-")
    try:
        return Month.parse("-".join(parts[1:3]))
    except ValueError:
        return None


def _voucher(book: OpenBook, number: int) -> str | None:
    entries = book.file.entries(book.books.opened or date.min, date.max)
    return next((stored.entry.voucher for stored in entries if stored.entry.number == number), None)


def _journal(book: OpenBook, page: BookPage) -> BookPage:
    entries = [stored.entry for stored in book.file.entries(page.month.first, page.month.last)]
    made = table("journal", _JOURNAL, [_journal_row(entry) for entry in entries])
    undone = {entry.reverses for entry in entries if entry.reverses is not None}
    rows = [row for row, entry in enumerate(entries) if entry.reverses is not None or entry.number in undone]
    return replace(page, table=made, keys=tuple(entry.voucher for entry in entries), undone=frozenset(rows))


_JOURNAL = (
    Column("date", "date"),
    Column("voucher", "text"),
    Column("item", "text"),
    Column("holder", "id"),
    Column("text", "text"),
    Column("amount", "kip"),
)


def _journal_row(entry: JournalEntry) -> tuple[Cell, ...]:
    holder = next((posting.holder for posting in entry.postings if posting.holder is not None), None)
    moved = total(posting.amount for posting in entry.postings if posting.amount > 0)
    return entry.on, entry.voucher, entry.item, holder, entry.reason, moved


def account_lines(book: OpenBook, account: Account, month: Month) -> Table:
    """What moved an account in a month, from its balance before; debit positive."""
    before = by_account(book.file.balances(stored_tables.day_before(month.first), closed=True))
    opening = before.get(account, NOTHING)
    columns = (
        Column("date", "date"),
        Column("voucher", "text"),
        Column("item", "text"),
        Column("holder", "id"),
        Column("debit", "kip", adds_up=True),
        Column("credit", "kip", adds_up=True),
        Column("balance", "kip"),
    )
    rows = list(_moves(book, account, month, opening))
    return table("account", columns, rows, account=account, opening=opening)


def _moves(book: OpenBook, account: Account, month: Month, balance: int) -> Iterator[tuple[Cell, ...]]:
    for stored in book.file.entries(month.first, month.last):
        entry = stored.entry
        for posting in entry.postings:
            if posting.account == account:
                balance += posting.amount
                sides = (posting.amount, 0) if posting.amount > 0 else (0, -posting.amount)
                yield entry.on, entry.voucher, entry.item, posting.holder, *sides, balance
