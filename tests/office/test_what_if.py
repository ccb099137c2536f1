"""The loan calculator against figures worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money
from vdfbank.office.what_if import what_if, what_if_json

METHODS: tuple[Method, ...] = get_args(Method)
START = date(2026, 1, 31)


def test_six_months_flat() -> None:
    answer = what_if_json(what_if(Money(600_000), 6, Fraction(3), "flat", START), "3")
    assert answer["effective_rate_percent"] == "4.94"
    assert (answer["total_interest"], answer["total"], answer["within_programme"]) == (108_000, 708_000, True)
    assert answer["instalments"][0] == {
        "n": 1,
        "due": "2026-02-28",
        "principal": 100_000,
        "interest": 18_000,
        "total": 118_000,
        "balance_after": 500_000,
    }
    assert [row["due"] for row in answer["instalments"]][1:3] == ["2026-03-31", "2026-04-30"]
    assert answer["instalments"][-1]["balance_after"] == 0
    assert (answer["sum"], answer["months"], answer["rate"], answer["method"], answer["start"]) == (
        600_000,
        6,
        "3",
        "flat",
        "2026-01-31",
    )


@pytest.mark.parametrize("method", ["declining", "bullet_monthly"])
def test_interest_on_what_is_owed_costs_what_it_says(method: Method) -> None:
    answer = what_if(Money(1_000_000), 6, Fraction(3), method, START)
    assert str(answer.effective_rate_percent) == "3.00"


def test_a_fraction_of_a_percent_is_taken_exactly() -> None:
    """Ten per cent a year: 10/12 a month; 0.83 would give 49 800."""
    answer = what_if(Money(1_000_000), 6, Fraction(10, 12), "flat", START)
    assert answer.total_interest == 6 * 8_333
    assert answer.limits_left == ("rate_too_low",)
    assert what_if_json(answer, "10/12")["rate"] == "10/12"


@pytest.mark.parametrize("method", METHODS)
def test_without_interest(method: Method) -> None:
    answer = what_if(Money(1_000_001), 4, Fraction(0), method, START)
    assert (answer.total_interest, str(answer.effective_rate_percent)) == (0, "0.00")
    assert sum(row.principal for row in answer.instalments) == 1_000_001


@pytest.mark.parametrize(
    ("months", "rate", "left"),
    [
        (2, 3, ["term_too_short"]),
        (3, 3, []),
        (9, 4, []),
        (10, 4, ["term_too_long"]),
        (6, Fraction("2.99"), ["rate_too_low"]),
        (6, Fraction("4.01"), ["rate_too_high"]),
        (120, 10, ["term_too_long", "rate_too_high"]),
        (1, 0, ["term_too_short", "rate_too_low"]),
    ],
)
def test_which_limits_of_the_programme_it_leaves(months: int, rate: Fraction | int, left: list[str]) -> None:
    answer = what_if(Money(1_000_000), months, Fraction(rate), "declining", START)
    assert list(answer.limits_left) == left
    assert answer.within_programme == (not left)


@given(st.integers(1, 10**12), st.integers(1, 120), st.fractions(0, 20, max_denominator=1200), st.sampled_from(METHODS))
def test_the_principal_adds_up_and_nothing_is_left(amount: int, months: int, rate: Fraction, method: Method) -> None:
    answer = what_if(Money(amount), months, rate, method, START)
    assert answer.total == sum(row.total for row in answer.instalments)
    assert answer.balances()[-1] == 0
    assert all(balance >= 0 for balance in answer.balances())
    assert answer.effective_rate_percent >= 0
