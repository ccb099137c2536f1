"""What today asks for: the next savings day, loans due, work begun, the month to close, decisions waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.closing.month import MonthToClose, month_to_close
from vdfbank.office.drafts import kept_draft
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.office.savings_day import loan_due, names, next_savings_day, savings_day_sheet
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books
from vdfbank.rules.gate import may_open
from vdfbank.training.package import Package, package


@dataclass(frozen=True, slots=True)
class DueLoan:
    """A loan with something due until the next savings day, its penalties charged."""

    loan: LoanId
    member: PersonId
    due: Money
    days_late: int


@dataclass(frozen=True, slots=True)
class BegunDay:
    """A savings day somebody began to type."""

    on: date
    recorded: int
    rows: int


@dataclass(frozen=True, slots=True)
class Today:
    """The village on this day; every line leads to the page where it is done."""

    day: date
    village: str | None
    members: int
    next_day: date | None
    due: tuple[DueLoan, ...]
    begun: BegunDay | None
    month: MonthToClose | None
    #: Asked or put off, not yet decided; approved, not yet paid out.
    to_decide: tuple[LoanId, ...]
    to_pay_out: tuple[LoanId, ...]
    package: Package
    names: Mapping[PersonId, Name]
    #: What keeps the bank from opening; empty once it is open.
    before_opening: tuple[Problem, ...] = ()
    #: Somebody has joined, or books were taken over.
    is_open: bool = True


def today(book: OpenBook, day: date) -> Today:
    books = book.books
    next_day = next_savings_day(books, day)
    return Today(
        day,
        books.village.village if books.village else None,
        sum(1 for _ in books.current_members()),
        next_day,
        tuple(_due(books, next_day)) if next_day else (),
        _begun(book),
        _month(book, day),
        tuple(_in_state(books, "asked", "put_off")),
        tuple(_in_state(books, "approved")),
        package(books, day),
        names(books),
        tuple(may_open(books, day)) if books.opened is None else (),
        books.opened is not None,
    )


def _due(books: Books, on: date) -> Iterator[DueLoan]:
    """The latest first: whom to call."""
    lines = ((loan, loan_due(loan, on)) for loan in books.open_loans())
    due = [DueLoan(loan.id, loan.request.member, line.due, line.days_late) for loan, line in lines if line.due > 0]
    yield from sorted(due, key=lambda line: (-line.days_late, line.member, line.loan))


def _begun(book: OpenBook) -> BegunDay | None:
    draft = kept_draft(book.file)
    if draft is None:
        return None
    sheet = savings_day_sheet(book.books, draft.on)
    if sheet is None:
        return None
    totals = RecordedDay.of(sheet, draft).totals()
    return BegunDay(draft.on, totals.recorded, totals.rows)


def _month(book: OpenBook, day: date) -> MonthToClose | None:
    month = book.books.month_to_close()
    return None if month is None else month_to_close(book.books_at(month.last), day)


def _in_state(books: Books, *states: str) -> Iterator[LoanId]:
    return (loan.id for loan in sorted(books.loans.values(), key=lambda loan: loan.id) if loan.state in states)
