"""After the day was posted: late comers, a line put right, the box counted again, the sheet as printed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.day_keys import Key, acts, is_at, recorded
from tests.desktop.workplace import Keyboard
from vdfbank.acts.books import Reverse
from vdfbank.acts.lending import Repay
from vdfbank.acts.saving import CountCash, Save, SavingsDay
from vdfbank.desktop import day_tasks
from vdfbank.desktop.day_held import HeldStep
from vdfbank.desktop.day_stage import Step
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.printing import FORMS
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import Language


@pytest.fixture
def posted(keyboard: Keyboard, book: Path) -> Keyboard:
    """The day of 05/11/2025 posted, M07 absent."""
    keyboard.open(book)
    keyboard.open_sheet()
    keyboard.window.day.sheet.table.go_to(6, 3)
    keyboard.press(Key.Key_F8)
    keyboard.control(Key.Key_E)
    keyboard.post_counted(str(recorded(keyboard).totals().box))
    assert is_at(keyboard.window.day, Step.DONE)
    return keyboard


def row_of(held: HeldStep, member: str, number: int | None = None) -> int:
    assert held._day is not None
    lines = held._day.lines
    return next(
        row for row, line in enumerate(lines) if line.member == member and (number is None or line.number == number)
    )


def cells(held: HeldStep, row: int) -> list[str]:
    found = (held.table.item(row, column) for column in range(held.table.columnCount()))
    return [item.text() for item in found if item is not None]


def test_the_posted_lines_are_shown(posted: Keyboard) -> None:
    held = posted.window.day.held
    assert held.table.rowCount() == 17
    assert held.table.hasFocus()
    assert cells(held, row_of(held, "M04")) == ["129", "M04", "Somsak", "60,000", "861,706", "·", ""]


def test_a_late_comer_saves_and_repays_the_same_day(posted: Keyboard, book: Path) -> None:
    day = posted.window.day
    posted.tab_to(day.buttons["late"])
    posted.press(Key.Key_Return)
    late = day.late
    assert late.member.hasFocus()
    posted.control(Key.Key_Return)
    assert "Choose the member" in day.notice.text
    posted.type("M07")
    posted.control(Key.Key_Return)
    assert "what was saved or paid" in day.notice.text
    posted.tab_to(late.save)
    posted.enter("20*")
    assert "afterwards" in late.notice.text
    posted.enter("5*")
    assert "There is no such loan" in late.notice.text
    posted.tab_to(late.repay)
    late.repay.selectAll()
    posted.press(Key.Key_Delete)
    posted.control(Key.Key_Return)
    assert "second person" in day.notice.text
    posted.tab_to(late.second)
    posted.press(Key.Key_Down)
    posted.settle()
    posted.control(Key.Key_Return)
    assert is_at(day, Step.DONE)
    assert "1 act is posted." in day.notice.text
    saved = acts(book)[-1]
    assert isinstance(saved, Save)
    assert (saved.member, saved.amount, saved.by, saved.seconded_by) == ("M07", 20_000, "M02", "M01")
    assert cells(day.held, row_of(day.held, "M07"))[-1] == "Saving"


def test_a_line_is_put_right_old_and_new_side_by_side(posted: Keyboard, book: Path) -> None:
    """M11 paid 200 000, not what was expected: reversed for M11 only, saved and repaid again."""
    day = posted.window.day
    row = row_of(day.held, "M11")
    was = cells(day.held, row)
    day.held.table.setCurrentCell(row, 2)
    posted.press(Key.Key_F2)
    form = day.correct
    assert is_at(day, Step.CORRECT)
    assert [label.text() for label in form._old][1:3] == was[3:5]
    posted.press(Key.Key_Down)
    assert form.fault.currentText() == "Wrong sum"
    posted.tab_to(form.repay)
    form.repay.selectAll()
    posted.enter("200000")
    assert "afterwards" in form.notice.text
    posted.tab_to(form.second)
    posted.press(Key.Key_Down)
    posted.settle()
    posted.control(Key.Key_Return)
    assert is_at(day, Step.DONE), day.notice.text
    reverse, save, repay = acts(book)[-3:]
    assert isinstance(reverse, Reverse)
    assert isinstance(save, Save)
    assert isinstance(repay, Repay)
    assert (reverse.number, reverse.member, reverse.reason) == (129, "M11", "Wrong sum")
    assert repay.amount == 200_000
    assert cells(day.held, row_of(day.held, "M11", 129))[-1] == "reversed by act 130"
    item = day.held.table.item(row_of(day.held, "M11", 129), 3)
    assert item is not None
    assert item.font().strikeOut()
    assert cells(day.held, row_of(day.held, "M11", 132))[-1] == "puts act 129 right"


def test_a_line_written_twice_is_only_reversed(posted: Keyboard, book: Path) -> None:
    day = posted.window.day
    day.held.table.setCurrentCell(row_of(day.held, "M05"), 2)
    posted.press(Key.Key_Return)
    form = day.correct
    posted.press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert form.fault.currentText() == "Written twice"
    assert form.save.text() == ""
    posted.tab_to(form.second)
    posted.press(Key.Key_Down)
    posted.settle()
    posted.control(Key.Key_Return)
    assert isinstance(acts(book)[-1], Reverse)
    # What is struck through is not corrected again.
    day.held.table.setCurrentCell(row_of(day.held, "M05"), 2)
    posted.press(Key.Key_F2)
    assert is_at(day, Step.DONE)
    assert "still stands" in day.notice.text


def test_another_reason_is_written_in_own_words(posted: Keyboard, book: Path) -> None:
    day = posted.window.day
    day.held.table.setCurrentCell(row_of(day.held, "M05"), 2)
    posted.press(Key.Key_F2)
    form = day.correct
    form.fault.setCurrentIndex(4)
    posted.tab_to(form.second)
    posted.press(Key.Key_Down)
    posted.settle()
    posted.control(Key.Key_Return)
    assert "Write what was wrong." in day.notice.text
    posted.tab_to(form.why)
    # A Lao keyboard writes zero-width spaces; the book could not read them again.
    posted.type("ເງິນ\u200bປອມ")
    posted.settle()
    posted.control(Key.Key_Return)
    reverse = acts(book)[-2]
    assert isinstance(reverse, Reverse)
    assert reverse.reason == "Other: ເງິນປອມ"


def test_the_later_act_that_stands_on_a_line_is_named(posted: Keyboard, book: Path) -> None:
    """M05 left with all savings after the day: the line cannot go any more."""
    from vdfbank.acts.saving import Withdraw
    from vdfbank.bank.money import Money
    from vdfbank.bank.person import PersonId

    day = posted.window.day
    books = recorded(posted).sheet.books
    left = books.savings(PersonId("M05")) + 50_000 - 50_000
    act = Withdraw(on=posted.day, member=PersonId("M05"), amount=Money(left))
    day.ask(day_tasks.perform((act,)), lambda _answer: None)
    posted.settle()
    day.held.table.setCurrentCell(row_of(day.held, "M05", 129), 2)
    posted.press(Key.Key_F2)
    day.correct.fault.setCurrentIndex(3)
    posted.settle()
    assert "It is act 130: Withdrawal, 05/11/2025." in day.correct.notice.text
    posted.tab_to(day.correct.second)
    posted.press(Key.Key_Down)
    posted.settle()
    posted.control(Key.Key_Return)
    assert is_at(day, Step.CORRECT)
    assert isinstance(acts(book)[-1], Withdraw)


def test_the_box_is_counted_once_more(posted: Keyboard, book: Path) -> None:
    day = posted.window.day
    posted.press(Key.Key_F7)
    assert is_at(day, Step.RECOUNT)
    posted.control(Key.Key_Return)
    assert "Blank is not zero" in day.notice.text
    box = day.recount.box
    posted.tab_to(box.notes.total)
    assert box.expected is not None
    posted.enter(str(box.expected.box))
    posted.tab_to(box.outcome.witness)
    posted.press(Key.Key_Down)
    posted.control(Key.Key_Return)
    assert isinstance(acts(book)[-1], CountCash)
    posted.tab_to(day.buttons["back"])
    posted.press(Key.Key_Return)
    assert is_at(day, Step.OPEN)


def test_what_is_refused_at_the_last_moment_is_told(posted: Keyboard, book: Path) -> None:
    """The clock went back while the box was counted again."""
    day = posted.window.day
    posted.press(Key.Key_F7)
    box = day.recount.box
    posted.control(Key.Key_L)
    posted.control(Key.Key_L)
    posted.tab_to(box.notes.total)
    assert box.expected is not None
    posted.enter(str(box.expected.box))
    posted.tab_to(box.outcome.witness)
    posted.press(Key.Key_Down)
    posted.day = posted.day.replace(year=2015)
    posted.control(Key.Key_Return)
    assert is_at(day, Step.RECOUNT)
    assert day.notice.isVisible()
    assert isinstance(acts(book)[-1], SavingsDay)


def test_the_next_morning_asks_for_another_day(posted: Keyboard) -> None:
    posted.day = posted.day.replace(day=6)
    day = posted.window.day
    day.refresh()
    posted.settle()
    assert is_at(day, Step.OPEN)
    assert day.opening.date.text() == "06/11/2025"


def test_a_day_of_a_closed_month_is_put_right_in_the_open_one(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    keyboard.tab_to(day.opening.date)
    day.opening.date.selectAll()
    keyboard.type("5/10/2025")
    keyboard.press(Key.Key_Tab)
    assert is_at(day, Step.DONE)
    keyboard.press(Key.Key_F2)
    assert "closed" in day.notice.text


def test_before_the_day_the_sheet_is_printed_to_be_written_on(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, book: Path
) -> None:
    asked: list[Asked] = []
    keyboard.open(book)
    keyboard.control(Key.Key_2)
    day = keyboard.window.day
    monkeypatch.setattr(day_tasks, "FORMS", {"savings-day-sheet": _noting(asked)})
    keyboard.press(Key.Key_F12)
    assert is_at(day, Step.PAPER)
    assert [(form.as_of, form.blank) for form in asked] == [(keyboard.day, True)]
    keyboard.tab_to(day.buttons["back"])
    keyboard.press(Key.Key_Return)
    assert is_at(day, Step.OPEN)


def test_the_sheet_is_shown_as_it_is_printed(posted: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Asked] = []
    day = posted.window.day
    monkeypatch.setattr(day_tasks, "FORMS", {"savings-day-sheet": _noting(asked)})
    posted.press(Key.Key_F12)
    assert is_at(day, Step.PAPER)
    assert day.paper.page_count > 0
    assert [(form.as_of, form.blank) for form in asked] == [(posted.day, False)]
    assert day.paper.hasFocus()
    posted.tab_to(day.buttons["back"])
    posted.press(Key.Key_Return)
    assert is_at(day, Step.DONE)


def _noting(asked: list[Asked]) -> Callable[[OpenBook, Asked, Language], bytes]:
    printed = FORMS["savings-day-sheet"]

    def make(book: OpenBook, wanted: Asked, language: Language) -> bytes:
        asked.append(wanted)
        return printed(book, wanted, language)

    return make


def test_a_posted_day_has_two_names_and_is_written_once(posted: Keyboard, book: Path) -> None:
    assert [act.seconded_by for act in acts(book) if isinstance(act, SavingsDay)][-1] == "M01"
    assert sum(isinstance(act, SavingsDay) and act.on == posted.day for act in acts(book)) == 1
