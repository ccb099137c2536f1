"""The register of people and each member's card, as the books stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.bank.account import SAVINGS
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import Month, add_months
from vdfbank.bank.course import REQUIRED_FOR_LOANS, Module
from vdfbank.bank.money import NOTHING, total
from vdfbank.bank.person import Person, PersonId
from vdfbank.content.member_card import LoanSummary, MemberCard, MemberLine, Register
from vdfbank.ledger.cards import savings_card
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before
from vdfbank.rules.books import Books, Loan

#: How far back a card on the screen goes, in months; the printed statement goes as far as it is asked.
CARD_MONTHS = 12


def register(books: Books, on: date) -> Register:
    """Members and everybody else registered."""
    bylaws = books.bylaws_on(on)
    lines = (member_line(person, books, on, bylaws) for person in sorted(books.people.values(), key=lambda one: one.id))
    return Register(on, tuple(lines), books.opened is not None)


def member_line(person: Person, books: Books, on: date, bylaws: ByLaws | None) -> MemberLine:
    member = books.members.get(person.id)
    return MemberLine(
        person,
        member.standing if member else None,
        member.joined if member else None,
        books.savings(person.id),
        books.shares(person.id),
        books.owed_principal(person.id),
        books.in_arrears(person.id, on),
        member is not None and member.standing == "member" and books.dormant(person.id, on),
        {module: trained_until(person.id, module, books, bylaws) for module in REQUIRED_FOR_LOANS},
    )


def trained_until(person: PersonId, module: Module, books: Books, bylaws: ByLaws | None) -> date | None:
    """The last day a completion still counts for a loan."""
    known = books.completions.get(person, {}).get(module)
    months = bylaws.training.get(module) if bylaws is not None else None
    return None if known is None or months is None else add_months(known.on, months)


def member_card(book: OpenBook, person: PersonId, on: date) -> MemberCard:
    """Raises `NotYetError` for whom the register does not know."""
    books = book.books
    known = books.people.get(person)
    if known is None:
        raise NotYetError(f"{person} is not in the register. Look the number up in the member register.")
    bylaws = books.bylaws_on(on)
    since = Month.of(on).plus(-CARD_MONTHS).first
    opening = -book.file.balances(day_before(since), closed=True).get((SAVINGS, str(person)), NOTHING)
    entries = (stored.entry for stored in book.file.entries(since, on))
    base = books.limit_base(person, bylaws.limit_base) if bylaws is not None else NOTHING
    member = books.members.get(person)
    return MemberCard(
        member_line(known, books, on, bylaws),
        member.nominee if member else None,
        since,
        savings_card(person, opening, entries),
        tuple(_loans(person, books)),
        tuple(sorted(loan.id for loan in books.open_loans() if person in loan.request.guarantors)),
        base.times(bylaws.savings_multiple) if bylaws is not None else NOTHING,
        tuple(seats[person] for name in books.seats if person in (seats := books.seated(name))),
    )


def _loans(person: PersonId, books: Books) -> Iterator[LoanSummary]:
    """The newest first."""
    own = (loan for loan in books.loans.values() if loan.request.member == person)
    for loan in sorted(own, key=lambda loan: (loan.asked, loan.id), reverse=True):
        due = _next_due(loan)
        unpaid = [row for row in loan.position.rows if row.due == due and row.unpaid > 0]
        yield LoanSummary(
            loan.id,
            loan.state,
            loan.request.amount,
            loan.position.owed if loan.state == "open" else NOTHING,
            due,
            total(row.unpaid for row in unpaid),
        )


def _next_due(loan: Loan) -> date | None:
    """When the oldest unpaid instalment falls, or fell, due."""
    if loan.state != "open":
        return None
    return min((row.due for row in loan.position.rows if row.unpaid > 0), default=None)
