"""Closing: months in order, the allowance of the month's last day, the year, the dividend."""

from __future__ import annotations

import pytest

from tests.village import Village, joined, saved
from vdfbank.bank.problem import Problem
from vdfbank.rules.effects import YearClosed

LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"


def close(village: Village, first: int, last: int, on: str, year: int = 2025) -> None:
    for month in range(first, last + 1):
        village.tell(f"{on}  close_month  {year}-{month:02d}")


def test_a_month_is_closed_on_its_last_day_at_the_earliest(village: Village) -> None:
    """
    2025-01-30  close_month  2025-01             -> month_not_ready
    2025-01-31  close_month  2025-01
    2025-02-01  close_month  2025-01             -> month_closed
    2025-02-01  close_month  2024-12             -> month_closed
    2025-03-05  close_month  2025-03             -> month_not_ready
    2025-03-05  close_month  2025-02
    """
    assert str(village.books.closed_month) == "2025-02"


def test_the_first_month_is_the_one_the_bank_opened_in(ready: Village) -> None:
    """
    2025-02-28  close_month  2025-01  counted=0  -> month_not_ready
    2025-03-10  join  M01
    2025-03-31  close_month  2025-02             -> month_not_ready
    2025-03-31  close_month  2025-03
    """


def test_two_different_advisers_sign(village: Village) -> None:
    """
    2025-01-31  close_month  2025-01  signed_by=V01                -> too_few_advisers
    2025-01-31  close_month  2025-01  signed_by=                   -> too_few_advisers
    2025-01-31  close_month  2025-01  signed_by=V01,V01            -> too_few_advisers same_person
    2025-01-31  close_month  2025-01  signed_by=V01,M01            -> too_few_advisers not_an_adviser
    2025-01-31  close_month  2025-01  signed_by=V01,V02,M01        -> not_an_adviser
    2025-01-31  close_month  2025-01  signed_by=V01,V02,X01        -> unknown_person
    2025-01-31  close_month  2025-01  signed_by=V01,V02,V03  remarks=fine
    """


def test_the_count_is_the_box_at_the_days_end(village: Village) -> None:
    """
    2025-01-31  close_month  2025-01  counted=129999               -> month_not_ready
    2025-01-31  close_month  2025-01  counted=none                 -> count_missing
    2025-01-31  close_month  2025-01  counted=0  signed_by=V01     -> month_not_ready too_few_advisers
    2025-01-31  close_month  2025-01  counted=130000
    """


def test_a_late_count_is_of_the_months_last_day(village: Village) -> None:
    """
    2025-01-31  save  M01  20 000
    2025-02-05  save  M01  30 000
    2025-02-06  close_month  2025-01  counted=180000               -> month_not_ready
    2025-02-06  close_month  2025-01  counted=150000
    """


def test_the_allowance_is_of_the_months_last_day_even_if_later_acts_came_first() -> None:
    village = saved()
    village.tell(f"{LENT}\n2025-06-05  settle  L1  318 000")
    close(village, 1, 5, "2025-06-06")
    # On 31 May L1 was 30 days late with 300 000: exactly 30 days is in the band 1-30.
    assert village.trial_balance("2025-05-31")["1290"] == -30_000
    assert village.trial_balance("2025-06-06")["1290"] == -30_000
    village.tell("2025-06-30  close_month  2025-06")
    assert village.held("1290") == 0
    assert village.last_entries() == [("5090", None, -30_000), ("1290", "L1", 30_000)]


def test_months_closed_on_one_day_build_on_each_other(lenders: Village) -> None:
    lenders.tell(LENT)
    close(lenders, 1, 9, "2025-10-20")
    ends = ("2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30")
    held = {day: -lenders.trial_balance(day).get("1290", 0) for day in ends}
    # 30, 60, 91, 122 and 152 days late: 10, 25, 75, 75 and 75 % of 300 000.
    assert list(held.values()) == [0, 30_000, 75_000, 225_000, 225_000, 225_000]


def test_the_bands_of_the_allowance_end_where_they_say() -> None:
    from datetime import date, timedelta

    from vdfbank.bank.bylaws import ByLaws
    from vdfbank.bank.money import Money
    from vdfbank.rules.closing import loan_allowance

    laws = ByLaws()
    days = (0, 1, 30, 31, 60, 61, 90, 91, 180, 181, 365, 366, 4_000)
    parts = [loan_allowance(Money(10_000), late, laws) for late in days]
    assert parts == [0, 1_000, 1_000, 2_500, 2_500, 5_000, 5_000, 7_500, 7_500, 9_000, 9_000, 10_000, 10_000]
    assert loan_allowance(Money(5), 1, laws) == 1  # 0.5, half up
    assert date(2025, 5, 1) + timedelta(30) == date(2025, 5, 31)


