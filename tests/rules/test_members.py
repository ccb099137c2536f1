"""Members: joining, leaving, dying, naming a nominee."""

from __future__ import annotations

from tests.village import Village, saved
from vdfbank.bank.problem import Problem


def test_the_entry_fee_of_the_day_is_received(ready: Village) -> None:
    """
    2025-01-05  join  M01
    2025-01-05  agree_bylaws  in_force=2025-01-06  entry_fee=0
    2025-01-05  join  M02
    2025-01-06  join  M03
    """
    assert ready.box == ready.held("4030") == 20_000
    assert not ready.posted[-1].entries
    assert ready.books.is_member(ready.member("M03").person)


def test_nobody_joins_twice_and_who_went_does_not_come_back(lenders: Village) -> None:
    """
    2025-01-05  join  M01                -> already_member
    2025-01-05  join  X01                -> unknown_person
    2025-01-05  leave  M07
    2025-01-05  die  M08  a brother
    2025-01-05  join  M07                -> member_left
    2025-01-05  join  M08                -> member_left
    """


def test_acts_name_members(lenders: Village) -> None:
    """
    2025-01-05  leave  M07
    2025-01-05  save  M07  20 000                  -> member_left
    2025-01-05  save  V01  20 000                  -> not_a_member
    2025-01-05  save  X01  20 000                  -> unknown_person
    2025-01-05  withdraw  M07  20 000              -> member_left
    2025-01-05  withdraw  V01  20 000              -> not_a_member
    2025-01-05  buy_shares  M07  20 000            -> member_left
    2025-01-05  redeem_shares  V01  20 000         -> not_a_member
    2025-01-05  repay  V01  L1  20 000             -> not_a_member unknown_loan
    2025-01-05  leave  M07                         -> member_left
    2025-01-05  leave  V01                         -> not_a_member
    2025-01-05  leave  X01                         -> unknown_person
    2025-01-05  die  M07  a brother                -> member_left
    2025-01-05  die  X01  a brother                -> unknown_person
    2025-01-05  name_nominee  M07  her sister      -> member_left
    2025-01-05  name_nominee  V01  her sister      -> not_a_member
    2025-01-05  savings_day  M07 save 20 000       -> member_left
    2025-01-05  savings_day  M07 repay 20 000      -> member_left
    2025-01-05  savings_day  V01 save 20 000       -> not_a_member
    2025-01-05  savings_day  X01 save 20 000       -> unknown_person
    """


def test_leaving_pays_out_savings_and_shares(lenders: Village) -> None:
    """
    2025-01-05  buy_shares  M07  30 000
    2025-02-01  leave  M07
    """
    assert lenders.savings("M07") == lenders.shares("M07") == 0
    assert lenders.box == 2_730_000 - 200_000
    assert lenders.last_entries() == [("2010", "M07", 200_000), ("3005", "M07", 30_000), ("1010", "M07", -230_000)]


