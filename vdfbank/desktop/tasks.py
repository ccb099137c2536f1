"""What pages ask of the book's thread: each answers with content, and says what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from vdfbank.acts.act import Act
from vdfbank.audit.report import Name
from vdfbank.bank.account import Account
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import CommitteeName, Role
from vdfbank.bank.loan import Method, Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.loans import LoanList, LoanView, TriedRequest
from vdfbank.content.member_card import MemberCard, Register
from vdfbank.content.what_if import WhatIf
from vdfbank.desktop.desk import Desk
from vdfbank.desktop.paper_pictures import Picture, pictures
from vdfbank.ledger.table import Table
from vdfbank.office import today as office_today
from vdfbank.office.backing_up import BackedUp
from vdfbank.office.books_page import BookPage, VoucherPage, account_lines, book_page, voucher_page
from vdfbank.office.changed import Changed, Outcome, changed_by
from vdfbank.office.forms.asked import Asked
from vdfbank.office.loans_page import loan_list, loan_view
from vdfbank.office.loans_page import tried as tried_request
from vdfbank.office.members import member_card, register
from vdfbank.office.month_page import MonthPage, month_page
from vdfbank.office.opening_sheet import Opening, read_opening
from vdfbank.office.practising import practice_book, practice_path
from vdfbank.office.replaying import read_acts, replay
from vdfbank.office.savings_day import names
from vdfbank.office.session import Accepted, Answer, OpenBook
from vdfbank.office.standing import Standing
from vdfbank.office.taking_over import tried
from vdfbank.office.today import Today
from vdfbank.office.what_if import what_if
from vdfbank.rules.effects import Refused
from vdfbank.wording.language import language

Task = Callable[[Desk], Outcome[Standing]]


def open_book(path: Path) -> Task:
    return _lay_open(path, _open_for_writing)


def new_book(path: Path) -> Task:
    """An empty book; never over a file that is there."""
    return _lay_open(path, OpenBook.create)


def practise() -> Task:
    """The practice village of this computer, made the first time."""
    return _lay_open(practice_path(), practice_book)


def _open_for_writing(path: Path) -> OpenBook:
    return OpenBook.open(path, writing=True)


def _lay_open(path: Path, make: Callable[[Path], OpenBook]) -> Task:
    def task(desk: Desk) -> Outcome[Standing]:
        if make is not _open_for_writing:
            path.parent.mkdir(parents=True, exist_ok=True)
        desk.lay_open(path, make)
        return Outcome(desk.standing(), Changed.BOOK)

    return task


def look_at_standing(desk: Desk) -> Outcome[Standing]:
    return Outcome(desk.standing())


def look_at_today(desk: Desk) -> Outcome[Today]:
    return Outcome(office_today.today(desk.book, desk.today))


@dataclass(frozen=True, slots=True)
class Performed:
    """How a file of acts ended: how many stand, and the first that was refused."""

    accepted: int
    refused: Act | None = None
    problems: tuple[Problem, ...] = ()


def perform_file(path: Path) -> Callable[[Desk], Outcome[Performed]]:
    """Perform a file of acts; it stops at the first refusal. A malformed file performs nothing."""

    def task(desk: Desk) -> Outcome[Performed]:
        performed = Performed(0)
        for line in replay(desk.book, read_acts(path), desk.today, stop=True):
            if isinstance(line.answer, Refused):
                performed = Performed(performed.accepted, line.act, line.answer.problems)
            else:
                performed = Performed(performed.accepted + 1)
        desk.remember()
        return Outcome(performed, Changed.BOOK)

    return task


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A month with its audit sheet as printed: the bytes and their pictures are the same paper."""

    page: MonthPage
    pdf: bytes
    pages: tuple[Picture, ...]
    today: date


def look_at_month(month: Month | None, code: str) -> Callable[[Desk], Outcome[MonthSheet | None]]:
    def task(desk: Desk) -> Outcome[MonthSheet | None]:
        from vdfbank.paper.audit_sheet import print_audit_sheet

        page = month_page(desk.book, month, desk.today)
        if page is None:
            return Outcome(None)
        pdf = print_audit_sheet(page.report, language(code))
        return Outcome(MonthSheet(page, pdf, pictures(pdf), desk.today))

    return task


def foresee(make: Callable[[date], Act]) -> Callable[[Desk], Outcome[tuple[Problem, ...]]]:
    """What the rules would object to; nothing is written."""

    def task(desk: Desk) -> Outcome[tuple[Problem, ...]]:
        answer = desk.book.foresee(desk.signed(make(desk.today)), desk.today)
        return Outcome(answer.problems if isinstance(answer, Refused) else ())

    return task


