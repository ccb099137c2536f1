"""Rescheduling, writing off, recovering."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import Village, saved
from vdfbank.bank.problem import Problem

LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"


def rows(village: Village, loan: str = "L1") -> list[tuple[str, int, int]]:
    """What is unpaid of each row that owes anything: due, principal, interest."""
    return [
        (str(row.due), row.unpaid_principal, row.unpaid_interest) for row in village.position(loan).rows if row.unpaid
    ]


def test_interest_due_and_penalties_join_the_first_new_instalment(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-02  savings_day\n2025-05-10  reschedule  L1  4")
    # Interest of 9 000 was due on 1 May; the 9 000 of June and July fall away; a penalty of 2 180 is unpaid.
    assert rows(lenders) == [
        ("2025-06-10", 75_000, 18_000),
        ("2025-07-10", 75_000, 9_000),
        ("2025-08-10", 75_000, 9_000),
        ("2025-09-10", 75_000, 9_000),
    ]
    assert lenders.position("L1").rows[3].unpaid_penalty == lenders.position("L1").penalties_unpaid == 2_180
    assert lenders.position("L1").days_late(date(2025, 6, 10)) == 0
    assert not lenders.posted[-1].entries


def test_a_row_partly_paid_keeps_what_was_paid(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-01  repay  M06  L1  50 000\n2025-05-10  reschedule  L1  2")
    paid, *_ = lenders.position("L1").rows
    assert (paid.principal, paid.interest, paid.unpaid) == (41_000, 9_000, 0)
    assert rows(lenders) == [("2025-06-10", 129_500, 7_770), ("2025-07-10", 129_500, 7_770)]


def test_on_a_due_date_that_interest_is_due(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-01  reschedule  L1  1")
    assert rows(lenders) == [("2025-06-01", 300_000, 18_000)]


def test_twice(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-10  reschedule  L1  4\n2025-07-20  reschedule  L1  3")
    # 9 000 of April's month were joined to 10 June's 9 000, and 10 July's 9 000 is due too.
    assert rows(lenders) == [
        ("2025-08-20", 100_000, 36_000),
        ("2025-09-20", 100_000, 9_000),
        ("2025-10-20", 100_000, 9_000),
    ]
    assert str(lenders.loan("L1").rescheduled) == "2025-07-20"


def test_interest_once_due_stays_due_however_soon_the_next_change_comes(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-10  reschedule  L1  4\n2025-05-11  reschedule  L1  3")
    assert rows(lenders)[0] == ("2025-06-11", 100_000, 18_000)
    lenders.tell("2025-05-12  repay  M06  L1  5 000")  # pays of what was carried first
    lenders.tell("2025-05-13  settle  L1  303 999  -> underpaid")
    lenders.tell("2025-05-13  settle  L1  304 000")
    assert lenders.held("4010") == 9_000


def test_a_bullet_reschedules_with_the_interest_of_the_months_begun(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  bullet_end
    2025-05-02  reschedule  L1  5
    """
    # Two months begun: 18 000; five months on 300 000: 45 000.
    assert rows(lenders) == [("2025-10-02", 300_000, 63_000)]
    lenders.tell("""
    2025-07-02  settle  L1  336 001   -> overpaid
    2025-07-02  settle  L1  336 000
    """)


