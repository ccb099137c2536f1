"""The cash book of a month, with the counts that close it."""

from __future__ import annotations

from vdfbank.acts.codec import parse
from vdfbank.acts.saving import CountCash, SavingsDay
from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import NOTHING, Money
from vdfbank.content.cash_book import CashBook, Counted
from vdfbank.ledger.cash import cash_book
from vdfbank.ledger.statements import by_account
from vdfbank.office.forms.standing import opened_by, signing
from vdfbank.office.placing import place
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before


def cash_book_of(book: OpenBook, month: Month) -> CashBook:
    """The month as it stands now, closed or not."""
    opened_by(book, month.last)
    opening = by_account(book.file.balances(day_before(month.first), closed=True)).get(CASH_BOX, NOTHING)
    lines = cash_book(opening, (stored.entry for stored in book.file.entries(month.first, month.last)))
    return CashBook(
        place=place(book),
        month=month,
        opening=opening,
        lines=lines,
        counted=_last_count(book, month),
        closed=_closing_count(book, month),
        undone=book.file.undone(),
        borrowers=book.file.borrowers(),
        names=names(book.books),
        signers=signing(book.books_at(month.last), ("treasurer", "president")),
    )


def _last_count(book: OpenBook, month: Month) -> Counted | None:
    """The last savings day or count of the month; of a savings day the pieces too, if they were written down."""
    before = book.file.last_act_on(day_before(month.first))
    found = None
    for stored in book.file.acts(after=before, on_or_before=month.last):
        if stored.kind not in (SavingsDay.kind, CountCash.kind):
            continue
        act = parse(stored.text)
        assert isinstance(act, SavingsDay | CountCash)
        pieces = act.count if isinstance(act, SavingsDay) else None
        worths = {int(worth): int(number) for worth, number in pieces.items()} if pieces else None
        found = Counted(act.on, stored.number, act.counted or Money(0), worths)
    return found


def _closing_count(book: OpenBook, month: Month) -> Counted | None:
    close = next((close for close in book.file.closes() if close.month == month), None)
    return None if close is None else Counted(close.on, close.act, close.counted)
