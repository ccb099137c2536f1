"""The by-laws in force on a day, with an example from their own figures and what changed."""

from __future__ import annotations

from datetime import date

from vdfbank.content.bylaws import ByLawsSheet
from vdfbank.office.forms.application import last_day
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.loan_facts import agreed, example_loan, late_example
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import Language


def bylaws_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.bylaws import print_bylaws

    return print_bylaws(bylaws_sheet(book, asked.as_of or last_day(book)), language)


def bylaws_sheet(book: OpenBook, as_of: date) -> ByLawsSheet:
    """The by-laws in force on `as_of`, as far as they were agreed by then."""
    books = book.books_at(as_of)
    version = books.agreed_on(as_of)
    if version is None or books.village is None:
        raise NotYetError(f"No by-laws were in force on {as_of}. Agree them first, or ask for a later day.")
    at = books.bylaws.index(version)
    loan = example_loan(version.bylaws, version.in_force.replace(day=books.village.savings_day))
    return ByLawsSheet(
        place(book),
        agreed(version, book),
        at + 1,
        agreed(books.bylaws[at - 1], book) if at else None,
        loan,
        late_example(loan.instalments, version.bylaws, books.village.savings_day),
        tuple(books.seated("management").items()),
        tuple(books.seated("advisory").items()),
        names(books),
    )
