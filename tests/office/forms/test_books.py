"""Cash book, ledgers and statements: figures against the example year, sums that agree, what is marked."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.kept import EXAMPLE, expected
from tests.office.forms.told import book_of, told
from tests.paper.lines import read
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.office.forms.account_statements import balance_form, income_form, trial_balance_form
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.cash_books import cash_book_of
from vdfbank.office.forms.ledgers import loan_ledger, savings_ledger
from vdfbank.office.forms.money import FORMS
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import MissingError
from vdfbank.wording.language import ENGLISH

YEAR = date(2025, 1, 1), date(2025, 12, 31)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    from tests.kept import example_book

    with OpenBook.open(example_book(tmp_path_factory.mktemp("example") / "example.vdf")) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    with book_of(told(), tmp_path_factory.mktemp("told")) as opened:
        yield opened


def text(book: OpenBook, name: str, **asked: object) -> str:
    pdf = FORMS[name](book, Asked(name, **asked), ENGLISH)  # type: ignore[arg-type]
    return " ".join(read(pdf)).replace("\n", " ")


# --- the cash book ---------------------------------------------------------------------------------------------------


def test_every_month_of_the_box_leads_from_opening_to_closing(example: OpenBook) -> None:
    for figures in expected()["audit_monthly"]:
        book = cash_book_of(example, Month.parse(figures["month"]))
        assert (book.opening, book.closing) == (figures["opening_cash"], figures["closing_cash"])
        assert book.closed is not None
        assert book.closed.sum == figures["cash_counted"]
        assert [line.balance for line in book.lines][-1:] == [book.closing][: len(book.lines)]


def test_the_cash_book_says_what_for_and_marks_what_was_reversed(book: OpenBook) -> None:
    january, may = text(book, "cash-book", month=Month(2025, 1)), text(book, "cash-book", month=Month(2025, 5))
    assert "reversed by PV-2025-01-0001" in january
    assert "Outside funds: from the district" in january
    assert "Cash taken to the bank account" in january
    assert "Loan L4 repaid M09 Name M09" in may
    assert "Shares M01 Name M01 5,000" in may


def test_the_notes_counted_stand_below_the_cash_book(book: OpenBook) -> None:
    may = cash_book_of(book, Month(2025, 5))
    assert may.counted is not None
    assert may.counted.pieces is not None
    assert sum(worth * number for worth, number in may.counted.pieces.items()) == may.counted.sum
    said = text(book, "cash-book", month=Month(2025, 5))
    assert "The notes:" in said
    assert f"Together {ENGLISH.number(may.counted.sum)}" in said


def test_a_month_nobody_counted_leaves_room_to_count(book: OpenBook) -> None:
    assert cash_book_of(book, Month(2025, 4)).counted is None
    assert "The box was not counted this month." in text(book, "cash-book", month=Month(2025, 4))


def test_a_count_without_notes_says_so(example: OpenBook) -> None:
    said = text(example, "cash-book", month=Month(2025, 11))
    assert "Last counted on 5 November 2025 by act 129: 5,205,665 kip. The notes were not written down." in said
    assert "the advisers counted 5,532,665 kip; the cash book says 5,532,665 kip. They agree." in said


def test_a_count_by_itself_is_a_count_too(tmp_path: Path) -> None:
    village = told()
    village.tell("2025-05-20  count_cash")
    with book_of(village, tmp_path) as book:
        counted = cash_book_of(book, Month(2025, 5)).counted
    assert counted is not None
    assert (counted.on, counted.sum, counted.pieces) == (date(2025, 5, 20), village.box, None)


# --- ledgers ---------------------------------------------------------------------------------------------------------


def test_the_savings_ledger_agrees_with_its_account_at_every_month_end(example: OpenBook) -> None:
    for day, lines in expected()["savings"].items():
        (savings,) = savings_ledger(example, YEAR[0], date.fromisoformat(day)).accounts
        cards = {card.member: card.closing for card in savings.cards}
        assert {line["member"]: line["balance"] for line in lines}.items() <= cards.items()
        assert savings.closing == savings.control == savings.opening + savings.paid_in - savings.taken_out


def test_a_savings_ledger_may_begin_in_the_middle(example: OpenBook) -> None:
    (savings,) = savings_ledger(example, date(2025, 11, 1), date(2025, 11, 30)).accounts
    card = next(card for card in savings.cards if card.member == "M09")
    assert (card.opening, card.lines, card.closing) == (card.closing, (), card.opening)
    assert savings.closing == savings.control == 7_500_000
    assert "Account 2010, member savings: 7,500,000 kip. They agree." in text(
        example, "savings-ledger", as_of=date(2025, 11, 30)
    )


def test_who_left_or_died_keeps_the_card_and_shares_have_their_own(book: OpenBook) -> None:
    savings, shares = savings_ledger(book, date(2025, 5, 1), date(2025, 5, 31)).accounts
    standing = {str(card.member): card.standing for card in savings.cards}
    assert (standing["M13"], standing["M06"], standing["M01"]) == ("left", "dead", "member")
    assert [card.member for card in shares.cards] == ["M01"]
    assert (shares.closing, shares.control) == (20_000, 20_000)
    said = text(book, "savings-ledger", as_of=date(2025, 5, 31))
    for words in ("Name M13, left the bank", "Name M06, died", "M01 Name M01: shares", "Account 3005, shares: 20,000"):
        assert words in said
    assert "Savings; reversed by PV-2025-01-0001" in said


def test_cards_that_do_not_add_up_are_told(example: OpenBook) -> None:
    from vdfbank.paper.savings_ledger import print_savings_ledger

    ledger = savings_ledger(example, *YEAR)
    wrong = replace(ledger.accounts[0], control=Money(7_000_000))
    said = " ".join(read(print_savings_ledger(replace(ledger, accounts=(wrong,)), ENGLISH))).replace("\n", " ")
    assert "They differ by" in said


def test_the_loan_ledger_is_the_example_s_loan_cards(example: OpenBook) -> None:
    with (EXAMPLE / "loan_ledger.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ledger = loan_ledger(example, *YEAR)
    told_ = [
        (card.loan, str(line.on), int(line.penalty), int(line.interest), int(line.principal), int(line.balance))
        for card in ledger.cards
        for line in card.lines
    ]
    keys = ("penalty", "interest", "principal", "balance")
    wanted = [
        (row["loan"], row["date"], *(int(row[key]) for key in keys)) for row in rows if row["date"] <= "2025-12-31"
    ]
    assert sorted(told_) == sorted(wanted)
    assert ledger.closing == ledger.control


def test_a_loan_ledger_of_part_of_the_year(book: OpenBook) -> None:
    ledger = loan_ledger(book, date(2025, 5, 1), date(2025, 5, 31))
    assert [card.loan for card in ledger.cards] == ["L1", "L2", "L3", "L4", "L5"]
    assert all(card.opening == 300_000 for card in ledger.cards)
    assert ledger.closing == ledger.control == 800_000
    said = text(book, "loan-ledger", first=date(2025, 5, 1), as_of=date(2025, 5, 31))
    assert "Owed before 300,000" in said
    assert "Loan written off 300,000 0" in said
    assert "Savings set off against a loan" in said


def test_repaid_payments_taken_back_are_marked_on_the_loan_s_card(tmp_path: Path) -> None:
    village = told()
    village.tell(
        """
        2025-05-12  repay    M08  L3  50 000  (twice)
        2025-05-12  reverse  (twice)
        """
    )
    with book_of(village, tmp_path) as book:
        assert "Repayment; reversed by PV-2025-05-" in text(book, "loan-ledger", as_of=date(2025, 5, 31))


def test_a_bank_without_loans_has_an_empty_loan_ledger(example: OpenBook) -> None:
    assert "No loan was open in this time." in text(example, "loan-ledger", as_of=date(2025, 2, 28))


# --- statements ------------------------------------------------------------------------------------------------------


def test_trial_balances_of_the_example_year(example: OpenBook) -> None:
    for day, lines in expected()["trial_balance"].items():
        form = trial_balance_form(example, date.fromisoformat(day))
        assert [
            {"account": line.account, "debit": int(line.debit), "credit": int(line.credit)} for line in form.lines
        ] == lines
        assert form.debit == form.credit
    assert "Debits 8,819,334 kip, credits 8,819,334 kip. They agree." in text(
        example, "trial-balance", as_of=date(2025, 11, 30)
    )


def test_the_income_statement_sets_the_month_beside_the_year(example: OpenBook) -> None:
    december = income_form(example, Month(2025, 12))
    wanted = expected()["income_statement"]["2025"]
    assert dict(december.so_far.income) == wanted["income"]
    assert dict(december.so_far.expenses) == wanted["expenses"]
    assert december.so_far.surplus == wanted["surplus"]
    months = [income_form(example, Month(2025, number)).of_month for number in range(1, 13)]
    assert sum(month.surplus for month in months) == wanted["surplus"]
    assert "Surplus (with a minus: loss) -84,944 599,334" in text(example, "income-statement", month=Month(2025, 11))


def test_both_sides_of_the_balance_sheet_agree_in_every_month(example: OpenBook) -> None:
    for number in range(1, 13):
        sheet = balance_form(example, Month(2025, number).last).sheet
        assert sheet.total_assets == sheet.total_liabilities_and_equity
    said = text(example, "balance-sheet", as_of=date(2025, 11, 30))
    assert "Result of the year so far 599,334" in said
    assert "Owed and own together 8,099,334" in said
    assert "They agree." in said


def test_a_treasurer_president_and_the_village_head_sign(example: OpenBook) -> None:
    form = trial_balance_form(example, date(2025, 11, 30))
    assert [(signer.role, signer.person) for signer in form.signers] == [
        ("treasurer", "M02"),
        ("president", "M01"),
        ("village_head", "V01"),
    ]


# --- what is not there -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["savings-ledger", "loan-ledger", "trial-balance", "balance-sheet", "arrears", "call-list"]
)
def test_before_the_bank_opened_there_is_nothing_to_print(example: OpenBook, name: str) -> None:
    with pytest.raises(NotYetError, match="On 2024-12-31 the bank was not open yet"):
        text(example, name, as_of=date(2024, 12, 31))
    with pytest.raises(MissingError, match="needs --as-of"):
        text(example, name)


@pytest.mark.parametrize("name", ["cash-book", "income-statement"])
def test_a_month_before_the_bank_opened(example: OpenBook, name: str) -> None:
    with pytest.raises(NotYetError, match="was not open yet"):
        text(example, name, month=Month(2024, 12))
    with pytest.raises(MissingError, match="needs --month"):
        text(example, name)


def test_a_bank_that_never_opened(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "new.vdf") as book, pytest.raises(NotYetError, match="has not opened yet"):
        text(book, "trial-balance", as_of=date(2025, 1, 31))


def test_a_period_that_ends_before_it_begins(example: OpenBook) -> None:
    with pytest.raises(NotYetError, match="before it begins"):
        text(example, "loan-ledger", first=date(2025, 12, 1), as_of=date(2025, 11, 30))


def test_an_office_nobody_holds_is_signed_by_hand(example: OpenBook) -> None:
    from vdfbank.office.forms.standing import signing

    books = replace(example.books, seats={})
    assert [signer.person for signer in signing(books, ("treasurer", "president"))] == [None, None]
