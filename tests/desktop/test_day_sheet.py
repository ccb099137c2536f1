"""The sheet by its keys: three modes, filters, what is more than due, expenses and pay-outs."""

from datetime import date
from pathlib import Path

import pytest

from tests.desktop.day_keys import SCRIPTS, Key, acts, cell, entered, is_at, recorded, said, shown
from tests.desktop.workplace import Keyboard
from vdfbank.acts.act import Text
from vdfbank.acts.lending import Settle
from vdfbank.acts.saving import Die, Expense, SavingsDay
from vdfbank.bank.account import STATIONERY
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.desktop.day_bar import Filter
from vdfbank.desktop.day_columns import BELOW_ROLE, Column
from vdfbank.desktop.day_stage import Step
from vdfbank.office.session import Accepted, OpenBook


@pytest.fixture
def sheet(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.open_sheet()
    return keyboard


def visible_rows(seat: Keyboard) -> list[str]:
    table, model = seat.window.day.sheet.table, seat.window.day.sheet.model
    return [model.member(row) for row in range(model.rowCount()) if not table.isRowHidden(row)]


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_queue_waits_for_a_number_and_comes_back(sheet: Keyboard, script: str) -> None:
    digits = SCRIPTS[script]
    sheet.press(Key.Key_F4)
    number = sheet.window.day.sheet.bar.number
    assert number.hasFocus()
    sheet.enter("4".translate(digits))
    assert cell(sheet) == ("M04", 3)
    sheet.enter("25000".translate(digits))
    assert cell(sheet) == ("M04", 5)
    sheet.enter()
    assert number.hasFocus()
    assert entered(sheet, "M04").save == 25_000
    assert entered(sheet, "M04").repay == 861_706
    sheet.type("07".translate(digits))
    assert number.text() == "07"
    sheet.press(Key.Key_F8)
    assert number.hasFocus()
    assert entered(sheet, "M07").absent
    assert number.text() == ""
    sheet.enter("M12")
    assert cell(sheet)[0] == "M12"


def test_a_number_nobody_has_is_said(sheet: Keyboard) -> None:
    sheet.press(Key.Key_F4)
    sheet.enter("77")
    assert "No member has the number 77." in said(sheet)
    assert sheet.window.day.sheet.bar.number.hasFocus()
    sheet.press(Key.Key_F8)
    assert not any(row.absent for row in recorded(sheet).draft.rows.values())
    sheet.press(Key.Key_Escape)
    assert sheet.window.day.sheet.table.hasFocus()
    assert not sheet.window.day.sheet.bar.number.isVisible()


def test_the_empty_queue_leads_to_what_is_missing_then_to_the_count(sheet: Keyboard) -> None:
    sheet.press(Key.Key_F4)
    sheet.enter()
    assert cell(sheet)[0] == "M02"
    sheet.control(Key.Key_E)
    assert sheet.window.day.sheet.bar.number.hasFocus()
    sheet.enter()
    assert sheet.window.day.buttons["count"].hasFocus()


def test_a_sheet_written_on_paper_is_held_against_its_total(sheet: Keyboard) -> None:
    sheet.control(Key.Key_E)
    whole = recorded(sheet).totals().from_rows
    sheet.press(Key.Key_F4)
    paper = sheet.window.day.sheet.bar.paper
    sheet.tab_to(paper)
    sheet.type(str(whole + 9_000))
    assert "9,000 less than the paper" in said(sheet)
    paper.selectAll()
    sheet.type(str(whole - 1))
    assert "1 more than the paper" in said(sheet)
    paper.selectAll()
    sheet.type(str(whole))
    assert "agree" in said(sheet)
    paper.selectAll()
    sheet.press(Key.Key_Delete)
    assert recorded(sheet).draft.paper_total is None


def test_filters_show_what_is_looked_for(sheet: Keyboard) -> None:
    bar = sheet.window.day.sheet.bar
    sheet.press(Key.Key_F8)
    sheet.enter()
    assert entered(sheet, "M01").absent
    bar.filter.setFocus()
    bar.filter.setCurrentIndex(Filter.ABSENT)
    assert "M01" in visible_rows(sheet)
    assert "M10" not in visible_rows(sheet)
    bar.filter.setCurrentIndex(Filter.DUE)
    assert visible_rows(sheet) == ["M04", "M11"]
    assert cell(sheet)[0] == "M04"
    bar.filter.setCurrentIndex(Filter.LATE)
    assert visible_rows(sheet) == ["M04"]
    bar.filter.setCurrentIndex(Filter.OPEN)
    assert "M01" not in visible_rows(sheet)
    sheet.window.day.sheet.table.setFocus()
    first = cell(sheet)[0]
    sheet.enter()
    while cell(sheet)[0] == first:
        sheet.enter()
    assert first not in visible_rows(sheet)
    bar.filter.setCurrentIndex(Filter.ALL)
    assert len(visible_rows(sheet)) == 18


def test_a_filter_nothing_is_like_says_so(sheet: Keyboard) -> None:
    sheet.window.day.sheet.bar.filter.setCurrentIndex(Filter.ABSENT)
    assert "No row is like that." in said(sheet)


def test_the_rest_of_a_payment_goes_into_savings(sheet: Keyboard) -> None:
    sheet.window.day.sheet.table.go_to(3, Column.SAVE)
    sheet.enter()
    sheet.enter("900000")
    question = sheet.window.day.sheet.question
    assert question.isVisible()
    assert "38,294 more than is due (861,706)" in question.said.text().replace("\u200b", "")
    assert not question.settle_button.isVisible()
    sheet.press(Key.Key_Return)
    assert not question.isVisible()
    assert entered(sheet, "M04").save == 60_000 + 38_294
    assert entered(sheet, "M04").repay == 861_706
    assert cell(sheet) == ("M05", 3)
    sheet.control(Key.Key_Z)
    assert entered(sheet, "M04").repay == 900_000


def test_a_payment_ahead_is_left_as_it_was_typed(sheet: Keyboard) -> None:
    sheet.window.day.sheet.table.go_to(3, Column.REPAY)
    sheet.enter("900000")
    sheet.press(Key.Key_F7)
    assert is_at(sheet.window.day, Step.SHEET)
    sheet.press(Key.Key_Right)
    assert sheet.window.day.sheet.question.ahead_button.hasFocus()
    sheet.press(Key.Key_Left)
    sheet.press(Key.Key_Escape)
    assert entered(sheet, "M04").repay == 900_000
    assert not sheet.window.day.sheet.question.isVisible()


def test_a_loan_is_settled_right_after_the_day(sheet: Keyboard, book: Path) -> None:
    """M04 brings everything and 5 000 more; the day takes what is due, the settlement follows, the rest is saved."""
    loan = recorded(sheet).sheet.row(PersonId("M04")).loans[0]
    sheet.window.day.sheet.table.go_to(3, Column.SAVE)
    sheet.enter()
    sheet.enter(str(loan.settlement + 5_000))
    question = sheet.window.day.sheet.question
    sheet.press(Key.Key_Right)
    assert question.settle_button.hasFocus()
    sheet.press(Key.Key_Return)
    assert entered(sheet, "M04").settles
    assert entered(sheet, "M04").save == 65_000
    assert sheet.window.day.sheet.model.index(3, Column.REPAY).data(BELOW_ROLE) == "settled after"
    sheet.window.day.sheet.table.go_to(3, Column.SAVE)
    assert "Keep" in said(sheet)
    sheet.control(Key.Key_E)
    box = recorded(sheet).totals().box
    sheet.post_counted(str(box))
    assert "settles L1" not in sheet.window.day.notice.text
    done = acts(book)
    assert isinstance(done[-2], SavingsDay)
    assert done[-1] == Settle(
        on=date(2025, 11, 5),
        by=PersonId("M02"),
        seconded_by=PersonId("M01"),
        key=done[-1].key,
        loan=loan.loan,
        amount=Money(loan.settlement - loan.due),
    )
    held = sheet.window.day.content
    assert held is not None
    assert held.held is not None
    assert held.held.box == box + loan.settlement - loan.due


def test_the_split_stands_under_the_payment(sheet: Keyboard) -> None:
    sheet.control(Key.Key_E)
    model = sheet.window.day.sheet.model
    assert model.index(3, Column.REPAY).data(BELOW_ROLE) == "8,426 + 53,280 + 800,000"
    assert model.index(3, Column.DUE).data(BELOW_ROLE) == "31 d late"
    assert model.index(0, Column.REPAY).data(BELOW_ROLE) == ""
    table = sheet.window.day.sheet.table
    assert table.rowHeight(3) > table.rowHeight(0)


def test_words_are_echoed_while_an_amount_is_typed(sheet: Keyboard) -> None:
    sheet.type("25*")
    assert said(sheet) == "25,000 kip – twenty-five thousand kip"


def test_the_check_says_what_is_missing_and_what_is_wrong(sheet: Keyboard) -> None:
    notice = sheet.window.day.notice
    sheet.press(Key.Key_F9)
    assert "18 rows are not recorded yet." in notice.text
    sheet.control(Key.Key_E)
    sheet.press(Key.Key_F9)
    assert "object to nothing" in notice.text
    sheet.window.day.sheet.table.go_to(0, Column.WITHDRAW)
    sheet.enter("5000*")
    sheet.press(Key.Key_F9)
    assert "5,000,000" in notice.text
    sheet.window.day.sheet.table.go_to(0, Column.SAVE)
    sheet.type("1.5")
    sheet.press(Key.Key_F9)
    assert sheet.window.day.sheet.table.is_editing


def test_expenses_and_pay_outs_are_part_of_the_day(sheet: Keyboard, book: Path) -> None:
    sheet.control(Key.Key_E)
    box = recorded(sheet).totals().box
    sheet.press(Key.Key_F6)
    day, out = sheet.window.day, sheet.window.day.out
    assert out.account.hasFocus()
    sheet.tab_to(out.amount)
    sheet.enter()
    sheet.enter()
    assert "amount and what it was for" in out.notice.text
    sheet.tab_to(out.amount)
    sheet.enter("20*")
    assert out.note.hasFocus()
    sheet.type("pens")
    sheet.press(Key.Key_Return)
    assert out.list.count() == 1
    assert recorded(sheet).totals().box == box - 20_000
    sheet.tab_to(out.list)
    out.list.setCurrentRow(0)
    sheet.press(Key.Key_Delete)
    assert out.list.count() == 0
    sheet.press(Key.Key_Delete)
    sheet.tab_to(out.amount)
    sheet.enter("30*")
    sheet.type("pens")
    sheet.press(Key.Key_Return)
    loan = recorded(sheet).sheet.approved[0]
    sheet.tab_to(out.loans[0])
    sheet.press(Key.Key_Space)
    assert recorded(sheet).draft.pay_outs == (loan.loan,)
    sheet.press(Key.Key_Space)
    assert recorded(sheet).draft.pay_outs == ()
    sheet.press(Key.Key_Space)
    assert not out.notice.isVisible()
    sheet.press(Key.Key_F6)
    assert is_at(day, Step.SHEET)
    sheet.post_counted(str(box - 30_000 - loan.amount))
    posted = acts(book)[-1]
    assert isinstance(posted, SavingsDay)
    assert posted.spend == (Expense(STATIONERY, Money(30_000), Text("pens")),)
    assert posted.pay_outs == (loan.loan,)


def test_what_the_box_cannot_pay_is_said_beside_it(sheet: Keyboard) -> None:
    sheet.press(Key.Key_F6)
    out = sheet.window.day.out
    sheet.tab_to(out.amount)
    sheet.enter("900000*")
    sheet.type("a lorry")
    sheet.press(Key.Key_Return)
    assert "not enough cash" in out.notice.text or "in cash" in out.notice.text


def test_the_loan_of_somebody_who_died_may_be_paid_for(keyboard: Keyboard, book: Path) -> None:
    """M04's savings went into the loan; the rest is asked for, nothing else."""
    with OpenBook.open(book, writing=True) as opened:
        act = Die(on=date(2025, 11, 5), member=PersonId("M04"), nominee=Text("a sister"))
        assert isinstance(opened.perform(act, act.on), Accepted)
    keyboard.open(book)
    keyboard.open_sheet()
    assert shown(keyboard, 3, Column.NAME) == "Somsak (died)"
    model = keyboard.window.day.sheet.model
    assert model.askable(3) == (Column.REPAY,)
    keyboard.window.day.sheet.table.go_to(3, Column.REPAY)
    keyboard.press(Key.Key_F8)
    assert not entered(keyboard, "M04").absent
    keyboard.window.day.sheet.table.go_to(3, Column.REPAY)
    keyboard.enter("5000")
    assert entered(keyboard, "M04").repay == 5_000


def test_a_row_already_wrong_cannot_be_left_for_the_count(sheet: Keyboard) -> None:
    sheet.control(Key.Key_E)
    model = sheet.window.day.sheet.model
    assert not model.setData(model.index(3, Column.REPAY), Money(9_000_000))
    assert entered(sheet, "M04").repay == 861_706
    # All as expected a second time, and a key that puts back what stands, change nothing.
    sheet.control(Key.Key_E)
    sheet.enter("50000")
    sheet.control(Key.Key_Z)
    sheet.control(Key.Key_Z)
    assert entered(sheet, "M01").save is None


def test_what_was_left_unfinished_goes_on(sheet: Keyboard, book: Path) -> None:
    sheet.enter("33000")
    sheet.close()
    other = Keyboard()
    other.open(book)
    other.control(Key.Key_2)
    assert other.window.day.notice.text == "05/11/2025 goes on: 1 of 18 recorded."
    assert shown(other, 0, 3) == "33,000"
    other.enter()
    assert not other.window.day.notice.isVisible()
    other.close()