def test_the_allowance_falls_when_a_loan_is_paid_and_goes_with_a_repaid_one(lenders: Village) -> None:
    lenders.tell(LENT)
    close(lenders, 1, 5, "2025-05-31")
    lenders.tell("2025-06-01  repay  M06  L1  109 000")
    lenders.tell("2025-06-30  close_month  2025-06")
    assert lenders.held("1290") == 20_000  # 29 days late again, 200 000
    assert lenders.held("5090") == 20_000
    lenders.tell("2025-07-01  repay  M06  L1  218 000\n2025-07-31  close_month  2025-07")
    assert lenders.held("1290") == lenders.held("5090") == 0


def test_the_allowance_follows_the_bylaws_of_the_day(lenders: Village) -> None:
    lenders.tell(LENT)
    lenders.tell("2025-05-15  agree_bylaws  in_force=2025-06-01  provision=[[5,40,2000],[41,null,8000]]")
    close(lenders, 1, 5, "2025-06-02")
    assert lenders.held("1290") == 30_000
    lenders.tell("2025-06-30  close_month  2025-06")
    assert lenders.held("1290") == 240_000


# --- the year ----------------------------------------------------------------------------------------------------


def test_a_year_needs_all_its_months(lenders: Village) -> None:
    """
    2025-12-31  close_year  2025                 -> year_not_ready
    """
    close(lenders, 1, 11, "2025-12-31")
    lenders.tell("2025-12-31  close_year  2025  -> year_not_ready\n2025-12-31  close_month  2025-12")
    lenders.tell("""
    2026-01-02  pay_dividend  2025  cash         -> wrong_state
    2026-01-02  close_year  2026                 -> year_not_ready
    2026-01-02  close_year  2024                 -> year_not_ready
    2026-01-02  close_year  2025
    2026-01-02  close_year  2025                 -> wrong_state
    2026-01-02  close_year  2026                 -> year_not_ready
    """)


def test_before_the_bank_opens_there_is_no_year(ready: Village) -> None:
    """
    2025-01-01  close_year  2025                 -> year_not_ready
    """


def closed_year(village: Village) -> YearClosed:
    effects = (effect for posted in village.posted for effect in posted.checked.effects)
    return next(effect for effect in effects if isinstance(effect, YearClosed))


def test_a_surplus_is_split_each_part_floored_the_rest_to_the_reserve(lenders: Village) -> None:
    """
    2025-06-01  receive  4090  1 009
    2025-06-01  spend    5010  20 000
    """
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("2026-01-02  close_year  2025")
    # 130 000 + 1 009 - 20 000 = 111 009: 77 706.3, 11 100.9, 5 550.45 twice.
    pools = {"members": 77_706, "committee": 11_100, "advisory": 5_550, "welfare": 5_550, "reserve": 11_103}
    assert closed_year(lenders).pools == pools
    # Thirteen equal savings: 5 977 each is 77 701, the five kip left go to the lowest ids.
    dividend = closed_year(lenders).dividend
    assert [dividend[member] for member in sorted(dividend)] == [5_978] * 5 + [5_977] * 8
    assert str(lenders.posted[-1].entries[0].on) == "2025-12-31"
    assert lenders.held("3090") == lenders.held("4030") == lenders.held("5010") == 0
    assert [lenders.held(account) for account in ("2210", "2220", "2230", "2310", "3010")] == list(pools.values())


def test_a_loss_goes_against_the_reserve(lenders: Village) -> None:
    """
    2025-06-01  spend  5020  150 000
    """
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("2026-01-02  close_year  2025")
    assert lenders.held("3010") == -20_000
    assert closed_year(lenders).dividend == dict.fromkeys(closed_year(lenders).dividend, 0)
    lenders.tell("2026-01-02  pay_dividend  2025  cash  -> wrong_state")


def test_the_next_year_opens_at_zero(lenders: Village) -> None:
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("2026-01-02  receive  4090  7 000\n2026-01-03  close_year  2025")
    assert closed_year(lenders).surplus == 130_000
    assert lenders.books.results["2026"] == {"4090": -7_000}
    for month in range(1, 13):
        lenders.tell(f"2026-12-31  close_month  2026-{month:02d}")
    lenders.tell("2027-01-01  close_year  2026")
    assert lenders.held("3010") == 13_000 + 700  # 10 % of each surplus is nobody's part


def test_month_ends_or_closing_balance() -> None:
    figures = {}
    for basis in ("month_ends", "closing_balance"):
        village = joined(dividend_basis=basis)
        village.tell("2025-01-05  save  M01  100 000\n2025-12-05  save  M02  300 000")
        close(village, 1, 12, "2025-12-31")
        village.tell("2026-01-02  close_year  2025")
        dividend = closed_year(village).dividend
        figures[basis] = {member: int(part) for member, part in dividend.items() if part}
    # 91 000 to members: by 1 200 000 to 300 000, or by 100 000 to 300 000.
    assert figures == {
        "month_ends": {"M01": 72_800, "M02": 18_200},
        "closing_balance": {"M01": 22_750, "M02": 68_250},
    }


