"""Schedules: what a loan owes, and when, by each of the five methods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vdfbank.bank.calendar import add_months
from vdfbank.bank.loan import Method
from vdfbank.bank.money import NOTHING, Money, half_up

#: No schedule is reckoned over more months (reports.md, loan what-if).
LONGEST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Instalment:
    """One row of a schedule, numbered from 1."""

    number: int
    due: date
    principal: Money
    interest: Money

    @property
    def total(self) -> Money:
        return self.principal + self.interest


def monthly_rate(rate_bp: int) -> Fraction:
    """The exact monthly rate of a rate in basis points a month."""
    return Fraction(rate_bp, 10_000)


def schedule(principal: Money, months: int, rate: Fraction, method: Method, start: date) -> tuple[Instalment, ...]:
    """
    The instalments of `principal` over `months` at `rate` a month, paid out on `start` (acts.md, schedule).

    Each interest is rounded half up once, here: the passbook and the ledger must show the same kip. Principal parts
    always add up to `principal`, the last row takes what is left.
    """
    if method == "bullet_end":
        return (Instalment(1, add_months(start, months), principal, principal.times(rate * months)),)
    if method == "annuity":
        parts = _annuity(principal, months, rate)
    elif method == "bullet_monthly":
        parts = [(NOTHING, principal.times(rate))] * (months - 1) + [(principal, principal.times(rate))]
    else:
        parts = _equal_principal(principal, months, rate, on_balance=method == "declining")
    return tuple(
        Instalment(number, add_months(start, number), part, interest)
        for number, (part, interest) in enumerate(parts, start=1)
    )


def _equal_principal(principal: Money, months: int, rate: Fraction, *, on_balance: bool) -> list[tuple[Money, Money]]:
    part = Money(principal // months)
    rows, balance = [], principal
    for number in range(1, months + 1):
        paid = balance if number == months else part
        rows.append((paid, (balance if on_balance else principal).times(rate)))
        balance -= paid
    return rows


def _annuity(principal: Money, months: int, rate: Fraction) -> list[tuple[Money, Money]]:
    """Equal instalments, rounded; one may overrun the balance, so never more principal than is left."""
    equal = annuity_instalment(principal, months, rate)
    rows, balance = [], principal
    for number in range(1, months + 1):
        interest = balance.times(rate)
        part = balance if number == months else Money(min(balance, max(NOTHING, equal - interest)))
        rows.append((part, interest))
        balance -= part
    return rows


def annuity_instalment(principal: Money, months: int, rate: Fraction) -> Money:
    """P r / (1 - (1 + r)^-n), rounded half up; P / n without interest."""
    if rate == 0:
        return half_up(Fraction(principal, months))
    growth = (1 + rate) ** months
    return principal.times(rate * growth / (growth - 1))
