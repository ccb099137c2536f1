"""Loans of a practice village: asked for, voted on, paid out, put off, refused."""

from __future__ import annotations

from datetime import date
from typing import Literal

from vdfbank.acts.act import BasisPoints, Count, Text, Vote
from vdfbank.acts.lending import Apply, Decide, PayOut, WithdrawApplication
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Method, Product, Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.practice_village import PracticeVillage, down_to_whole, up_to_whole
from vdfbank.rules.applying import checklist
from vdfbank.rules.voting import may_vote

Outcome = Literal["approved", "refused", "put_off"]

#: One member of so many has a loan.
MEMBERS_A_LOAN = 4

_PURPOSES = (
    *("production: piglets", "production: rice inputs", "production: buffalo", "production: chickens and ducks"),
    *("production: fish pond", "production: vegetable garden", "production: weaving", "trade: dried fish"),
    *("trade: shop stock", "trade: noodle stall", "service: rice mill repair", "service: motorbike repair"),
)
_EMERGENCIES = ("emergency: hospital", "emergency: roof after the storm", "emergency: school fees", "emergency: flood")
#: How many households are looked at for somebody in need.
_ASKED_IN_NEED = 18
#: The village agreed on the defaults.
_BYLAWS = ByLaws()

#: How the committee says why, by the first line of the checklist that fails.
_REASONS = {
    "loan_outstanding": "the old loan first",
    "saving_period": "saves less than three months",
    "over_savings_multiple": "more than five times the savings",
    "in_arrears": "in arrears",
    "guarantors": "guarantors do not stand free",
    "liquidity": "not enough would stay in the box",
    "no_safe_migration_training": "safe migration training first",
    "no_business_training": "business training first",
    "dormant": "has not saved for months",
}


