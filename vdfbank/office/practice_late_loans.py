"""Loans of a practice village that do not run as planned: settled early, late, rescheduled, written off, recovered."""

from __future__ import annotations

from datetime import date

from vdfbank.acts.act import Count, Text
from vdfbank.acts.lending import Recover, Reschedule, Settle, WriteOff
from vdfbank.bank.money import Money
from vdfbank.office.practice_lending import votes_of
from vdfbank.office.practice_village import PracticeVillage
from vdfbank.rules.books import Loan
from vdfbank.rules.loan_state import settlement


def settle_early(village: PracticeVillage, on: date) -> None:
    """Who sold a buffalo pays everything at once."""
    for loan in list(village.books.open_loans()):
        member = loan.request.member
        is_late = loan.position.days_late(on) > 0
        if not is_late and village.books.is_member(member) and village.lots.chance(15) and loan.paid_out != on:
            by, seconded_by = village.two_officers(member)
            village.perform(Settle(on=on, by=by, seconded_by=seconded_by, loan=loan.id, amount=settlement(loan, on)))


def look_after_late_loans(village: PracticeVillage, on: date) -> None:
    """Three months late: spread anew once; more than a year: written off; then little by little recovered."""
    for loan in list(village.books.loans.values()):
        if loan.state == "open":
            _look_after(village, loan, on)
        elif loan.state == "written_off" and village.lots.chance(100):
            _recover(village, loan, on)


def _look_after(village: PracticeVillage, loan: Loan, on: date) -> None:
    days_late, by = loan.position.days_late(on), village.seat("secretary")
    if days_late > 90 and loan.rescheduled is None and village.lots.chance(400):
        reason, votes = (
            Text("sickness in the family, pays again after the harvest"),
            votes_of(village, loan.request, "yes"),
        )
        months = Count(village.lots.between(4, 6))
        village.perform(Reschedule(on=on, by=by, loan=loan.id, months=months, reason=reason, votes=votes))
    elif days_late > 365:
        reason, votes = Text("went away, nobody knows where"), votes_of(village, loan.request, "yes")
        village.perform(WriteOff(on=on, by=by, loan=loan.id, reason=reason, votes=votes))


def _recover(village: PracticeVillage, loan: Loan, on: date) -> None:
    left = loan.written_off - loan.recovered
    if left > 0:
        by, seconded_by = village.two_officers(loan.request.member)
        amount = Money(min(left, 50_000))
        village.perform(Recover(on=on, by=by, seconded_by=seconded_by, loan=loan.id, amount=amount))
