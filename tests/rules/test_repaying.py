"""Repaying: allocation, penalties, grace, paying ahead, early settlement."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import Village, saved
from vdfbank.bank.problem import Problem

#: L1: 300 000 flat at 3 %, three instalments of 100 000 + 9 000 due on 1 May, June and July.
LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"


def parts(village: Village, loan: str = "L1") -> list[tuple[int, int, int]]:
    """Penalty, interest and principal paid on each row."""
    return [(row.paid_penalty, row.paid_interest, row.paid_principal) for row in village.position(loan).rows]


def test_a_payment_fills_interest_then_principal_of_the_oldest_instalment(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-10  repay  M06  L1  5 000
    2025-04-11  repay  M06  L1  104 000
    2025-04-12  repay  M06  L1  10 000
    """
    assert parts(lenders) == [(0, 9_000, 100_000), (0, 9_000, 1_000), (0, 0, 0)]


def test_a_payment_may_run_ahead_up_to_everything_scheduled(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-10  repay  M06  L1  0            -> amount_not_positive
    2025-04-10  repay  M06  L1  327 001
    """
    assert lenders.objections == [Problem("overpaid", found=327_001, needed=327_000, who="L1")]
    lenders.tell("""
    2025-04-10  repay  M06  L1  326 999
    2025-07-02  repay  M06  L1  2            -> overpaid
    2025-07-02  repay  M06  L1  1
    2025-07-02  repay  M06  L1  1            -> wrong_state
    """)
    assert lenders.held("4010") == 27_000


def test_the_loan_is_the_members_own(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000
    2025-04-10  repay  M07  L1  5 000        -> unknown_loan
    2025-04-10  repay  M06  L2  5 000        -> unknown_loan
    2025-04-10  repay  M06  L1  5 000  by=M07
    2025-04-10  settle  L2  5 000            -> unknown_loan
    2025-04-10  apply  L2  M06  5 000
    2025-04-10  repay  M06  L2  5 000        -> wrong_state
    2025-04-10  settle  L2  5 000            -> wrong_state
    2025-04-10  recover  L1  5 000           -> wrong_state
    """


def test_one_kip_unpaid_keeps_the_row_open_and_the_clock_running(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-01  repay  M06  L1  108 999")
    assert lenders.position("L1").days_late(date(2025, 5, 1)) == 0
    assert lenders.position("L1").days_late(date(2025, 6, 10)) == 40
    lenders.tell("2025-06-10  repay  M06  L1  1")
    assert lenders.position("L1").days_late(date(2025, 6, 10)) == 9


def test_no_penalty_on_the_due_date_one_from_the_next_day_on(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-01  savings_day\n2025-05-02  savings_day\n2025-05-03  savings_day")
    assert lenders.position("L1").penalties_unpaid == 2 * 2_180  # each savings day once, never on penalties


def test_a_penalty_is_on_what_is_unpaid_before_the_days_payments(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-02  repay  M06  L1  59 025\n2025-05-05  savings_day  M06 repay 1 000")
    # 49 975 unpaid: 999.5 rounds up to 1 000.
    assert parts(lenders)[0] == (1_000, 9_000, 50_025)
    lenders.tell("2025-05-06  savings_day  M06 repay 49 976")
    assert lenders.position("L1").penalties_unpaid == 0
    assert lenders.position("L1").rows[0].unpaid == 999


def test_a_tiny_rest_costs_nothing(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-02  repay  M06  L1  108 976\n2025-05-05  savings_day")
    assert lenders.position("L1").penalties_unpaid == 0  # 24 x 2 % = 0.48
    lenders.tell("2025-05-05  repay  M06  L1  24\n2025-05-05  repay  M06  L1  1")
    assert parts(lenders)[1] == (0, 1, 0)


def test_grace_days_are_a_cliff() -> None:
    village = saved(grace_days=5)
    village.tell(f"{LENT}\n2025-05-06  savings_day")
    assert village.position("L1").penalties_unpaid == 0
    village.tell("2025-05-07  savings_day")
    assert village.position("L1").penalties_unpaid == 2_180


def test_a_fixed_penalty_is_the_same_on_one_kip() -> None:
    village = saved(penalty={"kind": "fixed", "amount": 5_000})
    village.tell(f"{LENT}\n2025-05-02  repay  M06  L1  108 999\n2025-06-02  savings_day")
    assert [row.charged for row in village.position("L1").rows] == [5_000, 5_000, 0]


def test_a_village_may_charge_nothing() -> None:
    for penalty in ({"kind": "fixed", "amount": 0}, {"kind": "percent_of_unpaid", "bp": 0}):
        village = saved(penalty=penalty)
        village.tell(f"{LENT}\n2025-06-02  savings_day")
        assert village.position("L1").penalties_unpaid == 0


#: Two instalments late on 2 June: penalties 2 180 each charged on 2 June (and 2 180 on 2 May for the first).
LATE = f"{LENT}\n2025-05-02  savings_day\n2025-06-02  savings_day"


@pytest.mark.parametrize(
    ("order", "paid"),
    [
        # Where the penalty stands first, all penalties: 4 360 + 2 180, then the oldest instalment.
        (["penalty", "interest", "principal"], [(4_360, 9_000, 100_000), (2_180, 4_460, 0)]),
        (["penalty", "principal", "interest"], [(4_360, 9_000, 100_000), (2_180, 0, 4_460)]),
        # Elsewhere an instalment's penalty takes its place within the instalment.
        (["interest", "penalty", "principal"], [(4_360, 9_000, 100_000), (0, 6_640, 0)]),
        (["interest", "principal", "penalty"], [(4_360, 9_000, 100_000), (0, 6_640, 0)]),
        (["principal", "interest", "penalty"], [(4_360, 9_000, 100_000), (0, 0, 6_640)]),
        (["principal", "penalty", "interest"], [(4_360, 9_000, 100_000), (0, 0, 6_640)]),
    ],
)
def test_order_and_direction_of_allocation(order: list[str], paid: list[tuple[int, int, int]]) -> None:
    village = saved(allocation=order)
    village.tell(f"{LATE}\n2025-06-03  repay  M06  L1  120 000")
    assert parts(village)[:2] == paid


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (["penalty", "interest", "principal"], (4_360, 5_460, 0)),
        (["interest", "penalty", "principal"], (3_000, 9_000, 0)),
        (["interest", "principal", "penalty"], (0, 9_000, 3_000)),
        (["principal", "penalty", "interest"], (0, 0, 12_000)),
    ],
)
def test_a_small_payment_shows_the_order_within_the_row(order: list[str], first: tuple[int, int, int]) -> None:
    village = saved(allocation=order)
    village.tell(f"{LATE}\n2025-06-03  repay  M06  L1  12 000")
    assert parts(village)[0] == first


def test_a_payment_swallowed_by_penalties_leaves_the_row_ageing(lenders: Village) -> None:
    lenders.tell(f"{LATE}\n2025-06-03  repay  M06  L1  6 540")
    assert lenders.position("L1").rows[0].unpaid == 109_000
    assert lenders.position("L1").days_late(date(2025, 6, 3)) == 33


def test_only_penalties_left_keep_a_loan_open_without_arrears() -> None:
    village = saved(allocation=["interest", "principal", "penalty"])
    village.tell(f"{LENT}\n2025-05-01  repay  M06  L1  218 000\n2025-07-02  savings_day  M06 repay 109 000")
    assert village.loan("L1").state == "open"
    assert village.position("L1").days_late(date(2025, 9, 1)) == 0
    village.tell("""
    2025-09-01  leave  M06                    -> loan_outstanding
    2025-09-01  reschedule  L1  3             -> wrong_state
    2025-09-01  savings_day  M06 repay 2 181  -> overpaid
    2025-09-01  savings_day  M06 repay 2 180
    """)
    assert village.loan("L1").state == "repaid"


# --- settling ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "method", "owed"),
    [
        ("2025-04-01", "flat", 300_000),  # on the pay-out day the principal alone
        ("2025-04-30", "flat", 300_000),
        ("2025-05-01", "flat", 309_000),  # that row is due
        ("2025-05-31", "flat", 309_000),
        ("2025-06-01", "flat", 318_000),
        ("2025-08-15", "flat", 327_000),
        ("2025-05-15", "declining", 309_000),
        ("2025-05-15", "annuity", 309_000),
        ("2025-06-15", "bullet_monthly", 318_000),
        ("2025-04-01", "bullet_end", 300_000),
        ("2025-04-02", "bullet_end", 309_000),  # a month begun
        ("2025-05-01", "bullet_end", 309_000),
        ("2025-05-02", "bullet_end", 318_000),
        ("2025-06-01", "bullet_end", 318_000),  # two on the very day two months later
        ("2025-07-01", "bullet_end", 327_000),
        ("2025-09-01", "bullet_end", 327_000),
    ],
)
def test_settling_owes_what_is_due_and_the_principal(day: str, method: str, owed: int) -> None:
    village = saved()
    village.tell(f"2025-04-01  lend  L1  M06  300 000  3 months  300 bp  {method}")
    village.tell(f"{day}  settle  L1  {owed - 1}  -> underpaid")
    village.tell(f"{day}  settle  L1  {owed + 1}  -> overpaid")
    village.tell(f"{day}  settle  L1  0           -> amount_not_positive")
    village.tell(f"{day}  settle  L1  {owed}")
    assert village.loan("L1").state == "repaid"
    assert village.held("1210") == 0
    village.tell(f"{day}  settle  L1  1           -> wrong_state")


def test_what_was_paid_ahead_stays_paid(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-04-10  repay  M06  L1  150 000")
    # First row 9 000 + 100 000, second 9 000 + 32 000: of the principal 168 000 is left.
    lenders.tell("2025-04-11  settle  L1  168 000")
    assert lenders.held("4010") == 18_000


def test_settling_with_penalties(lenders: Village) -> None:
    lenders.tell(f"{LATE}\n2025-06-12  settle  L1  {6_540 + 18_000 + 300_000}")
    assert (lenders.held("4020"), lenders.held("4010"), lenders.held("1210")) == (6_540, 18_000, 0)


def test_everything_falls_due_the_day_of_the_settlement(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-20  settle  L1  309 000")
    assert [(str(row.due), row.principal + row.interest) for row in lenders.position("L1").rows] == [
        ("2025-05-01", 109_000),
        ("2025-06-01", 0),
        ("2025-07-01", 0),
        ("2025-05-20", 200_000),
    ]


def test_a_bullet_paid_ahead_counts_towards_the_interest_begun(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  bullet_end
    2025-04-20  repay  M06  L1  20 000
    """
    # 20 000 of the 27 000 interest; two months begun on 20 May are 18 000, less than was paid.
    lenders.tell("""
    2025-05-20  settle  L1  299 999  -> underpaid
    2025-05-20  settle  L1  300 000
    """)
    assert lenders.held("4010") == 20_000
