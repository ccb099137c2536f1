"""The books worked by their keys: from a number to its lines, from a line to its voucher, money out and in, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard, book_before
from vdfbank.acts.codec import parse
from vdfbank.bank.calendar import Month
from vdfbank.desktop.choices import Choice
from vdfbank.office.session import OpenBook

Key = Qt.Key


@pytest.fixture
def books(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_5)
    return keyboard


def choose(seat: Keyboard, name: str) -> None:
    seat.window.books.book.choose(name)
    seat.settle()


def last_act(path: Path) -> object:
    with OpenBook.open(path) as opened:
        stored = opened.file.act(opened.books.number)
    assert stored is not None
    return parse(stored.text)


def test_a_balance_opens_its_lines_and_a_line_its_voucher(books: Keyboard) -> None:
    page = books.window.books
    books.press(Key.Key_PageUp, held=Qt.KeyboardModifier.ControlModifier)
    choose(books, "trial-balance")
    page.table.setFocus()
    books.press(Key.Key_Return)
    assert page.lines.hasFocus()
    assert "Opening balance: 2,466,277" in page._account_facts.text()
    books.press(Key.Key_Return)
    assert page.voucher.shown == "RV-2025-10-0001"
    assert "Savings day, act 127" in page.voucher._about.text()
    books.press(Key.Key_Escape)
    assert page.table.hasFocus()


def test_the_row_of_sums_leads_nowhere(books: Keyboard) -> None:
    choose(books, "trial-balance")
    table = books.window.books.table
    table.setFocus()
    table.selectRow(len(table.rows.lines) - 1)
    books.press(Key.Key_Return)
    assert table.hasFocus()


def test_savings_lead_to_the_member(books: Keyboard) -> None:
    choose(books, "savings")
    books.window.books.table.select("M04")
    books.window.books.table.setFocus()
    books.press(Key.Key_Return)
    assert books.window.page is books.window.members
    assert books.window.members.card.person == "M04"


def test_money_out_of_the_box_needs_an_account_and_a_reason(books: Keyboard, book: Path) -> None:
    page = books.window.books
    page.box_buttons["spend"].setFocus()
    books.press(Key.Key_Return)
    books.control(Key.Key_Return)
    assert page.form is not None
    assert page.form.notice.text == "Fill in first: Account, Amount in kip, What for."
    account = page.form.inputs[0].control
    assert isinstance(account, Choice)
    account.choose("5010")
    books.press(Key.Key_Return)
    books.type("15*")
    books.press(Key.Key_Return)
    books.type("paper")
    books.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    assert page._page is not None
    assert [row[-1] for row in page._page.table.rows] == [15_000]
    books.window.close()
    assert last_act(book) == parse(
        '{"act":"spend","on":"2025-11-05","account":"5010","amount":15000,"note":"paper","by":"M02","key":"'
        + str(getattr(last_act(book), "key", ""))
        + '"}'
    )


@pytest.mark.parametrize(
    ("name", "account", "needed"),
    [("receive", "4090", "receive"), ("deposit", None, "deposit_cash"), ("draw", None, "draw_cash")],
)
def test_every_way_of_the_box(books: Keyboard, book: Path, name: str, account: str | None, needed: str) -> None:
    page = books.window.books
    page.box_buttons[name].click()
    books.settle()
    assert page.form is not None
    if account is not None:
        choice = page.form.inputs[0].control
        assert isinstance(choice, Choice)
        choice.choose(account)
        books.press(Key.Key_Return)
    books.type("5000")
    books.press(Key.Key_Return)
    books.type("a note")
    books.control(Key.Key_Return)
    if name == "draw":
        # There is nothing in the bank account.
        assert page.form.notice.property("notice") == "wrong"
        return
    books.window.close()
    assert getattr(last_act(book), "kind", None) == needed


def test_an_act_of_the_open_month_is_reversed(books: Keyboard, book: Path) -> None:
    page = books.window.books
    page.box_buttons["receive"].click()
    books.settle()
    assert page.form is not None
    choice = page.form.inputs[0].control
    assert isinstance(choice, Choice)
    choice.choose("4090")
    for typed in ("5000", "a fine"):
        books.press(Key.Key_Return)
        books.type(typed)
    books.control(Key.Key_Return)
    page.table.setFocus()
    books.press(Key.Key_Return)
    books.control(Key.Key_R)
    books.type("written twice")
    books.control(Key.Key_Return)
    assert page.notice.text == "It stands in the book."
    assert "Undone by voucher RV-2025-11-0002." in page.voucher._about.text() or "Undone" in page.voucher._about.text()
    assert not page.voucher.undo_button.isVisible()
    books.window.close()
    with OpenBook.open(book) as opened:
        assert opened.books.cash_box == 4_159_832


def test_an_act_of_a_closed_month_is_corrected_by_votes(books: Keyboard) -> None:
    page = books.window.books
    page.open_voucher("PV-2025-08-0001")
    books.settle()
    books.control(Key.Key_R)
    assert page.form is not None
    assert page.form.button.accessibleName() == "Correct the act"
    assert page.form.missing() == ("Reason", "Votes of the committee")


def test_one_line_of_a_savings_day_may_be_reversed(books: Keyboard, tmp_path: Path) -> None:
    books.day = date(2025, 11, 6)
    folder = tmp_path / "after"
    folder.mkdir()
    books.open(book_before(date(2025, 11, 6), folder))
    books.control(Key.Key_5)
    page = books.window.books
    page.open_voucher("RV-2025-11-0001")
    books.settle()
    books.control(Key.Key_R)
    assert page.form is not None
    assert [line.name for line in page.form.inputs] == ["reason", "member"]
    books.press(Key.Key_Escape)
    assert page.voucher.lines.hasFocus()


def test_a_voucher_that_is_not_there_is_said(books: Keyboard) -> None:
    books.window.books.open_voucher("RV-2025-10-9999")
    books.settle()
    assert "RV-2025-10-9999" in books.window.books.notice.text


def test_the_months_are_turned_to_the_ends_of_the_book(books: Keyboard) -> None:
    page = books.window.books
    for _ in range(12):
        page.before_button.click()
        books.settle()
    assert page._page is not None
    assert page._page.month == Month.parse("2025-01")
    assert not page.before_button.isEnabled()


def test_print_asks_for_the_form_of_the_book(books: Keyboard) -> None:
    asked: list[object] = []
    page = books.window.books
    page.wants_paper.disconnect()
    page.wants_paper.connect(asked.append)
    choose(books, "trial-balance")
    page.print_button.click()
    page.open_voucher("PV-2025-08-0001")
    books.settle()
    page.voucher.print_button.click()
    assert [getattr(one, "name", None) for one in asked] == ["trial-balance", "payment-voucher"]
