"""Where a difference comes from: one cell that explains it whole, or none."""

from datetime import date

import pytest

from tests.village import saved
from vdfbank.acts.act import Key
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.difference import Hint, hints, may_be_swapped
from vdfbank.office.drafts import DayDraft
from vdfbank.office.recorded_day import Cell, RecordedDay
from vdfbank.office.savings_day import savings_day_sheet

DAY = date(2025, 5, 5)
M01, M02, M06, M07 = (PersonId(member) for member in ("M01", "M02", "M06", "M07"))


@pytest.fixture
def day() -> RecordedDay:
    """M06 owes 109 000 that day; nobody has come yet."""
    village = saved()
    village.tell("2025-04-05  lend  L1  M06  300 000  3 months  300 bp  flat")
    sheet = savings_day_sheet(village.books, DAY)
    assert sheet is not None
    return RecordedDay.of(sheet, DayDraft(DAY, Key("k")))


def off_by(day: RecordedDay, difference: int) -> list[tuple[str, str, str]]:
    counted = day.with_count(total=Money(day.totals().box + difference))
    return [(hint.kind, hint.member, hint.cell) for hint in hints(counted)]


def typed(day: RecordedDay, member: PersonId, cell: Cell, amount: int) -> RecordedDay:
    return day.with_cell(member, cell, Money(amount))


def test_a_right_count_needs_no_hint(day: RecordedDay) -> None:
    assert off_by(typed(day, M01, "save", 20_000), 0) == []
    assert hints(day) == ()


def test_rows_of_exactly_that_sum(day: RecordedDay) -> None:
    recorded = typed(typed(day, M01, "save", 33_000), M06, "save", 21_000)
    assert off_by(recorded, -33_000) == [("exact", "M01", "save")]
    both = typed(recorded, M06, "repay", 12_000)
    assert off_by(both, -33_000) == [("exact", "M01", "save"), ("exact", "M06", "save")]


def test_a_payment_typed_in_two_rows_one_after_another(day: RecordedDay) -> None:
    recorded = typed(typed(day, M01, "save", 33_000), M02, "save", 33_000)
    assert off_by(recorded, -33_000) == [("twice", "M01", "save"), ("twice", "M02", "save")]
    apart = typed(typed(day, M01, "save", 33_000), M07, "save", 33_000)
    assert [kind for kind, _, _ in off_by(apart, -33_000)] == ["exact", "exact"]


def test_money_that_came_and_was_not_ticked(day: RecordedDay) -> None:
    recorded = typed(typed(day, M06, "save", 20_000), M06, "repay", 0)
    assert off_by(recorded, 109_000) == [("ghost", "M06", "repay")]
    assert off_by(recorded, -109_000) == []


def test_two_digits_changed_places(day: RecordedDay) -> None:
    """52 000 came, 25 000 was typed: 27 000 over."""
    recorded = typed(day, M01, "save", 25_000)
    counted = recorded.with_count(total=Money(recorded.totals().box + 27_000))
    assert hints(counted) == (Hint("swapped", M01, "save", Money(25_000), Money(52_000)),)
    assert off_by(typed(day, M01, "save", 25_000), -4_500) == [("swapped", "M01", "save")]
    assert off_by(typed(day, M01, "save", 9_000), 9_000) == [("exact", "M01", "save")]
    assert off_by(typed(day, M01, "save", 10_000), 900) == []


def test_what_was_taken_out_counts_the_other_way(day: RecordedDay) -> None:
    recorded = typed(day, M01, "withdraw", 52_000)
    assert off_by(recorded, 27_000) == [("swapped", "M01", "withdraw")]
    assert off_by(recorded, 52_000) == [("exact", "M01", "withdraw")]


@pytest.mark.parametrize(("difference", "may"), [(9, True), (-27_000, True), (0, False), (10, False)])
def test_such_differences_can_be_divided_by_nine(difference: int, may: bool) -> None:  # noqa: FBT001 - a table
    assert may_be_swapped(difference) is may
