"""Loans worked by their keys: asked for, decided on, paid out, repaid, and whatever else becomes of them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLineEdit

from tests.desktop.workplace import Keyboard
from vdfbank.bank.person import LoanId
from vdfbank.desktop.act_form import ActForm
from vdfbank.desktop.application_form import ApplicationForm, GuarantorsBox
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.loan_forms import DecisionForm
from vdfbank.desktop.page import Page
from vdfbank.desktop.rate_edit import read_rate
from vdfbank.desktop.votes_box import VotesBox
from vdfbank.office.forms.asked import Asked
from vdfbank.office.session import OpenBook

Key = Qt.Key
DONE = "It stands in the book."


@pytest.fixture
def loans(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_4)
    return keyboard


def form_of(seat: Keyboard) -> ActForm:
    form = seat.window.loans.form
    assert form is not None
    return form


def control(seat: Keyboard, name: str) -> object:
    return next(line.control for line in form_of(seat).inputs if line.name == name)


def choose(seat: Keyboard, name: str, key: str) -> None:
    choice = control(seat, name)
    assert isinstance(choice, Choice)
    choice.choose(key)


def write(seat: Keyboard, name: str, text: str) -> None:
    """Type into a line of the form."""
    line = control(seat, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    seat.type(text)


def vote(seat: Keyboard, **votes: str) -> None:
    box = control(seat, "votes")
    assert isinstance(box, VotesBox)
    for choice in box.choices.values():
        choice.choose(None)
    for person, said in votes.items():
        next(choice for key, choice in box.choices.items() if key == person).choose(said)


def settle_form(seat: Keyboard) -> None:
    """The fingers rest: the rules speak."""
    form = form_of(seat)
    form._soon.stop()
    form._look_ahead()
    seat.settle()


def open_loan(seat: Keyboard, loan: str) -> None:
    seat.window.loans.open_loan(LoanId(loan))
    seat.settle()


def shown_acts(seat: Keyboard) -> list[str]:
    return [name for name, button in seat.window.loans.loan.acts.items() if button.isVisible()]


def fill(seat: Keyboard, amount: str = "300*", months: str = "3", guarantors: tuple[str, ...] = ("M05", "M12")) -> None:
    """M13 asks, on the keys from `Ctrl+N`."""
    seat.control(Key.Key_N)
    choose(seat, "member", "M13")
    write(seat, "amount", amount)
    write(seat, "months", months)
    write(seat, "purpose", "seed")
    box = control(seat, "guarantors")
    assert isinstance(box, GuarantorsBox)
    for choice, person in zip(box.choices, guarantors, strict=False):
        choice.choose(person)
    settle_form(seat)


def page_of(seat: Keyboard) -> Page:
    """The page that is shown now."""
    return seat.window.page


def kinds_of(book: Path, loan: str) -> list[str]:
    with OpenBook.open(book) as opened:
        return [act.kind for act in opened.file.acts() if f'"loan":"{loan}"' in act.text]


def test_a_loan_from_the_application_to_the_last_instalment(loans: Keyboard, book: Path) -> None:
    page = loans.window.loans
    fill(loans)
    form = form_of(loans)
    assert isinstance(form, ApplicationForm)
    assert form.checks.text == "17 checked: 17 pass, 0 do not."
    loans.control(Key.Key_Return)
    assert (page.notice.text, page.loan.loan) == (DONE, "L7")
    assert shown_acts(loans) == ["decide", "take_back"]
    loans.control(Key.Key_D)
    vote(loans, M01="yes", M02="yes", M03="yes")
    choose(loans, "outcome", "approved")
    loans.control(Key.Key_Return)
    assert shown_acts(loans) == ["pay_out", "take_back"]
    loans.control(Key.Key_O)
    loans.control(Key.Key_Return)
    assert form_of(loans).notice.text == "Fill in first: Seconded by (president)."
    choose(loans, "seconded_by", "M01")
    loans.control(Key.Key_Return)
    assert shown_acts(loans) == ["repay", "settle", "reschedule", "write_off"]
    assert len(page.loan.plan.rows.lines) == 3
    for _ in range(3):
        loans.control(Key.Key_R)
        loans.type("109000")
        loans.control(Key.Key_Return)
        assert page.notice.text == DONE
    assert shown_acts(loans) == []
    assert "repaid" in page.loan._name.text()
    loans.window.close()
    assert kinds_of(book, "L7") == ["apply", "decide", "pay_out", "repay", "repay", "repay"]
    with OpenBook.open(book) as opened:
        paid_out = next(act.text for act in opened.file.acts() if act.kind == "pay_out" and '"L7"' in act.text)
    assert '"by":"M02"' in paid_out
    assert '"seconded_by":"M01"' in paid_out


def test_the_checklist_follows_while_it_is_typed_and_refuses_nothing_yet(loans: Keyboard) -> None:
    loans.control(Key.Key_N)
    form = form_of(loans)
    assert isinstance(form, ApplicationForm)
    settle_form(loans)
    assert form.checks.text == "Say who asks: the checklist follows while you type."
    loans.press(Key.Key_Escape)
    fill(loans, amount="3000000", months="12", guarantors=())
    form = form_of(loans)
    assert isinstance(form, ApplicationForm)
    assert form.checks.text == "17 checked: 14 pass, 3 do not. It cannot be approved."
    refusing = [row.text for row in form.checks.rows if "does not" in row.text]
    assert len(refusing) == 3
    assert "(by-law 3.1, 01/01/2025)" in refusing[0]
    assert "To pass: ask for 1,000,000 kip or less, or save more first." in refusing[0]
    loans.control(Key.Key_Return)
    assert loans.window.loans.loan.loan == "L7"
    tried = loans.window.loans.loan.checks.tried
    assert tried is not None
    assert not tried.passes


def test_an_id_used_before_is_objected_to(loans: Keyboard) -> None:
    fill(loans)
    write(loans, "loan", "L4")
    settle_form(loans)
    assert "L4" in form_of(loans).notice.text


def test_approving_cannot_be_chosen_while_a_line_refuses(loans: Keyboard, book: Path) -> None:
    fill(loans, amount="3000000")
    loans.control(Key.Key_Return)
    loans.control(Key.Key_D)
    form = form_of(loans)
    assert isinstance(form, DecisionForm)
    model = form.outcome.model()
    assert isinstance(model, QStandardItemModel)
    assert not model.item(form.outcome.findData("approved")).isEnabled()
    form.outcome.setFocus()
    loans.press(Key.Key_Down)
    assert form.outcome.key == "refused"
    loans.control(Key.Key_Return)
    assert form.notice.text == "Fill in first: Reason, where it is refused or put off."
    write(loans, "reason", "too much for the savings")
    loans.control(Key.Key_Return)
    assert "refused" in loans.window.loans.loan._name.text()
    loans.window.close()
    assert kinds_of(book, "L7") == ["apply", "decide"]


def test_an_approval_needs_votes_and_the_rules_count_them(loans: Keyboard) -> None:
    open_loan(loans, "R12")
    loans.control(Key.Key_D)
    choose(loans, "outcome", "approved")
    loans.control(Key.Key_Return)
    assert form_of(loans).notice.text == "Fill in first: Votes of the committee."
    vote(loans, M01="yes")
    settle_form(loans)
    assert "Votes cast: 1; needed: at least 3." in form_of(loans).notice.text


def test_who_asks_or_stands_for_the_loan_steps_out(loans: Keyboard) -> None:
    open_loan(loans, "L4")
    loans.window.loans.loan.acts["reschedule"].click()
    loans.settle()
    box = control(loans, "votes")
    assert isinstance(box, VotesBox)
    assert "M02" not in box.choices
    loans.press(Key.Key_Escape)
    open_loan(loans, "R14")
    loans.control(Key.Key_D)
    box = control(loans, "votes")
    assert isinstance(box, VotesBox)
    assert list(box.choices) == ["M01", "M02", "M03", "M08"]


def test_a_sitting_decides_on_all_that_waits_in_its_order(loans: Keyboard) -> None:
    page = loans.window.loans
    loans.control(Key.Key_D)
    decided = []
    for _ in range(4):
        decided.append(form_of(loans).about)
        choose(loans, "outcome", "put_off")
        write(loans, "reason", "nobody came")
        loans.control(Key.Key_Return)
    assert decided == ["R12", "R13", "R14", "R21"]
    assert (page.shows_form, page.table.isVisible(), page.notice.text) == (False, True, DONE)
    loans.control(Key.Key_D)
    loans.press(Key.Key_Escape)
    assert page._sitting is None


def test_a_loan_is_settled_with_exactly_the_sum_shown(loans: Keyboard, book: Path) -> None:
    open_loan(loans, "L4")
    assert loans.window.loans.loan._settlement.text == "1,253,280 kip"
    loans.control(Key.Key_T)
    amount = control(loans, "amount")
    assert isinstance(amount, QLineEdit)
    loans.type("1")
    assert amount.text() == "1,253,280"
    loans.control(Key.Key_Return)
    assert "repaid" in loans.window.loans.loan._name.text()
    assert "closed early with 1,253,280 kip" in loans.window.loans.loan._said.text().replace("\u200b", "")
    loans.window.close()
    assert kinds_of(book, "L4")[-1] == "settle"


def test_a_loan_is_rescheduled_written_off_and_recovered(loans: Keyboard, book: Path) -> None:
    page = loans.window.loans
    open_loan(loans, "L4")
    page.loan.acts["reschedule"].click()
    loans.settle()
    write(loans, "months", "6")
    write(loans, "reason", "flood")
    vote(loans, M01="yes", M03="yes", M06="yes")
    loans.control(Key.Key_Return)
    assert page.notice.text == DONE
    assert "spread over 6 months. flood" in page.loan._said.text()
    page.loan.acts["write_off"].click()
    loans.settle()
    write(loans, "reason", "gone away")
    vote(loans, M01="yes", M03="yes", M06="yes")
    loans.control(Key.Key_Return)
    assert shown_acts(loans) == ["recover"]
    loans.control(Key.Key_R)
    loans.type("50000")
    loans.control(Key.Key_Return)
    assert "recovered 50,000 kip" in page.loan._said.text()
    loans.window.close()
    assert kinds_of(book, "L4")[-3:] == ["reschedule", "write_off", "recover"]


def test_an_application_is_taken_back(loans: Keyboard) -> None:
    page = loans.window.loans
    open_loan(loans, "A01")
    page.loan.acts["take_back"].click()
    loans.settle()
    write(loans, "note", "sold a pig instead")
    loans.control(Key.Key_Return)
    assert "taken back" in page.loan._name.text()
    assert "sold a pig instead" in page.loan._said.text()
    loans.press(Key.Key_Escape)
    assert page.table.key == "A01"


@pytest.mark.parametrize(
    ("narrowed", "first"),
    [("all", "A03"), ("to_decide", "R21"), ("to_pay_out", "A03"), ("running", "L5"), ("late", "L4"), ("over", "L2")],
)
def test_the_list_is_narrowed(loans: Keyboard, narrowed: str, first: str) -> None:
    page = loans.window.loans
    page.filter.choose(narrowed)
    assert page.table.rows.lines[0].key == first


def test_enter_opens_a_loan_and_esc_comes_back(loans: Keyboard) -> None:
    page = loans.window.loans
    loans.press(Key.Key_Down, Key.Key_Return)
    assert (page.loan.loan, page.loan.plan.hasFocus(), page.filter.isVisible()) == ("L5", True, False)
    loans.press(Key.Key_Escape)
    assert (page.table.key, page.table.hasFocus(), page.filter.isVisible()) == ("L5", True, True)


def test_the_calculator_reckons_and_prints(loans: Keyboard) -> None:
    page = loans.window.loans
    asked: list[Asked] = []
    page.wants_paper.connect(asked.append)
    loans.control(Key.Key_K)
    calculator = page.calculator
    loans.enter("600*")
    loans.enter("6")
    loans.enter("໓,5")
    calculator.reckon()
    loans.settle()
    assert "Per savings day 121,000 kip." in calculator._said.text()
    assert len(calculator.plan.rows.lines) == 6
    loans.press(Key.Key_F12)
    loans.settle()
    assert (asked[0].name, asked[0].months, asked[0].rate_percent) == ("what-if", 6, Fraction(7, 2))
    assert page_of(loans) is loans.window.paper
    loans.press(Key.Key_Escape)
    assert page_of(loans) is page
    amount = calculator.inputs[0].control
    assert isinstance(amount, QLineEdit)
    amount.setText("")
    calculator.reckon()
    assert not calculator.print_button.isEnabled()
    loans.press(Key.Key_Escape)
    assert page.table.hasFocus()


@pytest.mark.parametrize(
    ("text", "bp"), [("3", 300), ("3.5", 350), ("3,25 %", 325), ("", None), ("three", None), ("3.125", None)]
)
def test_a_rate_is_read(text: str, bp: int | None) -> None:
    assert read_rate(text) == bp


@pytest.mark.parametrize(
    ("loan", "papers"),
    [
        ("L4", ["loan-card", "contract", "loan-application", "decision"]),
        ("A01", ["contract", "loan-application", "decision", "what-if"]),
        ("R05", ["loan-application", "decision"]),
    ],
)
def test_every_paper_of_a_loan_prints(loans: Keyboard, loan: str, papers: list[str]) -> None:
    part = loans.window.loans.loan
    open_loan(loans, loan)
    assert [part.paper.itemData(at) for at in range(1, part.paper.count())] == papers
    for name in papers:
        part.paper.choose(name)
        loans.press(Key.Key_F12)
        loans.settle()
        assert page_of(loans) is loans.window.paper
        assert loans.window.paper.view.page_count > 0
        loans.press(Key.Key_Escape)


def test_the_list_asks_for_arrears_and_call_list(loans: Keyboard) -> None:
    page = loans.window.loans
    page.wants_paper.disconnect()
    asked: list[Asked] = []
    page.wants_paper.connect(asked.append)
    page.arrears_button.click()
    page.call_button.click()
    assert asked == [Asked("arrears", as_of=date(2025, 11, 5)), Asked("call-list", as_of=date(2025, 11, 5))]


def test_books_and_today_lead_here(loans: Keyboard) -> None:
    window = loans.window
    loans.control(Key.Key_1)
    late = next(line for line in window.today.lines if "late" in line.accessibleName())
    loans.tab_to(late)
    loans.press(Key.Key_Return)
    assert page_of(loans) is window.loans
    loans.control(Key.Key_5)
    window.books.look_up.emit("loans", "L6")
    loans.settle()
    assert (page_of(loans), window.loans.loan.loan) == (window.loans, "L6")


def test_an_answer_that_comes_after_the_form_was_left_is_passed_over(loans: Keyboard) -> None:
    loans.control(Key.Key_N)
    form = form_of(loans)
    assert isinstance(form, ApplicationForm)
    choose(loans, "member", "M13")
    form._look_ahead()
    loans.window.loans._drop_form()
    loans.settle()
    assert loans.window.loans.form is None


def test_the_page_speaks_the_language_of_the_window(loans: Keyboard) -> None:
    open_loan(loans, "L4")
    loans.control(Key.Key_L)
    assert "ຊ້າ 31" in loans.window.loans.loan._name.text()
    loans.window.loans.leave_book()
    assert loans.window.loans.loan.loan is None
