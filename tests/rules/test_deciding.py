"""Decisions and pay-outs: votes, quorum, everything checked anew on its own day."""

from __future__ import annotations

import pytest

from tests.village import Village, saved
from vdfbank.bank.problem import Problem


@pytest.fixture
def asked() -> Village:
    """M06 asked for an ordinary loan L1 and M07 for an emergency loan L2."""
    village = saved()
    village.tell("""
    2025-04-01  apply  L1  M06  300 000
    2025-04-01  apply  L2  M07  300 000  emergency
    """)
    return village


def decide(village: Village, loan: str, votes: str, outcome: str = "approved") -> list[str]:
    village.tell(f"2025-04-02  decide  {loan}  {outcome}  votes={votes}")
    return village.codes


def test_a_quorum_of_three_women_and_men_more_yes_than_no(asked: Village) -> None:
    assert decide(asked, "L1", "M01:y,M02:y") == ["quorum"]
    assert decide(asked, "L1", "M01:y,M03:y,M05:y") == ["one_sex_quorum"]
    assert decide(asked, "L1", "M01:y,M02:n,M03:a") == ["no_majority"]
    assert decide(asked, "L1", "M01:y,M02:n,M03:y,M04:n") == ["no_majority"]
    assert decide(asked, "L1", "M01:y,M03:n") == ["no_majority", "one_sex_quorum", "quorum"]
    assert decide(asked, "L1", "") == ["no_majority", "one_sex_quorum", "quorum"]
    assert decide(asked, "L1", "M01:y,M02:a,M03:a") == []  # abstentions are in the quorum


def test_only_the_sitting_management_committee_votes(asked: Village) -> None:
    assert decide(asked, "L1", "M01:y,M02:y,V01:y") == ["may_not_vote", "quorum"]
    assert decide(asked, "L1", "M01:y,M02:y,M03:y,M08:y") == ["may_not_vote"]
    assert decide(asked, "L1", "M01:y,M02:y,X01:y") == ["quorum", "unknown_person"]
    assert decide(asked, "L1", "M01:y,M02:y,M03:y,V01:n", "refused") == ["may_not_vote"]


def test_the_applicant_the_household_and_the_guarantors_do_not_vote() -> None:
    village = saved()
    village.perform("register", "2025-01-01", people=[{"id": "N05", "name": "A", "sex": "M", "household": "H01-M"}])
    village.tell("""
    2025-04-01  apply  L1  M01  300 000
    2025-04-01  apply  L2  M08  300 000  guarantors=M02,M12
    2025-04-01  decide  L1  approved  votes=M01:y,M02:y,M03:y             -> may_not_vote quorum
    2025-04-01  decide  L1  approved  votes=M01:y,M02:y,M03:y,M04:y       -> may_not_vote
    2025-04-01  decide  L2  approved                                      -> may_not_vote quorum one_sex_quorum
    2025-04-01  decide  L2  approved  votes=M01:y,M03:y,M04:y
    """)
    roles = {"M06": "president", "M03": "treasurer", "M02": "member", "M04": "member"}
    seats = [{"person": who, "role": role} for who, role in roles.items()]
    village.perform("elect", "2025-04-02", committee="management", seats=seats)
    village.tell("""
    2025-04-02  apply  L3  M13  300 000
    2025-04-02  decide  L3  approved  votes=M06:y,M03:y,M02:y             -> may_not_vote quorum
    2025-04-02  decide  L3  approved  votes=M04:y,M03:y,M02:y
    """)


def test_an_emergency_loan_needs_the_president_and_another(asked: Village) -> None:
    assert decide(asked, "L2", "M02:y,M03:y,M04:y") == ["quorum"]
    assert decide(asked, "L2", "M01:y") == ["quorum"]
    assert decide(asked, "L2", "M01:n,M03:y,M05:y") == ["no_majority"]
    assert decide(asked, "L2", "M01:y,M03:a") == ["no_majority"]
    assert decide(asked, "L2", "M01:y,M03:y,M02:n,M04:n") == ["no_majority"]
    assert decide(asked, "L2", "M01:y,M03:y") == []  # women alone may decide it


