"""The loan card: the plan with what is paid of it, every movement, and what changed the loan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from vdfbank.acts import lending as l
from vdfbank.acts import saving as s
from vdfbank.acts.books import TakeOver
from vdfbank.bank.account import INTEREST, LOANS, PENALTIES, RECOVERIES
from vdfbank.bank.loan import COMPONENTS, Component, Request
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId
from vdfbank.content.loan_card import LoanCard, LoanEvent, Movement, PenaltyCharged, PlanRow
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.cards import LoanCardLine, loan_card
from vdfbank.loans.position import Position, Row
from vdfbank.office.forms.application import last_day
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.loan_acts import Done, LoanActs, loans_named
from vdfbank.office.forms.loan_facts import agreed, agreed_at, trainings
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Loan
from vdfbank.rules.loan_state import settlement
from vdfbank.wording.language import Language


def card_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """One loan's card, or that of every loan running on the day."""
    from vdfbank.paper.loan_card import print_cards

    as_of = asked.as_of or last_day(book)
    cards = Cards(book, as_of)
    loans = [LoanId(asked.loan)] if asked.loan is not None else cards.running()
    if not loans:
        raise NotYetError(f"No loan was running on {as_of}. Name the loan whose card is wanted with --loan.")
    return print_cards([cards.card(loan) for loan in loans], language)


#: Accounts whose postings stand on a loan's card.
_MOVING = frozenset({LOANS, INTEREST, PENALTIES, RECOVERIES})


class Cards:
    """Cards of a book on a day: its acts and entries are read once for all of them."""

    def __init__(self, book: OpenBook, as_of: date) -> None:
        self.book, self.as_of = book, as_of
        self.acts = LoanActs(book, as_of)
        self._entries: dict[str, list[JournalEntry]] = {}
        for stored in book.file.entries(date.min, as_of):
            for holder in _moved(stored.entry):
                self._entries.setdefault(holder, []).append(stored.entry)

    def running(self) -> list[LoanId]:
        return sorted(loan.id for loan in self.acts.books.open_loans())

    def card(self, loan: LoanId) -> LoanCard:
        _, request = self.acts.asked(loan)
        entries = self._entries.get(loan, [])
        paid = self.acts.pay_out(loan)
        if paid is None:
            raise NotYetError(f"{loan} was not paid out by {self.as_of}. Print its application or the offer instead.")
        known = self._loan(loan, max(entry.act for entry in entries))
        version = agreed_at(self.acts.books, paid.number, paid.act.on)
        assert known.paid_out is not None
        overdue_principal, overdue_interest = known.position.overdue(self.as_of)
        is_open = known.state == "open"
        return LoanCard(
            place(self.book),
            self.as_of,
            request,
            known.state,
            known.paid_out,
            agreed(version, self.book),
            tuple(plan(known.position.rows, _payments(loan, entries))),
            tuple(_movements(loan, entries)),
            tuple(self._penalties(loan, known.position)),
            tuple(_events(request, entries, self.acts)),
            tuple(trainings(request.member, known.rests_on, self.book)),
            known.position.principal_outstanding if is_open else NOTHING,
            overdue_principal if is_open else NOTHING,
            overdue_interest if is_open else NOTHING,
            known.position.penalties_unpaid if is_open else NOTHING,
            known.position.days_late(self.as_of) if is_open else 0,
            settlement(known, self.as_of) if is_open else NOTHING,
            names(self.acts.books),
        )

    def _loan(self, loan: LoanId, last: int) -> Loan:
        """The loan on the day; of one that is over and put away what it was after its last movement."""
        return self.acts.books.loans.get(loan) or self.book.books_before(last + 1).loans[loan]

    def _penalties(self, loan: LoanId, position: Position) -> Iterator[PenaltyCharged]:
        for charged in self.book.file.penalties(loan, self.as_of):
            # One charged on a row whose rescheduling was annulled went to the last.
            instalment = min(charged.row, len(position.rows))
            yield PenaltyCharged(charged.on, charged.act, instalment, charged.unpaid, charged.amount)


def _moved(entry: JournalEntry) -> set[str]:
    """The loans on which money moved; what was set aside for a loss is no movement."""
    return {posting.holder for posting in entry.postings if posting.holder and posting.account in _MOVING}


def _movements(loan: LoanId, entries: Sequence[JournalEntry]) -> Iterator[Movement]:
    by_voucher = {entry.voucher: entry for entry in entries}
    by_number = {entry.number: entry for entry in entries}
    reversed_by = {entry.reverses: entry.voucher for entry in entries if entry.reverses is not None}
    for line in _lines(loan, entries):
        entry = by_voucher[line.voucher]
        reverses = by_number[entry.reverses].voucher if entry.reverses is not None else None
        yield Movement(line, reversed_by.get(entry.number), reverses)


