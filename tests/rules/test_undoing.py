"""Undoing: entries the other way round, exactly what was done undone, nothing later left hanging."""

from __future__ import annotations

import pytest

from tests.village import Village, saved
from vdfbank.bank.problem import Problem

LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat  (out)"


@pytest.mark.parametrize(
    "act",
    [
        "join  N01",
        "save  M06  10 000",
        "withdraw  M07  100 000",
        "buy_shares  M07  10 000",
        "redeem_shares  M09  10 000",
        "spend  5010  10 000",
        "spend  2110  10 000",
        "receive  4090  10 000",
        "deposit_cash  10 000",
        "draw_cash  10 000",
        "count_cash  difference=-100  reason=short",
        "leave  M07",
        "die  M07  her son",
        "die  M06  his wife",
        "repay  M06  L1  120 000",
        "settle  L1  300 000",
        "reschedule  L1  5",
        "write_off  L1",
        "recover  L3  1 000",
        "pay_out  L2",
        "savings_day  M06 save 10 000 repay 50 000, M07 withdraw 10 000, M08 shares 3 000  pay_outs=L2",
    ],
)
def test_an_act_undone_leaves_balances_loans_and_members_as_if_it_had_never_been(act: str) -> None:
    village = saved()
    village.tell(
        "2025-01-02  save  M07  500 000\n2025-01-02  buy_shares  M09  90 000\n2025-01-02  receive  2110  50 000"
    )
    village.tell(f"2025-01-02  deposit_cash  50 000\n{LENT}\n2025-04-02  lend  L3  M09  5 000")
    village.tell("2025-04-02  write_off  L3\n2025-04-02  apply  L2  M08  1 000\n2025-04-02  decide  L2  approved")
    before = village.books
    village.tell(f"2025-04-03  {act}  (it)")
    mirror = [(account, holder, -amount) for account, holder, amount in village.last_entries()]
    numbers = [entry.number for entry in village.posted[-1].entries]
    village.tell("2025-04-04  reverse  (it)")
    after = village.books
    for name in ("balances", "members", "loans", "savings_days", "people", "completions", "dividends"):
        assert getattr(after, name) == getattr(before, name), name
    assert {account: kip for account, kip in after.results["2025"].items() if kip} == dict(before.results["2025"])
    assert village.last_entries() == mirror
    assert [entry.reverses for entry in village.posted[-1].entries] == numbers
    assert all(str(entry.on) == "2025-04-04" for entry in village.posted[-1].entries)
    village.tell("2025-04-04  reverse  (it)")
    assert village.objections == [Problem("already_reversed", found=village.labels["it"])]


def test_only_money_acts_are_undone(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-02  save  M07  10 000                     (save)
    2025-04-02  reverse  (save)                       (undone)
    2025-04-02  train  rights                         (course)
    2025-04-02  apply  L2  M07  1 000                 (asked)
    2025-04-02  decide  L2  refused  votes=           (decided)
    2025-04-02  name_nominee  M07  her son            (named)
    2025-04-02  agree_bylaws                          (agreed)
    2025-04-02  reverse  999                          -> nothing_to_reverse
    2025-04-02  reverse  0                            -> nothing_to_reverse
    2025-04-02  reverse  2                            -> nothing_to_reverse
    """)
    for label in ("undone", "course", "asked", "decided", "named", "agreed"):
        lenders.tell(f"2025-04-02  reverse  ({label})  -> nothing_to_reverse")


def test_a_closed_month_stays_closed(lenders: Village) -> None:
    """
    2025-01-05  save  M07  10 000  (save)
    2025-01-31  close_month  2025-01  (closed)
    2025-02-01  reverse  (save)            -> month_closed
    2025-02-01  reverse  (closed)          -> nothing_to_reverse
    """


def test_a_saving_under_a_loan_is_needed(lenders: Village) -> None:
    """
    2025-04-01  save   M06  20 000                     (first)
    2025-04-01  save   M07  20 000                     (other)
    2025-04-01  apply  L1  M06  1 100 000
    2025-04-01  decide  L1  approved                   (decided)
    2025-04-02  pay_out  L1
    2025-04-03  reverse  (first)
    """
    assert lenders.objections == [Problem("later_act_depends", found=lenders.labels["decided"])]
    lenders.tell("2025-04-03  reverse  (other)")


def test_a_payment_under_a_settlement_is_needed(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-05  repay  M06  L1  20 000                 (a)
    2025-04-06  settle  L1  289 000                    (b)
    2025-04-07  reverse  (out)
    """)
    assert lenders.objections == [Problem("later_act_depends", found=lenders.labels["a"])]
    lenders.tell("2025-04-07  reverse  (a)")
    assert lenders.objections == [Problem("later_act_depends", found=lenders.labels["b"])]
    lenders.tell("2025-04-07  reverse  (b)\n2025-04-07  reverse  (a)\n2025-04-07  reverse  (out)")
    assert lenders.loan("L1").state == "approved"
    lenders.tell("2025-04-08  pay_out  L1")


