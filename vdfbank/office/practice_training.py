"""Trainings of a practice village: its calendar of modules, and who is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from vdfbank.acts.act import Count, Text
from vdfbank.acts.founding import Guests, Train
from vdfbank.bank.calendar import add_months
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS, Module
from vdfbank.bank.person import PersonId
from vdfbank.office.practice_village import PracticeVillage


@dataclass(frozen=True, slots=True)
class Course:
    """A training the village holds, and how long who completed it need not come again."""

    module: Module
    title: str
    trainer: str
    minutes: int
    fresh_months: int


_COURSES = {
    SAFE_MIGRATION: Course(SAFE_MIGRATION, "Travel Smart - Work Smart", "District labour office", 150, 5),
    BUSINESS: Course(BUSINESS, "GET Ahead modules 1-2", "LWU trainer", 360, 16),
    SKILLS: Course(SKILLS, "Raising pigs and chickens", "District agriculture and forestry office", 240, 11),
    RIGHTS: Course(RIGHTS, "Labour rights, debt bondage, whom to call", "District labour office", 90, 11),
}
#: Which modules in which month of the year: each comes back after three months (domain: credit must not run alone).
_CALENDAR: dict[int, tuple[Module, ...]] = {
    month: ((SAFE_MIGRATION, RIGHTS), (BUSINESS,), (SKILLS,))[(month - 2) % 3] for month in range(1, 13)
}

#: So few are no session.
_TOO_FEW = 3
_SKILLS = ("Raising pigs and chickens", "Mushrooms in a shed", "Dyeing and weaving", "Repairing small engines")


def train(village: PracticeVillage, on: date) -> None:
    """The month's sessions, a day apart."""
    for days_later, module in enumerate(_CALENDAR[on.month]):
        _hold(village, on + timedelta(days=days_later), _COURSES[module])


def _hold(village: PracticeVillage, on: date, course: Course) -> None:
    """Who is due comes; a session for nobody is open to whoever wants to hear it again."""
    lots = village.lots
    here = [person for person in village.current() if not village.is_away(person, on)]
    due = [person for person in here if _is_due(village, person, course, on)]
    invited = due if len(due) > _TOO_FEW else lots.shuffled(here)[: len(here) // 3]
    attended = tuple(sorted(person for person in invited if lots.chance(930)))
    completed = tuple(person for person in attended if not lots.chance(30))
    village.perform(
        Train(
            on=on,
            by=village.seat("secretary"),
            module=course.module,
            title=Text(lots.one_of(_SKILLS) if course.module == SKILLS else course.title),
            trainer=Text(course.trainer),
            minutes=Count(course.minutes),
            attended=attended,
            completed=completed if completed != attended else None,
            guests=Guests(F=Count(lots.between(0, 6)), M=Count(lots.between(0, 6))),
        )
    )


def _is_due(village: PracticeVillage, person: PersonId, course: Course, on: date) -> bool:
    known = village.books.completions.get(person, {}).get(course.module)
    return known is None or add_months(known.on, course.fresh_months) < on
