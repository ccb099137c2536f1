"""Receipts and payment vouchers, read back from the entries that money left and reached the box by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from vdfbank.audit.report import Name
from vdfbank.bank.account import CASH_BOX, LOANS, SAVINGS, SHARES, Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import Role
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import VdfError
from vdfbank.content.place import Place
from vdfbank.content.voucher import BalancesAfter, Voucher, VoucherKind, VoucherPart
from vdfbank.journal.entry import JournalEntry
from vdfbank.journal.seal import entry_code
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.standing import signing
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before
from vdfbank.office.wanted import MissingError

_SERIES: Mapping[VoucherKind, str] = {"receipt": "RV", "payment": "PV"}
_SIGNS: Mapping[VoucherKind, tuple[Role, ...]] = {"receipt": ("treasurer",), "payment": ("treasurer", "president")}
#: The parts of a payment on a loan stand in the order in which a village speaks of them.
_LAST_PARTS: Mapping[str, int] = {"4020": 1, "4010": 2, LOANS: 3}
_VOUCHER = re.compile(r"(RV|PV|JV)-(\d{4}-\d{2})-\d{4,}", re.ASCII)

_OTHERS = {
    "RV": 'It is a receipt: ask for the form "receipt".',
    "PV": 'It is a payment voucher: ask for the form "payment-voucher".',
    "JV": "It is a journal voucher: no money passed the box, so nobody signs for any. The journal shows it.",
}


class OtherVoucherError(VdfError):
    """A voucher of one kind was asked for by the form of another."""

    exit_status: ClassVar[int] = 2

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} cannot be printed by this form. {_OTHERS[number[:2]]}")


def vouchers(book: OpenBook, asked: Asked, kind: VoucherKind) -> tuple[Voucher, ...]:
    """The voucher asked for, or every one of its kind that an act wrote."""
    if asked.voucher is not None:
        chosen = _by_number(book, asked.voucher.strip().upper(), kind)
    elif asked.act is not None:
        chosen = _by_act(book, asked.act, kind)
    else:
        raise MissingError(asked.name, "--voucher or --act")
    made = _Desk(book, chosen[0].on, kind).vouchers(chosen)
    return tuple(replace(voucher, is_copy=asked.copy) for voucher in made)


def _by_number(book: OpenBook, number: str, kind: VoucherKind) -> Sequence[JournalEntry]:
    shape = _VOUCHER.fullmatch(number)
    if shape is None:
        raise NotYetError(f"{number} is no number of a voucher. Write it like RV-2025-11-0001.")
    if shape[1] != _SERIES[kind]:
        raise OtherVoucherError(number)
    found = [entry for entry in _entries_of(book, shape[2]) if entry.voucher == number]
    if not found:
        raise NotYetError(f"This book holds no voucher {number}. Look the number up in the cash book.")
    return found


def _entries_of(book: OpenBook, month: str) -> Iterator[JournalEntry]:
    try:
        wanted = Month.parse(month)
    except ValueError:
        return
    yield from (stored.entry for stored in book.file.entries(wanted.first, wanted.last))


def _by_act(book: OpenBook, number: int, kind: VoucherKind) -> Sequence[JournalEntry]:
    act = book.file.act(number)
    if act is None:
        raise NotYetError(f"This book holds no act {number}. Look the number up in the list of acts.")
    dated = (stored.entry for stored in book.file.entries(act.on, act.on))
    found = [entry for entry in dated if entry.act == number and entry.voucher.startswith(_SERIES[kind])]
    if not found:
        did = "took no money into" if kind == "receipt" else "paid no money out of"
        raise NotYetError(f"Act {number} of {act.on} {did} the box. The cash book shows which acts did.")
    return found


class _Desk:
    """Everything the vouchers of one day and kind are made with."""

    def __init__(self, book: OpenBook, on: date, kind: VoucherKind) -> None:
        self.on, self.kind = on, kind
        self.file = book.file
        self.place: Place = place(book)
        self.names: Mapping[PersonId, Name] = names(book.books)
        self.borrowers = book.file.borrowers()
        self.undone = book.file.undone()
        self.reverses = {after: before for before, after in self.undone.items()}
        self.seals: dict[int, str] = {}
        self.signers = signing(book.books_at(on), _SIGNS[kind])

    def vouchers(self, chosen: Sequence[JournalEntry]) -> Iterator[Voucher]:
        """The day's entries carried out one by one: each voucher says what its member has after it."""
        wanted = {entry.number for entry in chosen}
        held = dict(self.file.balances(day_before(self.on), closed=True))
        for stored in self.file.entries(self.on, self.on):
            for posting in stored.entry.postings:
                key = posting.account, posting.holder or ""
                held[key] = held.get(key, NOTHING) + posting.amount
            if stored.entry.number in wanted:
                yield self._voucher(stored.entry, held)

    def _voucher(self, entry: JournalEntry, held: Mapping[tuple[Account, str], Money]) -> Voucher:
        who = self._whose(entry)
        sign = 1 if self.kind == "payment" else -1
        amount = -sign * total(posting.amount for posting in entry.postings if posting.account == CASH_BOX)
        return Voucher(
            place=self.place,
            kind=self.kind,
            number=entry.voucher,
            on=entry.on,
            act=entry.act,
            item=entry.item,
            who=who,
            nominee=entry.reason if entry.item == "nominee" else None,
            text="" if entry.item == "nominee" else entry.reason,
            parts=tuple(self._parts(entry, sign)),
            amount=Money(amount),
            after=None if who is None else self._after(who, entry, held),
            code=entry_code(self._seal(entry.act), entry.voucher),
            reverses=self.reverses.get(entry.voucher),
            reversed_by=self.undone.get(entry.voucher),
            signers=self.signers,
            names=self.names,
        )

    def _parts(self, entry: JournalEntry, sign: int) -> Iterator[VoucherPart]:
        """By account, and by loan where it is one member's."""
        of_one = self._whose(entry) is not None
        sums: dict[tuple[Account, LoanId | None], Money] = {}
        for posting in entry.postings:
            if posting.account != CASH_BOX:
                loan = LoanId(posting.holder) if of_one and posting.holder in self.borrowers else None
                sums[posting.account, loan] = sums.get((posting.account, loan), NOTHING) + sign * posting.amount
        for (account, loan), amount in sorted(sums.items(), key=lambda part: _LAST_PARTS.get(part[0][0], 0)):
            yield VoucherPart(account, loan, amount)

    def _whose(self, entry: JournalEntry) -> PersonId | None:
        """Nobody's where it is the bank's own, or several members' at once (running books taken over)."""
        holders = {posting.holder for posting in entry.postings if posting.holder is not None}
        people = {self.borrowers.get(LoanId(holder), PersonId(holder)) for holder in holders}
        return people.pop() if len(people) == 1 else None

    def _after(self, who: PersonId, entry: JournalEntry, held: Mapping[tuple[Account, str], Money]) -> BalancesAfter:
        """Of loans those that still owe, and the one this voucher is about."""
        moved = {posting.holder for posting in entry.postings}
        owed = {
            loan: held.get((LOANS, loan), NOTHING)
            for loan, borrower in sorted(self.borrowers.items())
            if borrower == who and (held.get((LOANS, loan)) or loan in moved)
        }
        return BalancesAfter(-held.get((SAVINGS, who), NOTHING), -held.get((SHARES, who), NOTHING), owed)

    def _seal(self, number: int) -> str:
        if number not in self.seals:
            act = self.file.act(number)
            assert act is not None, number
            self.seals[number] = act.seal
        return self.seals[number]
