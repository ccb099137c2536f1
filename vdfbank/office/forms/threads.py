"""Vouchers member by member: one pass over the entries serves every passbook and statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vdfbank.acts.books import TakeOver
from vdfbank.acts.codec import parse
from vdfbank.acts.lending import Apply
from vdfbank.bank.account import (
    DIVIDENDS_PAYABLE,
    ENTRY_FEES,
    INTEREST,
    LOANS,
    PENALTIES,
    RECOVERIES,
    SAVINGS,
    SHARES,
    Account,
)
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.statement import Undone
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.cards import CardLine, LoanCardLine, loan_card, savings_card
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before

#: The accounts a member sees; their holders are members, or loans.
_OF_MEMBERS = frozenset({SAVINGS, SHARES, DIVIDENDS_PAYABLE, ENTRY_FEES})
_OF_LOANS = frozenset({LOANS, INTEREST, PENALTIES, RECOVERIES})
Balances = Mapping[tuple[Account, str], Money]


@dataclass(frozen=True, slots=True)
class Threads:
    """A period's entries: `of` each member in order, and what they do not say themselves."""

    of: Mapping[PersonId, Sequence[JournalEntry]]
    #: At the end of the day before the period, debit positive.
    opening: Balances
    #: Whose a loan is, finished ones too.
    owners: Mapping[LoanId, PersonId]
    #: The seal of every act.
    seals: Mapping[int, str]
    undone: Mapping[str, Undone]

    def loans(self, member: PersonId) -> list[LoanId]:
        """Loans of the member that anything was owed for, or that moved, in the order they were asked for."""
        moved = {posting.holder for entry in self.of.get(member, ()) for posting in entry.postings}
        mine = (loan for loan, owner in self.owners.items() if owner == member)
        return [loan for loan in mine if loan in moved or (LOANS, loan) in self.opening]

    def savings(self, member: PersonId, account: Account = SAVINGS) -> tuple[Money, tuple[CardLine, ...]]:
        """The balance before the period, and the movements since; `account` may be the shares."""
        opening = -self.opening.get((account, member), NOTHING)
        lines = savings_card(member, opening, self.of.get(member, ()), account)
        return opening, tuple(self._savings_undone(line) for line in lines)

    def loan(self, member: PersonId, loan: LoanId) -> tuple[Money, tuple[LoanCardLine, ...]]:
        opening = self.opening.get((LOANS, loan), NOTHING)
        return opening, loan_card(loan, self.of.get(member, ()), opening)

    def _savings_undone(self, line: CardLine) -> CardLine:
        """A reversal counts negative where the line stood that it undoes: nobody took anything out."""
        if line.voucher not in self.undone or self.undone[line.voucher].reverses is None:
            return line
        return replace(line, paid_in=-line.taken_out, taken_out=-line.paid_in)


def threads(book: OpenBook, first: date, last: date) -> Threads:
    """Everything members see of the entries dated from `first` to `last`."""
    owners, seals = _behind(book)
    entries = [stored.entry for stored in book.file.entries(first, last)]
    opening = book.file.balances(day_before(first), closed=True)
    return Threads(_by_member(entries, owners), opening, owners, seals, dict(_undone(book, entries)))


def _behind(book: OpenBook) -> tuple[dict[LoanId, PersonId], dict[int, str]]:
    owners: dict[LoanId, PersonId] = {}
    seals: dict[int, str] = {}
    for stored in book.file.acts():
        seals[stored.number] = stored.seal
        if stored.kind in (Apply.kind, TakeOver.kind):
            act = parse(stored.text)
            assert isinstance(act, (Apply, TakeOver))
            owners.update((line.loan, line.member) for line in (act.loans if isinstance(act, TakeOver) else (act,)))
    return owners, seals


def _by_member(
    entries: Iterable[JournalEntry], owners: Mapping[LoanId, PersonId]
) -> dict[PersonId, list[JournalEntry]]:
    threads: dict[PersonId, list[JournalEntry]] = {}
    for entry in entries:
        for member in dict.fromkeys(_members(entry, owners)):
            threads.setdefault(member, []).append(entry)
    return threads


def _members(entry: JournalEntry, owners: Mapping[LoanId, PersonId]) -> Iterator[PersonId]:
    if entry.item == "closing":
        # A dividend is the member's when it is paid, not when the year is closed.
        return
    for posting in entry.postings:
        if posting.holder is not None and posting.account in _OF_MEMBERS:
            yield PersonId(posting.holder)
        elif posting.holder is not None and posting.account in _OF_LOANS:
            yield owners[LoanId(posting.holder)]


def _undone(book: OpenBook, entries: Iterable[JournalEntry]) -> Iterator[tuple[str, Undone]]:
    """What reverses what; a reversal after the period is not seen."""
    vouchers = {entry.number: entry.voucher for entry in entries}
    for entry in entries:
        if entry.reverses is not None:
            before = vouchers.get(entry.reverses) or _voucher(book, entry.reverses)
            yield entry.voucher, Undone(reverses=before)
            yield before, Undone(reversed_by=entry.voucher)


def _voucher(book: OpenBook, number: int) -> str:
    return next(book.file.all_entries(after=number - 1)).entry.voucher


def known_member(book: OpenBook, member: str) -> PersonId:
    if member not in book.books.members:
        raise NotYetError(f"{member} is no member of this bank. Look the number up in the member register.")
    return PersonId(member)
