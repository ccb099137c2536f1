"""The founding of a practice village in its order, and the people who come to it later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts.act import Count, Text
from vdfbank.acts.founding import AgreeByLaws, Elect, Found, GivenByLaws, Guests, Register, Train
from vdfbank.acts.saving import Join
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import CommitteeName, Role, Seat
from vdfbank.bank.course import VILLAGE_BANKING
from vdfbank.bank.person import Person, PersonId, Sex
from vdfbank.office.practice_names import Name, people, place
from vdfbank.office.practice_village import Habits, PracticeVillage

#: Fewer do not found a bank.
FOUNDERS = 15
ADVISERS = (PersonId("V01"), PersonId("V02"), PersonId("V03"), PersonId("V04"))

_ADVISER_SEXES: tuple[Sex, ...] = ("M", "F", "M", "F")
_ADVISER_ROLES: tuple[Role, ...] = ("village_head", "lwu", "adviser", "adviser")
#: The first members are those elected: women and men on every committee.
_OFFICER_SEXES: tuple[Sex, ...] = ("M", "F", "F", "M", "F")
_OFFICER_ROLES: tuple[Role, ...] = ("president", "treasurer", "secretary", "member", "member")
_SAVINGS_DAYS = (5, 8, 10, 12)
_LARGEST_SAVING = 12


class Newcomers:
    """Villagers who have not joined yet, each with a name of their own."""

    def __init__(self, village: PracticeVillage) -> None:
        self._village = village
        self._names: dict[Sex, Iterator[Name]] = {"F": people("F"), "M": people("M")}

    def adviser(self, number: int) -> Person:
        sex = _ADVISER_SEXES[number]
        return self._person(ADVISERS[number], sex, f"A{number + 1:02d}")

    def member(self) -> Person:
        """The next to come: somewhat more women than men, a third of the households poor, some two of one house."""
        village = self._village
        number = village.registered
        sex = _OFFICER_SEXES[number] if number < len(_OFFICER_SEXES) else "F" if village.lots.chance(600) else "M"
        village.registered += 1
        together = number > len(_OFFICER_SEXES) and village.lots.chance(60)
        household = f"H{village.registered - 1 if together else village.registered:03d}"
        person = self._person(village.member_id(village.registered), sex, household)
        village.habits[person.id] = self._habits(number)
        return person

    def _person(self, who: PersonId, sex: Sex, household: str) -> Person:
        lots = self._village.lots
        latin, lao = next(self._names[sex])
        poor = lots.chance(330)
        return Person(who, latin, sex, household, lao, poor, lots.between(1955, 2003), f"Unit {lots.between(1, 4)}")

    def _habits(self, number: int) -> Habits:
        """Most are always there and on time; officers more than others."""
        lots = self._village.lots
        saving = 10_000 * lots.between(1, lots.between(2, _LARGEST_SAVING))
        if number < len(_OFFICER_SEXES):
            return Habits(max(30_000, saving), 985, 995)
        return Habits(
            saving, lots.between(900, 990), lots.one_of((998, 995, 995, 995, 990, 990, 980, 980, 950, 900, 800, 500))
        )


def found(village: PracticeVillage, newcomers: Newcomers) -> None:
    """Interested villagers, the training, the elections, the by-laws: December of the year before."""
    where = place(village.number)
    founders = founders_of(village.members)
    village.perform(
        Found(
            on=date(2024, 12, 9),
            village=Text(where.village),
            district=Text(where.district),
            province=Text(where.province),
            village_code=where.code,
            currency="LAK",
            fiscal_year="01-01",
            savings_day=Count(savings_day_of(village.number)),
            interested=Count(founders + village.lots.between(1, 6)),
        )
    )
    registered = [newcomers.member() for _ in range(founders)]
    advisers = [newcomers.adviser(number) for number in range(len(ADVISERS))]
    village.perform(Register(on=date(2024, 12, 9), people=(*registered, *advisers)))
    village.perform(
        Train(
            on=date(2024, 12, 14),
            module=VILLAGE_BANKING,
            title=Text("What a village bank is"),
            trainer=Text("District LWU"),
            minutes=Count(180),
            attended=(*(person.id for person in registered), *ADVISERS),
            guests=Guests(F=Count(village.lots.between(2, 9)), M=Count(village.lots.between(2, 9))),
        )
    )
    officers = [person.id for person in registered[: len(_OFFICER_ROLES)]]
    _elect(village, "management", officers, _OFFICER_ROLES)
    _elect(village, "advisory", list(ADVISERS), _ADVISER_ROLES)
    village.perform(
        AgreeByLaws(
            on=date(2024, 12, 21),
            by=officers[2],
            in_force=date(2025, 1, 1),
            bylaws=GivenByLaws(ByLaws(), ("entry_fee", "methods", "minimum_balance", "minimum_saving", "split_bp")),
        )
    )


def founders_of(members: int) -> int:
    """Five of six found the bank, the others come in its first year."""
    return max(FOUNDERS, members * 5 // 6)


def savings_day_of(number: int) -> int:
    """Neighbouring villages do not save on the same day: one trainer visits them all."""
    return _SAVINGS_DAYS[(number - 1) % len(_SAVINGS_DAYS)]


def _elect(village: PracticeVillage, committee: CommitteeName, people: list[PersonId], roles: tuple[Role, ...]) -> None:
    seats = tuple(Seat(person, role) for person, role in zip(people, roles, strict=True))
    village.perform(Elect(on=date(2024, 12, 16), committee=committee, seats=seats))


def register(village: PracticeVillage, on: date, newcomers: Newcomers, how_many: int) -> list[PersonId]:
    """Write newcomers into the register."""
    arrived = tuple(newcomers.member() for _ in range(how_many))
    if arrived:
        village.perform(Register(on=on, people=arrived, by=village.seat("secretary")))
    return [person.id for person in arrived]


def join(village: PracticeVillage, on: date, people: list[PersonId]) -> None:
    for person in people:
        village.perform(Join(on=on, member=person, by=village.seat("secretary")))
