"""The loan application: the request with every checklist that was worked out for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts import lending as l
from vdfbank.acts.books import TakeOver
from vdfbank.bank.loan import Request
from vdfbank.bank.person import LoanId
from vdfbank.content.loan_application import Known, LoanApplication, Outcome, Stage, WorkedOut
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.loan_acts import Done, LoanActs
from vdfbank.office.forms.loan_facts import cost, others_of_household, seat_of, step_out
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.applying import checklist
from vdfbank.rules.books import Books
from vdfbank.rules.effects import CheckLine
from vdfbank.wording.language import Language

#: Longer terms are no loan of a village bank; a schedule of them would fill the sheet.
_LONGEST_MONTHS = 120


def application_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.loan_application import print_application

    loan = LoanId(asked.given(asked.loan, "--loan"))
    return print_application(loan_application(book, loan, asked.as_of or last_day(book)), language)


def last_day(book: OpenBook) -> date:
    """The day of the last act: what a form is of when no day is asked for."""
    last = book.file.head().on
    if last is None:
        raise NotYetError("Nothing has happened in this book yet. Found the bank first.")
    return last


def loan_application(book: OpenBook, loan: LoanId, as_of: date) -> LoanApplication:
    """The application as far as it had come by the end of `as_of`."""
    acts = LoanActs(book, as_of)
    done, request = acts.asked(loan)
    if isinstance(done.act, TakeOver):
        raise NotYetError(f"{loan} was taken over with running books: its application is on the paper of that time.")
    books, record = book.performed(done.number)
    assert record.checklist is not None
    decided = [later for later in acts.of(loan) if isinstance(later.act, l.Decide)]
    paid = acts.pay_out(loan)
    worked_out = (
        worked_out_by("apply", done, books, record.checklist),
        *(worked_out_at("decide", later, request, acts) for later in decided),
        *([worked_out_at("pay_out", paid, request, acts)] if paid is not None else []),
    )
    return LoanApplication(
        place(book),
        as_of,
        request,
        done.act.on,
        done.number,
        acts.state(loan),
        books.savings(request.member),
        books.owed_principal(request.member),
        books.household(request.member),
        others_of_household(request, books),
        cost(request, done.act.on) if can_be_reckoned(request) else None,
        books.bylaws_on(done.act.on),
        worked_out,
        tuple(_outcomes(loan, acts)),
        _known(request, done.act.on, books),
        seat_of("president", books),
        seat_of("secretary", books),
        names(acts.books),
    )


def worked_out_by(stage: Stage, done: Done, books: Books, lines: tuple[CheckLine, ...]) -> WorkedOut:
    version = books.agreed_on(done.act.on)
    return WorkedOut(stage, done.act.on, done.number, version.in_force if version else None, lines)


def worked_out_at(stage: Stage, done: Done, request: Request, acts: LoanActs) -> WorkedOut:
    """The checklist as it was worked out anew for a decision or a pay-out."""
    books = acts.books_met(done.number, request.loan)
    return worked_out_by(stage, done, books, checklist(request, done.act.on, books))


def can_be_reckoned(request: Request) -> bool:
    """Whether money and a time are asked for: only then there is a schedule."""
    return request.amount > 0 and 1 <= request.months <= _LONGEST_MONTHS


def _outcomes(loan: LoanId, acts: LoanActs) -> Iterator[Outcome]:
    for done in acts.of(loan):
        if isinstance(done.act, l.Decide):
            yield Outcome(done.act.outcome, done.act.on, done.number, done.act.reason)
        elif isinstance(done.act, l.WithdrawApplication):
            yield Outcome("withdrawn", done.act.on, done.number, done.act.note)
    paid = acts.pay_out(loan)
    if paid is not None:
        yield Outcome("open", paid.act.on, paid.number)


def _known(request: Request, on: date, books: Books) -> Known:
    reasons = {person: step_out(person, request, books) for person in books.seated("management")}
    household = others_of_household(request, books)
    late = {
        loan.id: loan.position.days_late(on)
        for loan in sorted(books.open_loans(), key=lambda loan: loan.id)
        if loan.request.member in household and loan.position.days_late(on)
    }
    borrower = books.people.get(request.member)
    return Known(
        {person: reason for person, reason in reasons.items() if reason is not None},
        bool(borrower and borrower.poor),
        late,
        sum(loan.state in ("asked", "put_off") for loan in books.loans.values()),
    )