def test_a_president_who_asks_cannot_be_the_first_of_the_two() -> None:
    village = saved()
    village.tell("""
    2025-04-01  apply  L1  M01  300 000  emergency
    2025-04-01  decide  L1  approved  votes=M02:y,M03:y                   -> quorum
    2025-04-01  decide  L1  approved  votes=M01:y,M03:y                   -> may_not_vote quorum
    """)


def test_refused_is_final_put_off_is_not(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  put_off   votes=  reason=ask_again
    2025-04-02  decide  L1  put_off   votes=
    2025-04-02  pay_out  L1                                  -> not_approved
    2025-04-02  decide  L1  approved
    2025-04-02  decide  L1  approved                         -> wrong_state
    2025-04-02  decide  L2  refused   votes=
    2025-04-02  decide  L2  approved                         -> wrong_state
    2025-04-02  pay_out  L2                                  -> not_approved
    2025-04-02  decide  L9  approved                         -> unknown_loan
    2025-04-02  pay_out  L9                                  -> unknown_loan
    2025-04-02  pay_out  L1
    2025-04-02  pay_out  L1                                  -> wrong_state
    2025-04-02  decide  L1  refused                          -> wrong_state
    """)


def test_pay_out_before_a_decision(asked: Village) -> None:
    asked.tell("2025-04-02  pay_out  L1")
    assert asked.objections == [Problem("not_approved", found="asked", needed="approved", who="L1")]


def test_an_application_is_taken_back_before_the_pay_out(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  put_off  votes=
    2025-04-02  withdraw_application  L1
    2025-04-02  withdraw_application  L1                     -> wrong_state
    2025-04-02  decide  L1  approved                         -> wrong_state
    2025-04-02  pay_out  L1                                  -> wrong_state
    2025-04-02  decide  L2  approved  votes=M01:y,M02:y
    2025-04-02  withdraw_application  L2
    2025-04-02  withdraw_application  L9                     -> unknown_loan
    2025-04-02  lend  L3  M06  300 000
    2025-04-02  withdraw_application  L3                     -> wrong_state
    2025-04-02  apply  L4  M08  1 000
    2025-04-02  decide  L4  refused  votes=
    2025-04-02  withdraw_application  L4                     -> wrong_state
    """)


def test_the_checklist_is_worked_out_anew_at_decision_and_pay_out(asked: Village) -> None:
    asked.tell("""
    2025-04-02  withdraw  M06  141 000
    2025-04-02  decide  L1  approved                         -> over_savings_multiple
    2025-04-02  save  M06  10 000
    2025-04-02  decide  L1  approved
    2025-04-02  withdraw  M06  10 000
    2025-04-02  pay_out  L1                                  -> over_savings_multiple
    2025-04-03  save  M06  10 000
    2025-04-03  pay_out  L1
    """)


def test_a_failing_checklist_and_too_few_votes_are_named_together(asked: Village) -> None:
    asked.tell("""
    2025-04-02  leave  M11
    2025-04-02  apply  L3  M08  1 000  2 months
    2025-04-02  decide  L3  approved  votes=M01:y
    """)
    assert asked.codes == sorted(["guarantors", "term_too_short", "quorum", "one_sex_quorum"])
    asked.tell("2025-04-02  decide  L3  refused  votes=")


def test_who_is_no_member_and_too_few_votes_are_named_together(asked: Village) -> None:
    asked.tell("2025-04-02  apply  L3  X01  1 000")
    assert decide(asked, "L3", "M01:y") == ["not_a_member", "one_sex_quorum", "quorum"]
    assert decide(asked, "L3", "M01:y,M02:y,M03:y") == ["not_a_member"]


def test_before_by_laws_are_in_force_votes_cannot_be_counted(ready: Village) -> None:
    ready.tell("""
    2024-12-31  apply  L1  M06  1 000
    2024-12-31  decide  L1  approved  votes=M01:y  -> not_a_member
    """)


