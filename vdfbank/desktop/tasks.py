"""What pages ask of the book's thread: each answers with content, and says what it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vdfbank.acts.act import Act
from vdfbank.bank.calendar import Month
from vdfbank.bank.problem import Problem
from vdfbank.desktop.desk import Desk
from vdfbank.desktop.paper_pictures import Picture, pictures
from vdfbank.office import today as office_today
from vdfbank.office.changed import Changed, Outcome, changed_by
from vdfbank.office.month_page import MonthPage, month_page
from vdfbank.office.practising import practice_book, practice_path
from vdfbank.office.replaying import read_acts, replay
from vdfbank.office.session import Accepted, Answer, OpenBook
from vdfbank.office.standing import Standing
from vdfbank.office.today import Today
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


def close_month(make: Callable[[date], Act]) -> Callable[[Desk], Outcome[Answer]]:
    """Close a month with the act made for today."""

    def task(desk: Desk) -> Outcome[Answer]:
        act = make(desk.today)
        answer = desk.perform(act)
        return Outcome(answer, changed_by(act) if isinstance(answer, Accepted) else Changed.NOTHING)

    return task


def save_pdf(pdf: bytes, path: Path) -> Callable[[Desk], Outcome[Path]]:
    from vdfbank.store.files import write_whole

    def task(_desk: Desk) -> Outcome[Path]:
        write_whole(path, pdf)
        return Outcome(path)

    return task
