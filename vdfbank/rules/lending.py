"""Rules of lending: decide, withdraw an application, pay out, reschedule, write off."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts import lending
from vdfbank.bank.account import ALLOWANCE, CASH_BOX, LOANS, WRITTEN_OFF
from vdfbank.bank.course import REQUIRED_FOR_LOANS
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId
from vdfbank.bank.problem import Problem
from vdfbank.rules.applying import Asking, checklist, failing, valid_completion
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Decided, Leg, LoanWrittenOff, PaidOut, Rescheduled, TakenBack, VotesCast
from vdfbank.rules.money import enough_in
from vdfbank.rules.repaying import in_state, loan_known
from vdfbank.rules.voting import emergency_majority, nobody_votes_in_own_matter, ordinary_majority


def decide(act: lending.Decide, case: Case) -> None:
    if case.object(loan_known(act.loan, case.books)):
        return
    if case.object(in_state(act.loan, case.books, "asked", "put_off")):
        return
    request = case.books.loans[act.loan].request
    case.object(nobody_votes_in_own_matter(act.votes, case.books, request))
    if act.outcome == "approved":
        case.object(failing(checklist(request, act.on, case.books)))
        # Votes are counted by by-laws; before there are any, nobody is a member and nothing can be approved.
        if case.books.bylaws_on(act.on) is not None:
            case.object(_majority(act, request, case))
    if not case.problems:
        case.do(Decided(act.loan, act.outcome, act.votes, act.reason))


def _majority(act: lending.Decide, request: Request, case: Case) -> Iterator[Problem]:
    if request.product == "emergency":
        return emergency_majority(act.votes, case.books, request)
    return ordinary_majority(act.votes, case.books, case.bylaws.quorum, request)


def withdraw_application(act: lending.WithdrawApplication, case: Case) -> None:
    if not case.object(loan_known(act.loan, case.books)):
        case.object(in_state(act.loan, case.books, "asked", "put_off", "approved"))
    if not case.problems:
        case.do(TakenBack(act.loan))


def pay_out(act: lending.PayOut, case: Case) -> None:
    pay_out_loan(act.loan, case)


def pay_out_loan(loan: LoanId, case: Case) -> None:
    """Everything is checked again on its own date; the schedule is fixed here."""
    books = case.books
    if case.object(loan_known(loan, books)) or case.object(_was_approved(loan, case)):
        return
    if case.object(in_state(loan, books, "approved")):
        return
    request = books.loans[loan].request
    case.object(failing(checklist(request, case.on, books)))
    case.object(enough_in(books.cash_box, request.amount))
    if not case.problems:
        case.do(PaidOut(loan, case.on, case.bylaws, _rests_on(request, case)))
        case.move(
            "pay_out", Leg(LOANS, request.amount, loan), Leg(CASH_BOX, -request.amount, loan), text=request.purpose
        )


def _was_approved(loan: LoanId, case: Case) -> Iterator[Problem]:
    known = case.books.loan_standing(loan)
    if known is not None and known.state in ("asked", "put_off", "refused"):
        yield Problem("not_approved", found=known.state, needed="approved", who=loan)


def _rests_on(request: Request, case: Case) -> tuple[int, ...]:
    """The acts of the trainings the pay-out rests on."""
    asking = Asking(request, case.on, case.books, case.bylaws)
    completions = (valid_completion(module, asking) for module in REQUIRED_FOR_LOANS)
    return tuple(completion.act for completion in completions if completion is not None)


def reschedule(act: lending.Reschedule, case: Case) -> None:
    if case.object(loan_known(act.loan, case.books)) or case.object(in_state(act.loan, case.books, "open")):
        return
    case.object(_term(act.months, case.bylaws.term_max))
    case.object(_votes(act, case))
    if case.books.loans[act.loan].position.principal_outstanding == 0:
        case.object([Problem("wrong_state", found=0, needed=1, who=act.loan)])
    if not case.problems:
        case.do(VotesCast(act.loan, act.votes), Rescheduled(act.loan, act.on, act.months))


def _term(months: int, longest: int) -> Iterator[Problem]:
    if months < 1:
        yield Problem("term_too_short", found=months, needed=1)
    if months > longest:
        yield Problem("term_too_long", found=months, needed=longest)


def _votes(act: lending.Reschedule | lending.WriteOff, case: Case) -> Iterator[Problem]:
    request = case.books.loans[act.loan].request
    yield from nobody_votes_in_own_matter(act.votes, case.books, request)
    yield from ordinary_majority(act.votes, case.books, case.bylaws.quorum, request)


def write_off(act: lending.WriteOff, case: Case) -> None:
    """The loan's allowance of the last closed month pays first, the rest is an expense."""
    if case.object(loan_known(act.loan, case.books)) or case.object(in_state(act.loan, case.books, "open")):
        return
    case.object(_votes(act, case))
    if not case.problems:
        principal = case.books.loans[act.loan].position.principal_outstanding
        allowance = Money(min(principal, case.books.loan_allowance(act.loan)))
        sides = (Leg(ALLOWANCE, allowance, act.loan), Leg(WRITTEN_OFF, principal - allowance, act.loan))
        case.do(VotesCast(act.loan, act.votes), LoanWrittenOff(act.loan, principal))
        case.move("write_off", *sides, Leg(LOANS, -principal, act.loan), text=act.reason)
