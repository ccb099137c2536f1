"""Rules of a whole savings day: savings, penalties charged, repayments, withdrawals, then the count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts.saving import Expense, Line, LoanPayment, SavingsDay
from vdfbank.bank.account import CASH_BOX, SAVINGS, SHARES
from vdfbank.bank.money import NOTHING
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.loans.position import Charge
from vdfbank.rules.books import Books, Loan
from vdfbank.rules.case import Case
from vdfbank.rules.effects import DayHeld, Leg, PenaltyCharged, SavedOn
from vdfbank.rules.lending import pay_out_loan
from vdfbank.rules.money import book_difference, counted_right, large_enough, may_spend, may_take_out
from vdfbank.rules.people import is_member, twice
from vdfbank.rules.repaying import in_state, loan_known, not_too_much, take_repayment


def savings_day(act: SavingsDay, case: Case) -> None:
    """One day, refused as a whole when any line is; the order decides the figures (acts.md)."""
    case.object(_first_of_its_date(act, case))
    case.object(twice("duplicate_id", (line.member for line in act.lines)))
    case.do(DayHeld(act.on))
    lines = [line for line in act.lines if _may_move(line, case)]
    for line in lines:
        _save(line, case)
    charge_penalties(case)
    for line in lines:
        _repay(line, case)
    for line in lines:
        _withdraw(line, case)
    for expense in act.spend or ():
        _spend(expense, case)
    for loan in act.pay_outs or ():
        pay_out_loan(loan, case)
    _count(act, case)


def _first_of_its_date(act: SavingsDay, case: Case) -> Iterator[Problem]:
    if act.on in case.before.savings_days:
        yield Problem("wrong_state", found=str(act.on))


def _may_move(line: Line, case: Case) -> bool:
    """Whether the line's member may save, repay or take out; a dead member's loan may still be repaid."""
    or_dead = line.repays and not line.moves_own_money
    return not case.object(is_member(line.member, case.before, or_dead=or_dead)) and line.member in case.before.members


def _save(line: Line, case: Case) -> None:
    case.object(large_enough(line.save or NOTHING, case))
    for account, amount in ((SAVINGS, line.save or NOTHING), (SHARES, line.shares or NOTHING)):
        legs = (Leg(CASH_BOX, amount, line.member), Leg(account, -amount, line.member))
        case.move("receipt", *legs, line=line.member)
    if line.save:
        case.do(SavedOn(line.member, case.on, line.member))


def charge_penalties(case: Case) -> None:
    """Once a savings day and overdue instalment, on what is unpaid before that day's repayments."""
    for loan, charge in penalties_due(case.books, case.on):
        case.do(PenaltyCharged(loan.id, charge))


def penalties_due(books: Books, on: date) -> Iterator[tuple[Loan, Charge]]:
    for loan in list(books.open_loans()):
        if loan.terms is not None and not loan.penalties_stopped:
            for charge in loan.position.charges(on, loan.terms.penalty, loan.terms.grace_days):
                yield loan, charge


def _repay(line: Line, case: Case) -> None:
    for payment in _payments(line, case):
        if not payment.amount or case.object(loan_known(payment.loan, case.books, line.member)):
            continue
        if case.object(in_state(payment.loan, case.books, "open")):
            continue
        loan = case.books.loans[payment.loan]
        if not case.object(not_too_much(loan, payment.amount)):
            take_repayment(loan, payment.amount, case, line.member)


def _payments(line: Line, case: Case) -> Iterator[LoanPayment]:
    if isinstance(line.repay, tuple):
        yield from line.repay
    elif line.repay:
        loan = earliest_due(line.member, case.books)
        if loan is None:
            case.object([Problem("unknown_loan", found=line.member, who=line.member)])
        else:
            yield LoanPayment(loan.id, line.repay)


def earliest_due(member: PersonId, books: Books) -> Loan | None:
    """The member's open loan with the earliest unpaid due date, then the one paid out first."""
    return min(
        books.open_loans(member),
        key=lambda loan: (loan.position.earliest_unpaid() or date.max, loan.paid_out, loan.paid_out_act),
        default=None,
    )


def _withdraw(line: Line, case: Case) -> None:
    amount = line.withdraw or NOTHING
    if amount and not case.object(may_take_out(line.member, SAVINGS, amount, case)):
        legs = (Leg(SAVINGS, amount, line.member), Leg(CASH_BOX, -amount, line.member))
        case.move("withdrawal", *legs, line=line.member)


def _spend(expense: Expense, case: Case) -> None:
    if not case.object(may_spend(expense.account, expense.amount, case.books)):
        legs = (Leg(expense.account, expense.amount), Leg(CASH_BOX, -expense.amount))
        case.move("spend", *legs, text=expense.note)


def _count(act: SavingsDay, case: Case) -> None:
    """The count is judged only on a day whose lines all stand: else the box it is held against is not the day's."""
    if act.counted is None or not case.problems:
        case.object(counted_right(act.counted, act.reason, case))
    case.object(_pieces_add_up(act, case))
    if not case.problems:
        book_difference(act.counted, act.reason, case)


def _pieces_add_up(act: SavingsDay, case: Case) -> Iterator[Problem]:
    if act.count is None or act.counted is None or case.apart is not None:
        return
    pieces = sum(int(worth) * number for worth, number in act.count.items())
    if pieces != act.counted:
        yield Problem("count_missing", found=pieces, needed=act.counted)