def perform(make: Callable[[date], Act]) -> Callable[[Desk], Outcome[Answer]]:
    """Perform the act made for today, by whoever is at the keyboard."""

    def task(desk: Desk) -> Outcome[Answer]:
        act = desk.signed(make(desk.today))
        answer = desk.perform(act)
        return Outcome(answer, changed_by(act) if isinstance(answer, Accepted) else Changed.NOTHING)

    return task


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed form: the bytes, their pictures, and what a file of it is called."""

    pdf: bytes
    pages: tuple[Picture, ...]
    name: str


def print_paper(asked: Asked, code: str) -> Callable[[Desk], Outcome[Paper]]:
    """Any form of the open book, as it is printed."""

    def task(desk: Desk) -> Outcome[Paper]:
        from vdfbank.office.forms.printing import FORMS

        pdf = FORMS[asked.name](desk.book, asked, language(code))
        narrowed = [str(part) for part in (asked.member, asked.loan, asked.voucher, asked.month, asked.as_of) if part]
        return Outcome(Paper(pdf, pictures(pdf), "-".join([asked.name, *narrowed, code]) + ".pdf"))

    return task


def look_at_register(desk: Desk) -> Outcome[Register]:
    return Outcome(register(desk.book.books, desk.today))


def look_at_member(person: PersonId) -> Callable[[Desk], Outcome[MemberCard]]:
    def task(desk: Desk) -> Outcome[MemberCard]:
        return Outcome(member_card(desk.book, person, desk.today))

    return task


def look_at_loans(desk: Desk) -> Outcome[LoanList]:
    return Outcome(loan_list(desk.book, desk.today))


def look_at_loan(loan: LoanId) -> Callable[[Desk], Outcome[LoanView]]:
    def task(desk: Desk) -> Outcome[LoanView]:
        return Outcome(loan_view(desk.book, loan, desk.today))

    return task


def try_request(request: Request) -> Callable[[Desk], Outcome[TriedRequest]]:
    """The checklist of a request that is only typed so far; nothing is written."""

    def task(desk: Desk) -> Outcome[TriedRequest]:
        return Outcome(tried_request(desk.book.books, request, desk.today))

    return task


def reckon_loan(amount: Money, months: int, rate: Fraction, method: Method) -> Callable[[Desk], Outcome[WhatIf]]:
    """What a loan would cost that is paid out today."""

    def task(desk: Desk) -> Outcome[WhatIf]:
        return Outcome(what_if(amount, months, rate, method, desk.today))

    return task


def back_up_to(folder: Path | None = None) -> Callable[[Desk], Outcome[BackedUp]]:
    """A copy of the open book, on this computer or in a folder of a stick."""

    def task(desk: Desk) -> Outcome[BackedUp]:
        return Outcome(desk.back_up(folder), Changed.COPIES)

    return task


@dataclass(frozen=True, slots=True)
class Founding:
    """How far a bank has come that has not opened: what is missing, who may be named, what is agreed so far."""

    today: Today
    people: tuple[PersonId, ...]
    seats: Mapping[CommitteeName, Mapping[PersonId, Role]]
    bylaws: ByLaws | None
    is_founded: bool


def look_at_founding(desk: Desk) -> Outcome[Founding]:
    books = desk.book.books
    seats = {name: books.seated(name) for name in books.seats}
    laws = books.bylaws[-1].bylaws if books.bylaws else None
    content = office_today.today(desk.book, desk.today)
    return Outcome(Founding(content, tuple(sorted(books.people)), seats, laws, books.village is not None))


@dataclass(frozen=True, slots=True)
class TriedOpening:
    """Old books on a spreadsheet: their totals, and what the rules would object to."""

    path: Path
    opening: Opening
    problems: tuple[Problem, ...]


def try_opening(path: Path) -> Callable[[Desk], Outcome[TriedOpening]]:
    """Read old books and try them on a copy; nothing is written."""

    def task(desk: Desk) -> Outcome[TriedOpening]:
        registered = frozenset(map(str, desk.book.books.people))
        opening = read_opening(path, desk.today, registered)
        return Outcome(TriedOpening(path, opening, tried(desk.book.file.path, opening.acts)))

    return task


def take_over(opening: Opening) -> Callable[[Desk], Outcome[Answer]]:
    """Take over what was tried; the last answer is that of the taking over, or of the first refusal."""

    def task(desk: Desk) -> Outcome[Answer]:
        answers: list[Answer] = []
        for act in opening.acts:
            answers.append(desk.perform(desk.signed(act)))
            if isinstance(answers[-1], Refused):
                break
        return Outcome(answers[-1], Changed.BOOK)

    return task


def look_at_book(name: str, month: Month | None) -> Callable[[Desk], Outcome[BookPage | None]]:
    def task(desk: Desk) -> Outcome[BookPage | None]:
        return Outcome(book_page(desk.book, name, month, desk.today))

    return task


def look_at_account(account: Account, month: Month) -> Callable[[Desk], Outcome[Table]]:
    def task(desk: Desk) -> Outcome[Table]:
        return Outcome(account_lines(desk.book, account, month))

    return task


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher, and who would vote on its correction: the management committee with each one's office."""

    page: VoucherPage
    committee: Mapping[PersonId, Role]
    names: Mapping[PersonId, Name]


def look_at_voucher(voucher: str) -> Callable[[Desk], Outcome[Voucher]]:
    def task(desk: Desk) -> Outcome[Voucher]:
        books = desk.book.books
        return Outcome(Voucher(voucher_page(desk.book, voucher), books.seated("management"), names(books)))

    return task


def save_pdf(pdf: bytes, path: Path) -> Callable[[Desk], Outcome[Path]]:
    from vdfbank.store.files import write_whole

    def task(_desk: Desk) -> Outcome[Path]:
        write_whole(path, pdf)
        return Outcome(path)

    return task
