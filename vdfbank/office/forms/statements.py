"""What a member's statement says, for one member or for all from one pass over the entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.account import CASH_BOX, DIVIDENDS_PAYABLE, ENTRY_FEES, RECOVERIES, SHARES
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import add_months
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.content.statement import Card, DueNext, LoanPart, OtherLine, Statement, Trained
from vdfbank.journal.entry import JournalEntry
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.threads import Threads, known_member, threads
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.office.tables import fiscal_year_so_far
from vdfbank.rules.books import Books, Loan, LoanState


def statements(book: OpenBook, asked: Asked) -> tuple[Statement, ...]:
    """The statement of the member asked for, else of everybody who is a member or whose money moved, by number."""
    first, last = fiscal_year_so_far(book, asked.day)
    first = asked.first or first
    books = book.books_at(last)
    found = _Period(place(book), books, first, last, threads(book, first, last))
    if asked.member is not None:
        return (found.statement(known_member(book, asked.member)),)
    if not books.members:
        raise NotYetError("Nobody has joined this bank yet. Print statements once it has members.")
    return tuple(found.statement(member) for member in sorted(books.members) if found.concerns(member))


@dataclass(frozen=True, slots=True)
class _Period:
    """The books at the end of the period, and what moved in it."""

    place: Place
    books: Books
    first: date
    last: date
    threads: Threads

    def concerns(self, member: PersonId) -> bool:
        return self.books.is_member(member) or member in self.threads.of or any(self.books.open_loans(member))

    def statement(self, member: PersonId) -> Statement:
        known = self.books.members.get(member)
        if known is None:
            raise NotYetError(f"On {self.last} {member} had not joined yet. Ask for a later day.")
        bylaws = self.books.bylaws_on(self.last)
        assert bylaws is not None
        opening, lines = self.threads.savings(member, SHARES)
        return Statement(
            self.place,
            member,
            names(self.books),
            known.standing,
            self.first,
            self.last,
            Card(*self.threads.savings(member)),
            Card(opening, lines) if opening or lines else None,
            tuple(self._loan(member, loan) for loan in self.threads.loans(member)),
            tuple(_others(member, self.threads)),
            self.threads.undone,
            self._may_borrow(member, bylaws),
            bylaws.savings_multiple,
            tuple(self._trained(member, bylaws)),
        )

    def _loan(self, member: PersonId, number: LoanId) -> LoanPart:
        opening, lines = self.threads.loan(member, number)
        loan = self.books.loans.get(number)
        if loan is None or loan.state != "open":
            return LoanPart(number, self._state(number), opening, lines, NOTHING, 0, None, NOTHING)
        position, rows = loan.position, loan.position.rows
        overdue = total(row.unpaid for row in rows if row.due < self.last) + position.penalties_unpaid
        return LoanPart(
            number,
            loan.state,
            opening,
            lines,
            overdue,
            position.days_late(self.last),
            _due_next(loan, self.last),
            position.owed,
        )

    def _state(self, number: LoanId) -> LoanState:
        standing = self.books.loan_standing(number)
        assert standing is not None
        return standing.state

    def _may_borrow(self, member: PersonId, bylaws: ByLaws) -> Money | None:
        if not self.books.is_member(member):
            return None
        limit = self.books.limit_base(member, bylaws.limit_base).times(bylaws.savings_multiple)
        return Money(max(NOTHING, limit - self.books.owed_principal(member)))

    def _trained(self, member: PersonId, bylaws: ByLaws) -> Iterator[Trained]:
        for module, months in bylaws.training.items():
            known = self.books.completions.get(member, {}).get(module)
            completed = known.on if known else None
            yield Trained(module, completed, add_months(completed, months) if completed else None)


def _due_next(loan: Loan, on: date) -> DueNext | None:
    """The next instalment that is not fully paid; one due that very day is not overdue yet."""
    rows = [row for row in loan.position.rows if row.due >= on and row.unpaid > 0]
    if not rows:
        return None
    due = min(row.due for row in rows)
    return DueNext(due, total(row.unpaid for row in rows if row.due == due))


def _others(member: PersonId, known: Threads) -> Iterator[OtherLine]:
    """Cash that touches neither savings nor a running loan; into the box positive."""
    loans = {loan for loan, owner in known.owners.items() if owner == member}
    for entry in known.of.get(member, ()):
        if entry.item in ("entry_fee", "dividend", "recover"):
            into_box = _into_box(entry, {member, *loans})
            if into_box:
                paid, received = (NOTHING, -into_box) if entry.item == "dividend" else (into_box, NOTHING)
                yield OtherLine(entry.on, entry.voucher, entry.item, paid, received)


def _into_box(entry: JournalEntry, holders: set[str]) -> Money:
    mine = any(
        posting.account in (ENTRY_FEES, DIVIDENDS_PAYABLE, RECOVERIES) and posting.holder in holders
        for posting in entry.postings
    )
    cash = total(posting.amount for posting in entry.postings if posting.account == CASH_BOX)
    return cash if mine else NOTHING
