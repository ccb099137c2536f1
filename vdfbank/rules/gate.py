"""The door every act passes first: its date, and whether the bank may open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.bank.bylaws import ByLaws, outside_programme
from vdfbank.bank.committee import CommitteeName, Seat
from vdfbank.bank.course import VILLAGE_BANKING
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books

#: How many villagers must want a bank.
INTERESTED = 15
#: Village head, Lao Women's Union and at least one other.
ADVISERS = 3


def date_objection(act: Act, books: Books, today: date) -> Problem | None:
    """The first thing wrong with an act's date; nothing else is looked at then (acts.md, dates)."""
    if act.on > today:
        return Problem("date_in_future", found=str(act.on), needed=str(today))
    if books.closed_month is not None and act.on <= books.closed_month.last:
        return Problem("month_closed", found=str(act.on), needed=str(books.closed_month.plus(1).first))
    if books.last_on is not None and act.on < books.last_on:
        return Problem("date_before_last", found=str(act.on), needed=str(books.last_on))
    return None


def may_open(books: Books, on: date) -> Iterator[Problem]:
    """Everything that still keeps the bank from opening."""
    yield from enough_interested(books.village.interested if books.village else 0)
    if VILLAGE_BANKING not in books.last_sessions:
        yield Problem("no_bank_training", found=0, needed=1)
    management, advisory = (books.seats.get(name, ()) for name in ("management", "advisory"))
    yield from committee_complete("management", management, books)
    yield from committee_complete("advisory", advisory, books)
    yield from nobody_on_both(management, advisory)
    if books.bylaws_on(on) is None:
        begins = min((str(agreed.in_force) for agreed in books.bylaws), default=None)
        yield Problem("no_bylaws", found=begins, needed=str(on))


def enough_interested(interested: int) -> Iterator[Problem]:
    if interested < INTERESTED:
        yield Problem("fewer_than_15", found=interested, needed=INTERESTED)


def committee_complete(name: CommitteeName, seats: tuple[Seat, ...], books: Books) -> Iterator[Problem]:
    """A management committee of women and men with president and treasurer; advisers with village head and LWU."""
    roles = [seat.role for seat in seats]
    if name == "management":
        sexes = sorted({books.people[seat.person].sex for seat in seats if seat.person in books.people})
        if sexes != ["F", "M"]:
            yield Problem("one_sex_committee", found=" ".join(sexes) or None, needed="F M")
        if "president" not in roles:
            yield Problem("no_president", found=0, needed=1)
        if "treasurer" not in roles:
            yield Problem("no_treasurer", found=0, needed=1)
        return
    if "village_head" not in roles:
        yield Problem("no_village_head", found=0, needed=1)
    if "lwu" not in roles:
        yield Problem("no_lwu_representative", found=0, needed=1)
    advisers = len({seat.person for seat in seats})
    if advisers < ADVISERS:
        yield Problem("too_few_advisers", found=advisers, needed=ADVISERS)


def nobody_on_both(management: tuple[Seat, ...], advisory: tuple[Seat, ...]) -> Iterator[Problem]:
    advisers = {seat.person for seat in advisory}
    for seat in management:
        if seat.person in advisers:
            yield Problem("sits_on_both", found=seat.person, who=seat.person)


def inside_programme(bylaws: ByLaws) -> Iterator[Problem]:
    """One problem a by-law that leaves the programme's limits."""
    for outside in outside_programme(bylaws):
        yield Problem("bylaws_outside_programme", found=outside.found, needed=outside.needed, who=outside.field)
