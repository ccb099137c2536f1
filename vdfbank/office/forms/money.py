"""Forms of the cash box and the books: receipts, vouchers, cash book, ledgers, statements, lists of what is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vdfbank.content.voucher import VoucherKind
from vdfbank.office.forms import account_statements, cash_books, due_lists, ledgers, vouchers
from vdfbank.office.forms.asked import Asked, Maker
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.tables import fiscal_year_so_far
from vdfbank.wording.language import Language

# What draws is imported where it draws: a program that prints nothing starts without it.


def _vouchers(book: OpenBook, asked: Asked, language: Language, kind: VoucherKind) -> bytes:
    from vdfbank.paper.voucher import print_vouchers

    return print_vouchers(vouchers.vouchers(book, asked, kind), language, single=asked.single)


def _receipt(book: OpenBook, asked: Asked, language: Language) -> bytes:
    return _vouchers(book, asked, language, "receipt")


def _payment_voucher(book: OpenBook, asked: Asked, language: Language) -> bytes:
    return _vouchers(book, asked, language, "payment")


def _cash_book(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.cash_book import print_cash_book

    return print_cash_book(cash_books.cash_book_of(book, asked.given(asked.month, "--month")), language)


def _savings_ledger(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.savings_ledger import print_savings_ledger

    return print_savings_ledger(ledgers.savings_ledger(book, *_period(book, asked)), language)


def _loan_ledger(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.loan_ledger import print_loan_ledger

    return print_loan_ledger(ledgers.loan_ledger(book, *_period(book, asked)), language)


def _period(book: OpenBook, asked: Asked) -> tuple[date, date]:
    """From the day asked for, or the fiscal year's first."""
    first, last = fiscal_year_so_far(book, asked.day)
    first = asked.first or first
    if first > last:
        raise NotYetError(f"The period would end on {last} before it begins on {first}. Choose an earlier --from.")
    return first, last


def _trial_balance(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.trial_balance import print_trial_balance

    return print_trial_balance(account_statements.trial_balance_form(book, asked.day), language)


def _income_statement(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.income_statement import print_income_statement

    return print_income_statement(account_statements.income_form(book, asked.given(asked.month, "--month")), language)


def _balance_sheet(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.balance_sheet import print_balance_sheet

    return print_balance_sheet(account_statements.balance_form(book, asked.day), language)


def _arrears(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.arrears_list import print_arrears_list

    return print_arrears_list(due_lists.arrears(book, asked.day), language)


def _call_list(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.call_list import print_call_list

    return print_call_list(due_lists.call_list(book, asked.day), language)


FORMS: Mapping[str, Maker] = {
    "receipt": _receipt,
    "payment-voucher": _payment_voucher,
    "cash-book": _cash_book,
    "savings-ledger": _savings_ledger,
    "loan-ledger": _loan_ledger,
    "trial-balance": _trial_balance,
    "income-statement": _income_statement,
    "balance-sheet": _balance_sheet,
    "arrears": _arrears,
    "call-list": _call_list,
}
