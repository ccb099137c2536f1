"""The savings day: savings, penalties charged, repayments, withdrawals, spending, pay-outs, count; all or nothing."""

from __future__ import annotations

from tests.village import Village
from vdfbank.bank.problem import Problem


def test_a_whole_day(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-01  savings_day  M06 save 20 000 repay 109 000, M07 withdraw 50 000, M08 shares 5 000, M09 save 0
    """
    assert lenders.box == 2_730_000 - 300_000 + 20_000 + 109_000 - 50_000 + 5_000
    assert lenders.last_entries() == [
        ("1010", "M06", 20_000),
        ("2010", "M06", -20_000),
        ("1010", "M08", 5_000),
        ("3005", "M08", -5_000),
        ("1010", "L1", 109_000),
        ("4010", "L1", -9_000),
        ("1210", "L1", -100_000),
        ("2010", "M07", 50_000),
        ("1010", "M07", -50_000),
    ]


def test_one_day_a_date_and_one_line_a_member(village: Village) -> None:
    """
    2025-01-05  savings_day  M01 save 20 000, M01 save 10 000     -> duplicate_id
    2025-01-05  savings_day  M01 save 20 000
    2025-01-05  savings_day  M02 save 20 000                      -> wrong_state
    2025-01-06  savings_day
    """
    assert [str(day) for day in village.books.savings_days] == ["2025-01-05", "2025-01-06"]


def test_a_day_is_refused_whole_with_everything_that_is_wrong(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-01  savings_day  M07 save 20 000, M08 save 9 000, M06 withdraw 20 000, M09 repay 5 000, M10 withdraw 180 000
    """
    assert lenders.codes == sorted(
        ["below_minimum_saving", "loan_outstanding", "unknown_loan", "below_minimum_balance"]
    )
    assert lenders.savings("M07") == 200_000


def test_a_saving_of_the_day_may_be_withdrawn_and_a_repayment_frees_it(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-01  savings_day  M06 save 20 000 repay 327 000, M07 withdraw 150 001  -> below_minimum_balance
    2025-05-01  savings_day  M06 save 20 000 repay 327 000 withdraw 170 000
    """
    assert lenders.savings("M06") == 50_000


def test_withdrawals_come_out_of_the_box_one_after_another(lenders: Village) -> None:
    """
    2025-01-05  deposit_cash  2 600 000
    2025-01-05  savings_day  M01 withdraw 100 000, M02 withdraw 30 001                 -> not_enough_cash
    2025-01-05  savings_day  M01 withdraw 100 000, M02 withdraw 40 000, M03 save 10 000
    """
    assert lenders.box == 0


def test_a_repayment_goes_to_the_loan_due_first(lenders: Village) -> None:
    """
    2025-04-15  lend  L9  M06  150 000  3 months  300 bp  flat
    2025-04-20  lend  L1  M06  150 000  3 months  300 bp  flat  emergency
    2025-05-10  savings_day  M06 repay 54 500
    2025-05-16  savings_day  M06 repay 54 500
    """
    # L9 is due on 15 May and L1 on the 20th; then L9 on 15 June: the second payment goes to L1.
    assert lenders.position("L9").principal_outstanding == 100_000
    assert lenders.position("L1").principal_outstanding == 100_000
    lenders.tell("2025-06-05  savings_day  M06 repay 163 501   -> overpaid")


def test_of_loans_due_together_the_one_paid_out_first(lenders: Village) -> None:
    """
    2025-04-15  lend  L9  M06  150 000  3 months  300 bp  flat
    2025-04-15  lend  L1  M06  150 000  3 months  300 bp  flat  emergency
    2025-05-10  savings_day  M06 repay 4 500
    """
    assert lenders.position("L9").rows[0].paid_interest == 4_500


def test_two_loans_are_repaid_by_name(lenders: Village) -> None:
    """
    2025-04-15  lend  L9  M06  150 000  3 months  300 bp  flat
    2025-04-15  lend  L1  M06  150 000  3 months  300 bp  flat  emergency
    2025-04-16  lend  L2  M07  150 000
    2025-05-05  savings_day  M06 repay L9:10 000 L2:5 000        -> unknown_loan
    2025-05-05  savings_day  M06 repay L9:10 000 L4:5 000        -> unknown_loan
    2025-05-05  savings_day  M06 repay L9:10 000 L1:163 501      -> overpaid
    2025-05-05  savings_day  M06 repay L9:0 L1:0
    2025-05-06  savings_day  M06 repay L9:10 000 L1:163 500
    2025-05-07  savings_day  M06 repay L1:1                      -> wrong_state
    """
    assert lenders.position("L9").rows[0].paid_interest == 4_500
    assert lenders.loan("L1").state == "repaid"


def test_penalties_are_charged_between_savings_and_repayments(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-02  savings_day  M06 repay 111 180
    """
    # 2 % of 109 000 is charged first: 2 180 of penalty, then the whole instalment.
    assert lenders.last_entries() == [
        ("1010", "L1", 111_180),
        ("4020", "L1", -2_180),
        ("4010", "L1", -9_000),
        ("1210", "L1", -100_000),
    ]


def test_the_count_is_after_everything(lenders: Village) -> None:
    """
    2025-01-05  savings_day  M01 save 20 000  difference=-5000                          -> reason_missing
    2025-01-05  savings_day  M01 save 20 000  difference=-5001  reason=short            -> count_above_tolerance
    2025-01-05  savings_day  M01 save 20 000  counted=none                              -> count_missing
    2025-01-05  savings_day  M01 save 20 000  difference=5000  reason=over
    """
    assert lenders.last_entries()[-2:] == [("1010", None, 5_000), ("4090", None, -5_000)]
    assert lenders.box == 2_755_000


def test_a_missing_count_is_named_beside_other_faults(lenders: Village) -> None:
    """
    2025-01-05  savings_day  M01 save 5 000  counted=none
    """
    assert lenders.codes == ["below_minimum_saving", "count_missing"]


def test_pieces_add_up_to_the_count(village: Village) -> None:
    """
    2025-01-05  savings_day  M01 save 20 000  count={"50000":2,"20000":2,"10000":1}
    2025-01-06  savings_day  count={"50000":2,"20000":2}
    """
    assert village.objections == [Problem("count_missing", found=140_000, needed=150_000)]


def test_spending_and_pay_outs_inside_the_day(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  300 000
    2025-04-01  decide  L1  approved
    2025-04-05  savings_day  M06 save 20 000  pay_outs=L1  spend=[{"account":"5010","amount":15000,"note":"pens"}]
    """
    entries = lenders.posted[-1].entries
    assert [entry.item for entry in entries] == ["receipt", "spend", "pay_out"]
    assert [entry.reason for entry in entries] == ["", "pens", "seed"]
    assert lenders.box == 2_730_000 + 20_000 - 15_000 - 300_000
    assert str(lenders.loan("L1").paid_out) == "2025-04-05"


def test_the_days_spending_and_pay_outs_keep_their_rules(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  300 000
    2025-04-01  decide  L1  approved
    2025-04-01  apply  L2  M07  300 000
    2025-04-05  savings_day  spend=[{"account":"1210","amount":15000,"note":"pens"}]     -> wrong_account
    2025-04-05  savings_day  spend=[{"account":"5010","amount":0,"note":"pens"}]         -> amount_not_positive
    2025-04-05  savings_day  spend=[{"account":"2310","amount":1,"note":"pens"}]         -> more_than_balance
    2025-04-05  savings_day  spend=[{"account":"5010","amount":2730001,"note":"pens"}]   -> not_enough_cash
    2025-04-05  savings_day  pay_outs=L2                                                 -> not_approved
    2025-04-05  savings_day  pay_outs=L1,L1                                              -> wrong_state
    2025-04-05  savings_day  pay_outs=L7                                                 -> unknown_loan
    2025-04-05  savings_day  M06 withdraw 150 000  pay_outs=L1                           -> over_savings_multiple
    2025-04-05  savings_day  M06 withdraw 140 000  pay_outs=L1
    """
    assert lenders.loan("L1").state == "open"


def test_no_penalty_without_a_savings_day(lenders: Village) -> None:
    """
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-05-05  savings_day
    2025-07-05  savings_day
    """
    # May: 2 % of 109 000; none in June; July: 2 180 on each of three instalments.
    assert lenders.position("L1").penalties_unpaid == 4 * 2_180
