"""Rules of founding: interested villagers, people, trainings, committees, by-laws."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts import founding
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Village
from vdfbank.rules.case import Case
from vdfbank.rules.effects import ByLawsAgreed, Confirmed, Elected, Founded, Registered, SessionHeld
from vdfbank.rules.gate import committee_complete, enough_interested, inside_programme, nobody_on_both
from vdfbank.rules.people import twice


def found(act: founding.Found, case: Case) -> None:
    if case.books.village is not None:
        case.object([Problem("wrong_state", found=case.books.village.village)])
        return
    case.object(enough_interested(act.interested))
    if not case.problems:
        village = Village(
            act.village,
            act.district,
            act.province,
            act.village_code,
            act.currency,
            int(act.fiscal_year[:2]),
            act.savings_day,
            act.interested,
        )
        case.do(Founded(village))


def register(act: founding.Register, case: Case) -> None:
    ids = [person.id for person in act.people]
    case.object(twice("duplicate_id", ids))
    case.object(Problem("duplicate_id", found=who, who=who) for who in ids if case.books.is_taken(who))
    if not case.problems:
        case.do(Registered(act.people))


def train(act: founding.Train, case: Case) -> None:
    case.object(twice("duplicate_id", act.attended))
    case.object(_completed_attended(act))
    if not case.problems:
        case.do(SessionHeld(act.on, act.module, act.completing))


def _completed_attended(act: founding.Train) -> Iterator[Problem]:
    """Only who attended can have completed."""
    for person in act.completing:
        if person not in act.attended:
            yield Problem("wrong_state", found=person, needed="attended", who=person)


def elect(act: founding.Elect, case: Case) -> None:
    case.object(committee_complete(act.committee, act.seats, case.books))
    gone = (seat.person for seat in act.seats if not case.books.may_sit(seat.person))
    case.object(Problem("member_left", found=person, who=person) for person in gone)
    seats = {**case.books.seats, act.committee: act.seats}
    case.object(nobody_on_both(seats.get("management", ()), seats.get("advisory", ())))
    if not case.problems:
        case.do(Elected(act.committee, act.seats))


def agree_bylaws(act: founding.AgreeByLaws, case: Case) -> None:
    case.object(inside_programme(act.bylaws.bylaws))
    if act.in_force < act.on:
        case.object([Problem("date_before_last", found=str(act.in_force), needed=str(act.on), who="in_force")])
    if not case.problems:
        case.do(ByLawsAgreed(act.in_force, act.bylaws.bylaws))


def confirm(act: founding.Confirm, case: Case) -> None:
    """Two officers, both on a committee."""
    seated = {**case.books.seated("management"), **case.books.seated("advisory")}
    for officer in (act.by, act.seconded_by):
        if officer in case.books.people and officer not in seated:
            case.object([Problem("not_an_adviser", found=officer, who=officer)])
    if not case.problems:
        case.do(Confirmed(act.what, act.detail))
