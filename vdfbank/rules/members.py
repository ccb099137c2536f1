"""Rules of members: join, leave, die, name a nominee."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts import saving
from vdfbank.bank.account import CASH_BOX, ENTRY_FEES, SAVINGS, SHARES
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Loan
from vdfbank.rules.case import Case
from vdfbank.rules.effects import CalledIn, Joined, Leg, MemberGone, NomineeNamed, PaymentAllocated, PenaltiesStopped
from vdfbank.rules.money import enough_in
from vdfbank.rules.people import is_member
from vdfbank.rules.repaying import loan_legs


def not_yet_member(person: PersonId, case: Case) -> Iterator[Problem]:
    """Who left or died does not join again."""
    member = case.books.members.get(person)
    if member is not None:
        code = "already_member" if member.standing == "member" else "member_left"
        yield Problem(code, found=person, who=person)


def join(act: saving.Join, case: Case) -> None:
    if not case.object(not_yet_member(act.member, case)) and not case.problems:
        case.do(Joined(act.member, act.on))
        case.receive("entry_fee", ENTRY_FEES, case.bylaws.entry_fee, act.member)


def name_nominee(act: saving.NameNominee, case: Case) -> None:
    case.object(is_member(act.member, case.books))
    if not case.problems:
        case.do(NomineeNamed(act.member, act.nominee))


def leave(act: saving.Leave, case: Case) -> None:
    if case.object(is_member(act.member, case.books)) or act.member not in case.books.members:
        return
    books = case.books
    owed = total(loan.position.owed for loan in books.open_loans(act.member))
    if owed > 0:
        case.object([Problem("loan_outstanding", found=owed, needed=0, who=act.member)])
    for loan in books.open_loans():
        if act.member in loan.request.guarantors:
            case.object([Problem("guarantees_a_loan", found=loan.id, who=act.member)])
    savings, shares = books.savings(act.member), books.shares(act.member)
    case.object(enough_in(books.cash_box, savings + shares))
    if not case.problems:
        case.move("leave", *_own_money_out(act.member, savings, shares))
        case.do(MemberGone(act.member, "left"))


def die(act: saving.Die, case: Case) -> None:
    """Loans fall due, savings (then shares) pay them, older loan first; what is left goes to the nominee in cash."""
    if case.object(is_member(act.member, case.books)) or act.member not in case.books.members:
        return
    nominee = act.nominee or case.books.members[act.member].nominee
    if not nominee:
        case.object([Problem("unknown_person", found=None, who=act.member)])
        return
    loans = sorted(case.books.open_loans(act.member), key=lambda loan: (loan.paid_out, loan.paid_out_act))
    for loan in loans:
        case.do(CalledIn(loan.id, act.on))
        _set_off(loan, case)
    savings, shares = case.books.savings(act.member), case.books.shares(act.member)
    if not case.object(enough_in(case.books.cash_box, savings + shares)):
        case.move("nominee", *_own_money_out(act.member, savings, shares), text=nominee)
        case.do(NomineeNamed(act.member, nominee), MemberGone(act.member, "dead"))


def _set_off(loan: Loan, case: Case) -> None:
    member, books = loan.request.member, case.books
    position = books.loans[loan.id].position
    savings, shares = books.savings(member), books.shares(member)
    paid = Money(min(savings + shares, position.owed))
    assert loan.terms is not None
    if paid > 0:
        parts = position.allocate(paid, loan.terms.allocation)
        from_savings = Money(min(savings, paid))
        own = (Leg(SAVINGS, from_savings, member), Leg(SHARES, paid - from_savings, member))
        case.do(PaymentAllocated(loan.id, parts))
        case.move("set_off", *own, *loan_legs(loan.id, parts))
    if case.books.loans[loan.id].state == "open":
        case.do(PenaltiesStopped(loan.id))


def _own_money_out(member: PersonId, savings: Money, shares: Money) -> tuple[Leg, ...]:
    return (Leg(SAVINGS, savings, member), Leg(SHARES, shares, member), Leg(CASH_BOX, -(savings + shares), member))
