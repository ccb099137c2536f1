"""The acts a loan form tells of: read once from a book, up to a day, with what was undone since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile

from vdfbank.acts import books as b
from vdfbank.acts import lending as l
from vdfbank.acts import saving as s
from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.bank.loan import Request
from vdfbank.bank.person import LoanId
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.rules import effects as e
from vdfbank.rules.books import Books, LoanState
from vdfbank.rules.draft import Draft
from vdfbank.store.stored import StoredAct

_KINDS = frozenset(
    kind.kind
    for kind in (
        *(l.Apply, l.Decide, l.WithdrawApplication, l.PayOut, l.Settle, l.Reschedule, l.WriteOff, l.Recover),
        *(s.Die, s.SavingsDay, b.TakeOver, b.Reverse, b.Correct),
    )
)


@dataclass(frozen=True, slots=True)
class Done:
    """An act as it stands in the book, and the act that took all of it back."""

    number: int
    act: Act
    undone_by: int | None


class LoanActs:
    """Every act of a book dated up to `upto` that may concern a loan, in order."""

    def __init__(self, book: OpenBook, upto: date) -> None:
        self.book, self.upto = book, upto
        read = [(stored.number, parse(stored.text)) for stored in book.file.acts(on_or_before=upto) if _wanted(stored)]
        undone = {target: number for number, act in read if (target := _undone(act)) is not None}
        self.done = tuple(Done(number, act, undone.get(number)) for number, act in read)

    @cached_property
    def books(self) -> Books:
        """The books at the end of the day."""
        return self.book.books_at(self.upto)

    def of(self, loan: LoanId) -> Iterator[Done]:
        """The acts that name the loan."""
        return (done for done in self.done if loan in loans_named(done.act))

    def asked(self, loan: LoanId) -> tuple[Done, Request]:
        """How the loan came into the book: asked for, or taken over."""
        for done in self.of(loan):
            if isinstance(done.act, l.Apply):
                return done, done.act.request
            if isinstance(done.act, b.TakeOver) and done.undone_by is None:
                return done, next(taken.request for taken in done.act.loans if taken.loan == loan)
        raise NotYetError(f"Nobody had asked for a loan {loan} by {self.upto}. Look the number up in the loan list.")

    def pay_out(self, loan: LoanId) -> Done | None:
        """The act that paid the loan out, or took it over, and still stands."""
        paying = (l.PayOut, s.SavingsDay, b.TakeOver)
        standing = [done for done in self.of(loan) if isinstance(done.act, paying) and done.undone_by is None]
        return standing[-1] if standing else None

    def decision(self, loan: LoanId) -> Done | None:
        """The last decision on the request."""
        decided = [done for done in self.of(loan) if isinstance(done.act, l.Decide)]
        return decided[-1] if decided else None

    def state(self, loan: LoanId) -> LoanState:
        standing = self.books.loan_standing(loan)
        assert standing is not None
        return standing.state

    def books_met(self, number: int, loan: LoanId) -> Books:
        """The books as act `number` found them when it came to the loan: on a savings day, after what came before."""
        books, record = self.book.performed(number)
        earlier = takewhile(lambda effect: not _concerns(effect, loan), record.effects)
        return Draft(books).carry_out(earlier).books()


def _wanted(stored: StoredAct) -> bool:
    return stored.kind in _KINDS and (stored.kind != s.SavingsDay.kind or '"pay_outs"' in stored.text)


def _undone(act: Act) -> int | None:
    """The act that a reversal or correction takes back as a whole."""
    if isinstance(act, b.Correct) or (isinstance(act, b.Reverse) and act.member is None):
        return act.number
    return None


def loans_named(act: Act) -> tuple[LoanId, ...]:
    """The loans an act is about."""
    if isinstance(act, s.SavingsDay):
        return act.pay_outs or ()
    if isinstance(act, b.TakeOver):
        return tuple(taken.loan for taken in act.loans)
    loan = getattr(act, "loan", None)
    return () if loan is None else (loan,)


def _concerns(effect: e.Effect, loan: LoanId) -> bool:
    """Whether the effect decides on the loan or pays it out."""
    return isinstance(effect, e.Decided | e.PaidOut) and effect.loan == loan
