"""The forms about people: register one, let join, save and take out one by one, nominee, leave, die."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from vdfbank.acts.act import Text
from vdfbank.acts.founding import Register as RegisterAct
from vdfbank.acts.saving import Die, Join, Leave, NameNominee, Save, Withdraw
from vdfbank.audit.report import Name
from vdfbank.bank.person import Person, PersonId
from vdfbank.content.member_card import Register
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.page import Page
from vdfbank.wording.catalogue import N_
from vdfbank.wording.names import canonical


def names_of(register: Register) -> Mapping[PersonId, Name]:
    return {line.id: Name(line.person.name, line.person.name_lao) for line in register.lines}


def _register(page: Page, register: Register, _person: PersonId | None) -> ActForm:
    tongue = page.tongue
    number, name, lao, household, born, unit = (QLineEdit() for _ in range(6))
    for line, longest in ((number, 16), (name, 120), (lao, 120), (household, 60), (born, 4), (unit, 60)):
        line.setMaxLength(longest)
    number.setText(next_number(register))
    sex = Choice(tongue)
    sex.offer((("F", tongue.say(N_("woman"))), ("M", tongue.say(N_("man")))))
    poor = QCheckBox()
    inputs = (
        Input("id", N_("Number"), number, lambda: number.text().strip() or None),
        Input("name", N_("Name in Latin letters"), name, lambda: canonical(name.text()) or None),
        Input("name_lao", N_("Name in Lao letters"), lao, lambda: canonical(lao.text()) or None, may_be_empty=True),
        Input("sex", N_("Woman or man"), sex, lambda: sex.key),
        Input("household", N_("Household"), household, lambda: household.text().strip() or None),
        Input("born", N_("Year of birth"), born, lambda: _year(born.text()), may_be_empty=True),
        Input("village_unit", N_("Village unit"), unit, lambda: unit.text().strip() or None, may_be_empty=True),
        Input("poor", N_("On the village's list of poor families"), poor, poor.isChecked),
    )

    def make(values: Mapping[str, Any], today: date) -> RegisterAct:
        return RegisterAct(on=today, people=(Person(**values),))

    return ActForm(page, N_("Register a person"), N_("Register the person"), inputs, make)


def _year(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None


def next_number(register: Register) -> str:
    """The number after the highest of the members' ids, ``M19`` after ``M18``."""
    numbers = [int(line.id[1:]) for line in register.lines if line.id[:1] == "M" and line.id[1:].isdecimal()]
    return f"M{max(numbers, default=0) + 1:02d}"


def _of_member(
    title: str, button: str, make: Callable[[PersonId, Mapping[str, Any], date], Any], *wanted: str
) -> Callable[[Page, Register, PersonId | None], ActForm]:
    """A form about one member, with the lines `wanted`."""

    def form(page: Page, register: Register, person: PersonId | None) -> ActForm:
        assert person is not None
        inputs = tuple(_INPUTS[name](page, register) for name in wanted)
        return ActForm(page, title, button, inputs, lambda values, today: make(person, values, today), person)

    return form


def _amount(page: Page, _register: Register) -> Input:
    amount = KipEdit(page.tongue)
    amount.echoed.connect(page.hint)
    return Input("amount", N_("Amount in kip"), amount, lambda: amount.amount)


def _nominee(*, needed: bool) -> Callable[[Page, Register], Input]:
    def line(_page: Page, _register: Register) -> Input:
        name = QLineEdit()
        name.setMaxLength(120)
        return Input(
            "nominee" if needed else "other_nominee",
            N_("Nominee"),
            name,
            lambda: name.text().strip() or None,
            may_be_empty=not needed,
        )

    return line


def _witness(page: Page, register: Register) -> Input:
    witness = PersonChoice(page.tongue)
    names = names_of(register)
    witness.offer_people(names, names)
    return Input("witness", N_("Witness"), witness, lambda: witness.person)


_INPUTS: Mapping[str, Callable[[Page, Register], Input]] = {
    "amount": _amount,
    "nominee": _nominee(needed=True),
    "other_nominee": _nominee(needed=False),
    "witness": _witness,
}

MEMBER_FORMS: Mapping[str, Callable[[Page, Register, PersonId | None], ActForm]] = {
    "register": _register,
    "join": _of_member(
        N_("Let a person join: the entry fee is received"),
        N_("Receive the fee and let join"),
        lambda person, _values, on: Join(on=on, member=person),
    ),
    "save": _of_member(
        N_("Save outside a savings day"),
        N_("Receive the savings"),
        lambda person, values, on: Save(on=on, member=person, amount=values["amount"]),
        "amount",
    ),
    "withdraw": _of_member(
        N_("Take savings out"),
        N_("Pay the savings out"),
        lambda person, values, on: Withdraw(on=on, member=person, amount=values["amount"]),
        "amount",
    ),
    "nominee": _of_member(
        N_("Name who gets the savings after a death"),
        N_("Record the nominee"),
        lambda person, values, on: NameNominee(
            on=on, member=person, nominee=Text(values["nominee"]), witness=values["witness"]
        ),
        "nominee",
        "witness",
    ),
    "leave": _of_member(
        N_("The member leaves: the savings are paid out"),
        N_("Pay out and let leave"),
        lambda person, _values, on: Leave(on=on, member=person),
    ),
    "die": _of_member(
        N_("The member has died: savings pay the loans, the rest goes to the nominee"),
        N_("Record the death"),
        lambda person, values, on: Die(on=on, member=person, nominee=values["other_nominee"]),
        "other_nominee",
    ),
}
