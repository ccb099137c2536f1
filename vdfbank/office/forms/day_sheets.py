"""What the savings-day sheet says: what is expected of a day, or what was posted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from vdfbank.acts.books import Correct, Reverse
from vdfbank.acts.codec import parse
from vdfbank.acts.saving import Line, SavingsDay
from vdfbank.bank.account import CASH_BOX, INTEREST, LOANS, PENALTIES, SAVINGS, SHARES, Account
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.savings_day import ExpectedDay, Outlay, PostedDay, PostedRow, Undoing
from vdfbank.journal.entry import JournalEntry
from vdfbank.journal.seal import short_form
from vdfbank.office.forms.asked import Asked
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names, savings_day_sheet, sheet_order
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before
from vdfbank.rules.books import Books
from vdfbank.store.stored import StoredAct


def expected_day(book: OpenBook, on: date) -> ExpectedDay:
    """The sheet as it is printed before the day, also for a day that has been held since."""
    held = _held(book, on)
    books = book.books_at(on) if held is None else book.books_before(held.number)
    sheet = savings_day_sheet(books, on)
    if sheet is None or not sheet.rows:
        raise NotYetError("Nobody has joined this bank yet. Print the sheet once it has members.")
    return ExpectedDay(place(book), sheet)


def posted_day(book: OpenBook, asked: Asked) -> PostedDay:
    """The savings day of a date (or of an act) as it stands in the book."""
    stored = book.file.act(asked.act) if asked.act is not None else _held(book, asked.day)
    if stored is None or stored.kind != SavingsDay.kind:
        when = f"Act {asked.act}" if asked.act is not None else f"{asked.as_of}"
        raise NotYetError(f"{when} is no savings day of this book. Post the day, or print its sheet with --blank.")
    act = parse(stored.text)
    assert isinstance(act, SavingsDay)
    before = book.books_before(stored.number)
    entries = [found.entry for found in book.file.entries(stored.on, stored.on) if found.entry.act == stored.number]
    undone = dict(_undone(book, stored))
    lines = {line.member: line for line in act.lines}
    moved = _moved(entries, before)
    rows = (
        _row(member, lines.get(member), moved.get(member, {}), undone.get(member))
        for member in sorted({*sheet_order(before), *lines})
    )
    return PostedDay(
        place(book),
        stored.on,
        stored.number,
        short_form(stored.seal),
        act.by,
        act.seconded_by,
        before.cash_box,
        tuple(rows),
        tuple(_outlays(entries)),
        act.counted,
        total(_cash(entry) for entry in entries if entry.item == "count"),
        act.reason,
        {int(worth): int(number) for worth, number in act.count.items()} if act.count else None,
        act.witness,
        undone.get(None),
        names(before),
    )


def _held(book: OpenBook, on: date) -> StoredAct | None:
    """The savings day of a date; the last one, where the first was reversed and held again."""
    of_the_day = book.file.acts(after=book.file.last_act_on(day_before(on)), on_or_before=on)
    return next((stored for stored in reversed(list(of_the_day)) if stored.kind == SavingsDay.kind), None)


def _undone(book: OpenBook, day: StoredAct) -> Iterator[tuple[PersonId | None, Undoing]]:
    """What undid the day: the whole (None), or one member's line."""
    for stored in book.file.acts(after=day.number):
        if stored.kind in (Reverse.kind, Correct.kind):
            act = parse(stored.text)
            assert isinstance(act, (Reverse, Correct))
            if act.number == day.number:
                yield act.member if isinstance(act, Reverse) else None, Undoing(stored.number, stored.on)


#: The column of a row that each account fills.
_COLUMNS: Mapping[Account, str] = {
    SAVINGS: "saved",
    SHARES: "shares",
    PENALTIES: "penalty",
    INTEREST: "interest",
    LOANS: "principal",
}
Moved = dict[PersonId, dict[str, Money]]


def _moved(entries: list[JournalEntry], before: Books) -> Moved:
    """What the day's vouchers moved, by member and column."""
    moved: Moved = {}
    for entry in entries:
        if entry.item not in ("receipt", "withdrawal"):
            continue
        for posting in entry.postings:
            if posting.account in _COLUMNS and posting.holder is not None:
                loan = before.loans.get(LoanId(posting.holder))
                row = moved.setdefault(loan.request.member if loan else PersonId(posting.holder), {})
                column = "taken_out" if entry.item == "withdrawal" else _COLUMNS[posting.account]
                row[column] = row.get(column, NOTHING) + abs(posting.amount)
    return moved


def _row(member: PersonId, line: Line | None, moved: Mapping[str, Money], undone: Undoing | None) -> PostedRow:
    # Who brought or took money was there, noted or not.
    there = None if line is None else line.present or bool(line.save or line.shares or line.withdraw) or line.present
    columns = {name: moved.get(name, NOTHING) for name in (*_COLUMNS.values(), "taken_out")}
    return PostedRow(member, there, **columns, undone=undone)


def _outlays(entries: list[JournalEntry]) -> Iterator[Outlay]:
    for entry in entries:
        if entry.item in ("spend", "pay_out"):
            loan = next((posting.holder for posting in entry.postings if posting.account == LOANS), None)
            yield Outlay(entry.voucher, entry.reason, LoanId(loan) if loan else None, -_cash(entry))


def _cash(entry: JournalEntry) -> Money:
    return total(posting.amount for posting in entry.postings if posting.account == CASH_BOX)
