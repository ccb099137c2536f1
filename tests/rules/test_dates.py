"""Dates: not after today, not in a closed month, not before the act before; checked first, and then nothing else."""

from __future__ import annotations

from datetime import date

from tests.village import Village
from vdfbank.bank.problem import Problem


def test_an_act_may_not_lie_after_today(village: Village) -> None:
    line = '{"act":"save","on":"2025-01-06","member":"X99","amount":0}'
    village.perform_line(line, today=date(2025, 1, 5))
    assert village.objections == [Problem("date_in_future", found="2025-01-06", needed="2025-01-05")]
    village.perform_line(line, today=date(2025, 1, 6))
    assert village.codes == ["amount_not_positive", "unknown_person"]


def test_a_closed_month_takes_nothing_any_more(village: Village) -> None:
    """
    2025-01-05  save  M01  20 000
    2025-01-31  close_month  2025-01
    2025-01-31  save  X99  0           -> month_closed
    2025-01-02  save  M01  20 000      -> month_closed
    2025-02-01  save  M01  20 000
    """
    assert village.savings("M01") == 40_000


def test_dates_never_run_backwards(village: Village) -> None:
    """
    2025-01-05  save  M01  20 000
    2025-01-05  save  M02  20 000
    2025-01-04  save  X99  0
    """
    assert village.objections == [Problem("date_before_last", found="2025-01-04", needed="2025-01-05")]


def test_the_future_comes_before_the_closed_month_and_that_before_the_last_act(village: Village) -> None:
    village.tell("""
    2025-01-05  save  M01  20 000
    2025-02-03  close_month  2025-01
    """)
    line = '{"act":"save","on":"2025-01-04","member":"M01","amount":20000}'
    village.perform_line(line, today=date(2025, 1, 3))
    assert village.codes == ["date_in_future"]
    village.perform_line(line, today=date(2025, 2, 3))
    assert village.codes == ["month_closed"]
    village.perform_line(line.replace("01-04", "02-02"), today=date(2025, 2, 3))
    assert village.codes == ["date_before_last"]


def test_a_refused_act_leaves_everything_as_it_was(village: Village) -> None:
    before, seal = village.books, village.seal
    village.tell("2025-03-01  withdraw  M01  5 000  -> more_than_balance")
    assert village.books is before
    assert village.seal == seal
    village.tell("2025-01-02  save  M01  20 000")
    assert village.books.number == before.number + 1
