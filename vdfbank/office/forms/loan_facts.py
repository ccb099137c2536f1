"""Facts that several loan forms state: the by-laws of a day, trainings, costs, an example of paying late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from vdfbank.acts.books import TakeOver
from vdfbank.acts.codec import parse
from vdfbank.acts.founding import Train
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import Role
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.loan_application import StepOut
from vdfbank.content.loan_parts import Agreed, LateExample, Training
from vdfbank.content.what_if import WhatIf
from vdfbank.loans.position import Position
from vdfbank.loans.schedule import Instalment
from vdfbank.office.session import OpenBook
from vdfbank.office.what_if import what_if
from vdfbank.rules.books import AgreedByLaws, Books
from vdfbank.rules.voting import may_vote


def agreed(version: AgreedByLaws, book: OpenBook) -> Agreed:
    act = book.file.act(version.act)
    assert act is not None
    return Agreed(version.bylaws, version.in_force, act.on, version.act)


def agreed_at(books: Books, number: int, on: date) -> AgreedByLaws:
    """The version in force on `on` when act `number` was performed, whatever was agreed since."""
    known = tuple(version for version in books.bylaws if version.act < number)
    found = replace(books, bylaws=known).agreed_on(on)
    assert found is not None
    return found


def cost(request: Request, start: date) -> WhatIf:
    """The loan as asked for, paid out on `start`."""
    return what_if(request.amount, request.months, Fraction(request.rate_bp, 100), request.method, start)


def trainings(member: PersonId, acts: Iterable[int], book: OpenBook) -> Iterator[Training]:
    """The trainings `member` completed by these acts: what a pay-out rests on."""
    for number in dict.fromkeys(acts):
        stored = book.file.act(number)
        assert stored is not None
        act = parse(stored.text)
        if isinstance(act, Train):
            yield Training(act.module, act.on, number, act.title)
            continue
        assert isinstance(act, TakeOver)
        own = (trained for trained in act.trained if trained.member == member)
        yield from (Training(trained.module, trained.on, number, None) for trained in own)


def seat_of(role: Role, books: Books) -> PersonId | None:
    """Who holds an office of the management committee."""
    return next((person for person, held in books.seated("management").items() if held == role), None)


def step_out(person: PersonId, request: Request | None, books: Books) -> StepOut | None:
    """Why a member of the committee has no vote on a request."""
    if request is None or may_vote(person, books, request):
        return None
    if person == request.member:
        return "applicant"
    return "guarantor" if person in request.guarantors else "household"


def others_of_household(request: Request, books: Books) -> tuple[PersonId, ...]:
    """Who else of the borrower's household is in the register."""
    household = books.household(request.member)
    return tuple(
        person.id
        for person in sorted(books.people.values(), key=lambda person: person.id)
        if household is not None and person.household == household and person.id != request.member
    )


def late_example(rows: tuple[Instalment, ...], terms: ByLaws, savings_day: int) -> LateExample:
    """
    The first instalment brought on the first savings day that charges a penalty for it.

    Only its own sum is brought: what the penalty takes of it is still owed afterwards.
    """
    first, position = rows[0], Position.of(rows[:1])
    day = _charging_day(first.due, terms.grace_days, savings_day)
    charges = position.charges(day, terms.penalty, terms.grace_days)
    charged = position.charged(charges)
    parts = charged.allocate(first.total, terms.allocation)
    used = tuple((name, Money(sum(getattr(part, name) for part in parts))) for name in terms.allocation)
    penalty = Money(sum(charge.amount for charge in charges))
    return LateExample(first.due, day, first.total, penalty, used, charged.paid(parts).owed)


def _charging_day(due: date, grace_days: int, savings_day: int) -> date:
    """The first savings day more than the grace days after the due date."""
    month = Month.of(due)
    while (month.first.replace(day=savings_day) - due).days <= grace_days:
        month = month.plus(1)
    return month.first.replace(day=savings_day)


def example_loan(terms: ByLaws, start: date) -> WhatIf:
    """A loan these by-laws allow: of 600 000 kip, six months, the lowest rate, the first method agreed."""
    months = min(max(6, terms.term_min), terms.term_max)
    return what_if(Money(600_000), months, Fraction(terms.rate_min_bp, 100), (*terms.methods, "flat")[0], start)
