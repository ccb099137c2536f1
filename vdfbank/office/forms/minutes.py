"""Decisions of the management committee: votes on requests, reschedulings, write-offs and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from vdfbank.acts import books as b
from vdfbank.acts import lending as l
from vdfbank.bank.loan import Request
from vdfbank.bank.person import LoanId
from vdfbank.content.decisions import Decision, Minutes, Result, SeatVote, Sitting, Standing
from vdfbank.office.forms.application import last_day, worked_out_at
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.loan_acts import Done, LoanActs
from vdfbank.office.forms.loan_facts import step_out
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books
from vdfbank.wording.language import Language

#: Acts the committee votes on.
Voted = l.Decide | l.Reschedule | l.WriteOff | b.Correct
#: Votes an emergency loan needs: the president's and another's.
_EMERGENCY_QUORUM = 2


def minutes_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """The decisions on one loan, or those of a day."""
    from vdfbank.paper.decisions import print_minutes

    loan = LoanId(asked.loan) if asked.loan is not None else None
    as_of = asked.day if loan is None else asked.as_of or last_day(book)
    return print_minutes(minutes(book, as_of, loan), language)


def minutes(book: OpenBook, as_of: date, loan: LoanId | None = None) -> Minutes:
    """Every decision on `loan` up to `as_of`, by day; without a loan the decisions of that day."""
    acts = LoanActs(book, as_of)
    if loan is not None:
        acts.asked(loan)
    voted = [done for done in acts.done if isinstance(done.act, Voted)]
    wanted = [done for done in voted if (done.act.on == as_of if loan is None else _is_about(done, loan))]
    if not wanted:
        what = f"on {as_of}" if loan is None else f"about {loan} by {as_of}"
        raise NotYetError(f"The committee decided nothing {what}. Record the decision first, or ask for another day.")
    sittings = (_sitting(on, list(group), acts) for on, group in groupby(wanted, key=lambda done: done.act.on))
    return Minutes(place(book), tuple(sittings), names(acts.books))


def _is_about(done: Done, loan: LoanId) -> bool:
    return isinstance(done.act, l.Decide | l.Reschedule | l.WriteOff) and done.act.loan == loan


def _sitting(on: date, done: Iterable[Done], acts: LoanActs) -> Sitting:
    decisions = tuple(_decision(one, acts) for one in done)
    return Sitting(on, decisions, {seat.person: seat.role for decision in decisions for seat in decision.seats})


def _decision(done: Done, acts: LoanActs) -> Decision:
    act = done.act
    assert isinstance(act, Voted)
    books = acts.book.books_before(done.number)
    request = None if isinstance(act, b.Correct) else acts.asked(act.loan)[1]
    checklist = None
    if isinstance(act, l.Decide) and request is not None:
        checklist = worked_out_at("decide", done, request, acts)
    return Decision(
        done.number,
        _result(act),
        request,
        act.number if isinstance(act, b.Correct) else None,
        act.votes,
        tuple(_seats(act, request, books)),
        _quorum(act, request, books),
        act.reason,
        checklist,
        _standing(act, books),
        done.undone_by,
    )


def _result(act: Voted) -> Result:
    if isinstance(act, l.Decide):
        return act.outcome
    if isinstance(act, l.Reschedule):
        return "rescheduled"
    return "written_off" if isinstance(act, l.WriteOff) else "corrected"


def _seats(act: Voted, request: Request | None, books: Books) -> Iterator[SeatVote]:
    for person, role in books.seated("management").items():
        reason = step_out(person, request, books)
        yield SeatVote(person, role, act.votes.get(person) if reason is None else None, reason)


def _quorum(act: Voted, request: Request | None, books: Books) -> int | None:
    if isinstance(act, l.Decide):
        if act.outcome != "approved":
            return None
        if request is not None and request.product == "emergency":
            return _EMERGENCY_QUORUM
    bylaws = books.bylaws_on(act.on)
    return bylaws.quorum if bylaws else None


def _standing(act: Voted, books: Books) -> Standing | None:
    """How the loan stood before the vote."""
    if not isinstance(act, l.Reschedule | l.WriteOff):
        return None
    position = books.loans[act.loan].position
    months = act.months if isinstance(act, l.Reschedule) else None
    return Standing(position.principal_outstanding, position.days_late(act.on), months)
