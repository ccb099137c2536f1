"""Applications: always recorded, answered with a checklist; each rule at its boundary."""

from __future__ import annotations

import pytest

from tests.village import MEMBERS, Village, joined, saved
from vdfbank.rules.effects import CheckLine

#: Every line of a checklist, in the order it is shown.
LINES = [
    "not_a_member",
    "dormant",
    "amount_not_positive",
    "loan_outstanding",
    "saving_period",
    "over_savings_multiple",
    "term_too_short",
    "term_too_long",
    "rate_too_low",
    "rate_too_high",
    "method_not_agreed",
    "in_arrears",
    "guarantors",
    "liquidity",
    "no_safe_migration_training",
    "no_business_training",
    "over_emergency_cap",
]


def fails(village: Village, line: str) -> list[str]:
    """Apply, and tell which lines of the checklist are not passed."""
    village.tell(line)
    return village.failing


def figures(village: Village, code: str) -> tuple[object, object]:
    line: CheckLine = next(line for line in village.checklist if line.code == code)
    return line.found, line.needed


def test_every_line_is_shown_with_what_was_found_and_needed(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  1 000 000
    """
    assert [line.code for line in lenders.checklist] == LINES
    assert all(line.passed for line in lenders.checklist)
    assert figures(lenders, "over_savings_multiple") == (1_000_000, 1_000_000)
    assert figures(lenders, "liquidity") == (1_730_000, 260_000)
    assert figures(lenders, "saving_period") == (200_000, 30_000)
    assert figures(lenders, "no_business_training") == ("2024-12-10", "2023-04-01")
    assert figures(lenders, "dormant") == ("2025-01-01", None)


def test_who_is_no_member_gets_one_line(lenders: Village) -> None:
    """
    2025-01-02  leave  M07
    2025-01-02  die  M08  his wife
    """
    for loan, who in enumerate(("V01", "X01", "M07", "M08")):
        lenders.perform_words(f"2025-04-01  apply  L{loan}  {who}  0")
        assert [(line.code, line.passed) for line in lenders.checklist] == [("not_a_member", False)]
        lenders.tell(f"2025-04-01  decide  L{loan}  approved  -> not_a_member")


def test_an_application_is_recorded_whoever_it_names(lenders: Village) -> None:
    assert fails(lenders, "2025-04-01  apply  L1  M06  1 000  guarantors=X01,X02") == ["guarantors"]


def test_before_by_laws_are_in_force_nobody_is_a_member(ready: Village) -> None:
    assert fails(ready, "2024-12-20  apply  L1  M06  1 000") == ["not_a_member"]
    ready.tell("2024-12-20  decide  L1  refused")


def test_five_times_savings_and_not_a_kip_more(lenders: Village) -> None:
    assert fails(lenders, "2025-04-01  apply  L1  M06  1 000 000") == []
    assert fails(lenders, "2025-04-01  apply  L2  M06  1 000 001") == ["over_savings_multiple"]
    lenders.tell("2025-04-01  save  M06  10 000")
    assert fails(lenders, "2025-04-01  apply  L3  M06  1 050 000") == []  # that day's saving counts
    assert fails(lenders, "2025-04-01  apply  L4  M06  0") == ["amount_not_positive"]


def test_the_principal_of_an_emergency_loan_counts(lenders: Village) -> None:
    lenders.tell("""
    2025-04-01  lend  L1  M06  600 000
    2025-04-02  repay  M06  L1  218 000
    """)
    assert fails(lenders, "2025-04-02  apply  L2  M06  500 000  emergency") == []  # 400 000 of principal is left
    lenders.tell("2025-05-01  settle  L1  412 000  -> overpaid")
    assert fails(lenders, "2025-05-02  apply  L3  M06  600 001  emergency") == [
        "over_emergency_cap",
        "over_savings_multiple",
    ]


def test_savings_of_three_months_to_the_day(village: Village) -> None:
    village.tell("2025-01-15  save  M06  30 000")
    assert fails(village, "2025-04-14  apply  L1  M06  1 000") == ["saving_period"]
    assert fails(village, "2025-04-15  apply  L2  M06  1 000") == []


def test_one_kip_below_what_qualifies_is_not_enough(village: Village) -> None:
    village.tell("""
    2025-01-15  save  M06  29 999
    2025-01-16  save  M06  10 001
    """)
    assert fails(village, "2025-04-15  apply  L1  M06  1 000") == ["saving_period"]
    assert fails(village, "2025-04-16  apply  L2  M06  1 000") == []


def test_three_deposits_in_two_months_are_not_three_months(village: Village) -> None:
    village.tell("""
    2025-01-15  save  M06  10 000
    2025-02-01  save  M06  10 000
    2025-02-15  save  M06  10 000
    """)
    assert fails(village, "2025-04-20  apply  L1  M06  1 000") == ["saving_period"]
    assert fails(village, "2025-05-15  apply  L2  M06  1 000") == []


def test_a_day_below_in_between_begins_the_months_anew() -> None:
    village = joined(minimum_balance=0)
    village.tell("""
    2025-01-15  save  M06  30 000
    2025-02-15  withdraw  M06  1
    2025-02-15  save  M06  10 000
    """)
    assert fails(village, "2025-05-14  apply  L1  M06  1 000") == ["saving_period"]  # a moment of the day is enough
    assert fails(village, "2025-05-15  apply  L2  M06  1 000") == []  # the end of 15 February counts


def test_three_months_before_the_end_of_a_long_month_end_in_february(village: Village) -> None:
    village.tell("2025-02-28  save  M06  30 000")
    assert fails(village, "2025-05-28  apply  L1  M06  1 000") == []
    assert fails(village, "2025-05-31  apply  L2  M06  1 000") == []  # 31 May less three months is 28 February


def test_a_longer_saving_period_looks_back_as_far() -> None:
    village = joined(saving_months=36)
    village.tell("2025-01-15  save  M06  30 000")
    for month in range(2, 13):
        village.tell(f"2025-{month:02d}-15  save  M06  10 000")
    village.tell("2026-06-15  save  M06  10 000\n2026-12-20  train  safe_migration\n2027-12-20  train  safe_migration")
    village.tell("2027-12-20  train  business")
    assert fails(village, "2028-01-14  apply  L1  M06  1 000") == ["saving_period"]
    assert fails(village, "2028-01-15  apply  L2  M06  1 000") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2 months", "term_too_short"),
        ("10 months", "term_too_long"),
        ("299 bp", "rate_too_low"),
        ("3 bp", "rate_too_low"),
        ("401 bp", "rate_too_high"),
        ("30000 bp", "rate_too_high"),
    ],
)
def test_terms_and_rates_of_the_bylaws(lenders: Village, words: str, code: str) -> None:
    assert fails(lenders, f"2025-04-01  apply  L1  M06  1 000  {words}") == [code]


@pytest.mark.parametrize("words", ["3 months", "9 months", "300 bp", "400 bp"])
def test_the_limits_themselves_pass(lenders: Village, words: str) -> None:
    assert fails(lenders, f"2025-04-01  apply  L1  M06  1 000  {words}") == []


def test_a_method_the_village_did_not_agree_on() -> None:
    village = saved(methods=["flat", "declining"])
    assert fails(village, "2025-04-01  apply  L1  M06  1 000  annuity") == ["method_not_agreed"]
    assert fails(village, "2025-04-01  apply  L2  M06  1 000  flat") == []


def test_an_ordinary_loan_needs_no_open_loan_an_emergency_loan_no_open_emergency_loan(lenders: Village) -> None:
    lenders.tell("2025-04-01  lend  L1  M06  100 000")
    assert fails(lenders, "2025-04-02  apply  L2  M06  100 000") == ["loan_outstanding"]
    lenders.tell("2025-04-02  lend  L3  M06  100 000  emergency")
    assert fails(lenders, "2025-04-02  apply  L4  M06  1 000  emergency") == ["loan_outstanding"]
    lenders.tell("2025-04-02  settle  L1  100 000")
    assert fails(lenders, "2025-04-02  apply  L5  M06  100 000") == ["loan_outstanding"]
    lenders.tell("2025-04-02  settle  L3  100 000")
    assert fails(lenders, "2025-04-02  apply  L6  M06  100 000") == []


def test_a_loan_written_off_is_not_open(lenders: Village) -> None:
    lenders.tell("""
    2025-04-01  lend  L1  M06  100 000
    2025-04-02  write_off  L1
    """)
    assert fails(lenders, "2025-04-02  apply  L2  M06  1 000 000") == []


def test_an_emergency_loan_beside_a_late_one_is_in_arrears(lenders: Village) -> None:
    lenders.tell("2025-04-01  lend  L1  M06  100 000")
    assert fails(lenders, "2025-05-01  apply  L2  M06  1 000  emergency") == []  # on the due date nothing is late
    assert fails(lenders, "2025-05-02  apply  L3  M06  1 000  emergency") == ["in_arrears"]
    assert figures(lenders, "in_arrears") == (1, 0)


def test_grace_spares_the_penalty_not_the_arrears() -> None:
    village = saved(grace_days=10)
    village.tell("2025-04-01  lend  L1  M06  100 000")
    assert fails(village, "2025-05-02  apply  L2  M06  1 000  emergency") == ["in_arrears"]


def test_grace_may_last_for_ever() -> None:
    village = saved(grace_days=10**9)
    village.tell("2025-04-01  lend  L1  M06  100 000\n2999-12-31  savings_day")
    assert village.position("L1").penalties_unpaid == 0


def test_the_emergency_cap(lenders: Village) -> None:
    assert fails(lenders, "2025-04-01  apply  L1  M06  500 000  emergency") == []
    assert fails(lenders, "2025-04-01  apply  L2  M06  500 001  emergency") == ["over_emergency_cap"]
    assert fails(lenders, "2025-04-01  apply  L3  M06  500 001") == []


def test_liquidity_is_rounded_up_and_may_be_exactly_met() -> None:
    village = saved()
    village.tell("2025-01-05  save  M06  800 001")
    # Savings 3 400 001: 10 % is 340 000.1, so 340 001 must stay of 3 530 001.
    village.tell("2025-02-01  receive  2110  100 000")
    village.tell("2025-02-01  spend  2110  100 000")
    assert fails(village, "2025-04-05  apply  L1  M06  3 190 000") == []
    assert figures(village, "liquidity") == (340_001, 340_001)
    assert fails(village, "2025-04-05  apply  L2  M06  3 190 001") == ["liquidity"]


def test_money_in_the_bank_is_liquid_too(lenders: Village) -> None:
    lenders.tell("2025-01-05  deposit_cash  2 000 000")
    assert fails(lenders, "2025-04-01  apply  L1  M06  1 000 000") == []


def test_trainings_hold_to_the_same_day_so_many_months_later(lenders: Village) -> None:
    # Safe migration of 10 December 2024: twelve months; business: twenty-four.
    assert fails(lenders, "2025-12-10  apply  L1  M06  1 000") == []
    assert fails(lenders, "2025-12-11  apply  L2  M06  1 000") == ["no_safe_migration_training"]
    lenders.tell("2026-12-10  train  safe_migration")
    assert fails(lenders, "2026-12-10  apply  L3  M06  1 000") == []
    assert fails(lenders, "2026-12-11  apply  L4  M06  1 000") == ["no_business_training"]


def test_a_training_may_hold_for_ever() -> None:
    village = saved(training={"safe_migration": 10**9, "business": 10**9})
    assert fails(village, "2999-12-31  apply  L1  M06  1 000  emergency") == []


def test_who_attended_without_completing_is_not_trained(lenders: Village) -> None:
    lenders.tell("2025-12-11  train  safe_migration  attended=M06,M07  completed=M07")
    assert fails(lenders, "2025-12-12  apply  L1  M06  1 000") == ["no_safe_migration_training"]
    assert fails(lenders, "2025-12-12  apply  L2  M07  1 000") == []


def test_who_never_came_misses_both() -> None:
    village = joined()
    village.perform("register", "2025-01-01", people=[{"id": "N05", "name": "New", "sex": "F", "household": "H99"}])
    village.tell("2025-01-01  join  N05\n2025-01-01  save  N05  50 000")
    for member in MEMBERS[:3]:
        village.tell(f"2025-01-01  save  {member}  50 000")
    missing = ["no_business_training", "no_safe_migration_training"]
    assert fails(village, "2025-04-01  apply  L1  N05  1 000") == missing
    assert figures(village, "no_business_training") == (None, "2023-04-01")


@pytest.mark.parametrize(
    "guarantors",
    ["M11", "M11,M11", "M11,M06", "M11,M13", "M11,V01", "M11,X01", "M11,M12,M13", ""],
    ids=["one", "twice", "herself", "household", "no member", "nobody", "one too many of the house", "none"],
)
def test_guarantors_who_may_not_stand(lenders: Village, guarantors: str) -> None:
    assert fails(lenders, f"2025-04-01  apply  L1  M06  1 000  guarantors={guarantors}") == ["guarantors"]


def test_more_guarantors_than_needed_are_welcome(lenders: Village) -> None:
    assert fails(lenders, "2025-04-01  apply  L1  M06  1 000  guarantors=M10,M11,M12") == []


def test_a_village_may_do_without_guarantors() -> None:
    assert fails(saved(guarantors=0), "2025-04-01  apply  L1  M06  1 000  guarantors=") == []


def test_a_guarantor_in_arrears_or_gone(lenders: Village) -> None:
    lenders.tell("2025-04-01  lend  L1  M07  100 000  guarantors=M09,M10")
    assert fails(lenders, "2025-05-01  apply  L2  M06  1 000  guarantors=M07,M08") == []
    assert fails(lenders, "2025-05-02  apply  L3  M06  1 000  guarantors=M07,M08") == ["guarantors"]
    lenders.tell("2025-05-02  leave  M08")
    assert fails(lenders, "2025-05-02  apply  L4  M06  1 000  guarantors=M08,M09") == ["guarantors"]


def test_guarantors_do_not_stand_for_each_other(lenders: Village) -> None:
    lenders.tell("2025-04-01  lend  L1  M07  100 000  guarantors=M06,M10")
    assert fails(lenders, "2025-04-01  apply  L2  M06  1 000  guarantors=M07,M08") == ["guarantors"]
    lenders.tell("2025-04-01  settle  L1  100 000")
    assert fails(lenders, "2025-04-01  apply  L3  M06  1 000  guarantors=M07,M08") == []


def test_six_savings_days_without_a_saving_are_dormant(lenders: Village) -> None:
    for month in range(1, 6):
        lenders.tell(f"2025-{month:02d}-05  savings_day")
    assert fails(lenders, "2025-06-04  apply  L1  M06  1 000") == []  # five days only
    lenders.tell("2025-06-05  savings_day  M11 save 10 000, M12 save 10 000")
    assert fails(lenders, "2025-06-05  apply  L2  M06  1 000") == ["dormant"]
    assert figures(lenders, "dormant") == ("2025-01-01", "2025-01-05")
    lenders.tell("2025-06-06  save  M06  10 000")
    assert fails(lenders, "2025-06-06  apply  L3  M06  1 000") == []
    assert fails(lenders, "2025-06-06  apply  L4  M06  1 000  guarantors=M10,M11") == ["guarantors"]


def test_a_saving_on_the_first_of_the_six_days_keeps_awake(lenders: Village) -> None:
    lenders.tell("2025-01-05  savings_day  M06 save 10 000, M11 save 10 000, M12 save 10 000")
    for month in range(2, 7):
        lenders.tell(f"2025-{month:02d}-05  savings_day")
    assert fails(lenders, "2025-06-05  apply  L1  M06  1 000") == []
    lenders.tell("2025-07-05  savings_day  M11 save 10 000, M12 save 10 000")
    assert fails(lenders, "2025-07-05  apply  L2  M06  1 000") == ["dormant"]


def test_who_joined_after_the_first_of_the_six_is_not_dormant(ready: Village) -> None:
    ready.tell("2025-01-01  join  M07\n2025-01-05  savings_day  M07 save 10 000\n2025-01-06  join  M08")
    ready.tell("2025-02-04  join  M06")
    for month in range(2, 7):
        ready.tell(f"2025-{month:02d}-05  savings_day")
    ready.tell("2025-06-06  apply  L1  M06  1 000")
    assert "dormant" not in ready.failing
    ready.tell("2025-07-05  savings_day")  # the six are 5 February to 5 July now: joined the day before the first
    ready.tell("2025-07-06  apply  L2  M06  1 000")
    assert "dormant" in ready.failing


def test_a_village_may_do_without_dormancy() -> None:
    village = saved(dormant_after=0)
    for month in range(1, 8):
        village.tell(f"2025-{month:02d}-05  savings_day")
    assert fails(village, "2025-07-05  apply  L1  M06  1 000") == []


def test_shares_may_be_the_base_of_the_limits() -> None:
    for base, most in (("savings", 1_000_000), ("shares", 500_000), ("savings_and_shares", 1_500_000)):
        village = saved(limit_base=base)
        village.tell("2025-01-01  buy_shares  M06  100 000")
        assert fails(village, f"2025-04-01  apply  L1  M06  {most}") == [], base
        assert fails(village, f"2025-04-01  apply  L2  M06  {most + 1}") == ["over_savings_multiple"], base


def test_shares_may_be_what_was_held_three_months() -> None:
    village = saved(limit_base="shares")
    village.tell("2025-01-15  buy_shares  M06  30 000")
    assert fails(village, "2025-04-14  apply  L1  M06  1 000") == ["saving_period"]
    assert fails(village, "2025-04-15  apply  L2  M06  1 000") == []