def lend(village: PracticeVillage, on: date) -> None:
    """After the savings day: what was put off, then new applications until enough loans run."""
    _take_up_again(village, on)
    running = sum(1 for _ in village.books.open_loans())
    members = village.current()
    room = len(members) // MEMBERS_A_LOAN - running
    most = min(room, len(members) // 10 + 1)
    refused = 0
    for person in village.lots.shuffled(members):
        if most <= 0:
            return
        if not _wants_a_loan(village, person, on):
            continue
        paid_out = _one_application(village, person, on, may_fail=refused <= len(members) // 200)
        most -= paid_out
        refused += not paid_out


def ask_too_much(village: PracticeVillage, on: date) -> None:
    """Somebody wants more than five times the savings: written down, refused with the reason."""
    for person in village.lots.shuffled(village.current()):
        if _wants_a_loan(village, person, on):
            request = _ordinary(village, person, too_much=True)
            _apply(village, request, on)
            _refuse(village, request, _failing(village, request, on), on)
            return


def _wants_a_loan(village: PracticeVillage, person: PersonId, on: date) -> bool:
    if village.is_away(person, on) or any(village.books.open_loans(person)):
        return False
    return not any(
        loan.request.member == person and loan.state == "written_off" for loan in village.books.loans.values()
    )


def _one_application(village: PracticeVillage, person: PersonId, on: date, *, may_fail: bool) -> bool:
    """Whether a loan was paid out; one that cannot pass is asked for only now and then."""
    too_much = may_fail and village.lots.chance(60)
    request = _ordinary(village, person, too_much=too_much)
    failing = _failing(village, request, on)
    if failing and not (may_fail and village.lots.chance(400)):
        village.asked -= 1
        return False
    _apply(village, request, on)
    if failing:
        _refuse(village, request, failing, on)
        return False
    if village.lots.chance(40):
        _decide(village, request, on, "put_off", Text("the box is needed for the rice season, again next month"))
        return False
    village.method_taken()
    return _grant(village, request, on)


def _ordinary(village: PracticeVillage, person: PersonId, *, too_much: bool) -> Request:
    """A sum that leaves enough for the others: about what a quarter of the members can have out of all savings."""
    books, lots = village.books, village.lots
    fair = books.savings_total * MEMBERS_A_LOAN // len(village.current())
    limit = books.savings(person) * _BYLAWS.savings_multiple
    months, method = lots.between(3, 9), village.next_method()
    unit = 10_000 * (1 if method in ("bullet_monthly", "bullet_end") else months)
    sum_asked = down_to_whole(min(limit, fair * lots.between(50, 150) // 100), unit) or unit
    if too_much:
        sum_asked = up_to_whole(limit + 1, 50_000)
    return _request(village, person, "ordinary", Money(sum_asked), months, method)


def _request(
    village: PracticeVillage, person: PersonId, product: Product, amount: Money, months: int, method: Method
) -> Request:
    purpose = village.lots.one_of(_PURPOSES if product == "ordinary" else _EMERGENCIES)
    rate_bp = village.lots.one_of((300, 300, 350, 400))
    guarantors = tuple(_guarantors(village, person))
    return Request(village.next_loan(), person, product, amount, months, rate_bp, method, purpose, guarantors)


def _guarantors(village: PracticeVillage, borrower: PersonId) -> list[PersonId]:
    """Two whom one trusts; the committee's own members stand back, they are to vote."""
    seated = village.books.seated("management")
    members = [person for person in village.current() if person != borrower and person not in seated]
    first = village.lots.one_of(members)
    return [first, village.lots.one_of([person for person in members if person != first])]


def _failing(village: PracticeVillage, request: Request, on: date) -> list[str]:
    return [line.code for line in checklist(request, on, village.books) if not line.passed]


def _apply(village: PracticeVillage, request: Request, on: date) -> None:
    village.perform(
        Apply(
            on=on,
            by=village.seat("secretary"),
            loan=request.loan,
            member=request.member,
            product=request.product,
            amount=request.amount,
            months=Count(request.months),
            rate_bp=BasisPoints(request.rate_bp),
            method=request.method,
            purpose=Text(request.purpose),
            guarantors=request.guarantors,
        )
    )


def _grant(village: PracticeVillage, request: Request, on: date) -> bool:
    return _decide(village, request, on, "approved") and _pay_out(village, request, on)


def _decide(village: PracticeVillage, request: Request, on: date, outcome: Outcome, reason: Text | None = None) -> bool:
    votes = votes_of(village, request, "no" if outcome == "refused" else "yes")
    if request.product == "emergency":
        votes = dict(list(votes.items())[:2])  # the president and one other
    act = Decide(on=on, by=village.seat("secretary"), loan=request.loan, votes=votes, outcome=outcome, reason=reason)
    return village.perform(act) is not None


def votes_of(village: PracticeVillage, request: Request, most: Vote) -> dict[PersonId, Vote]:
    """Nearly always of one mind; somebody doubts now and then, but never so many that it changes the outcome."""
    voters = [person for person in village.books.seated("management") if may_vote(person, village.books, request)]
    votes: dict[PersonId, Vote] = dict.fromkeys(voters, most)
    if len(voters) > _BYLAWS.quorum and village.lots.chance(150):
        votes[voters[-1]] = village.lots.one_of(("abstain", "no" if most == "yes" else "yes"))
    return votes


def _refuse(village: PracticeVillage, request: Request, failing: list[str], on: date) -> None:
    _decide(village, request, on, "refused", Text(_REASONS.get(failing[0], "not within the by-laws")))


def _pay_out(village: PracticeVillage, request: Request, on: date) -> bool:
    if not village.bring_cash(on, request.amount):
        return False
    by, seconded_by = village.two_officers(request.member)
    return village.perform(PayOut(on=on, by=by, seconded_by=seconded_by, loan=request.loan)) is not None


def _take_up_again(village: PracticeVillage, on: date) -> None:
    """Applications put off, or approved when the box was too small: a second time, or taken back."""
    for loan in [loan for loan in village.books.loans.values() if loan.state in ("put_off", "approved")]:
        if _failing(village, loan.request, on) or village.lots.chance(200):
            village.perform(WithdrawApplication(on=on, by=village.seat("secretary"), loan=loan.id))
        elif loan.state == "put_off":
            _grant(village, loan.request, on)
        else:
            _pay_out(village, loan.request, on)


def emergency(village: PracticeVillage, on: date) -> bool:
    """Between two savings days: the president and one other say yes. Whether somebody could be helped."""
    for person in village.lots.shuffled(village.current())[:_ASKED_IN_NEED]:
        if any(loan.request.product == "emergency" for loan in village.books.open_loans(person)):
            continue
        most = min(_BYLAWS.emergency_cap, down_to_whole(village.books.cash_box // 2, 50_000))
        amount = Money(min(most, 50_000 * village.lots.between(2, 10)))
        method: Method = village.lots.one_of(("bullet_end", "flat"))
        request = _request(village, person, "emergency", amount, 3, method)
        if not _failing(village, request, on):
            _apply(village, request, on)
            return _grant(village, request, on)
        village.asked -= 1
    return False
