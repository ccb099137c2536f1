"""What acts leave in the registers of loans: applications, votes, plans, penalties, payments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vdfbank.acts.codec import canonical
from vdfbank.acts.fields import plain
from vdfbank.bank.loan import Request
from vdfbank.bank.person import LoanId
from vdfbank.rules import effects as e
from vdfbank.store import tables as t
from vdfbank.store.deed import Deed, Row, kip


def _asked_for(request: Request, on: str) -> dict[str, Any]:
    return {
        "loan": request.loan,
        "on": on,
        "member": request.member,
        "product": request.product,
        "amount": int(request.amount),
        "months": request.months,
        "rate_bp": request.rate_bp,
        "method": request.method,
        "purpose": request.purpose,
    }


def _guarantors(request: Request) -> Iterator[Row]:
    for line, guarantor in enumerate(request.guarantors, start=1):
        yield t.guarantor, {"loan": request.loan, "line": line, "person": guarantor}


def asked(effect: e.Asked, _deed: Deed) -> Iterator[Row]:
    yield t.application, _asked_for(effect.request, str(effect.on))
    yield from _guarantors(effect.request)
    for line in effect.checklist:
        found, needed = canonical(plain(line.found)), canonical(plain(line.needed))
        yield (
            t.checklist_line,
            {
                "loan": effect.request.loan,
                "code": line.code,
                "passed": int(line.passed),
                "found": found,
                "needed": needed,
            },
        )


def decided(effect: e.Decided, _deed: Deed) -> Iterator[Row]:
    yield t.decision, {"loan": effect.loan, "outcome": effect.outcome, "reason": effect.reason}
    yield from _votes(effect.loan, effect.votes)


def votes_cast(effect: e.VotesCast, _deed: Deed) -> Iterator[Row]:
    yield from _votes(effect.subject, effect.votes)


def _votes(subject: str, votes: Mapping[Any, str]) -> Iterator[Row]:
    for person, vote in votes.items():
        yield t.vote, {"subject": subject, "person": person, "vote": vote}


def paid_out(effect: e.PaidOut, deed: Deed) -> Iterator[Row]:
    request = deed.after.loans[effect.loan].request
    yield (
        t.loan,
        {
            **_asked_for(request, str(effect.on)),
            **_terms(deed),
            "taken_over": 0,
            "instalments_paid": 0,
            "penalties_unpaid": 0,
        },
    )
    for line, training in enumerate(effect.rests_on, start=1):
        yield t.loan_training, {"loan": effect.loan, "line": line, "training": training}
    yield from _instalments(effect.loan, deed)


def loan_taken(effect: e.LoanTaken, deed: Deed) -> Iterator[Row]:
    yield (
        t.loan,
        {
            **_asked_for(effect.request, str(effect.on)),
            **_terms(deed),
            "taken_over": 1,
            "instalments_paid": effect.instalments_paid,
            "penalties_unpaid": int(effect.penalties_unpaid),
        },
    )
    yield from _guarantors(effect.request)
    yield from _instalments(effect.request.loan, deed)


def _terms(deed: Deed) -> dict[str, int]:
    """The act of the by-laws in force that day."""
    begun = [agreed for agreed in deed.after.bylaws if agreed.in_force <= deed.act.on]
    return {"terms": max((agreed.in_force, agreed.act) for agreed in begun)[1]}


def _instalments(loan: LoanId, deed: Deed) -> Iterator[Row]:
    """The whole plan as it stands after the act that made or changed it."""
    for line, row in enumerate(deed.after.loans[loan].position.rows, start=1):
        yield (
            t.instalment,
            {
                "loan": loan,
                "line": line,
                "due": str(row.due),
                "principal": int(row.principal),
                "interest": int(row.interest),
                "carried": int(row.carried),
                "charged": int(row.charged),
            },
        )


def penalty_charged(effect: e.PenaltyCharged, _deed: Deed) -> Iterator[Row]:
    charge = effect.charge
    yield (
        t.penalty,
        {"loan": effect.loan, "row": charge.row + 1, "unpaid": int(charge.unpaid), "amount": int(charge.amount)},
    )


def payment_allocated(effect: e.PaymentAllocated, _deed: Deed) -> Iterator[Row]:
    for part in effect.parts:
        yield (
            t.payment,
            {
                "loan": effect.loan,
                "row": part.row + 1,
                "penalty": int(part.penalty),
                "interest": int(part.interest),
                "principal": int(part.principal),
                "savings_day_line": effect.line,
            },
        )


def _event(loan: str, event: str, on: str, *, months: int | None = None, amount: int | None = None) -> Row:
    return t.loan_event, {"loan": loan, "event": event, "on": on, "months": months, "amount": kip(amount)}


def taken_back(effect: e.TakenBack, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "taken_back", deed.on)


def called_in(effect: e.CalledIn, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "called_in", str(effect.on))
    yield from _instalments(effect.loan, deed)


def penalties_stopped(effect: e.PenaltiesStopped, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "penalties_stopped", deed.on)


def rescheduled(effect: e.Rescheduled, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "rescheduled", str(effect.on), months=effect.months)
    yield from _instalments(effect.loan, deed)


def loan_written_off(effect: e.LoanWrittenOff, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "written_off", deed.on, amount=effect.principal)


def recovered(effect: e.Recovered, deed: Deed) -> Iterator[Row]:
    yield _event(effect.loan, "recovered", deed.on, amount=effect.amount)