def test_a_write_off_with_a_recovery(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-05  write_off  L1                          (off)
    2025-04-06  recover  L1  1 000                     (back)
    2025-04-07  reverse  (off)                         -> later_act_depends
    2025-04-07  reverse  (back)
    2025-04-07  reverse  (off)
    2025-04-07  repay  M06  L1  327 000
    """)


def test_two_payments_of_a_day(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-05  repay  M06  L1  20 000                 (a)
    2025-04-05  repay  M06  L1  30 000                 (b)
    2025-04-05  reverse  (a)
    """)
    # The second keeps its entries: 30 000 of principal. The interest of the first is owed again.
    row = lenders.position("L1").rows[0]
    assert (row.paid_interest, row.paid_principal) == (0, 30_000)
    lenders.tell("2025-04-06  repay  M06  L1  297 000")
    assert lenders.loan("L1").state == "repaid"


def test_undoing_the_payment_that_closed_a_loan_opens_it(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-04-05  repay  M06  L1  327 000  (all)\n2025-04-05  withdraw  M06  10 000  (w)")
    lenders.tell(
        "2025-04-06  reverse  (all)  -> later_act_depends\n2025-04-06  reverse  (w)\n2025-04-06  reverse  (all)"
    )
    assert lenders.loan("L1").state == "open"
    assert lenders.position("L1").owed == 327_000


def test_what_pays_out_all_there_is_depends_on_all_before(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-05  save  M07  10 000                      (left)
    2025-04-05  save  M08  10 000                      (died)
    2025-04-05  repay  M06  L1  20 000                 (written)
    2025-04-06  leave  M07
    2025-04-06  die  M08  his wife
    2025-04-06  write_off  L1
    2025-04-07  reverse  (left)                        -> later_act_depends
    2025-04-07  reverse  (died)                        -> later_act_depends
    2025-04-07  reverse  (written)                     -> later_act_depends
    """)


def test_payments_after_a_rescheduling_undone_pay_the_old_schedule(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-05-10  reschedule  L1  5                      (r)
    2025-06-09  repay  M06  L1  25 000                 (pay)
    2025-06-11  savings_day
    2025-06-12  repay  M06  L1  30 000
    2025-06-13  reverse  (r)
    """)
    rows = lenders.position("L1").rows
    # The entries stand: interest 18 000, principal 7 000 and then a penalty and principal; the oldest rows are paid.
    assert len(rows) == 3
    assert sum(row.paid_interest for row in rows) == lenders.held("4010")
    assert sum(row.paid_penalty for row in rows) == lenders.held("4020") > 0
    assert [row.paid_interest for row in rows][:2] == [9_000, 9_000]


def test_undoing_a_death_gives_the_loan_its_schedule_back(lenders: Village) -> None:
    lenders.tell("""
    2025-04-01  lend  L1  M06  900 000  3 months  300 bp  flat
    2025-04-10  die  M06  his wife                     (d)
    2025-04-11  repay  M06  L1  60 000
    2025-04-12  reverse  (d)
    2025-04-12  save  M06  10 000
    """)
    assert len(lenders.position("L1").rows) == 3
    assert lenders.position("L1").principal_outstanding == 840_000
    assert lenders.savings("M06") == 210_000


def test_money_that_is_gone_from_the_box_cannot_be_given_back(lenders: Village) -> None:
    """
    2025-01-05  receive  4090  500 000                 (gift)
    2025-01-05  deposit_cash  2 800 000                (bank)
    2025-01-05  reverse  (gift)                        -> later_act_depends
    2025-01-06  draw_cash  2 800 000                   (draw)
    2025-01-07  count_cash  0                          -> count_above_tolerance reason_missing
    2025-01-07  reverse  (bank)                        -> later_act_depends
    2025-01-07  reverse  (draw)
    2025-01-07  reverse  (bank)
    2025-01-07  reverse  (gift)
    """
    assert lenders.box == 2_730_000


def test_a_difference_found_by_a_count_stays_as_it_was_booked(lenders: Village) -> None:
    """
    2025-01-05  save  M06  20 000                      (save)
    2025-01-05  count_cash  difference=-2000  reason=short
    2025-01-06  savings_day  M07 save 10 000  difference=500  reason=over
    2025-01-07  reverse  (save)
    """
    assert lenders.box == 2_730_000 - 2_000 + 10_000 + 500
    assert (lenders.held("5095"), lenders.held("4090")) == (2_000, 500)


def test_the_three_months_are_counted_as_if_a_withdrawal_had_never_been() -> None:
    village = saved()
    village.tell("""
    2025-03-01  leave    M06                           (gone)
    2025-03-02  reverse  (gone)
    2025-04-01  apply  L1  M06  1 000 000
    """)
    assert village.failing == []


def test_undoing_a_saving_begins_no_months_anew_but_takes_its_own_away(village: Village) -> None:
    """
    2025-01-05  save  M06  30 000                      (a)
    2025-02-05  save  M06  30 000
    2025-03-01  reverse  (a)
    2025-04-06  apply  L1  M06  1 000
    """
    assert village.failing == ["saving_period"]
    village.tell("2025-05-05  apply  L2  M06  1 000")
    assert village.failing == []


# --- savings days ------------------------------------------------------------------------------------------------


def test_a_savings_day_undone_may_be_held_again(lenders: Village) -> None:
    """
    2025-01-05  savings_day  M06 save 20 000           (day)
    2025-01-05  savings_day  M06 save 10 000           -> wrong_state
    2025-01-05  reverse  (day)
    2025-01-05  savings_day  M06 save 10 000
    """
    assert lenders.savings("M06") == 210_000
    assert [str(day) for day in lenders.books.savings_days] == ["2025-01-05"]


def test_a_savings_day_undone_takes_its_penalties_with_it(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-05  savings_day  M06 repay 2 180  (day)\n2025-05-06  reverse  (day)")
    assert lenders.position("L1").rows[0].charged == 0
    assert lenders.held("4020") == 0


def test_a_penalty_paid_later_stays_income_when_its_charge_is_undone(lenders: Village) -> None:
    lenders.tell(
        f"{LENT}\n2025-05-05  savings_day  (day)\n2025-05-06  repay  M06  L1  3 000\n2025-05-07  reverse  (day)"
    )
    assert lenders.held("4020") == 2_180
    row = lenders.position("L1").rows[0]
    assert (row.charged, row.unpaid_penalty, row.paid_interest) == (0, 0, 820)


def test_one_members_line_is_undone_alone(lenders: Village) -> None:
    lenders.tell(f"""
    {LENT}
    2025-04-20  apply  L2  M08  1 000
    2025-04-20  decide  L2  approved
    2025-05-05  savings_day  M06 save 20 000 repay 30 000, M07 save 10 000 shares 4 000  pay_outs=L2  (day)
    2025-05-06  reverse  (day)  M06
    """)
    assert (lenders.savings("M06"), lenders.savings("M07"), lenders.shares("M07")) == (200_000, 210_000, 4_000)
    assert lenders.loan("L2").state == "open"
    # The charge belongs to the day and stays.
    assert lenders.position("L1").rows[0].charged == 2_180
    assert lenders.position("L1").owed == 327_000 + 2_180
    lenders.tell("""
    2025-05-06  reverse  (day)  M06                    -> already_reversed
    2025-05-06  reverse  (day)  M08                    -> nothing_to_reverse
    2025-05-06  reverse  (day)  M07
    2025-05-06  savings_day  M06 save 10 000
    2025-05-07  reverse  (day)                         (rest)
    2025-05-07  reverse  (day)                         -> already_reversed
    2025-05-07  reverse  (day)  M07                    -> already_reversed
    """)
    assert lenders.loan("L2").state == "approved"
    assert lenders.position("L1").rows[0].charged == 2_180  # that of 6 May


def test_a_line_is_undone_of_savings_days_only(lenders: Village) -> None:
    """
    2025-01-05  save  M06  20 000                      (save)
    2025-01-05  reverse  (save)  M06                   -> nothing_to_reverse
    2025-01-05  reverse  (save)  X06                   -> unknown_person nothing_to_reverse
    """


def test_a_line_that_later_acts_rest_on(lenders: Village) -> None:
    """
    2025-04-01  savings_day  M06 save 20 000, M07 save 10 000   (day)
    2025-04-02  lend  L1  M06  1 100 000
    2025-04-03  reverse  (day)  M06                    -> later_act_depends
    2025-04-03  reverse  (day)                         -> later_act_depends
    2025-04-03  reverse  (day)  M07
    """


def test_undoing_the_bill_of_the_day_needs_no_money(lenders: Village) -> None:
    """
    2025-01-05  savings_day  M06 save 20 000  spend=[{"account":"5010","amount":15000,"note":"pens"}]  (day)
    2025-01-06  reverse  (day)
    """
    assert lenders.box == 2_730_000
    assert lenders.held("5010") == 0


def test_money_missing_at_a_count_cannot_be_given_back(village: Village) -> None:
    """
    2025-01-05  spend  5010  130 000
    2025-01-05  receive  4090  3 000                   (gift)
    2025-01-05  count_cash  0  reason=stolen
    2025-01-05  reverse  (gift)                        -> not_enough_cash
    """


# --- correcting --------------------------------------------------------------------------------------------------


def test_an_act_of_a_closed_month_is_corrected_in_the_open_one(lenders: Village) -> None:
    """
    2025-01-05  save  M06  20 000                      (save)
    2025-01-31  close_month  2025-01                   (closed)
    2025-02-05  save  M07  20 000                      (open)
    2025-02-05  correct  (save)  votes=M01:y,M02:y     -> quorum
    2025-02-05  correct  (save)  votes=M01:y,M03:y,M05:y     -> one_sex_quorum
    2025-02-05  correct  (save)  votes=M01:y,M02:n,M03:a     -> no_majority
    2025-02-05  correct  (save)  votes=M01:y,M02:y,M03:y,V01:y     -> may_not_vote
    2025-02-05  correct  (open)                        -> nothing_to_reverse
    2025-02-05  correct  (closed)                      -> nothing_to_reverse
    2025-02-05  correct  999                           -> nothing_to_reverse
    2025-02-05  correct  (save)                        (corrected)
    2025-02-05  correct  (save)                        -> already_reversed
    2025-02-05  correct  (corrected)                   -> nothing_to_reverse
    """
    assert lenders.savings("M06") == 200_000
    assert lenders.trial_balance("2025-01-31")["2010"] == -2_620_000
    assert lenders.trial_balance("2025-02-28")["2010"] == -2_620_000


def test_before_a_month_is_closed_nothing_is_corrected(lenders: Village) -> None:
    """
    2025-01-05  save  M06  20 000                      (save)
    2025-01-05  correct  (save)                        -> nothing_to_reverse
    """


def test_a_corrected_act_keeps_what_rests_on_it(lenders: Village) -> None:
    """
    2025-01-05  save  M06  20 000                      (save)
    2025-01-31  close_month  2025-01
    2025-04-05  lend  L1  M06  1 100 000
    2025-04-06  correct  (save)                        -> later_act_depends
    2025-04-06  settle  L1  1 100 000                  (settled)
    2025-04-06  correct  (save)                        -> later_act_depends
    """


def test_a_correction_across_the_year_end_leaves_the_closed_year(lenders: Village) -> None:
    lenders.tell("2025-12-20  spend  5010  30 000  (bill)\n2025-12-20  receive  4090  100 000")
    for month in range(1, 13):
        lenders.tell(f"2025-12-31  close_month  2025-{month:02d}")
    # 130 000 of entry fees and 100 000 less 30 000: 200 000; to members 140 000, the committee 20 000.
    lenders.tell("2026-01-02  close_year  2025\n2026-01-02  pay_dividend  2025  cash\n2026-01-02  spend  2220  20 000")
    before = lenders.trial_balance("2025-12-31")
    lenders.tell("2026-01-03  correct  (bill)")
    assert lenders.trial_balance("2025-12-31") == before
    assert lenders.last_entries() == [("5010", None, -30_000), ("1010", None, 30_000)]
    assert lenders.books.results["2026"] == {"5010": -30_000}
    assert lenders.books.dividends["2025"] == {}


def test_a_dividend_paid_by_mistake_is_paid_again(lenders: Village) -> None:
    for month in range(1, 13):
        lenders.tell(f"2025-12-31  close_month  2025-{month:02d}")
    lenders.tell("""
    2026-01-02  close_year  2025                       (year)
    2026-01-02  pay_dividend  2025  savings            (paid)
    2026-01-02  reverse  (year)                        -> nothing_to_reverse
    2026-01-03  reverse  (paid)
    2026-01-03  pay_dividend  2025  cash  members=M01
    2026-01-03  pay_dividend  2025  cash
    """)
    assert lenders.held("2210") == 0
    assert lenders.savings("M01") == 200_000
