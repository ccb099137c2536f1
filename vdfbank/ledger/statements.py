"""Trial balance, income statement and balance sheet from account balances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vdfbank.bank.account import Account, is_income, is_result
from vdfbank.bank.money import NOTHING, Money, total

if TYPE_CHECKING:
    # What is stored is added up without the rules that entries are posted by.
    from vdfbank.journal.entry import JournalEntry


@dataclass(frozen=True, slots=True)
class TrialLine:
    """An account's balance on its side, the other side 0."""

    account: Account
    debit: Money
    credit: Money


def trial_balance(balances: Mapping[Account, Money]) -> tuple[TrialLine, ...]:
    """Accounts that hold anything, by number; `balances` debit positive."""
    return tuple(
        TrialLine(account, Money(max(NOTHING, balance)), Money(max(NOTHING, -balance)))
        for account, balance in sorted(balances.items())
        if balance
    )


def by_account(balances: Mapping[tuple[Account, str], Money]) -> dict[Account, Money]:
    """Balances of accounts, their holders added up."""
    totals: dict[Account, Money] = {}
    for (account, _), balance in balances.items():
        totals[account] = totals.get(account, NOTHING) + balance
    return totals


@dataclass(frozen=True, slots=True)
class IncomeStatement:
    """Income and expenses of a period, each positive, by account."""

    income: Mapping[Account, Money]
    expenses: Mapping[Account, Money]

    @property
    def total_income(self) -> Money:
        return total(self.income.values())

    @property
    def total_expenses(self) -> Money:
        return total(self.expenses.values())

    @property
    def surplus(self) -> Money:
        return self.total_income - self.total_expenses


def results_of(entries: Iterable[JournalEntry]) -> dict[Account, Money]:
    """Movements of income and expense (debit positive), those that close a year left out."""
    results: dict[Account, Money] = {}
    for entry in entries:
        if entry.item != "closing":
            for posting in entry.postings:
                if is_result(posting.account):
                    results[posting.account] = results.get(posting.account, NOTHING) + posting.amount
    return results


def income_statement(results: Mapping[Account, Money]) -> IncomeStatement:
    """Of the result accounts' movements (debit positive), without closing entries."""
    income = {account: -moved for account, moved in sorted(results.items()) if is_income(account) and moved}
    expenses = {account: moved for account, moved in sorted(results.items()) if not is_income(account) and moved}
    return IncomeStatement(income, expenses)


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """What the bank owns, owes and has of its own; the allowance is a negative asset, the result of the year equity."""

    assets: Mapping[Account, Money]
    liabilities: Mapping[Account, Money]
    equity: Mapping[Account, Money]
    result: Money

    @property
    def total_assets(self) -> Money:
        return total(self.assets.values())

    @property
    def total_liabilities_and_equity(self) -> Money:
        return total((*self.liabilities.values(), *self.equity.values(), self.result))


def balance_sheet(balances: Mapping[Account, Money]) -> BalanceSheet:
    """Before closing, income less expense is a line of equity."""
    sides: dict[str, dict[Account, Money]] = {"1": {}, "2": {}, "3": {}}
    for account, balance in sorted(balances.items()):
        if not is_result(account) and balance:
            sides[account[0]][account] = balance if account.startswith("1") else -balance
    result = -total(balance for account, balance in balances.items() if is_result(account))
    return BalanceSheet(sides["1"], sides["2"], sides["3"], result)
