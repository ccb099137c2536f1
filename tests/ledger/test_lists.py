"""Trial balance, statements, cards and the box, from entries and balances."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import saved
from vdfbank.bank.account import CASH_BOX, INTEREST, RESERVE, SAVINGS, SHARES, STATIONERY
from vdfbank.bank.money import Money
from vdfbank.ledger.cards import loan_card, savings_card
from vdfbank.ledger.cash import cash_book, cash_flow, savers
from vdfbank.ledger.loans import loan_lines, portfolio_at_risk, ratio_bp
from vdfbank.ledger.statements import balance_sheet, by_account, income_statement, trial_balance
from vdfbank.ledger.table import Column, table


def test_each_account_stands_on_its_side_and_empty_ones_are_left_out() -> None:
    lines = trial_balance({SAVINGS: Money(-70), CASH_BOX: Money(70), RESERVE: Money(0)})
    assert [(line.account, line.debit, line.credit) for line in lines] == [("1010", 70, 0), ("2010", 0, 70)]


def test_holders_are_added_up() -> None:
    balances = {(SAVINGS, "M01"): Money(-40), (SAVINGS, "M02"): Money(-30), (CASH_BOX, ""): Money(70)}
    assert by_account(balances) == {SAVINGS: -70, CASH_BOX: 70}


def test_the_result_of_the_year_is_a_line_of_equity() -> None:
    balances = {CASH_BOX: Money(150), SAVINGS: Money(-100), INTEREST: Money(-60), STATIONERY: Money(10)}
    sheet = balance_sheet(balances)
    assert (sheet.total_assets, sheet.result, sheet.total_liabilities_and_equity) == (150, 50, 150)
    statement = income_statement({INTEREST: Money(-60), STATIONERY: Money(10)})
    assert (statement.total_income, statement.total_expenses, statement.surplus) == (60, 10, 50)


def test_a_card_of_savings_and_one_of_shares() -> None:
    village = saved()
    village.tell(
        """
        2025-01-05  save        M01  20 000
        2025-01-06  withdraw    M01  50 000
        2025-01-07  buy_shares  M01  15 000
        """
    )
    card = savings_card("M01", Money(0), village.entries())
    assert [(line.paid_in, line.taken_out, line.balance) for line in card] == [
        (200_000, 0, 200_000),
        (20_000, 0, 220_000),
        (0, 50_000, 170_000),
    ]
    assert [line.balance for line in savings_card("M01", Money(0), village.entries(), SHARES)] == [15_000]


def test_a_loan_card_and_the_cash_book() -> None:
    village = saved()
    village.tell(
        """
        2025-04-05  lend   L1  M06  300 000  3 months  300 bp  flat
        2025-05-05  repay  M06  L1  109 000
        2025-05-06  save   M06  10 000
        """
    )
    card = loan_card("L1", village.entries())
    assert [(line.paid_out, line.interest, line.principal, line.balance) for line in card] == [
        (300_000, 0, 0, 300_000),
        (0, 9_000, 100_000, 200_000),
    ]
    may = [entry for entry in village.entries() if entry.on >= date(2025, 5, 1)]
    lines = cash_book(Money(2_430_000), may)
    assert [(line.received, line.paid, line.balance) for line in lines] == [
        (109_000, 0, 2_539_000),
        (10_000, 0, 2_549_000),
    ]
    assert [line.holder for line in lines] == ["L1", "M06"]
    assert savers(may) == {"M06"}
    assert cash_flow(may).change == 119_000


def test_an_entry_beside_the_box_is_in_no_line_of_it() -> None:
    village = saved()
    village.tell(
        """
        2025-04-05  lend       L1  M06  300 000  3 months  300 bp  flat
        2025-04-06  write_off  L1
        """
    )
    written_off = [entry for entry in village.entries() if entry.item == "write_off"]
    assert cash_flow(written_off).change == 0
    assert cash_book(Money(0), written_off) == ()


def test_a_payment_that_nobody_is_named_for() -> None:
    village = saved()
    village.tell("2025-01-05  spend  5010  20 000")
    assert [line.holder for line in cash_book(Money(0), village.entries())][-1] is None


def test_portfolio_at_risk_counts_whole_principal_and_rescheduled_loans() -> None:
    village = saved()
    village.tell(
        """
        2025-04-05  lend        L1  M06  300 000  3 months  300 bp  declining
        2025-04-05  lend        L2  M07  100 000  3 months  300 bp  declining
        2025-04-20  reschedule  L2  4
        """
    )
    lines = loan_lines(village.books, date(2025, 5, 6))
    assert [(line.loan, line.days_late, line.rescheduled) for line in lines] == [("L1", 1, False), ("L2", 0, True)]
    par0, par30, *_ = portfolio_at_risk(lines)
    assert (par0.principal, par0.of, par0.bp) == (400_000, 400_000, 10_000)
    assert (par30.principal, par30.bp) == (100_000, 2_500)
    assert portfolio_at_risk(())[0].bp == 0


@pytest.mark.parametrize(("part", "whole", "bp"), [(1, 3, 3_333), (2, 3, 6_667), (1, 0, None), (5, 10_000, 5)])
def test_ratios_are_rounded_half_up(part: int, whole: int, bp: int | None) -> None:
    assert ratio_bp(part, whole) == bp


def test_a_table_adds_up_what_adds_up() -> None:
    columns = (Column("member", "id"), Column("balance", "kip", adds_up=True))
    assert table("savings", columns, [("M01", 5), ("M02", None), ("M03", 7)], as_of=date(2025, 1, 1)).totals() == (
        None,
        12,
    )
    assert table("names", columns[:1], [("M01",)]).totals() is None
