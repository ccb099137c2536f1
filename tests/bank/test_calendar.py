"""Months, fiscal years, the same day so many months later."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vdfbank.bank.calendar import (
    Month,
    add_months,
    fiscal_year_first,
    fiscal_year_last,
    fiscal_year_of,
    months_begun,
)

DAYS = st.dates(date(1900, 1, 1), date(2900, 12, 31))


def test_from_the_31st_without_drift() -> None:
    dues = [str(add_months(date(2025, 1, 31), months)) for months in range(1, 5)]
    assert dues == ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]
    assert str(add_months(date(2024, 1, 31), 1)) == "2024-02-29"
    assert str(add_months(date(2024, 2, 29), 12)) == "2025-02-28"
    assert str(add_months(date(2024, 2, 29), 48)) == "2028-02-29"
    assert str(add_months(date(2025, 5, 31), -3)) == "2025-02-28"


def test_beyond_the_calendar_is_for_ever() -> None:
    assert add_months(date(2025, 1, 31), 10**9) == date.max
    assert add_months(date(2025, 1, 31), -(10**9)) == date.min
    assert add_months(date(2025, 12, 31), 12 * (9999 - 2025)) == date.max


@given(DAYS, st.integers(-120, 120))
def test_the_anchor_is_never_overwritten(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, st.integers(0, 1_500))
def test_months_begun_are_the_fewest_that_reach_the_day(day: date, days: int) -> None:
    on = day + timedelta(days)
    begun = months_begun(day, on)
    assert add_months(day, begun) >= on
    assert begun == 0 or add_months(day, begun - 1) < on


def test_months_begun_before_the_beginning() -> None:
    assert months_begun(date(2025, 3, 5), date(2025, 1, 1)) == 0


@pytest.mark.parametrize("text", ["2025-1", "2025-13", "2025-00", "202501", "2025-1x", "2025/01", "2025-01-01", ""])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        Month.parse(text)


def test_a_month() -> None:
    month = Month.parse("2024-02")
    assert (str(month), str(month.first), str(month.last)) == ("2024-02", "2024-02-01", "2024-02-29")
    assert Month.of(date(2024, 2, 29)) == month < Month(2024, 3)
    assert [str(month.plus(months)) for months in (-2, -14, 10, 11)] == ["2023-12", "2022-12", "2024-12", "2025-01"]


@given(DAYS, st.integers(1, 12))
def test_a_fiscal_year_is_named_by_the_year_it_begins_in(day: date, first_month: int) -> None:
    year = fiscal_year_of(day, first_month)
    assert fiscal_year_first(year, first_month) <= day <= fiscal_year_last(year, first_month)
    assert fiscal_year_last(year, first_month) + timedelta(1) == fiscal_year_first(year + 1, first_month)
