"""Farewells of a practice village: nominees named in time, who leaves, who dies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vdfbank.acts.act import Text
from vdfbank.acts.saving import Die, Leave, NameNominee
from vdfbank.bank.person import PersonId
from vdfbank.office.practice_village import PracticeVillage


def name_nominees(village: PracticeVillage, on: date, people: Iterable[PersonId]) -> None:
    for person in people:
        nominee = village.lots.one_of(("the eldest daughter", "the husband", "the wife", "the son", "a sister"))
        witness = village.lots.one_of(village.advisers())
        by = village.seat("secretary")
        village.perform(NameNominee(on=on, by=by, member=person, nominee=Text(nominee), witness=witness))


def leave(village: PracticeVillage, on: date) -> None:
    """One who owes nothing and stands for nobody moves away, with the savings."""
    standing = {person for loan in village.books.open_loans() for person in loan.request.guarantors}
    for person in village.lots.shuffled(not_officers(village)):
        if person in standing or any(village.books.open_loans(person)):
            continue
        by, seconded_by = village.two_officers()
        if village.bring_cash(on, village.books.savings(person)):
            note = "moves to the husband's village" if village.books.people[person].sex == "F" else "moves to the town"
            village.perform(Leave(on=on, by=by, seconded_by=seconded_by, member=person, note=Text(note)))
            return


def die(village: PracticeVillage, on: date) -> None:
    """A death: savings pay the loans, the nominee gets the rest."""
    person = village.lots.one_of(not_officers(village))
    nominee = village.books.members[person].nominee or "the eldest daughter"
    by, seconded_by = village.two_officers()
    if village.bring_cash(on, village.books.savings(person)):
        village.perform(Die(on=on, by=by, seconded_by=seconded_by, member=person, nominee=Text(nominee)))


def not_officers(village: PracticeVillage) -> list[PersonId]:
    return [person for person in village.current() if not village.is_officer(person)]