def test_nobody_leaves_with_a_loan_or_a_guarantee(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  600 000  6 months  300 bp  flat
    2025-04-02  leave  M06
    """
    assert lenders.objections == [Problem("loan_outstanding", found=708_000, needed=0, who="M06")]
    lenders.tell("2025-04-02  leave  M11")
    assert lenders.objections == [Problem("guarantees_a_loan", found="L1", who="M11")]
    lenders.tell("""
    2025-04-02  settle  L1  600 000
    2025-04-02  leave  M11
    2025-04-02  leave  M06
    """)


def test_who_seconds_is_wrong_and_a_loan_is_open(lenders: Village) -> None:
    lenders.tell("""
    2025-04-01  lend  L1  M06  600 000
    2025-04-02  leave  M06  by=M01  seconded_by=M01                   -> loan_outstanding same_person
    2025-04-02  leave  N99                                            -> unknown_person
    2025-04-02  die    N99  nominee=a                                 -> unknown_person
    2025-04-02  die    M07  by=M01  seconded_by=M01                   -> same_person unknown_person
    """)


def test_leaving_needs_the_money_in_the_box(lenders: Village) -> None:
    """
    2025-02-01  deposit_cash  2 600 000
    2025-02-01  leave  M07
    """
    assert lenders.objections == [Problem("not_enough_cash", found=130_000, needed=200_000)]


def test_who_left_has_no_seat_and_no_vote(lenders: Village) -> None:
    """
    2025-03-01  leave  M03
    2025-04-01  apply  L1  M06  100 000
    2025-04-01  decide  L1  approved                                  -> may_not_vote quorum
    2025-04-01  decide  L1  approved  votes=M01:y,M02:y,M04:y
    """


def test_a_death_without_loans_pays_the_nominee(lenders: Village) -> None:
    """
    2025-01-05  buy_shares  M07  30 000
    2025-02-01  die  M07  her eldest son
    """
    assert lenders.box == 2_530_000
    assert lenders.member("M07").standing == "dead"
    assert lenders.member("M07").nominee == "her eldest son"
    (entry,) = lenders.posted[-1].entries
    assert (entry.item, entry.reason) == ("nominee", "her eldest son")


def test_a_nominee_named_before_is_taken_unless_told_otherwise(lenders: Village) -> None:
    """
    2025-02-01  die  M07                               -> unknown_person
    2025-02-01  name_nominee  M07  her eldest son
    2025-02-01  name_nominee  M08  his wife
    2025-02-01  die  M07
    2025-02-01  die  M08  his daughter
    """
    assert lenders.member("M07").nominee == "her eldest son"
    assert lenders.member("M08").nominee == "his daughter"


def test_a_death_owing_less_than_saved(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  100 000  4 months  300 bp  flat
    2025-05-10  savings_day
    2025-05-20  die  M06  his wife
    """
    # By 20 May: penalty 2 % of 28 000 = 560, the first instalment 25 000 + 3 000, the other three's principal 75 000.
    owed = 560 + 28_000 + 75_000
    assert lenders.last_entries() == [
        ("2010", "M06", owed),
        ("4020", "L1", -560),
        ("4010", "L1", -3_000),
        ("1210", "L1", -100_000),
        ("2010", "M06", 200_000 - owed),
        ("1010", "M06", owed - 200_000),
    ]
    assert lenders.loan("L1").state == "repaid"


def test_a_death_owing_more_than_saved_leaves_a_loan_in_arrears_without_new_penalties(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  1 000 000  4 months  300 bp  declining
    2025-05-20  die  M06  his wife
    """
    # 30 000 interest is due on 1 May; savings of 200 000 pay it and 170 000 of principal, the oldest first.
    assert lenders.savings("M06") == 0
    assert lenders.position("L1").principal_outstanding == 830_000
    first, *_, called_in = lenders.position("L1").rows
    assert (first.unpaid, called_in.unpaid, str(called_in.due)) == (80_000, 750_000, "2025-05-20")
    lenders.tell("""
    2025-06-05  savings_day
    2025-06-06  save   M06  10 000                           -> member_left
    2025-06-06  repay  M06  L1  80 000
    2025-06-07  savings_day  M06 repay 50 000
    2025-06-08  savings_day  M06 save 10 000 repay 50 000    -> member_left
    2025-06-09  repay  M06  L1  700 001                      -> overpaid
    2025-06-09  settle  L1  700 000
    """)
    assert lenders.held("4020") == 0
    assert lenders.loan("L1").state == "repaid"


def test_a_death_with_a_bullet_loan_owes_the_months_begun_and_no_more_later(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  500 000  6 months  300 bp  bullet_end
    2025-05-20  die  M06  his wife
    """
    # Two months begun: 2 x 15 000; savings of 200 000 pay them and 170 000 of principal.
    assert lenders.position("L1").owed == 330_000
    lenders.tell("""
    2025-08-20  settle  L1  330 001   -> overpaid
    2025-08-20  settle  L1  329 999   -> underpaid
    2025-08-20  settle  L1  330 000
    """)


def test_the_older_of_two_loans_is_paid_first() -> None:
    village = saved()
    village.tell("""
    2025-04-01  lend  L9  M06  150 000  3 months  300 bp  flat
    2025-04-01  lend  L1  M06  200 000  3 months  300 bp  flat  emergency
    2025-04-20  die  M06  his wife
    """)
    assert village.loan("L9").state == "repaid"
    assert village.position("L1").owed == 150_000
    assert village.loan("L1").penalties_stopped


def test_a_second_loan_gets_what_the_first_leaves(lenders: Village) -> None:
    """
    2025-04-01  lend  L9  M06  450 000  3 months  300 bp  flat
    2025-04-01  lend  L1  M06  200 000  3 months  300 bp  flat  emergency
    2025-04-20  die  M06  his wife
    """
    assert (lenders.position("L9").owed, lenders.position("L1").owed) == (250_000, 200_000)
    assert lenders.loan("L1").penalties_stopped


def test_savings_at_a_death_pay_in_the_order_of_the_bylaws() -> None:
    village = saved(allocation=["principal", "interest", "penalty"])
    village.tell("""
    2025-04-01  lend  L1  M06  800 000  4 months  300 bp  flat
    2025-05-05  savings_day
    2025-05-05  die  M06  his wife
    """)
    # First instalment 200 000 of principal and 24 000 of interest, penalty 4 480: principal takes all of the savings.
    assert village.last_entries() == [("2010", "M06", 200_000), ("1210", "L1", -200_000)]
    assert village.position("L1").penalties_unpaid == 4_480


def test_shares_set_off_a_debt_after_savings(lenders: Village) -> None:
    """
    2025-01-05  buy_shares  M06  50 000
    2025-04-01  lend  L1  M06  220 000  4 months  300 bp  flat
    2025-04-01  die  M06  his wife
    """
    assert lenders.last_entries() == [
        ("2010", "M06", 200_000),
        ("3005", "M06", 20_000),
        ("1210", "L1", -220_000),
        ("3005", "M06", 30_000),
        ("1010", "M06", -30_000),
    ]


def test_a_death_needs_the_nominees_money_in_the_box(lenders: Village) -> None:
    """
    2025-02-01  deposit_cash  2 600 000
    2025-02-01  die  M07  her son       -> not_enough_cash
    2025-02-01  draw_cash  70 000
    2025-02-01  die  M07  her son
    """
    assert lenders.box == 0


def test_a_guarantor_may_die_and_is_missed_at_the_next_loan(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  100 000
    2025-04-02  die  M11  her son
    2025-04-03  apply  L2  M07  100 000
    """
    assert lenders.failing == ["guarantors"]
