"""Forms of members: passbook, statement, savings-day sheet, register, dividend sheet."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Asked, Maker
from vdfbank.office.placing import place
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import Language

# ReportLab is loaded in each maker: a program that prints nothing starts without it.


def passbook(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """The whole passbook, the lines that are new, or the page that shows how far a printer is off."""
    from vdfbank.office.forms import passbooks
    from vdfbank.paper import passbook as paper

    if asked.blank:
        return paper.print_alignment(place(book), asked.offset_mm, language)
    content = passbooks.passbook(book, asked)
    if passbooks.only_new(asked):
        return paper.print_new_lines(content, asked.line, asked.offset_mm, language)
    return paper.print_passbook(content, language)


def statement(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.office.forms.statements import statements
    from vdfbank.paper.statement import print_statements

    return print_statements(statements(book, asked), language)


def savings_day_sheet(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """What is expected, to be filled in by hand, or what was posted."""
    from vdfbank.office.forms import day_sheets

    if asked.blank:
        from vdfbank.paper.day_expected import print_expected_day

        return print_expected_day(day_sheets.expected_day(book, asked.day), language)
    from vdfbank.paper.day_posted import print_posted_day

    return print_posted_day(day_sheets.posted_day(book, asked), language)


def member_register(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.office.forms import registers
    from vdfbank.paper.member_register import print_member_register

    return print_member_register(registers.member_register(book, asked), language)


def dividend_sheet(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.office.forms import dividends
    from vdfbank.paper.dividend_sheet import print_dividend_sheet

    return print_dividend_sheet(dividends.dividend_sheet(book, asked), language)


FORMS: Mapping[str, Maker] = {
    "passbook": passbook,
    "statement": statement,
    "savings-day-sheet": savings_day_sheet,
    "member-register": member_register,
    "dividend-sheet": dividend_sheet,
}
