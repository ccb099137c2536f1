"""Reports as tables, from an open book: people, loans, the audit, the dividend, cards."""

from __future__ import annotations

from datetime import date

from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month, fiscal_year_first
from vdfbank.bank.money import NOTHING
from vdfbank.ledger.cards import loan_card, savings_card
from vdfbank.ledger.statements import income_statement, results_of
from vdfbank.ledger.table import Cell, Column, Table, table
from vdfbank.office.reporting import (
    NotYetError,
    audit_report,
    dividend_report,
    loans_report,
    savings_report,
)
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import SIDED, day_before

_MEMBER = Column("member", "id")
_LOAN = Column("loan", "id")


def savings_table(book: OpenBook, as_of: date) -> Table:
    columns = (_MEMBER, Column("balance", "kip", adds_up=True))
    return table("savings", columns, [(line.member, line.balance) for line in savings_report(book, as_of)], as_of=as_of)


def loans_table(book: OpenBook, as_of: date) -> Table:
    kip = ("overdue_principal", "overdue_interest", "penalties_unpaid", "allowance")
    columns = (
        _LOAN,
        _MEMBER,
        Column("principal_outstanding", "kip", adds_up=True),
        Column("days_late", "number"),
        *(Column(name, "kip", adds_up=True) for name in kip),
    )
    rows = [[getattr(line, column.name) for column in columns] for line in loans_report(book, as_of)]
    return table("loans", columns, rows, as_of=as_of)


def audit_table(book: OpenBook, month: Month) -> Table:
    """The flat figures, one a line."""
    figures = audit_report(book, month).figures
    rows = [(key, value) for key, value in figures.items() if key != "month"]
    return table("audit", (Column("figure", "text"), Column("value", "number")), rows, month=str(month))


def dividend_table(book: OpenBook, year: int) -> Table:
    dividend = dividend_report(book, year)
    facts = {"year": year, "basis": dividend.basis, "surplus": dividend.surplus, **dividend.pools}
    return table("dividend", (_MEMBER, Column("amount", "kip", adds_up=True)), list(dividend.lines.items()), **facts)


def income_table(book: OpenBook, first: date, last: date) -> Table:
    """Income and expenses of a period, closing entries left out."""
    statement = income_statement(results_of(stored.entry for stored in book.file.entries(first, last)))
    rows = [("income", account, amount) for account, amount in statement.income.items()]
    rows += [("expenses", account, amount) for account, amount in statement.expenses.items()]
    period: dict[str, Cell] = {"from": first, "to": last}
    sums = {"income": statement.total_income, "expenses": statement.total_expenses, "surplus": statement.surplus}
    return table("income-statement", SIDED, rows, **period, **sums)


def member_table(book: OpenBook, member: str, first: date, last: date) -> Table:
    """One member's savings card over a period."""
    if member not in book.books.members:
        raise NotYetError(f"{member} is no member of this bank. Look the number up in the member register.")
    opening = -book.file.balances(day_before(first), closed=True).get((Account("2010"), member), NOTHING)
    lines = savings_card(member, opening, (stored.entry for stored in book.file.entries(first, last)))
    columns = (
        Column("date", "date"),
        Column("voucher", "text"),
        Column("item", "text"),
        Column("paid_in", "kip", adds_up=True),
        Column("taken_out", "kip", adds_up=True),
        Column("balance", "kip"),
    )
    rows = [(line.on, line.voucher, line.item, line.paid_in, line.taken_out, line.balance) for line in lines]
    return table("member", columns, rows, member=member, opening=opening, **{"from": first, "to": last})


def loan_table(book: OpenBook, loan: str) -> Table:
    """One loan's card: every movement since its pay-out."""
    first = book.books.opened or date.min
    lines = loan_card(loan, (stored.entry for stored in book.file.entries(first, date.max)))
    if not lines:
        raise NotYetError(f"No money moved on a loan {loan} in this book. Look the number up in the loan list.")
    money = ("paid_out", "penalty", "interest", "principal")
    columns = (
        Column("date", "date"),
        Column("voucher", "text"),
        *(Column(name, "kip", adds_up=True) for name in money),
        Column("balance", "kip"),
    )
    rows = [
        (line.on, line.voucher, line.paid_out, line.penalty, line.interest, line.principal, line.balance)
        for line in lines
    ]
    return table("loan", columns, rows, loan=loan)


def fiscal_year_so_far(book: OpenBook, as_of: date) -> tuple[date, date]:
    """From the fiscal year's first day to `as_of`."""
    month = book.books.village.fiscal_first_month if book.books.village else 1
    return fiscal_year_first(max(date.min.year, book.books.fiscal_year(as_of)), month), as_of
