"""The rows an act leaves in the book: its entries, what it did to the registers, and last itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vdfbank.acts.books import CloseMonth
from vdfbank.acts.saving import SavingsDay
from vdfbank.bank.money import NOTHING
from vdfbank.journal.post import Posted
from vdfbank.rules import effects as e
from vdfbank.rules.books import Books
from vdfbank.store import loan_rows as loans
from vdfbank.store import people_rows as people
from vdfbank.store import tables as t
from vdfbank.store.checkpoint import freeze
from vdfbank.store.deed import Deed, Row, kip


def act_row(posted: Posted) -> dict[str, Any]:
    """The act itself: written last, it seals everything before it."""
    act = posted.checked.act
    return {
        "number": posted.number,
        "on": str(act.on),
        "kind": act.kind,
        "by": act.by,
        "seconded_by": act.seconded_by,
        "key": act.key,
        "text": posted.text,
        "seal": posted.seal,
    }


def entry_rows(posted: Posted) -> Iterator[dict[str, Any]]:
    for entry in posted.entries:
        yield {
            "number": entry.number,
            "act": entry.act,
            "voucher": entry.voucher,
            "on": str(entry.on),
            "item": entry.item,
            "reason": entry.reason,
            "reverses": entry.reverses,
        }


def posting_rows(posted: Posted) -> Iterator[dict[str, Any]]:
    for entry in posted.entries:
        for line, posting in enumerate(entry.postings, start=1):
            yield {
                "entry": entry.number,
                "line": line,
                "account": int(posting.account),
                "holder": posting.holder,
                "amount": int(posting.amount),
            }


def rows(posted: Posted, after: Books) -> Iterator[Row]:
    """
    The register rows of an act, from its effects; `after` are the books after it.

    Balances of a closing (`close_balance`) are not among them: they are added up from the entries.
    """
    deed = Deed(posted, after)
    for effect in posted.checked.effects:
        for table, values in _ROWS[type(effect)](effect, deed):
            if "line" in table.c and "line" not in values:
                deed.lines[table.name] += 1
                values["line"] = deed.lines[table.name]
            yield table, {"act": posted.number, **values}


def _nothing(_effect: object, _deed: Deed) -> Iterator[Row]:
    """No register: a slip is an entry, a saving is a posting."""
    return iter(())


def _day_held(effect: e.DayHeld, deed: Deed) -> Iterator[Row]:
    day: SavingsDay = deed.act
    yield t.savings_day, {"on": str(effect.on), "witness": day.witness, "counted": kip(day.counted)}


def _month_closed(effect: e.MonthClosed, deed: Deed) -> Iterator[Row]:
    act: CloseMonth = deed.act
    closed = {"month": str(effect.month), "counted": int(effect.counted), "remarks": act.remarks}
    yield t.month_close, {**closed, "books": freeze(deed.after)}
    for person in effect.signed_by:
        yield t.signature, {"person": person}


_POOLS = ("members", "committee", "advisory", "welfare", "reserve")


def _year_closed(effect: e.YearClosed, _deed: Deed) -> Iterator[Row]:
    pools = {pool: int(effect.pools.get(pool, NOTHING)) for pool in _POOLS}
    yield t.year_close, {"year": effect.year, "surplus": int(effect.surplus), **pools}
    for member, amount in effect.dividend.items():
        yield t.dividend, {"member": member, "amount": int(amount)}


def _dividend_paid(effect: e.DividendPaid, _deed: Deed) -> Iterator[Row]:
    for member in effect.members:
        yield t.dividend_payment, {"member": member, "year": effect.year}


def _annulled(effect: e.Annulled, _deed: Deed) -> Iterator[Row]:
    yield t.annulment, {"annulled": effect.number, "member": effect.member}


def _confirmed(effect: e.Confirmed, _deed: Deed) -> Iterator[Row]:
    yield t.confirmation, {"what": effect.what, "detail": effect.detail}


_ROWS: Mapping[type, Callable[[Any, Deed], Iterator[Row]]] = {
    e.Slip: _nothing,
    e.Founded: people.founded,
    e.Opened: people.opened,
    e.Registered: people.registered,
    e.SessionHeld: people.session_held,
    e.Elected: people.elected,
    e.ByLawsAgreed: people.bylaws_agreed,
    e.Joined: people.joined,
    e.QualifiedSince: people.qualified_since,
    e.SavedOn: _nothing,
    e.DayHeld: _day_held,
    e.MemberGone: people.member_gone,
    e.NomineeNamed: people.nominee_named,
    e.Asked: loans.asked,
    e.Decided: loans.decided,
    e.TakenBack: loans.taken_back,
    e.PaidOut: loans.paid_out,
    e.LoanTaken: loans.loan_taken,
    e.PenaltyCharged: loans.penalty_charged,
    e.PaymentAllocated: loans.payment_allocated,
    e.CalledIn: loans.called_in,
    e.PenaltiesStopped: loans.penalties_stopped,
    e.Rescheduled: loans.rescheduled,
    e.LoanWrittenOff: loans.loan_written_off,
    e.Recovered: loans.recovered,
    e.VotesCast: loans.votes_cast,
    e.MonthClosed: _month_closed,
    e.YearClosed: _year_closed,
    e.DividendPaid: _dividend_paid,
    e.Annulled: _annulled,
    e.Confirmed: _confirmed,
}
