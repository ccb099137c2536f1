"""Loan positions on a day: outstanding, lateness, what is at risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vdfbank.bank.calendar import Month
from vdfbank.bank.money import NOTHING, Money, half_up, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.rules.books import Books
from vdfbank.rules.closing import allowances

#: Days late above which a loan's whole principal counts as at risk.
PAR_DAYS = (0, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class LoanLine:
    """One open loan on a day, amounts in kip."""

    loan: LoanId
    member: PersonId
    principal_outstanding: Money
    days_late: int
    overdue_principal: Money
    overdue_interest: Money
    penalties_unpaid: Money
    allowance: Money
    #: Rescheduled within twelve months: at risk whatever its lateness.
    rescheduled: bool

    def is_at_risk(self, days: int) -> bool:
        return self.days_late > days or self.rescheduled


def loan_lines(books: Books, on: date) -> tuple[LoanLine, ...]:
    """Every open loan, by id; instalments due on `on` are not overdue."""
    set_aside = allowances(books, on)
    lines = []
    for loan in sorted(books.open_loans(), key=lambda loan: loan.id):
        position = loan.position
        overdue_principal, overdue_interest = position.overdue(on)
        lines.append(
            LoanLine(
                loan.id,
                loan.request.member,
                position.principal_outstanding,
                position.days_late(on),
                overdue_principal,
                overdue_interest,
                position.penalties_unpaid,
                set_aside[loan.id],
                loan.stays_at_risk(on),
            )
        )
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Portfolio at risk beyond `days`: principal of such loans, of all outstanding principal."""

    days: int
    principal: Money
    of: Money

    @property
    def bp(self) -> int:
        return ratio_bp(self.principal, self.of) or 0


def portfolio_at_risk(lines: Sequence[LoanLine]) -> tuple[AtRisk, ...]:
    """PAR0, 30, 60, 90: whole outstanding principal of loans more than so many days late or rescheduled."""
    gross = total(line.principal_outstanding for line in lines)
    return tuple(
        AtRisk(days, total(line.principal_outstanding for line in lines if line.is_at_risk(days)), gross)
        for days in PAR_DAYS
    )


def ratio_bp(numerator: int, denominator: int) -> int | None:
    """Basis points, half up; None where there is nothing to divide by."""
    return None if denominator == 0 else int(half_up(Fraction(10_000 * numerator, denominator)))


def due_in(books: Books, month: Month) -> Money:
    """Principal and interest of instalments due in the month, by the schedules as they stand, paid or not."""
    loans = (loan for loan in books.loans.values() if loan.was_paid_out and loan.state != "written_off")
    rows = (row for loan in loans for row in loan.position.rows if month.first <= row.due <= month.last)
    return sum((row.principal + row.interest for row in rows), NOTHING)
