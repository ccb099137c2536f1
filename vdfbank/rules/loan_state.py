"""What a running loan owes under its plan: settlement and interest of the months begun."""

from __future__ import annotations

from datetime import date

from vdfbank.bank.calendar import months_begun
from vdfbank.bank.money import Money
from vdfbank.rules.books import Loan


def interest_begun(loan: Loan, on: date) -> Money | None:
    """For ``bullet_end`` P x rate x months begun since the plan started; None for every other method."""
    if loan.request.method != "bullet_end" or loan.plan_start is None:
        return None
    return loan.plan_principal.times(loan.rate * months_begun(loan.plan_start, on))


def settlement(loan: Loan, on: date) -> Money:
    """Exactly what closes the loan on `on` (acts.md, settle)."""
    return loan.position.settlement(on, interest_begun(loan, on))