def _lines(loan: LoanId, entries: Sequence[JournalEntry]) -> Iterator[LoanCardLine]:
    """The loan's movements; money on a loan written off stands in the same order, its balance being nothing."""
    lines = {line.voucher: line for line in loan_card(loan, entries)}
    for entry in entries:
        if entry.voucher in lines:
            yield lines[entry.voucher]
        elif recovered := total(-posting.amount for posting in entry.postings if posting.account == RECOVERIES):
            yield LoanCardLine(
                entry.on, entry.act, entry.voucher, entry.item, NOTHING, NOTHING, NOTHING, recovered, NOTHING
            )


def _events(request: Request, entries: Sequence[JournalEntry], acts: LoanActs) -> Iterator[LoanEvent]:
    """What changed the loan besides payments, in the order it happened."""
    set_off = {entry.act for entry in entries if entry.item == "set_off"}
    for done in acts.done:
        act = done.act
        if isinstance(act, s.Die) and act.member == request.member:
            if done.number in set_off or _was_open(request.loan, done.number, acts):
                yield LoanEvent("die", act.on, done.number, done.undone_by)
        elif request.loan in loans_named(act):
            yield from _event(done)


def _was_open(loan: LoanId, number: int, acts: LoanActs) -> bool:
    known = acts.book.books_before(number).loans.get(loan)
    return known is not None and known.state == "open"


def _event(done: Done) -> Iterator[LoanEvent]:
    act = done.act
    if isinstance(act, l.Reschedule):
        yield LoanEvent("reschedule", act.on, done.number, done.undone_by, months=act.months, reason=act.reason)
    elif isinstance(act, l.Settle):
        yield LoanEvent("settle", act.on, done.number, done.undone_by, amount=act.amount)
    elif isinstance(act, l.WriteOff):
        yield LoanEvent("write_off", act.on, done.number, done.undone_by, reason=act.reason)
    elif isinstance(act, l.Recover):
        yield LoanEvent("recover", act.on, done.number, done.undone_by, amount=act.amount)
    elif isinstance(act, TakeOver):
        yield LoanEvent("take_over", act.on, done.number, done.undone_by)


#: A payment on its day: penalty, interest and principal.
Payment = tuple[date, Mapping[Component, Money]]


def _payments(loan: LoanId, entries: Sequence[JournalEntry]) -> list[Payment]:
    """What was paid and not taken back, in order."""
    undone = {entry.reverses for entry in entries if entry.reverses is not None}
    standing = [entry for entry in entries if entry.reverses is None and entry.number not in undone]
    paying = (line for line in loan_card(loan, standing) if not line.paid_out and line.item != "write_off")
    return [
        (line.on, {"penalty": line.penalty, "interest": line.interest, "principal": line.principal}) for line in paying
    ]


def plan(rows: Sequence[Row], payments: Sequence[Payment]) -> Iterator[PlanRow]:
    """
    Each instalment with the day it was last paid on.

    A row says how much of it is paid; of penalty, interest and principal each, the first payments paid the oldest
    rows. What the books of this program never received was paid before they began, and that on the oldest rows too.
    """
    days: dict[int, list[date]] = {index: [] for index in range(len(rows))}
    before: set[int] = set()
    for component in COMPONENTS:
        paid = [(index, getattr(row, f"paid_{component}")) for index, row in _oldest_first(rows)]
        queue = [(on, parts[component]) for on, parts in payments if parts[component]]
        missing = total(amount for _, amount in paid) - total(amount for _, amount in queue)
        for index, on in _matched(paid, [(None, missing), *queue]):
            if on is None:
                before.add(index)
            else:
                days[index].append(on)
    for index, row in enumerate(rows):
        yield PlanRow(index + 1, row, max(days[index], default=None), index in before)


def _oldest_first(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    return sorted(enumerate(rows), key=lambda numbered: (numbered[1].due, numbered[0]))


def _matched(
    paid: Iterable[tuple[int, int]], given: Iterable[tuple[date | None, int]]
) -> Iterator[tuple[int, date | None]]:
    """Which of the sums given, in order, pays something of each row."""
    queue = [(on, amount) for on, amount in given if amount > 0]
    for index, due in paid:
        left = due
        while left > 0 and queue:
            on, amount = queue.pop(0)
            yield index, on
            if amount > left:
                queue.insert(0, (on, amount - left))
            left -= amount
