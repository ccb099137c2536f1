"""Money between savings days: saving, withdrawing, spending, receiving, the bank account, counting the box."""

from __future__ import annotations

from tests.village import Village
from vdfbank.bank.problem import Problem


def test_a_saving_is_at_least_the_minimum(village: Village) -> None:
    """
    2025-01-05  save  M01  10 000
    2025-01-05  save  M01  0              -> amount_not_positive
    2025-01-05  save  M01  9 999
    """
    assert village.objections == [Problem("below_minimum_saving", found=9_999, needed=10_000)]
    assert village.last_entries() == [("1010", "M01", 10_000), ("2010", "M01", -10_000)]


def test_a_withdrawal_leaves_the_minimum_balance(lenders: Village) -> None:
    """
    2025-01-05  withdraw  M01  0           -> amount_not_positive
    2025-01-05  withdraw  M01  200 000     -> below_minimum_balance
    2025-01-05  withdraw  M01  150 001     -> below_minimum_balance
    2025-01-05  withdraw  M01  200 001     -> more_than_balance
    2025-01-05  withdraw  M01  150 000
    """
    assert lenders.last_entries() == [("2010", "M01", 150_000), ("1010", "M01", -150_000)]
    lenders.tell("2025-01-05  withdraw  M01  1")
    assert lenders.objections == [Problem("below_minimum_balance", found=49_999, needed=50_000, who="M01")]


def test_a_withdrawal_needs_no_open_loan_and_cash_in_the_box(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  200 000  4 months  300 bp  flat
    2025-04-02  deposit_cash  2 520 000
    2025-04-02  withdraw  M06  10 001       -> loan_outstanding not_enough_cash
    2025-04-02  withdraw  M06  10 000       -> loan_outstanding
    2025-04-02  withdraw  M07  10 001       -> not_enough_cash
    2025-04-02  withdraw  M07  10 000
    2025-04-02  repay  M06  L1  223 999
    2025-04-02  withdraw  M06  10 000
    """
    assert lenders.objections == [Problem("loan_outstanding", found=1, needed=0, who="M06")]


def test_expenses_and_payments_out_of_funds(village: Village) -> None:
    """
    2025-01-05  spend  5010  10 000
    2025-01-05  spend  5020  10 000
    2025-01-05  spend  5030  10 000
    2025-01-05  spend  5010  0             -> amount_not_positive
    2025-01-05  spend  5010  100 001       -> not_enough_cash
    2025-01-05  spend  2110  1             -> more_than_balance
    2025-01-05  receive  2110  50 000
    2025-01-05  receive  2310  5 000
    2025-01-05  receive  4090  1 000
    2025-01-05  spend  2110  50 001        -> more_than_balance
    2025-01-05  spend  2110  50 000
    2025-01-05  spend  2310  5 000
    2025-01-05  spend  2220  1             -> more_than_balance
    2025-01-05  spend  2230  1             -> more_than_balance
    2025-01-05  receive  2110  0           -> amount_not_positive
    """
    assert village.box == 101_000
    assert [village.held(account) for account in ("2110", "2310", "4090")] == [0, 0, 1_000]


def test_other_accounts_are_not_spent_from_nor_received_into(village: Village) -> None:
    for account in ("1010", "1020", "1210", "2010", "2210", "3010", "4010", "5040", "5090", "5095", "9999"):
        village.tell(f"2025-01-05  spend  {account}  1 000  -> wrong_account")
    for account in ("1010", "2010", "2210", "2220", "2230", "3005", "4010", "4040", "5010", "9999"):
        village.tell(f"2025-01-05  receive  {account}  1 000  -> wrong_account")


def test_cash_between_box_and_bank(village: Village) -> None:
    """
    2025-01-05  deposit_cash  0            -> amount_not_positive
    2025-01-05  deposit_cash  130 001      -> not_enough_cash
    2025-01-05  deposit_cash  130 000
    2025-01-05  draw_cash  130 001         -> not_enough_cash
    2025-01-05  draw_cash  0               -> amount_not_positive
    2025-01-05  draw_cash  30 000
    """
    assert (village.box, village.books.bank) == (30_000, 100_000)


def test_a_difference_within_the_tolerance_is_booked(village: Village) -> None:
    """
    2025-01-05  count_cash  130 000
    2025-01-05  count_cash  125 000                        -> reason_missing
    2025-01-05  count_cash  125 000  reason=wrong_change
    """
    assert village.last_entries() == [("1010", None, -5_000), ("5095", None, 5_000)]
    village.tell("2025-01-05  count_cash  130 000  reason=found_again")
    assert village.last_entries() == [("1010", None, 5_000), ("4090", None, -5_000)]
    assert village.box == 130_000


def test_a_difference_above_the_tolerance_is_refused(village: Village) -> None:
    """
    2025-01-05  count_cash  124 999  reason=wrong_change     -> count_above_tolerance
    2025-01-05  count_cash  135 001                          -> count_above_tolerance reason_missing
    2025-01-05  count_cash  135 001  reason=wrong_change
    """
    assert village.objections == [Problem("count_above_tolerance", found=5_001, needed=5_000)]
    assert village.box == 130_000


def test_blank_is_no_count_but_zero_is(village: Village) -> None:
    """
    2025-01-05  count_cash  none                              -> count_missing
    2025-01-05  count_cash  0                                 -> count_above_tolerance reason_missing
    2025-01-05  spend  5010  125 000
    2025-01-05  count_cash  0  reason=_
    """
    assert village.codes == ["reason_missing"]
    village.tell("2025-01-05  count_cash  0  reason=mice")
    assert village.box == 0


def test_no_tolerance_takes_every_kip_seriously(village: Village) -> None:
    """
    2025-01-05  agree_bylaws  cash_tolerance=0
    2025-01-05  count_cash  129 999  reason=wrong_change   -> count_above_tolerance
    2025-01-05  count_cash  130 000
    """
    assert not village.posted[-1].entries


def test_shares_are_bought_and_redeemed_like_a_withdrawal(lenders: Village) -> None:
    """
    2025-01-05  buy_shares     M06  0           -> amount_not_positive
    2025-01-05  buy_shares     M06  1 000
    2025-01-05  redeem_shares  M06  1 001       -> more_than_balance
    2025-01-05  redeem_shares  M06  1 000       -> below_minimum_balance
    2025-01-05  buy_shares     M06  99 000
    2025-01-05  redeem_shares  M06  50 001      -> below_minimum_balance
    2025-01-05  redeem_shares  M06  0           -> amount_not_positive
    2025-01-05  redeem_shares  M06  10 000
    2025-04-01  lend  L1  M06  100 000
    2025-04-01  redeem_shares  M06  10 000      -> loan_outstanding
    """
    assert (lenders.shares("M06"), lenders.savings("M06")) == (90_000, 200_000)
    assert lenders.held("3005") == 90_000
