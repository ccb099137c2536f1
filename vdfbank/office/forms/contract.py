"""The loan contract: as signed at the pay-out, or as an offer while nothing is paid out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts import lending as l
from vdfbank.acts.books import TakeOver
from vdfbank.bank.calendar import add_months, months_begun
from vdfbank.bank.course import REQUIRED_FOR_LOANS
from vdfbank.bank.loan import Request
from vdfbank.bank.person import LoanId
from vdfbank.content.loan_contract import Approval, Contract, EarlyExample
from vdfbank.content.what_if import WhatIf
from vdfbank.loans.position import Part, Position
from vdfbank.office.forms.application import can_be_reckoned, last_day
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.loan_acts import Done, LoanActs
from vdfbank.office.forms.loan_facts import agreed, cost, late_example, seat_of, trainings
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.applying import Asking, valid_completion
from vdfbank.rules.books import Books
from vdfbank.wording.language import Language


def contract_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.loan_contract import print_contract

    loan = LoanId(asked.given(asked.loan, "--loan"))
    return print_contract(loan_contract(book, loan, asked.as_of or last_day(book)), language)


def loan_contract(book: OpenBook, loan: LoanId, as_of: date) -> Contract:
    """The contract of a loan paid out by the end of `as_of`; before that an offer, reckoned from that day."""
    acts = LoanActs(book, as_of)
    _, request = acts.asked(loan)
    paid = acts.pay_out(loan)
    if paid is None:
        return _offer(request, acts)
    books = book.books_before(paid.number + 1)
    paid_out = books.loans[loan].paid_out
    assert paid_out is not None
    rests_on = books.loans[loan].rests_on
    return _contract(request, cost(request, paid_out), books, acts, paid, rests_on)


def _offer(request: Request, acts: LoanActs) -> Contract:
    state = acts.state(request.loan)
    if state in ("refused", "withdrawn"):
        raise NotYetError(f"{request.loan} was {state}: there is nothing to sign. Print the loan application instead.")
    bylaws = acts.books.bylaws_on(acts.upto)
    if bylaws is None or not can_be_reckoned(request):
        raise NotYetError(f"{request.loan} cannot be reckoned: no by-laws, no sum or no time. Print the application.")
    asking = Asking(request, acts.upto, acts.books, bylaws)
    completions = (valid_completion(module, asking) for module in REQUIRED_FOR_LOANS)
    rests_on = tuple(completion.act for completion in completions if completion is not None)
    return _contract(request, cost(request, acts.upto), acts.books, acts, None, rests_on)


def _contract(
    request: Request, loan: WhatIf, books: Books, acts: LoanActs, paid: Done | None, rests_on: tuple[int, ...]
) -> Contract:
    version = books.agreed_on(paid.act.on if paid else acts.upto)
    assert version is not None
    assert books.village is not None
    return Contract(
        place(acts.book),
        request,
        loan,
        paid.number if paid else None,
        _voucher(request.loan, paid, acts.book) if paid else None,
        _approval(request.loan, acts),
        paid is not None and isinstance(paid.act, TakeOver),
        agreed(version, acts.book),
        late_example(loan.instalments, version.bylaws, books.village.savings_day),
        early_example(loan),
        tuple(trainings(request.member, rests_on, acts.book)),
        books.household(request.member),
        next(_rescheduled(request.loan, acts), None),
        seat_of("president", books),
        seat_of("treasurer", books),
        names(books),
    )


def _voucher(loan: LoanId, paid: Done, book: OpenBook) -> str | None:
    """Of the entry that moved the money; a loan taken over moved none."""
    entries = (stored.entry for stored in book.file.entries(paid.act.on, paid.act.on))
    of_loan = (entry for entry in entries if entry.act == paid.number and entry.item == "pay_out")
    return next(
        (entry.voucher for entry in of_loan if any(posting.holder == loan for posting in entry.postings)),
        None,
    )


def _approval(loan: LoanId, acts: LoanActs) -> Approval | None:
    done = acts.decision(loan)
    if done is None or not isinstance(done.act, l.Decide) or done.act.outcome != "approved":
        return None
    votes = list(done.act.votes.values())
    return Approval(done.act.on, done.number, votes.count("yes"), votes.count("no"))


def _rescheduled(loan: LoanId, acts: LoanActs) -> Iterator[date]:
    return (done.act.on for done in acts.of(loan) if isinstance(done.act, l.Reschedule) and done.undone_by is None)


def early_example(loan: WhatIf) -> EarlyExample | None:
    """Closing the loan with half its instalments paid, of a single one after a month; None where that saves nothing."""
    paid = loan.instalments[: len(loan.instalments) // 2]
    on = paid[-1].due if paid else add_months(loan.start, 1)
    begun = None
    if loan.method == "bullet_end":
        begun = loan.amount.times(loan.rate / 100 * months_begun(loan.start, on))
    parts = [Part(index, interest=row.interest, principal=row.principal) for index, row in enumerate(paid)]
    position = Position.of(loan.instalments).paid(parts)
    closes = position.settlement(on, begun)
    return EarlyExample(on, closes, position.owed - closes) if closes < position.owed else None
