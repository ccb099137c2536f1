"""Rules of repayment: repay, settle, recover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vdfbank.acts import lending
from vdfbank.bank.account import CASH_BOX, INTEREST, LOANS, PENALTIES, RECOVERIES
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.loans.position import Part
from vdfbank.rules.books import Books, Loan
from vdfbank.rules.case import Case
from vdfbank.rules.effects import CalledIn, Leg, PaymentAllocated, Recovered
from vdfbank.rules.loan_state import settlement
from vdfbank.rules.money import positive
from vdfbank.rules.people import is_member


def loan_known(loan: LoanId, books: Books, member: PersonId | None = None) -> Iterator[Problem]:
    """A loan of the book (and the member's own)."""
    known = books.loan_standing(loan)
    if known is None or (member is not None and known.member != member):
        yield Problem("unknown_loan", found=loan, who=member)


def in_state(loan: LoanId, books: Books, *states: str) -> Iterator[Problem]:
    """The loan stands where the act needs it."""
    known = books.loan_standing(loan)
    if known is not None and known.state not in states:
        yield Problem("wrong_state", found=known.state, needed=states, who=loan)


def repay(act: lending.Repay, case: Case) -> None:
    case.object(is_member(act.member, case.books, or_dead=True))
    case.object(positive(act.amount))
    if case.object(loan_known(act.loan, case.books, act.member)) or case.object(in_state(act.loan, case.books, "open")):
        return
    case.object(not_too_much(case.books.loans[act.loan], act.amount))
    if not case.problems:
        take_repayment(case.books.loans[act.loan], act.amount, case)


def take_repayment(loan: Loan, amount: Money, case: Case, line: PersonId | None = None) -> None:
    """Allocate a payment in the order of the by-laws of the pay-out, and put it into the box."""
    assert loan.terms is not None
    parts = loan.position.allocate(amount, loan.terms.allocation)
    case.do(PaymentAllocated(loan.id, parts, line))
    case.move("receipt", Leg(CASH_BOX, amount, loan.id), *loan_legs(loan.id, parts), line=line)


def not_too_much(loan: Loan, amount: Money) -> Iterator[Problem]:
    """Up to everything scheduled and charged."""
    if amount > loan.position.owed:
        yield Problem("overpaid", found=amount, needed=loan.position.owed, who=loan.id)


def loan_legs(loan: LoanId, parts: Iterable[Part]) -> tuple[Leg, ...]:
    """What a payment credits: penalties and interest are income when received (cash basis)."""
    parts = tuple(parts)
    return (
        Leg(PENALTIES, -total(part.penalty for part in parts), loan),
        Leg(INTEREST, -total(part.interest for part in parts), loan),
        Leg(LOANS, -total(part.principal for part in parts), loan),
    )


def settle(act: lending.Settle, case: Case) -> None:
    case.object(positive(act.amount))
    if case.object(loan_known(act.loan, case.books)) or case.object(in_state(act.loan, case.books, "open")):
        return
    owed = settlement(case.books.loans[act.loan], act.on)
    if act.amount != owed and act.amount:
        code = "underpaid" if act.amount < owed else "overpaid"
        case.object([Problem(code, found=act.amount, needed=owed, who=act.loan)])
    if not case.problems:
        case.do(CalledIn(act.loan, act.on))
        take_repayment(case.books.loans[act.loan], act.amount, case)


def recover(act: lending.Recover, case: Case) -> None:
    """Income, at most the principal written off."""
    case.object(positive(act.amount))
    if case.object(loan_known(act.loan, case.books)) or case.object(in_state(act.loan, case.books, "written_off")):
        return
    loan = case.books.loans[act.loan]
    left = loan.written_off - loan.recovered
    if act.amount > left:
        case.object([Problem("overpaid", found=act.amount, needed=left, who=act.loan)])
    if not case.problems:
        case.do(Recovered(act.loan, act.amount))
        case.receive("recover", RECOVERIES, act.amount, act.loan)
