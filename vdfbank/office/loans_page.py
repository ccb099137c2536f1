"""Loans on the screen: the list, one loan as far as it has come, a request checked before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vdfbank.acts.books import TakeOver
from vdfbank.bank.loan import Request
from vdfbank.bank.money import NOTHING, total
from vdfbank.bank.person import LoanId
from vdfbank.content.loan_application import Known
from vdfbank.content.loans import TO_DECIDE, LoanLine, LoanList, LoanView, TriedRequest
from vdfbank.office.forms.application import can_be_reckoned, known_of, loan_application
from vdfbank.office.forms.card import Cards
from vdfbank.office.forms.loan_acts import LoanActs
from vdfbank.office.forms.loan_facts import cost
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.applying import checklist
from vdfbank.rules.books import Books, Loan

_LETTER = "L"


def loan_list(book: OpenBook, on: date) -> LoanList:
    books = book.books
    return LoanList(
        on,
        (*_known(books, on), *_over(book, on)),
        tuple(waiting(books)),
        tuple(sorted(books.current_members())),
        books.bylaws_on(on),
        next_loan(books),
        names(books),
    )


def waiting(books: Books) -> Iterator[LoanId]:
    """Applications to decide on, the longest waiting first; of one day in the order they were asked."""
    asked = (loan for loan in books.loans.values() if loan.state in TO_DECIDE)
    return (loan.id for loan in sorted(asked, key=lambda loan: loan.asked))


def next_loan(books: Books) -> LoanId:
    """The number after the highest that begins like a loan's."""
    known = [*books.loans, *books.finished]
    numbers = [int(loan[1:]) for loan in known if loan[:1] == _LETTER and loan[1:].isdecimal()]
    return LoanId(f"{_LETTER}{max(numbers, default=0) + 1}")


def _known(books: Books, on: date) -> Iterator[LoanLine]:
    """The newest first."""
    oldest_first = sorted(books.loans.values(), key=lambda loan: loan.asked)
    for loan in reversed(oldest_first):
        yield loan_line(loan, on)


def _over(book: OpenBook, on: date) -> Iterator[LoanLine]:
    """Loans the books have put away: what was asked stands in their first act."""
    finished = book.books.finished
    if not finished:
        return
    acts = LoanActs(book, on)
    for loan, standing in reversed(tuple(finished.items())):
        _, request = acts.asked(loan)
        yield LoanLine(loan, standing.member, request.amount, standing.state, NOTHING, 0, None, NOTHING)


def loan_line(loan: Loan, on: date) -> LoanLine:
    is_open = loan.state == "open"
    due = loan.position.earliest_unpaid() if is_open else None
    return LoanLine(
        loan.id,
        loan.request.member,
        loan.request.amount,
        loan.state,
        loan.position.owed if is_open else NOTHING,
        loan.position.days_late(on) if is_open else 0,
        due,
        total(row.unpaid for row in loan.position.rows if row.due == due and row.unpaid > 0),
    )


def loan_view(book: OpenBook, loan: LoanId, on: date) -> LoanView:
    """Raises `NotYetError` for a loan nobody has asked for."""
    books = book.books
    done, request = LoanActs(book, on).asked(loan)
    known = books.loans.get(loan)
    standing = books.loan_standing(loan)
    assert standing is not None
    line = (
        loan_line(known, on)
        if known is not None
        else LoanLine(loan, standing.member, request.amount, standing.state, NOTHING, 0, None, NOTHING)
    )
    was_paid_out = standing.state in ("open", "repaid", "written_off")
    return LoanView(
        line,
        request,
        on,
        None if isinstance(done.act, TakeOver) else loan_application(book, loan, on),
        Cards(book, on).card(loan) if was_paid_out else None,
        tried(books, request, on) if standing.state in (*TO_DECIDE, "approved") else None,
        books.seated("management"),
        _known_today(request, on, books),
        known.written_off - known.recovered if known is not None else NOTHING,
        names(books),
    )


def _known_today(request: Request, on: date, books: Books) -> Known:
    """Of a request that waits itself only those before it are waiting."""
    queue = list(waiting(books))
    known = known_of(request, on, books)
    return replace(known, waiting=queue.index(request.loan)) if request.loan in queue else known


def tried(books: Books, request: Request, on: date) -> TriedRequest:
    """A request as the rules see it today, written or not."""
    version = books.agreed_on(on)
    return TriedRequest(
        request,
        on,
        version.in_force if version is not None else None,
        checklist(request, on, books),
        cost(request, on) if can_be_reckoned(request) else None,
        _known_today(request, on, books),
    )
