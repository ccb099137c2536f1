"""The register worked by its keys: found, opened, registered, let join, paid out; its papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard
from vdfbank.bank.person import PersonId
from vdfbank.desktop.act_form import ActForm
from vdfbank.desktop.choices import Choice
from vdfbank.office.session import OpenBook

Key = Qt.Key


@pytest.fixture
def members(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_3)
    return keyboard


def form_of(seat: Keyboard) -> ActForm:
    form = seat.window.members.form
    assert form is not None
    return form


def test_enter_opens_a_card_and_esc_comes_back_to_its_row(members: Keyboard) -> None:
    page = members.window.members
    assert page.table.hasFocus()
    members.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert page.card.person == "M04"
    assert page.card.movements.hasFocus()
    members.press(Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.table.key == "M04"


@pytest.mark.parametrize(
    ("typed", "wanted"), [("m04", "M04"), ("soms", "M04"), ("ສົມສັກ", "M04"), ("ສົມສັ້ກ", "M04"), ("H04", "M04")]
)
def test_somebody_is_found_by_number_name_or_household(members: Keyboard, typed: str, wanted: str) -> None:
    members.control(Key.Key_F)
    members.type(typed)
    members.press(Key.Key_Return)
    assert members.window.members.table.key == wanted
    assert members.window.members.table.hasFocus()


def test_a_person_is_registered_and_joins(members: Keyboard, book: Path) -> None:
    page = members.window.members
    members.control(Key.Key_N)
    members.press(Key.Key_Tab)
    members.type("Noy")
    members.press(Key.Key_Tab)
    members.type("ນ້ອຍ")
    members.press(Key.Key_Tab, Key.Key_Down, Key.Key_Tab)
    members.type("H77")
    members.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    page.open_member(PersonId("M19"))
    members.settle()
    members.control(Key.Key_J)
    members.control(Key.Key_Return)
    members.window.close()
    with OpenBook.open(book) as opened:
        person = opened.books.people[PersonId("M19")]
        assert (person.name, person.name_lao, person.sex, person.household) == ("Noy", "ນ້ອຍ", "F", "H77")
        assert opened.books.is_member(PersonId("M19"))
        last = opened.file.act(opened.books.number)
        assert last is not None
        assert '"by":"M02"' in last.text


def test_a_form_says_what_is_to_be_filled_in(members: Keyboard) -> None:
    members.control(Key.Key_N)
    members.control(Key.Key_Return)
    assert form_of(members).notice.text == "Fill in first: Name in Latin letters, Woman or man, Household."
    assert members.focused.accessibleName() == "Name in Latin letters"


def test_the_rules_speak_while_an_amount_is_typed(members: Keyboard) -> None:
    members.window.members.open_member(PersonId("M04"))
    members.settle()
    members.control(Key.Key_W)
    members.type("100000")
    form = form_of(members)
    form._soon.stop()
    form._look_ahead()
    members.settle()
    assert "loan" in form.notice.text
    before = members.window.standing
    members.control(Key.Key_Return)
    assert form.notice.property("notice") == "wrong"
    assert members.window.standing == before


def test_a_form_pressed_twice_is_one_act(members: Keyboard, book: Path) -> None:
    members.window.members.open_member(PersonId("M05"))
    members.settle()
    members.control(Key.Key_S)
    members.type("25*")
    form = form_of(members)
    form.perform()
    form.perform()
    members.settle()
    members.window.close()
    with OpenBook.open(book) as opened:
        acts = [act.text for act in opened.file.acts() if act.kind == "save"]
    assert len(acts) == 1
    assert '"amount":25000' in acts[0]


def test_a_nominee_needs_a_witness(members: Keyboard) -> None:
    members.window.members.open_member(PersonId("M05"))
    members.settle()
    members.control(Key.Key_M)
    members.type("Khamla, a sister")
    members.control(Key.Key_Return)
    assert "Witness" in form_of(members).notice.text
    assert isinstance(members.focused, Choice)
    members.type("V01")
    members.press(Key.Key_Down, Key.Key_Return)
    choice = next(line.control for line in form_of(members).inputs if line.name == "witness")
    assert isinstance(choice, Choice)
    choice.choose("V01")
    members.control(Key.Key_Return)
    assert members.window.members.notice.text == "It stands in the book."


def test_who_left_can_do_nothing_more(members: Keyboard) -> None:
    page = members.window.members
    page.open_member(PersonId("M13"))
    members.settle()
    assert page.card.acts["leave"].isVisible()
    page.card.acts["leave"].click()
    members.settle()
    members.control(Key.Key_Return)
    shown = [kind for kind, button in page.card.acts.items() if button.isVisible()]
    assert (page.notice.text, shown) == ("It stands in the book.", []) or "guarantee" in form_of(members).notice.text


def test_the_forms_speak_the_language_of_the_window(members: Keyboard) -> None:
    members.control(Key.Key_N)
    members.control(Key.Key_L)
    assert form_of(members).button.accessibleName() == "ລົງທະບຽນ"
    members.press(Key.Key_Escape)
    assert members.window.members.table.hasFocus()


def test_another_book_begins_with_its_list(members: Keyboard) -> None:
    members.window.members.open_member(PersonId("M04"))
    members.settle()
    members.window.members.leave_book()
    assert members.window.members.card.person is None
