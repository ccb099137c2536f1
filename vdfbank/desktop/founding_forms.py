"""The forms that found a bank and change how it is run: the village, trainings, committees, by-laws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit

from vdfbank.acts.act import Count, Text
from vdfbank.acts.founding import Elect, Found, Guests, Train
from vdfbank.bank.committee import ROLES, CommitteeName, Role, Seat
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS, VILLAGE_BANKING, Module
from vdfbank.bank.person import PersonId
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.page import Page
from vdfbank.desktop.roll import Roll
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Names

#: The kip, and a year that begins with January: what a village in Laos has.
_CURRENCY, _FISCAL_YEAR = "LAK", "01-01"
_COURSES = (VILLAGE_BANKING, SAFE_MIGRATION, BUSINESS, SKILLS, RIGHTS)
#: How many may sit on a committee as each role.
_SEATS: Mapping[Role, int] = {"member": 4, "adviser": 3}


def number_input(page: Page, name: str, label: str, *, may_be_empty: bool = False) -> Input:
    number = KipEdit(page.tongue, pieces=True)
    number.echoed.connect(page.hint)
    return Input(name, label, number, lambda: number.amount, may_be_empty)


def words_input(name: str, label: str, longest: int = 120, *, may_be_empty: bool = False) -> Input:
    words = QLineEdit()
    words.setMaxLength(longest)
    return Input(name, label, words, lambda: words.text().strip() or None, may_be_empty)


def found_form(page: Page) -> ActForm:
    inputs = (
        words_input("village", N_("Village")),
        words_input("district", N_("District")),
        words_input("province", N_("Province")),
        words_input("village_code", N_("Village code, like 99-01-007"), 16),
        number_input(page, "savings_day", N_("Savings day of the month (1 to 28)")),
        number_input(page, "interested", N_("How many villagers want the bank")),
    )

    def make(values: Mapping[str, Any], today: date) -> Found:
        return Found(on=today, currency=_CURRENCY, fiscal_year=_FISCAL_YEAR, **values)

    return ActForm(page, N_("Found a village bank"), N_("Found the bank"), inputs, make)


def train_form(page: Page, people: Sequence[PersonId], names: Names, module: Module | None = None) -> ActForm:
    """A session that was held; who attended is ticked on the roll."""
    course = Choice(page.tongue)
    course.offer((known, terms.module(known, page.tongue.language)) for known in _COURSES)
    course.choose(module)
    roll = Roll(page.tongue)
    roll.call(people, names)
    inputs = (
        Input("module", N_("Course"), course, lambda: course.key),
        words_input("title", N_("What it was about")),
        words_input("trainer", N_("Trainer")),
        number_input(page, "minutes", N_("Minutes")),
        Input("roll", N_("Who was there (Space ticks)"), roll, lambda: (roll.attended, roll.completed)),
        number_input(page, "women", N_("Guests: women"), may_be_empty=True),
        number_input(page, "men", N_("Guests: men"), may_be_empty=True),
    )

    def make(values: Mapping[str, Any], today: date) -> Train:
        attended, completed = values["roll"]
        women, men = values["women"] or 0, values["men"] or 0
        return Train(
            on=today,
            module=Module(values["module"]),
            title=Text(values["title"]),
            trainer=Text(values["trainer"]),
            minutes=Count(values["minutes"]),
            attended=attended,
            completed=None if completed == attended else completed,
            guests=Guests(Count(women), Count(men)) if women or men else None,
        )

    return ActForm(page, N_("A training session that was held"), N_("Record the session"), inputs, make)


def elect_form(
    page: Page, committee: CommitteeName, people: Sequence[PersonId], names: Names, now: Mapping[PersonId, Role]
) -> ActForm:
    """A committee filled anew, whole; who sits there now is chosen already."""
    inputs = []
    for role in ROLES[committee]:
        sitting = [person for person, held in now.items() if held == role]
        for number in range(_SEATS.get(role, 1)):
            seat = PersonChoice(page.tongue)
            seat.offer_people(people, names)
            seat.choose(sitting[number] if number < len(sitting) else None)
            inputs.append(Input(f"{role} {number}", terms.ROLES[role], seat, _chosen(seat), may_be_empty=True))

    def make(values: Mapping[str, Any], today: date) -> Elect:
        seats = tuple(
            Seat(person, role)
            for role in ROLES[committee]
            for number in range(_SEATS.get(role, 1))
            if (person := values[f"{role} {number}"]) is not None
        )
        return Elect(on=today, committee=committee, seats=seats)

    titles = {"management": N_("Elect the management committee"), "advisory": N_("Elect the advisory committee")}
    return ActForm(page, titles[committee], N_("Record the election"), tuple(inputs), make)


def _chosen(seat: PersonChoice) -> Any:  # noqa: ANN401 - reads the seat when it is asked
    return lambda: seat.person
