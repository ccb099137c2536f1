"""The box counted again before the sheet is opened, and the clock that is asked about."""

from datetime import date
from pathlib import Path

import pytest

from tests.desktop.day_keys import Key, acts, is_at
from tests.desktop.workplace import Keyboard, book_before
from vdfbank.acts.founding import Confirm
from vdfbank.acts.saving import CountCash
from vdfbank.bank.money import Money
from vdfbank.desktop.day_stage import Step
from vdfbank.office.drafts import kept_draft
from vdfbank.store.book import BookFile

BOX = 4_159_832


@pytest.fixture
def opening(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_2)
    return keyboard


def text(seat: Keyboard, label: str) -> str:
    return str(getattr(seat.window.day.opening, label).text()).replace("\u200b", "")


def test_the_last_count_is_there_to_be_read_aloud(opening: Keyboard) -> None:
    step = opening.window.day.opening
    assert step._last.text == "4,159,832 kip"
    assert text(opening, "_in_words").startswith("four million one hundred and fifty-nine thousand")
    assert step.box.notes.total.hasFocus()


def test_penalties_are_announced_before_they_are_charged(opening: Keyboard) -> None:
    assert text(opening, "penalties") == (
        "This day charges a penalty of 8,426 kip on 1 loan, paid or not. Somsak 8,426"
    )


def test_a_blank_count_opens_no_sheet(opening: Keyboard, book: Path) -> None:
    opening.control(Key.Key_Return)
    assert is_at(opening.window.day, Step.OPEN)
    assert "Blank is not zero" in opening.window.day.notice.text
    opening.enter("12,3")
    assert "no number" in opening.window.day.notice.text
    with BookFile.open(book) as file:
        assert kept_draft(file) is None


def test_a_difference_is_booked_before_the_first_line(opening: Keyboard, book: Path) -> None:
    """Short 1 832: witness and reason, then an entry of its own; the sheet begins with what was counted."""
    day = opening.window.day
    outcome = day.opening.box.outcome
    assert not outcome.witness.isVisible()
    opening.enter("4158000")
    assert "Write the reason" in day.notice.text
    assert "Short 1,832 kip." in outcome.difference.text
    opening.tab_to(outcome.reason)
    opening.type("coins lost")
    opening.control(Key.Key_Return)
    assert "who watched" in day.notice.text
    opening.tab_to(outcome.witness)
    opening.press(Key.Key_Down)
    opening.control(Key.Key_Return)
    assert is_at(day, Step.SHEET)
    counted = acts(book)[-1]
    assert isinstance(counted, CountCash)
    assert (counted.counted, counted.reason, counted.witness) == (4_158_000, "coins lost", "V01")
    assert day.sheet.model.day.sheet.opened_with == 4_158_000
    assert day.sheet.model.day.draft.opened == 4_158_000


def test_a_difference_above_the_tolerance_opens_nothing(opening: Keyboard, book: Path) -> None:
    opening.enter("4000000")
    day = opening.window.day
    assert is_at(day, Step.OPEN)
    assert "above what the by-laws allow" in day.notice.text
    with BookFile.open(book) as file:
        assert file.head().number == 128


def test_notes_open_the_box_too(opening: Keyboard) -> None:
    notes = opening.window.day.opening.box.notes
    opening.tab_to(notes.pieces[100_000])
    opening.enter("41")
    assert notes.pieces[50_000].hasFocus()
    opening.press(Key.Key_Up)
    assert notes.pieces[100_000].hasFocus()
    opening.press(Key.Key_Down)
    opening.enter("1")
    assert opening.window.day.opening.box.count.counted == 4_150_000
    assert not notes.total.isEnabled()
    opening.control(Key.Key_Return)
    assert "above what the by-laws" in opening.window.day.notice.text
    opening.press(Key.Key_F7)
    assert opening.focused in (opening.window.day.opening.date, *notes.pieces.values())


def test_a_sheet_of_a_day_to_come_is_counted_open_on_its_day(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.day = date(2025, 11, 4)
    keyboard.open(book_before(date(2025, 11, 5), tmp_path))
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    keyboard.tab_to(day.opening.date)
    day.opening.date.selectAll()
    keyboard.type("5/11/2025")
    keyboard.press(Key.Key_Tab)
    keyboard.control(Key.Key_Return)
    assert is_at(day, Step.SHEET)
    keyboard.enter()
    assert not day.sheet.model.day.draft.opened
    keyboard.day = date(2025, 11, 5)
    day.refresh()
    keyboard.settle()
    assert is_at(day, Step.OPEN)
    assert day.buttons["away"].isVisible()
    keyboard.tab_to(day.opening.box.notes.total)
    keyboard.enter(str(BOX))
    assert is_at(day, Step.SHEET)
    assert day.sheet.model.day.draft.opened == BOX
    assert day.sheet.model.day.draft.rows


def test_a_long_pause_asks_two_officers_whether_the_date_is_right(keyboard: Keyboard, book: Path) -> None:
    """59 days after the last act: a dead battery, or a long rainy season."""
    keyboard.day = date(2026, 1, 1)
    keyboard.open(book)
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    clock = day.opening.clock
    assert clock.isVisible()
    assert "1 January 2026" in clock.notice.text
    keyboard.tab_to(day.opening.box.notes.total)
    keyboard.enter(str(BOX))
    assert "must be right" in day.notice.text
    keyboard.tab_to(clock.by)
    keyboard.type("M01")
    keyboard.tab_to(clock.right_button)
    keyboard.press(Key.Key_Return)
    assert "Two different officers" in day.notice.text
    keyboard.tab_to(clock.second)
    keyboard.type("V01")
    keyboard.tab_to(clock.right_button)
    keyboard.press(Key.Key_Return)
    confirmed = acts(book)[-1]
    assert isinstance(confirmed, Confirm)
    assert (confirmed.what, confirmed.by, confirmed.seconded_by) == ("clock", "M01", "V01")
    assert not clock.isVisible()
    keyboard.tab_to(day.opening.box.notes.total)
    keyboard.enter(str(BOX))
    assert is_at(day, Step.SHEET)


def test_a_confirmation_the_rules_refuse_is_told(keyboard: Keyboard, book: Path) -> None:
    """M05 sits on no committee; the date of the sheet lies in a closed month."""
    keyboard.day = date(2026, 1, 1)
    keyboard.open(book)
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    keyboard.tab_to(day.opening.date)
    day.opening.date.selectAll()
    keyboard.type("1/10/2025")
    keyboard.press(Key.Key_Tab)
    day.opening.clock.confirmed.emit("M01", "V01")
    keyboard.settle()
    assert "closed" in day.notice.text


def test_a_clock_behind_the_book_opens_nothing(keyboard: Keyboard, book: Path) -> None:
    keyboard.day = date(2020, 1, 1)
    keyboard.open(book)
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    assert "Set the computer's date first" in day.opening.clock.notice.text
    assert not day.opening.clock.right_button.isVisible()
    keyboard.control(Key.Key_Return)
    assert "must be right" in day.notice.text
    assert is_at(day, Step.OPEN)


def test_the_count_of_a_day_that_begins_again_is_money(opening: Keyboard) -> None:
    opening.enter(str(BOX))
    assert opening.window.day.sheet.model.day.draft.opened == Money(BOX)