def test_arrears_and_training_between_decision_and_pay_out() -> None:
    village = saved()
    village.tell("""
    2025-04-01  lend  L1  M11  100 000  guarantors=M09,M10
    2025-05-01  apply  L2  M06  300 000
    2025-05-01  decide  L2  approved
    2025-05-02  pay_out  L2                                  -> guarantors
    2025-05-02  settle  L1  103 001                          -> overpaid
    2025-05-02  repay  M11  L1  36 333
    2025-05-02  pay_out  L2
    2025-05-02  settle  L1  66 667
    2025-12-09  apply  L3  M07  300 000
    2025-12-10  decide  L3  approved
    2025-12-11  pay_out  L3                                  -> no_safe_migration_training
    """)


def test_cash_in_the_bank_pays_nobody_out(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  approved
    2025-04-02  deposit_cash  2 430 001
    2025-04-02  pay_out  L1                                  -> not_enough_cash
    2025-04-02  draw_cash  1
    2025-04-02  pay_out  L1
    """)
    assert asked.box == 0


def test_bylaws_changed_between_decision_and_pay_out_rule_the_pay_out(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  approved
    2025-04-02  agree_bylaws  in_force=2025-04-05  rate_min_bp=350  grace_days=7  penalty=fixed:4000
    2025-04-05  pay_out  L1                                  -> rate_too_low
    2025-04-05  lend  L3  M06  300 000  3 months  350 bp  flat
    """)
    terms = asked.loan("L3").terms
    assert terms is not None
    assert (terms.grace_days, terms.penalty.amount) == (7, 4_000)


def test_a_loan_keeps_penalty_grace_and_allocation_of_its_pay_out(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  approved
    2025-04-02  pay_out  L1
    2025-04-03  agree_bylaws  grace_days=30  penalty=fixed:4000  allocation=principal,interest,penalty
    2025-05-03  savings_day  M06 repay 10 000
    """)
    # First instalment 100 000 + 9 000: 2 % is 2 180, paid first, then 7 820 of interest.
    row = asked.position("L1").rows[0]
    assert (row.paid_penalty, row.paid_interest, row.paid_principal) == (2_180, 7_820, 0)


def test_all_else_follows_the_bylaws_of_the_day(asked: Village) -> None:
    asked.tell("""
    2025-04-02  decide  L1  approved
    2025-04-02  pay_out  L1
    2025-04-03  agree_bylaws  term_max=4  quorum=4  minimum_saving=20000  provision=[[1,null,5000]]
    2025-04-04  save  M06  10 000                             -> below_minimum_saving
    2025-04-04  reschedule  L1  5                             -> term_too_long quorum
    2025-04-04  reschedule  L1  4  votes=M01:y,M02:y,M03:y,M04:y
    2025-05-31  close_month  2025-01
    2025-05-31  close_month  2025-02
    2025-05-31  close_month  2025-03
    2025-05-31  close_month  2025-04
    2025-05-31  close_month  2025-05
    """)
    assert asked.held("1290") == 150_000


def test_the_schedule_is_fixed_at_the_pay_out(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  100 000  3 months  400 bp  declining
    2025-04-02  decide  L1  approved
    2025-04-30  pay_out  L1
    """
    rows = lenders.position("L1").rows
    assert [(str(row.due), row.principal, row.interest) for row in rows] == [
        ("2025-05-30", 33_333, 4_000),
        ("2025-06-30", 33_333, 2_667),
        ("2025-07-30", 33_334, 1_333),
    ]
    assert lenders.last_entries() == [("1210", "L1", 100_000), ("1010", "L1", -100_000)]


def test_the_trainings_a_loan_rests_on_are_named(lenders: Village) -> None:
    """
    2025-02-01  train  business
    2025-04-01  lend  L1  M06  100 000
    """
    trained = {line["module"]: number for number, line in enumerate(lenders.lines(), 1) if line["act"] == "train"}
    assert lenders.loan("L1").rests_on == (4, trained["business"])
