"""What still keeps a month from being closed."""

from __future__ import annotations

from datetime import date

from tests.village import Village, saved
from vdfbank.closing.month import month_to_close
from vdfbank.rules.books import Books


def test_nothing_to_close_before_the_bank_opens() -> None:
    assert month_to_close(Books(), date(2025, 1, 31)) is None


def test_a_month_half_over() -> None:
    month = month_to_close(saved().books, date(2025, 1, 20))
    assert month is not None
    assert str(month.month) == "2025-01"
    assert {step.code: step.done for step in month.steps} == {
        "savings_day_held": False,
        "month_over": False,
        "advisers_seated": True,
    }
    assert (month.done, month.may_close) == (1, False)
    assert month.box == 2_730_000


def test_a_month_ready_but_for_count_and_signatures() -> None:
    village: Village = saved()
    village.tell("2025-01-05  savings_day  M01 save 20000")
    month = month_to_close(village.books, date(2025, 1, 31))
    assert month is not None
    assert month.may_close
    assert (month.allowance_now, month.allowance_needed) == (0, 0)
    assert month.advisers == ("V01", "V02", "V03")


def test_closing_will_set_aside_for_late_loans() -> None:
    village = saved()
    village.tell(
        """
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend  L1  M06  300 000  3 months  300 bp  declining
        2025-04-30  close_month  2025-04
        """
    )
    month = month_to_close(village.books, date(2025, 5, 31))
    assert month is not None
    assert month.allowance_needed == 30_000