def test_declining_and_annuity_reschedule_as_a_new_loan_of_what_is_left(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  declining
    2025-05-01  repay  M06  L1  109 000
    2025-05-31  reschedule  L1  2
    """
    assert rows(lenders) == [("2025-06-30", 100_000, 6_000), ("2025-07-31", 100_000, 3_000)]


def test_the_new_number_of_instalments_keeps_to_the_longest_term(lenders: Village) -> None:
    lenders.tell(
        f"{LENT}\n2025-05-10  reschedule  L1  10  -> term_too_long\n2025-05-10  reschedule  L1  0  -> term_too_short"
    )
    lenders.tell("2025-05-10  reschedule  L1  1\n2025-05-11  reschedule  L1  9")


def test_rescheduling_is_voted_on_like_an_ordinary_loan(lenders: Village) -> None:
    lenders.tell("""
    2025-04-01  lend  L1  M06  100 000  emergency
    2025-04-02  reschedule  L1  3  votes=M01:y,M02:y                 -> quorum
    2025-04-02  reschedule  L1  3  votes=M01:y,M03:y,M05:y           -> one_sex_quorum
    2025-04-02  reschedule  L1  3  votes=M01:y,M02:n,M03:a           -> no_majority
    2025-04-02  reschedule  L1  3  votes=M01:y,M02:y,M03:y,M11:y     -> may_not_vote
    2025-04-02  write_off   L1     votes=M01:y,M02:y                 -> quorum
    2025-04-02  write_off   L1     votes=M01:y,M03:y,M05:y           -> one_sex_quorum
    2025-04-02  write_off   L1     votes=M01:y,M02:n,M03:a           -> no_majority
    2025-04-02  write_off   L1     votes=M01:y,M02:y,M03:y,M11:y     -> may_not_vote
    2025-04-02  write_off   L1     votes=M01:y,M02:y,M03:y,X11:y     -> unknown_person
    """)


def test_only_an_open_loan_is_rescheduled_or_written_off(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  100 000
    2025-04-01  reschedule  L1  3                                    -> wrong_state
    2025-04-01  write_off   L1                                       -> wrong_state
    2025-04-01  reschedule  L2  3                                    -> unknown_loan
    2025-04-01  write_off   L2                                       -> unknown_loan
    2025-04-01  recover     L2  1 000                                -> unknown_loan
    2025-04-01  recover     L1  1 000                                -> wrong_state
    """


@pytest.mark.parametrize(("day", "at_risk"), [("2025-05-10", True), ("2026-05-10", True), ("2026-05-11", False)])
def test_a_rescheduled_loan_stays_at_risk_twelve_months(day: str, *, at_risk: bool) -> None:
    village = saved()
    village.tell(f"{LENT}\n2025-05-10  reschedule  L1  4")
    assert village.loan("L1").stays_at_risk(date.fromisoformat(day)) is at_risk


# --- writing off -------------------------------------------------------------------------------------------------


def test_a_write_off_without_allowance_is_all_expense(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-02  savings_day\n2025-05-10  write_off  L1")
    assert lenders.last_entries() == [("5040", "L1", 300_000), ("1210", "L1", -300_000)]
    assert lenders.loan("L1").state == "written_off"


def test_the_allowance_of_the_last_closed_month_comes_first(lenders: Village) -> None:
    lenders.tell(LENT)
    for month in ("2025-01", "2025-02", "2025-03", "2025-04", "2025-05"):
        lenders.tell(f"2025-05-31  close_month  {month}")
    # 30 days late on 31 May: 10 % of 300 000.
    lenders.tell("2025-06-10  write_off  L1")
    assert lenders.last_entries() == [("1290", "L1", 30_000), ("5040", "L1", 270_000), ("1210", "L1", -300_000)]
    assert lenders.held("1290") == 0


def test_an_allowance_larger_than_the_rest_is_released_at_the_month_end(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-01  repay  M06  L1  108 999
    2025-11-30  close_month  2025-01
    2025-11-30  close_month  2025-02
    2025-11-30  close_month  2025-03
    2025-11-30  close_month  2025-04
    2025-11-30  close_month  2025-05
    2025-11-30  close_month  2025-06
    2025-11-30  close_month  2025-07
    2025-11-30  close_month  2025-08
    2025-11-30  close_month  2025-09
    2025-11-30  close_month  2025-10
    2025-11-30  close_month  2025-11
    """
    # 213 days late on 30 November: 90 % of 200 001.
    assert lenders.held("1290") == 180_001
    lenders.tell("2025-12-01  repay  M06  L1  150 000\n2025-12-02  write_off  L1")
    # 132 000 of principal went (18 001 of interest and arrears first): the allowance covers all that is left.
    left = 300_000 - 99_999 - (150_000 - 18_000)
    assert lenders.last_entries() == [("1290", "L1", left), ("1210", "L1", -left)]
    lenders.tell("2025-12-31  close_month  2025-12")
    assert lenders.last_entries() == [("5090", None, left - 180_001), ("1290", "L1", 180_001 - left)]


def test_no_penalty_and_no_payment_after_a_write_off(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-10  write_off  L1\n2025-06-05  savings_day")
    assert lenders.position("L1").penalties_unpaid == 0
    lenders.tell("""
    2025-06-06  repay   M06  L1  1 000        -> wrong_state
    2025-06-06  savings_day  M06 repay 1 000  -> unknown_loan
    2025-06-06  savings_day  M06 repay L1:1000  -> wrong_state
    2025-06-06  settle  L1  300 000           -> wrong_state
    2025-06-06  reschedule  L1  3             -> wrong_state
    2025-06-06  write_off   L1                -> wrong_state
    2025-06-06  withdraw  M06  100 000
    2025-06-06  leave  M06
    """)


def test_recovered_is_at_most_the_principal_written_off(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-05-01  repay  M06  L1  109 000\n2025-05-10  write_off  L1")
    lenders.tell("""
    2025-06-06  recover  L1  0                -> amount_not_positive
    2025-06-06  recover  L1  200 001          -> overpaid
    2025-06-06  recover  L1  150 000
    2025-06-06  recover  L1  50 001
    """)
    assert lenders.objections == [Problem("overpaid", found=50_001, needed=50_000, who="L1")]
    lenders.tell("2025-06-06  recover  L1  50 000")
    assert lenders.last_entries() == [("1010", "L1", 50_000), ("4040", "L1", -50_000)]
    assert lenders.loan("L1").state == "written_off"


def test_the_loan_of_who_died_may_be_written_off(lenders: Village) -> None:
    lenders.tell(f"{LENT}\n2025-04-10  die  M06  his wife\n2025-05-10  write_off  L1\n2025-05-11  recover  L1  100 000")
    assert lenders.held("4040") == 100_000
