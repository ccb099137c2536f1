"""The savings day by the keys of the keyboard only."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt

from tests.desktop.day_keys import is_at
from tests.desktop.workplace import SAVINGS_DAY, Keyboard, book_before
from vdfbank.acts.codec import dump, parse
from vdfbank.acts.saving import Line, SavingsDay
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.desktop.amount import LAO_DIGIT_ROW
from vdfbank.desktop.day_stage import Step
from vdfbank.office.drafts import kept_draft
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.store.book import BookFile

Key = Qt.Key
LATIN = "0123456789"
SCRIPTS = {
    "latin": str.maketrans("", ""),
    "lao": str.maketrans(LATIN, "໐໑໒໓໔໕໖໗໘໙"),
    "lao keyboard": str.maketrans("1234567890", LAO_DIGIT_ROW),
}


@pytest.fixture
def sheet(keyboard: Keyboard, book: Path) -> Keyboard:
    """The sheet of 05/11/2025, the keyboard in its first cell."""
    keyboard.open(book)
    keyboard.open_sheet()
    return keyboard


def cell(seat: Keyboard) -> tuple[str, int]:
    table = seat.window.day.sheet.table
    index = table.currentIndex()
    return seat.window.day.sheet.model.member(index.row()), index.column()


def shown(seat: Keyboard, row: int, column: int) -> str:
    return str(seat.window.day.sheet.model.index(row, column).data())


def last_act(book: Path) -> SavingsDay:
    with BookFile.open(book) as file:
        act = parse(list(file.acts())[-1].text)
    assert isinstance(act, SavingsDay)
    return act


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_day_by_keys_is_the_same_book_as_the_act(keyboard: Keyboard, tmp_path: Path, book: Path, script: str) -> None:
    """M01 brings 25 000, M02 a sum, M03 is absent, M04 pays half, M05 brings nothing, the rest as expected."""
    seat = keyboard
    seat.open(book)

    def digits(text: str) -> str:
        return text.translate(SCRIPTS[script])

    seat.open_sheet(digits)
    seat.enter(digits("25000"))
    seat.enter(digits("20000+5*"))
    seat.press(Key.Key_F8)
    seat.enter()
    seat.enter(digits("430.000"))
    seat.press(Key.Key_Delete, Key.Key_Return)
    seat.control(Key.Key_E)
    box = seat.window.day.sheet.model.day.totals().box
    seat.post_counted(digits(str(box)))
    assert is_at(seat.window.day, Step.DONE)
    assert "posted" in seat.window.day.title.text()

    posted = last_act(book)
    lines = {line.member: line for line in posted.lines}
    assert len(posted.lines) == 18
    assert lines[PersonId("M01")] == Line(PersonId("M01"), present=True, save=Money(25_000))
    assert lines[PersonId("M02")].save == 25_000
    assert lines[PersonId("M03")] == Line(PersonId("M03"), present=False)
    assert lines[PersonId("M04")] == Line(PersonId("M04"), present=True, save=Money(60_000), repay=Money(430_000))
    assert lines[PersonId("M05")] == Line(PersonId("M05"), present=True)
    assert posted.counted == box
    assert posted.witness == "V01"
    assert posted.by == "M02"
    assert posted.seconded_by == "M01"

    (tmp_path / "other").mkdir()
    with OpenBook.open(book_before(SAVINGS_DAY, tmp_path / "other"), writing=True) as other:
        assert isinstance(other.perform(posted, SAVINGS_DAY), Accepted)
        with BookFile.open(book) as file:
            assert other.file.head() == file.head()
            assert file.draft("savings_day") is None


def test_a_blank_count_is_not_a_match(sheet: Keyboard, book: Path) -> None:
    sheet.control(Key.Key_E)
    sheet.press(Key.Key_F7)
    day = sheet.window.day
    assert is_at(day, Step.COUNT)
    assert "Blank is not zero" in day.count.box.outcome.difference.text
    sheet.control(Key.Key_Return)
    assert is_at(day, Step.COUNT)
    assert "Count the box first" in day.notice.text
    assert "witness" in day.notice.text or "watched" in day.notice.text
    with BookFile.open(book) as file:
        assert "savings_day" not in [act.kind for act in file.acts() if act.on == SAVINGS_DAY]


def test_a_difference_is_said_in_words_and_wants_a_reason(sheet: Keyboard, book: Path) -> None:
    sheet.control(Key.Key_E)
    sheet.press(Key.Key_F7)
    count, day = sheet.window.day.count.box, sheet.window.day
    box = day.sheet.model.day.totals().box
    sheet.tab_to(count.notes.total)
    sheet.enter(str(box - 9_000))
    assert "Short 9,000 kip" in count.outcome.difference.text
    assert "only the draft is kept" in count.outcome.difference.text
    assert "divided by 9" in count.outcome.difference.text
    assert day.buttons["keep"].isVisible()
    sheet.tab_to(count.outcome.witness)
    sheet.press(Key.Key_Down)
    sheet.control(Key.Key_Return)
    assert "above what the by-laws allow" in day.notice.text
    sheet.tab_to(count.notes.total)
    sheet.enter(str(box + 1_000))
    assert "Over by 1,000 kip" in count.outcome.difference.text
    sheet.control(Key.Key_Return)
    assert day.notice.text == "Write the reason of the difference."
    sheet.tab_to(count.outcome.reason)
    sheet.type("found under the table")
    sheet.control(Key.Key_Return)
    assert is_at(day, Step.POST)
    sheet.press(Key.Key_Down)
    sheet.control(Key.Key_Return)
    posted = last_act(book)
    assert posted.counted == box + 1_000
    assert posted.reason == "found under the table"


def test_notes_are_counted_by_denomination(sheet: Keyboard, book: Path) -> None:
    sheet.control(Key.Key_E)
    box = sheet.window.day.sheet.model.day.totals().box
    sheet.press(Key.Key_F7)
    assert sheet.window.day.count.box.notes.pieces[100_000].hasFocus()
    pieces, rest = divmod(box, 100_000)
    sheet.enter(str(pieces))
    for worth in (50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500):
        number, rest = divmod(rest, worth)
        sheet.enter(str(number) if number else "")
    count = sheet.window.day.count.box
    assert not count.notes.total.isEnabled()
    assert sheet.window.day.sheet.model.day.difference == -rest
    sheet.tab_to(count.outcome.witness)
    sheet.press(Key.Key_Down)
    sheet.tab_to(count.outcome.reason)
    sheet.type("coins")
    sheet.control(Key.Key_Return)
    sheet.press(Key.Key_Down)
    sheet.control(Key.Key_Return)
    posted = last_act(book)
    assert posted.count is not None
    assert sum(int(worth) * number for worth, number in posted.count.items()) == posted.counted


def test_the_witness_is_somebody_else(sheet: Keyboard) -> None:
    sheet.control(Key.Key_E)
    sheet.press(Key.Key_F7)
    day = sheet.window.day
    sheet.tab_to(day.count.box.notes.total)
    sheet.enter(str(day.sheet.model.day.totals().box))
    sheet.tab_to(day.count.box.outcome.witness)
    sheet.type("M02")
    assert day.count.box.outcome.witness.person == "M02"
    sheet.control(Key.Key_Return)
    assert is_at(day, Step.COUNT)
    assert "somebody else" in day.notice.text


def test_what_was_typed_outlives_the_program(keyboard: Keyboard, book: Path, tmp_path: Path) -> None:
    """A power cut: the file is copied while the window is open, and opened by another one."""
    seat = keyboard
    seat.open(book)
    seat.open_sheet()
    seat.enter("33000")
    seat.enter()
    seat.press(Key.Key_F8)
    key = seat.window.day.sheet.model.day.draft.key
    copytree(book.parent, tmp_path.parent / f"{tmp_path.name}-cut", ignore=lambda *_: ["data"])
    other = Keyboard()
    other.open(tmp_path.parent / f"{tmp_path.name}-cut" / book.name)
    lines = [line.accessibleName() for line in other.window.today.lines]
    assert "Continue the savings day of 05/11/2025? 3 of 18 recorded" in lines
    other.press(Key.Key_Return)
    assert is_at(other.window.day, Step.SHEET)
    assert [shown(other, row, 3) for row in (0, 1, 2)] == ["33,000", "40,000", "·"]
    assert cell(other) == ("M04", 3)
    assert other.window.day.sheet.model.day.draft.key == key
    other.close()


def test_an_amount_being_typed_lands_before_the_count(sheet: Keyboard) -> None:
    sheet.control(Key.Key_E)
    sheet.type("35000")
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.COUNT)
    assert shown(sheet, 0, 3) == "35,000"


def test_what_is_no_amount_never_lands(sheet: Keyboard) -> None:
    sheet.type("1.5")
    sheet.press(Key.Key_Return)
    assert cell(sheet) == ("M01", 3)
    assert "no decimals" in sheet.window.day.sheet.said
    assert "1,500 kip" in sheet.window.day.sheet.said
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.SHEET)
    sheet.press(Key.Key_Escape)
    assert shown(sheet, 0, 3) == "‹50,000›"


def test_the_keys_of_a_cell(sheet: Keyboard) -> None:
    sheet.enter()
    assert (shown(sheet, 0, 3), cell(sheet)) == ("50,000", ("M02", 3))
    sheet.press(Key.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    assert cell(sheet) == ("M01", 3)
    sheet.type("7")
    sheet.press(Key.Key_Escape)
    assert shown(sheet, 0, 3) == "50,000"
    sheet.press(Key.Key_F2)
    sheet.press(Key.Key_End)
    sheet.type("+1")
    sheet.press(Key.Key_Return)
    assert shown(sheet, 0, 3) == "50,001"
    sheet.press(Key.Key_Up)
    sheet.press(Key.Key_Backspace)
    assert shown(sheet, 0, 3) == "‹50,000›"
    sheet.press(Key.Key_Delete)
    assert shown(sheet, 0, 3) == "–"
    sheet.control(Key.Key_Z)
    sheet.control(Key.Key_Z)
    assert shown(sheet, 0, 3) == "50,001"
    sheet.press(Key.Key_Tab)
    assert cell(sheet) == ("M01", 5)
    sheet.press(Key.Key_Tab)
    sheet.type("5000")
    sheet.press(Key.Key_Tab)
    assert shown(sheet, 0, 6) == "5,000"
    assert cell(sheet) == ("M02", 3)
    sheet.press(Key.Key_Backtab)
    assert cell(sheet) == ("M01", 6)


def test_enter_runs_through_the_askable_cells_to_the_count(sheet: Keyboard) -> None:
    asked = []
    for _ in range(20):
        asked.append(cell(sheet))
        sheet.press(Key.Key_Return)
    assert asked.count(("M04", 5)) == 1
    assert len(set(asked)) == 20
    assert sheet.window.day.buttons["count"].hasFocus()
    sheet.press(Key.Key_Return)
    assert is_at(sheet.window.day, Step.COUNT)


def test_missing_rows_are_not_guessed_from_ghosts(sheet: Keyboard) -> None:
    sheet.press(Key.Key_Down, Key.Key_Down)
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.SHEET)
    assert sheet.window.day.notice.text == "18 rows are not recorded yet."
    assert cell(sheet) == ("M04", 3)
    sheet.press(Key.Key_F5)
    assert cell(sheet) == ("M05", 3)


def test_the_rules_speak_at_the_row(sheet: Keyboard) -> None:
    """M04 owes less than 9 000 000; M01 cannot take out more than is saved."""
    sheet.control(Key.Key_E)
    table = sheet.window.day.sheet.table

    def said() -> str:
        return sheet.window.day.sheet.said

    table.go_to(3, 5)
    assert "Late 31 days." in said()
    assert "penalty 8,426" in said()
    sheet.type("9000*")
    sheet.press(Key.Key_Return)
    assert table.is_editing
    assert "9,000,000" in said()
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.SHEET)
    sheet.press(Key.Key_Escape)
    table.go_to(0, 5)
    sheet.type("5000")
    sheet.press(Key.Key_Return)
    assert "no such loan" in said()
    sheet.press(Key.Key_Escape)
    table.go_to(0, 6)
    sheet.type("5000*")
    sheet.press(Key.Key_Up)
    assert sheet.window.day.sheet.model.day.missing() == ("M01",)
    sheet.control(Key.Key_Z)
    table.go_to(0, 3)
    sheet.enter("5000")
    assert sheet.window.day.sheet.model.day.state(PersonId("M01")) == "look"
    table.go_to(0, 3)
    assert "at least 10,000 kip was agreed" in said()
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.SHEET)


def test_a_refused_day_says_why_and_writes_nothing(keyboard: Keyboard, book: Path) -> None:
    """The day after tomorrow cannot be posted yet."""
    keyboard.open(book)
    keyboard.control(Key.Key_2)
    keyboard.tab_to(keyboard.window.day.opening.date)
    keyboard.window.day.opening.date.selectAll()
    keyboard.type("7/11/2025")
    keyboard.press(Key.Key_Tab)
    keyboard.control(Key.Key_Return)
    assert keyboard.window.day.sheet.model.day.sheet.on == date(2025, 11, 7)
    keyboard.control(Key.Key_E)
    keyboard.post_counted(str(keyboard.window.day.sheet.model.day.totals().box))
    assert is_at(keyboard.window.day, Step.POST)
    assert "Nothing was posted." in keyboard.window.day.notice.text
    assert "7 November 2025" in keyboard.window.day.notice.text
    with BookFile.open(book) as file:
        assert kept_draft(file) is not None
        assert file.head().number == 128


def test_a_row_refused_while_posting_is_gone_to(sheet: Keyboard, book: Path) -> None:
    """Somebody else took the money out of the box in the meantime."""
    sheet.control(Key.Key_E)
    day = sheet.window.day
    model = day.sheet.model
    wrong = model.day.with_cell(PersonId("M06"), "repay", Money(5))
    model.count(replace(wrong, judged={**wrong.judged, PersonId("M06"): model.day.judgement(PersonId("M06"))}))
    sheet.post_counted(str(model.day.totals().box))
    assert is_at(day, Step.SHEET)
    assert cell(sheet)[0] == "M06"
    assert "Nothing was posted." in day.notice.text
    sheet.press(Key.Key_Delete)
    assert not day.notice.isVisible()
    assert book.exists()


def test_a_day_that_stands_is_not_opened_twice(keyboard: Keyboard, book: Path) -> None:
    """Nor one of a closed month; the posted one is shown instead."""
    keyboard.open(book)
    day = keyboard.window.day
    keyboard.control(Key.Key_2)
    keyboard.tab_to(day.opening.date)
    day.opening.date.selectAll()
    keyboard.type("3/10/2025")
    keyboard.press(Key.Key_Tab)
    keyboard.tab_to(day.opening.box.notes.total)
    keyboard.enter(str(4_159_832))
    assert is_at(day, Step.OPEN)
    assert "closed" in day.notice.text
    keyboard.tab_to(day.opening.date)
    day.opening.date.selectAll()
    keyboard.type("5/10/2025")
    keyboard.press(Key.Key_Tab)
    assert is_at(day, Step.DONE)
    assert "closed" in day.held.about.text().replace("\u200b", "")
    keyboard.tab_to(day.buttons["back"])
    keyboard.press(Key.Key_Return)
    assert is_at(day, Step.OPEN)
    keyboard.control(Key.Key_Return)
    assert "stands in the book already" in day.notice.text
    assert "stands in the book already" in day.opening.about.text().replace("\u200b", "")


def test_a_draft_can_be_put_away(sheet: Keyboard, book: Path) -> None:
    sheet.enter("10000")
    sheet.press(Key.Key_F6)
    assert is_at(sheet.window.day, Step.OUT)
    sheet.tab_to(sheet.window.day.buttons["away"])
    sheet.press(Key.Key_Return)
    with BookFile.open(book) as file:
        assert file.draft("savings_day") is None
    assert sheet.window.day.buttons["open"].isVisible()


def test_a_date_that_is_none_is_asked_for_again(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.control(Key.Key_2)
    keyboard.tab_to(keyboard.window.day.opening.date)
    keyboard.window.day.opening.date.selectAll()
    keyboard.type("31/11/2025")
    keyboard.press(Key.Key_Return)
    assert "day/month/year" in keyboard.window.day.notice.text
    assert is_at(keyboard.window.day, Step.OPEN)


def test_cells_speak_for_those_who_hear_the_screen(sheet: Keyboard) -> None:
    model = sheet.window.day.sheet.model
    assert model.index(3, 5).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "M04, Somsak, Paid, expected 861,706, empty, not yet recorded"
    )
    sheet.press(Key.Key_F2)
    assert sheet.focused.accessibleName().startswith("M01, Bounmy, Savings")


def test_the_example_act_is_what_the_sheet_would_post(sheet: Keyboard) -> None:
    """What the sheet writes is an act as `acts.md` has it: it reads back to itself."""
    sheet.control(Key.Key_E)
    day = sheet.window.day.sheet.model.day.with_count(witness=PersonId("V01"), total=Money(1))
    assert parse(dump(day.act())) == day.act()
