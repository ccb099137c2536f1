"""A bank founded at the keyboard, step by step, and one that brings the books it kept before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard, old_books
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.course import VILLAGE_BANKING
from vdfbank.bank.person import PersonId
from vdfbank.desktop.act_form import ActForm
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.roll import Roll
from vdfbank.office.session import OpenBook

Key = Qt.Key


@pytest.fixture
def founding(keyboard: Keyboard, tmp_path: Path) -> Keyboard:
    """An empty book."""
    keyboard.control(Key.Key_N)
    keyboard.window.start.place.setText(str(tmp_path))
    keyboard.enter("new")
    keyboard.enter()
    return keyboard


@pytest.fixture
def ready(founding: Keyboard, tmp_path: Path) -> Keyboard:
    """Every step is done, nobody has joined."""
    founding.found(tmp_path)
    return founding


def form_of(seat: Keyboard) -> ActForm:
    form = seat.window.founding.form
    assert form is not None
    return form


def control(form: ActForm, name: str) -> object:
    return next(line.control for line in form.inputs if line.name == name)


def choose(form: ActForm, name: str, key: str) -> None:
    choice = control(form, name)
    assert isinstance(choice, Choice)
    choice.choose(key)


def test_the_keyboard_waits_at_the_first_step_that_is_not_done(founding: Keyboard) -> None:
    page = founding.window.founding
    assert page.steps["found"].hasFocus()
    founding.press(Key.Key_Return)
    for typed in ("Ban Nam", "Muang Nam", "Khoueng Nam", "01-01-001", "5"):
        founding.type(typed)
        founding.press(Key.Key_Tab)
    founding.type("14")
    founding.control(Key.Key_Return)
    assert "15" in form_of(founding).notice.text
    founding.press(Key.Key_Backspace)
    founding.type("6")
    founding.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    assert founding.window.top._village.text() == "Ban Nam"
    assert page.missing["found"] == []
    assert page.steps["register"].hasFocus()
    founding.press(Key.Key_Return)
    assert founding.window.page is founding.window.members


def test_a_training_is_held_by_ticking_the_roll(ready: Keyboard) -> None:
    page = ready.window.founding
    page.steps["train"].click()
    form = form_of(ready)
    assert form.values()["module"] == VILLAGE_BANKING
    roll = control(form, "roll")
    assert isinstance(roll, Roll)
    roll.setFocus()
    ready.press(Key.Key_Space, Key.Key_Space, Key.Key_Up, Key.Key_Space, Key.Key_Return)
    assert (roll.attended, roll.completed) == (("M01", "M02"), ("M01",))
    for name, typed in (("title", "How a bank works"), ("trainer", "Ms Noy"), ("minutes", "90"), ("women", "3")):
        line = control(form, name)
        assert hasattr(line, "setFocus")
        line.setFocus()
        ready.type(typed)
    ready.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    ready.window.close()
    path = ready.window.standing
    assert path is not None
    with OpenBook.open(path.path) as book:
        assert set(book.books.completions[PersonId("M01")]) == {VILLAGE_BANKING}
        stored = book.file.act(book.books.number)
        assert stored is not None
        assert '"completed":["M01"]' in stored.text
        assert '"guests":{"F":3,"M":0}' in stored.text


def test_everybody_back_and_away_on_the_roll(ready: Keyboard) -> None:
    ready.window.founding.steps["train"].click()
    roll = control(form_of(ready), "roll")
    assert isinstance(roll, Roll)
    for presence in ("completed", "attended", "away"):
        roll._tick()
        roll.setCurrentRow(0)
        assert (PersonId("M01") in roll.attended) == (presence != "away")
    roll.call([], {})
    roll._tick()
    assert roll.attended == ()


def test_a_committee_is_elected_whole(ready: Keyboard) -> None:
    page = ready.window.founding
    page.steps["management"].click()
    form = form_of(ready)
    # Who sits there is chosen already.
    assert form.values()["president 0"] == "M01"
    choose(form, "president 0", "M02")
    choose(form, "treasurer 0", "M02")
    ready.control(Key.Key_Return)
    assert form.notice.property("notice") == "wrong"
    choose(form, "treasurer 0", "M01")
    for name in [name for name in form.values() if name.startswith(("secretary", "member"))]:
        choose(form, name, "")
    ready.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    page.steps["advisory"].click()
    assert form_of(ready).values()["village_head 0"] == "V01"


def test_by_laws_outside_the_programme_are_refused_where_they_are_typed(ready: Keyboard) -> None:
    page = ready.window.founding
    page.steps["bylaws"].click()
    form = form_of(ready)
    multiple = control(form, "savings_multiple")
    assert isinstance(multiple, KipEdit)
    multiple.show_amount(6)
    ready.control(Key.Key_Return)
    assert "Loan in times of savings" in form.notice.text
    multiple.show_amount(4)
    choose(form, "penalty_kind", "fixed")
    penalty = control(form, "penalty")
    assert isinstance(penalty, KipEdit)
    penalty.show_amount(5_000)
    ready.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    ready.window.close()
    standing = ready.window.standing
    assert standing is not None
    with OpenBook.open(standing.path) as book:
        now: ByLaws = book.books.bylaws[-1].bylaws
        assert (now.savings_multiple, now.penalty.kind, now.penalty.amount) == (4, "fixed", 5_000)
        # The example's by-laws leave annuity out; that stays as it stands.
        assert "annuity" not in now.methods


def test_old_books_are_ticked_off_before_they_are_taken_over(ready: Keyboard, tmp_path: Path) -> None:
    page = ready.window.founding
    assert page.join_button.isEnabled()
    ready.choose(old_books(tmp_path))
    ready.control(Key.Key_T)
    part = page.old_books
    assert [box.text() for box in part.boxes] == [
        "2 members",
        "All savings: 500,000 kip",
        "0 loans, still to repay 0 kip",
        "1010 Cash box: 500,000 kip",
        "Left over for the reserve fund: 0 kip",
    ]
    assert not part.take_button.isEnabled()
    assert part.boxes[0].hasFocus()
    for _ in part.boxes:
        ready.press(Key.Key_Space, Key.Key_Tab)
    ready.control(Key.Key_L)
    assert part.take_button.isEnabled()
    ready.control(Key.Key_Return)
    assert ready.window.page is ready.window.today
    assert ready.window.standing is not None
    assert ready.window.standing.is_open


def test_old_books_the_rules_refuse_cannot_be_ticked(ready: Keyboard, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(
        "members\nmember,joined,savings\nM01,1/2/2099,300000\naccounts\naccount,amount\n1010,300000\n", "utf-8"
    )
    ready.choose(file)
    ready.control(Key.Key_T)
    part = ready.window.founding.old_books
    assert not any(box.isEnabled() for box in part.boxes)
    assert part.notice.isVisible()
    ready.press(Key.Key_Escape)
    assert ready.window.founding.join_button.hasFocus()


def test_a_sheet_that_is_none_is_said(ready: Keyboard, tmp_path: Path) -> None:
    file = tmp_path / "torn.xlsx"
    file.write_bytes(b"torn")
    ready.choose(file)
    ready.control(Key.Key_T)
    assert "torn.xlsx" in ready.window.founding.notice.text


def test_today_says_that_the_first_member_can_join(ready: Keyboard) -> None:
    ready.control(Key.Key_1)
    assert "Everything is ready" in ready.window.today.lines[0].accessibleName()
    ready.press(Key.Key_Return, Key.Key_Return)
    assert ready.window.page is ready.window.members
