"""Rules of taking over the books of a bank that already runs."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts.books import LoanTakenOver, TakeOver
from vdfbank.bank.account import (
    BANK_ACCOUNT,
    CASH_BOX,
    LOANS,
    PAYABLE_BY_SPEND,
    RECEIVABLES,
    RESERVE,
    SAVINGS,
    SHARES,
)
from vdfbank.bank.money import LARGEST_KIP, NOTHING, Money, total
from vdfbank.bank.problem import Problem
from vdfbank.loans.schedule import LONGEST_MONTHS, monthly_rate, schedule
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Joined, Leg, LoanTaken, QualifiedSince, SessionHeld
from vdfbank.rules.members import not_yet_member
from vdfbank.rules.people import twice

_ASSETS = (CASH_BOX, BANK_ACCOUNT, RECEIVABLES)
_ALLOWED = frozenset(_ASSETS) | PAYABLE_BY_SPEND


def take_over(act: TakeOver, case: Case) -> None:
    """Members, loans, trainings and accounts as they stand; what is left over goes to the reserve, stated."""
    if case.books.members:
        case.object([Problem("wrong_state", found=len(case.books.members), needed=0)])
        return
    case.object(twice("duplicate_id", (line.member for line in act.members)))
    for line in act.members:
        case.object(not_yet_member(line.member, case))
    case.object(_dates(act))
    case.object(_accounts(act))
    case.object(_loans(act, case))
    case.object(_balances(act))
    if not case.problems:
        _carry_over(act, case)


def _dates(act: TakeOver) -> Iterator[Problem]:
    """Nothing taken over lies after the day of taking over."""
    days = [
        *((line.joined, line.member) for line in act.members),
        *((line.qualifying_since, line.member) for line in act.members if line.qualifying_since),
        *((line.paid_out, line.loan) for line in act.loans),
        *((line.on, line.member) for line in act.trained),
    ]
    for day, who in days:
        if day > act.on:
            yield Problem("date_in_future", found=str(day), needed=str(act.on), who=who)


def _accounts(act: TakeOver) -> Iterator[Problem]:
    for account in act.accounts:
        if account not in _ALLOWED:
            yield Problem("wrong_account", found=account, needed=tuple(sorted(_ALLOWED)))


def _loans(act: TakeOver, case: Case) -> Iterator[Problem]:
    yield from twice("duplicate_id", (line.loan for line in act.loans))
    joining = {line.member for line in act.members}
    for line in act.loans:
        if case.books.is_taken(line.loan):
            yield Problem("duplicate_id", found=line.loan, who=line.loan)
        for person in (line.member, *line.guarantors):
            if person not in joining and person in case.books.people:
                yield Problem("not_a_member", found=person, who=person)
        outstanding = outstanding_by_schedule(line)
        if outstanding != line.principal_outstanding:
            yield Problem("does_not_balance", found=line.principal_outstanding, needed=outstanding, who=line.loan)


def outstanding_by_schedule(line: LoanTakenOver) -> Money | None:
    """What the schedule leaves after the instalments paid; None where the terms give no such schedule."""
    if not 1 <= line.months <= LONGEST_MONTHS or line.amount == 0:
        return None
    rows = schedule(line.amount, line.months, monthly_rate(line.rate_bp), line.method, line.paid_out)
    # An instalment larger than any amount an act may name is no term anybody agreed on.
    if line.instalments_paid >= len(rows) or any(row.total > LARGEST_KIP for row in rows):
        return None
    return total(row.principal for row in rows[line.instalments_paid :])


def _balances(act: TakeOver) -> Iterator[Problem]:
    left_over = assets_less_debts(act)
    if act.difference is None or int(act.difference) != left_over:
        yield Problem("does_not_balance", found=act.difference, needed=left_over)


def assets_less_debts(act: TakeOver) -> Money:
    """Cash, bank, receivables and loans, less savings, shares and funds."""
    owned = total(amount for account, amount in act.accounts.items() if account in _ASSETS)
    owed = total(amount for account, amount in act.accounts.items() if account not in _ASSETS)
    loans = total(line.principal_outstanding for line in act.loans)
    return owned + loans - owed - total(line.savings + (line.shares or NOTHING) for line in act.members)


def _carry_over(act: TakeOver, case: Case) -> None:
    for line in act.members:
        case.do(Joined(line.member, line.joined))
    for trained in act.trained:
        case.do(SessionHeld(trained.on, trained.module, (trained.member,), elsewhere=True))
    for loan in act.loans:
        penalties = loan.penalties_unpaid or NOTHING
        case.do(LoanTaken(loan.request, loan.paid_out, case.bylaws, loan.instalments_paid, penalties))
    sides = [
        *(Leg(account, amount if account in _ASSETS else -amount) for account, amount in sorted(act.accounts.items())),
        *(Leg(LOANS, line.principal_outstanding, line.loan) for line in act.loans),
        *(Leg(SAVINGS, -line.savings, line.member) for line in act.members),
        *(Leg(SHARES, -(line.shares or NOTHING), line.member) for line in act.members),
        Leg(RESERVE, -assets_less_debts(act)),
    ]
    case.move("take_over", *sides)
    for line in act.members:
        if line.qualifying_since is not None:
            case.do(QualifiedSince(line.member, line.qualifying_since))
