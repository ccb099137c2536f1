"""What the dividend sheet says: the split as it was closed, what each share goes by, what has been paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from vdfbank.acts.books import CloseYear, PayDividend
from vdfbank.acts.codec import parse
from vdfbank.bank.account import DIVIDENDS_PAYABLE, SAVINGS, SHARES
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import fiscal_year_last
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import PersonId
from vdfbank.content.dividend import DividendLine, DividendSheet, Payment
from vdfbank.journal.entry import JournalEntry
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.signing import officers
from vdfbank.office.placing import place
from vdfbank.office.reporting import dividend_report
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books, Held
from vdfbank.store.stored import StoredAct


def dividend_sheet(book: OpenBook, asked: Asked) -> DividendSheet:
    """The sheet of a closed fiscal year, with what has been paid until now."""
    year = asked.given(asked.year, "--year")
    dividend = dividend_report(book, year)
    books = book.books
    assert books.village is not None
    last_day = fiscal_year_last(year, books.village.fiscal_first_month)
    bylaws = book.books_at(last_day).bylaws_on(last_day)
    assert bylaws is not None
    weights = _weights(book, year, last_day, bylaws)
    payments = dict(_payments(book, year))
    lines = tuple(
        DividendLine(member, weight, dividend.lines.get(member, NOTHING), payments.get(member))
        for member, weight in sorted(weights.items())
    )
    return DividendSheet(place(book), dividend, last_day, bylaws.limit_base, lines, officers(books), names(books))


def _weights(book: OpenBook, year: int, last_day: date, bylaws: ByLaws) -> Mapping[PersonId, Money]:
    """What the closing went by: month ends added up as the books held them then, or the last day's balances."""
    if bylaws.dividend_basis == "month_ends":
        members = book.books_at(last_day).current_members()
        sums = _closing(book, year).month_ends.get(str(year), {})
        return {member: sums.get(member, Held()).of(bylaws.limit_base) for member in members}
    held = book.file.balances(last_day)
    return {
        member: Held(-held.get((SAVINGS, member), NOTHING), -held.get((SHARES, member), NOTHING)).of(bylaws.limit_base)
        for member in book.books_at(last_day).current_members()
    }


def _closing(book: OpenBook, year: int) -> Books:
    """The books before the act that closed the year."""
    number = next(stored.number for stored in book.file.acts() if _is_of(stored, CloseYear, year))
    return book.books_before(number)


def _is_of(stored: StoredAct, kind: type[CloseYear | PayDividend], year: int) -> bool:
    if stored.kind != kind.kind:
        return False
    act = parse(stored.text)
    assert isinstance(act, kind)
    return act.year == year


def _payments(book: OpenBook, year: int) -> Iterator[tuple[PersonId, Payment]]:
    """The dividends of the year that were paid and not taken back; the last payment of a member counts."""
    acts = {stored.number: stored.on for stored in book.file.acts() if _is_of(stored, PayDividend, year)}
    if not acts:
        return
    entries = [stored.entry for stored in book.file.entries(min(acts.values()), date.max)]
    taken_back = {entry.reverses for entry in entries}
    for entry in entries:
        if entry.act in acts and entry.number not in taken_back:
            yield _payment(entry)


def _payment(entry: JournalEntry) -> tuple[PersonId, Payment]:
    member = next(posting.holder for posting in entry.postings if posting.account == DIVIDENDS_PAYABLE)
    assert member is not None
    to_savings = any(posting.account == SAVINGS for posting in entry.postings)
    return PersonId(member), Payment(entry.on, entry.voucher, "savings" if to_savings else "cash")
