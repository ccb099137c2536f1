"""Lists to go and ask with: loans in arrears, and loans due on the next savings day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from vdfbank.bank.bylaws import Band
from vdfbank.bank.calendar import add_months
from vdfbank.bank.money import Money, total
from vdfbank.content.arrears import AgeingBand, Arrears, WatchedLoan, band_of
from vdfbank.content.call_list import Call, CallList
from vdfbank.ledger.loans import LoanLine, loan_lines, portfolio_at_risk
from vdfbank.office.forms.standing import opened_by, signing
from vdfbank.office.placing import place
from vdfbank.office.savings_day import loan_due, names
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before
from vdfbank.rules.books import Books, Loan
from vdfbank.rules.loan_state import interest_begun


def arrears(book: OpenBook, as_of: date) -> Arrears:
    """Every loan late or rescheduled at the end of the day, and those that only look current."""
    opened_by(book, as_of)
    books = book.books_at(as_of)
    lines = loan_lines(books, as_of)
    return Arrears(
        place=place(book),
        as_of=as_of,
        late=tuple(line for line in lines if line.is_at_risk(0)),
        watched=tuple(_watched(books, as_of)),
        bands=tuple(_ageing(books, as_of, lines)),
        at_risk=portfolio_at_risk(lines),
        names=names(book.books),
        signers=signing(books, ("treasurer", "president")),
    )


def _watched(books: Books, on: date) -> Iterator[WatchedLoan]:
    """Loans not late whose last instalment falls due within a month, and all whose principal waits for the end."""
    for loan in sorted(books.open_loans(), key=lambda loan: loan.id):
        unpaid = [row for row in loan.position.rows if row.unpaid > 0]
        if not unpaid or loan.position.days_late(on):
            continue
        next_row, last_due = min(unpaid, key=lambda row: row.due), max(row.due for row in unpaid)
        begun = interest_begun(loan, on)
        interest = next_row.unpaid_interest if begun is None else _run_up(loan, on)
        watched = WatchedLoan(
            loan.id,
            loan.request.member,
            loan.request.method,
            last_due <= add_months(on, 1),
            next_row.due,
            last_due,
            loan.position.principal_outstanding,
            interest,
        )
        if watched.is_last_month or watched.is_bullet:
            yield watched


def _run_up(loan: Loan, on: date) -> Money:
    """Interest of the months begun, not paid: of a loan all due at the end nothing else tells it grows."""
    called_in = loan.position.called_in(on, interest_begun(loan, on))
    return total(row.unpaid_interest for row in called_in.rows)


def _ageing(books: Books, on: date, lines: Sequence[LoanLine]) -> Iterator[AgeingBand]:
    """Every open loan in one band: not late, then the allowance table of the by-laws in force."""
    bylaws = books.bylaws_on(on)
    bands: tuple[Band | None, ...] = (None, *(bylaws.provision if bylaws else ()))
    for band in bands:
        inside = [line for line in lines if band_of(line.days_late, bands) == band]
        principal = total(line.principal_outstanding for line in inside)
        yield AgeingBand(band, len(inside), principal, total(line.allowance for line in inside))


def call_list(book: OpenBook, on: date) -> CallList:
    """
    What is due on a savings day, before anybody has paid.

    Of a day already held the books of the day before tell it; else what is in the book by then counts.
    """
    opened_by(book, on)
    held = on in book.books.savings_days
    books = book.books_at(day_before(on) if held else on)
    loans = sorted(books.open_loans(), key=lambda loan: (loan.request.member, loan.id))
    calls = (_call(loan, books, on) for loan in loans)
    return CallList(place(book), on, tuple(call for call in calls if call.due), names(book.books))


def _call(loan: Loan, books: Books, on: date) -> Call:
    asked, member = loan_due(loan, on), loan.request.member
    person = books.people[member]
    return Call(
        loan=loan.id,
        member=member,
        is_dead=books.members[member].standing == "dead",
        household=person.household,
        village_unit=person.village_unit,
        due=asked.due,
        penalty=loan.position.penalties_unpaid + asked.penalty,
        days_late=asked.days_late,
        guarantors=loan.request.guarantors,
    )
