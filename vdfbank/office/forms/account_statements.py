"""Trial balance, income statement and balance sheet as forms to be signed."""

from __future__ import annotations

from datetime import date

from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import Role
from vdfbank.content.statements import BalanceForm, IncomeForm, TrialBalanceForm
from vdfbank.ledger.statements import balance_sheet, by_account, income_statement, results_of, trial_balance
from vdfbank.office.forms.standing import opened_by, signing
from vdfbank.office.placing import place
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.office.tables import fiscal_year_so_far

#: Who keeps the accounts, who answers for them, who has looked them through.
_SIGN: tuple[Role, ...] = ("treasurer", "president", "village_head")


def trial_balance_form(book: OpenBook, as_of: date) -> TrialBalanceForm:
    """Before the entries that close a year, on its last day."""
    opened_by(book, as_of)
    lines = trial_balance(by_account(book.file.balances(as_of)))
    return TrialBalanceForm(place(book), as_of, lines, names(book.books), signing(book.books_at(as_of), _SIGN))


def income_form(book: OpenBook, month: Month) -> IncomeForm:
    opened_by(book, month.last)
    since, last = fiscal_year_so_far(book, month.last)
    entries = [stored.entry for stored in book.file.entries(since, last)]
    return IncomeForm(
        place=place(book),
        month=month,
        since=since,
        of_month=income_statement(results_of(entry for entry in entries if entry.on >= month.first)),
        so_far=income_statement(results_of(entries)),
        names=names(book.books),
        signers=signing(book.books_at(last), _SIGN),
    )


def balance_form(book: OpenBook, as_of: date) -> BalanceForm:
    """The result so far is a line of its own, until the year is closed."""
    opened_by(book, as_of)
    sheet = balance_sheet(by_account(book.file.balances(as_of)))
    return BalanceForm(place(book), as_of, sheet, names(book.books), signing(book.books_at(as_of), _SIGN))