@pytest.mark.parametrize(
    ("base", "parts"),
    [
        ("savings", {"M01": 72_800, "M02": 18_200}),
        ("shares", {"M03": 91_000}),
        ("savings_and_shares", {"M01": 36_400, "M02": 9_100, "M03": 45_500}),
    ],
)
def test_the_bylaws_of_the_last_day_say_what_counted_all_year(base: str, parts: dict[str, int]) -> None:
    village = joined(limit_base="shares" if base == "savings" else "savings")
    village.tell("2025-01-05  save  M01  100 000\n2025-07-05  buy_shares  M03  250 000\n2025-12-05  save  M02  300 000")
    village.perform("agree_bylaws", "2025-12-06", in_force="2025-12-31", bylaws={"limit_base": base})
    close(village, 1, 12, "2025-12-31")
    village.tell("2026-01-02  close_year  2025")
    assert {member: int(part) for member, part in closed_year(village).dividend.items() if part} == parts


def test_members_of_the_last_day_have_a_part(lenders: Village) -> None:
    """
    2025-12-31  leave  M07
    """
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("2026-01-01  leave  M08\n2026-01-02  close_year  2025")
    dividend = closed_year(lenders).dividend
    assert "M07" not in dividend
    assert dividend["M08"] > 0  # type: ignore[index]
    lenders.tell("""
    2026-01-02  pay_dividend  2025  savings  members=M08         -> member_left
    2026-01-02  pay_dividend  2025  savings  members=M07         -> wrong_state
    2026-01-02  pay_dividend  2025  savings
    2026-01-02  pay_dividend  2025  savings                      -> wrong_state
    2026-01-02  pay_dividend  2025  cash  members=               -> wrong_state
    2026-01-02  pay_dividend  2025  cash  members=X01            -> unknown_person wrong_state
    2026-01-02  pay_dividend  2025  cash
    2026-01-02  pay_dividend  2025  cash                         -> wrong_state
    2026-01-02  pay_dividend  2025  cash  members=M08            -> wrong_state
    """)


def test_nobody_saved_nobody_shares() -> None:
    village = joined()
    close(village, 1, 12, "2025-12-31")
    village.tell("2026-01-02  close_year  2025")
    assert closed_year(village).pools["members"] == 0
    assert village.held("3010") == 130_000 - 13_000 - 6_500 - 6_500


def test_a_dividend_in_cash_needs_the_cash(lenders: Village) -> None:
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("""
    2026-01-02  close_year  2025
    2026-01-02  deposit_cash  2 639 001
    2026-01-02  pay_dividend  2025  cash                         -> not_enough_cash
    2026-01-02  pay_dividend  2025  cash  members=M01,M02,M01
    2026-01-02  pay_dividend  2025  savings  members=M03
    """)
    assert lenders.objections == []
    assert lenders.savings("M03") == 207_000
    assert lenders.box == 90_999 - 14_000


def test_a_dividend_added_to_savings_is_no_saving_of_the_member(lenders: Village) -> None:
    close(lenders, 1, 12, "2025-12-31")
    lenders.tell("2026-01-02  close_year  2025\n2026-01-02  pay_dividend  2025  savings")
    assert str(lenders.member("M01").last_saved) == "2025-01-01"


def test_a_fiscal_year_may_begin_in_october() -> None:
    village = saved(fiscal_year="10-01")
    village.tell("2025-09-30  receive  4090  1 000")
    close(village, 1, 9, "2025-10-01")
    village.tell("""
    2025-10-02  receive  4090  50 000
    2025-10-02  close_year  2025                                 -> year_not_ready
    2025-10-02  close_year  2024
    """)
    # The year 2024 ran from the opening in January 2025 to 30 September.
    assert closed_year(village).surplus == 131_000
    assert str(village.posted[-1].entries[0].on) == "2025-09-30"
    village.tell("2025-10-02  pay_dividend  2024  cash")
    assert village.books.results["2025"] == {"4090": -50_000}


def test_shares_may_be_what_the_dividend_counts() -> None:
    village = saved(limit_base="shares")
    village.tell("2025-01-05  buy_shares  M07  10 000\n2025-01-05  buy_shares  M08  30 000")
    close(village, 1, 12, "2025-12-31")
    village.tell("2026-01-02  close_year  2025")
    parts = {who: int(part) for who, part in closed_year(village).dividend.items() if part}
    assert parts == {"M07": 22_750, "M08": 68_250}


def test_by_laws_of_the_years_last_day_split_it(lenders: Village) -> None:
    lenders.tell("""
    2025-12-30  agree_bylaws  in_force=2025-12-31  split_bp={"members":0,"committee":9999,"advisory":0,"welfare":0}
    2025-12-30  agree_bylaws  in_force=2026-01-01
    """)
    close(lenders, 1, 12, "2026-01-02")
    lenders.tell("2026-01-02  close_year  2025")
    assert closed_year(lenders).pools["committee"] == 129_987
    assert closed_year(lenders).pools["reserve"] == 13


def test_what_was_found_is_told(village: Village) -> None:
    """
    2025-01-31  close_month  2025-01  counted=1
    """
    assert village.objections == [Problem("month_not_ready", found=1, needed=130_000)]
