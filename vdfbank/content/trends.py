"""Twelve months in figures: savings and loans, loans at risk, cash, and the package."""

from __future__ import annotations

from dataclasses import dataclass

from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.content.place import Place
from vdfbank.ledger.loans import AtRisk
from vdfbank.training.package import Package


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How the bank stood at the end of a month: what the audit sheet of that month says, in kip."""

    month: Month
    savings: Money
    loans: Money
    cash_box: Money
    bank: Money
    #: Loans late by any day, and by more than 30 days, each of all loans.
    late: AtRisk
    long_late: AtRisk


@dataclass(frozen=True, slots=True)
class Trends:
    """The months up to one, at most twelve, none before the bank opened; the package at the end of the last."""

    place: Place
    months: tuple[MonthEnd, ...]
    package: Package

    @property
    def last(self) -> Month:
        return self.months[-1].month

    @property
    def has_bank_account(self) -> bool:
        return any(month.bank for month in self.months)
