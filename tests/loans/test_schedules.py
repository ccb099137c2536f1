"""Schedules and what a loan really costs, by formulas of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vdfbank.bank.loan import METHODS, Method
from vdfbank.bank.money import Money, half_up
from vdfbank.loans.effective import effective_rate_bp, effective_rate_percent
from vdfbank.loans.schedule import Instalment, annuity_instalment, monthly_rate, schedule

START = date(2025, 1, 31)
#: Any sum, term and rate that `loan what-if` computes, programme limits or not.
SUMS = st.integers(1, 10**12)
TERMS = st.integers(1, 120)
RATES = st.fractions(0, 1, max_denominator=10_000)


def rows_of(amount: int, months: int, rate: Fraction, method: Method) -> tuple[Instalment, ...]:
    return schedule(Money(amount), months, rate, method, START)


@given(SUMS, TERMS, RATES, st.sampled_from(METHODS))
@settings(max_examples=200)
def test_principal_rows_are_the_loan_and_nothing_is_negative(
    amount: int, months: int, rate: Fraction, method: Method
) -> None:
    rows = rows_of(amount, months, rate, method)
    assert sum(row.principal for row in rows) == amount
    assert len(rows) == (1 if method == "bullet_end" else months)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    balance = amount
    for row in rows:
        assert row.principal >= 0
        assert row.interest >= 0
        assert row.total == row.principal + row.interest
        balance -= row.principal
        assert balance >= 0
    assert balance == 0


@given(SUMS, TERMS, RATES)
def test_interest_by_method(amount: int, months: int, rate: Fraction) -> None:
    flat = rows_of(amount, months, rate, "flat")
    bullet = rows_of(amount, months, rate, "bullet_monthly")
    assert {row.interest for row in (*flat, *bullet)} == {half_up(amount * rate)}
    assert [row.principal for row in bullet] == [0] * (months - 1) + [amount]
    (end,) = rows_of(amount, months, rate, "bullet_end")
    assert end.total == amount + half_up(amount * rate * months)
    for method in ("declining", "annuity"):
        left = amount
        for row in rows_of(amount, months, rate, method):
            assert row.interest == half_up(left * rate)
            left -= row.principal


@given(SUMS, TERMS, RATES)
def test_equal_principal_and_equal_instalments(amount: int, months: int, rate: Fraction) -> None:
    for method in ("flat", "declining"):
        *first, _ = rows_of(amount, months, rate, method)
        assert all(row.principal == amount // months for row in first)
    *annuity, _ = rows_of(amount, months, rate, "annuity")
    equal, left = annuity_instalment(Money(amount), months, rate), amount
    for row in annuity:
        assert row.total == equal or row.principal in (0, left)
        left -= row.principal


def test_an_annuity_by_hand() -> None:
    # 1 000 000 over 3 months at 3 %: 1 000 000 x 0.03 x 1.03^3 / (1.03^3 - 1) = 353 530.36...
    rows = rows_of(1_000_000, 3, monthly_rate(300), "annuity")
    assert [(row.principal, row.interest) for row in rows] == [(323_530, 30_000), (333_236, 20_294), (343_234, 10_297)]
    assert [str(row.due) for row in rows] == ["2025-02-28", "2025-03-31", "2025-04-30"]


def test_without_interest() -> None:
    for method in METHODS:
        rows = rows_of(1_000, 3, Fraction(0), method)
        assert sum(row.total for row in rows) == 1_000
        assert effective_rate_percent(1_000, START, rows) == Decimal("0.00")
    assert annuity_instalment(Money(1_000), 3, Fraction(0)) == 333


def test_two_kip_in_four_rows() -> None:
    assert [row.principal for row in rows_of(2, 4, Fraction(3, 100), "annuity")] == [1, 1, 0, 0]
    assert [row.principal for row in rows_of(2, 4, Fraction(3, 100), "flat")] == [0, 0, 0, 2]


@given(st.integers(10**5, 10**9), st.integers(1, 36), st.fractions(Fraction(1, 100), Fraction(1, 10)))
@settings(max_examples=60)
def test_the_effective_rate_makes_the_instalments_worth_the_sum(amount: int, months: int, rate: Fraction) -> None:
    for method in METHODS:
        rows = rows_of(amount, months, rate, method)
        found = Fraction(effective_rate_percent(amount, START, rows)) / 100

        def worth(monthly: Fraction, flows: tuple[Instalment, ...] = rows, term: int = months) -> Fraction:
            single = len(flows) == 1
            return sum(
                (Fraction(int(row.total)) / (1 + monthly) ** (term if single else row.number) for row in flows),
                Fraction(0),
            )

        half_a_digit = Fraction(1, 20_000)
        assert worth(found + half_a_digit) <= amount <= worth(found - half_a_digit), method


@pytest.mark.parametrize(
    ("method", "months", "bp", "effective"),
    [("flat", 6, 300, 494), ("declining", 6, 300, 300), ("bullet_monthly", 4, 350, 350), ("bullet_end", 3, 300, 291)],
)
def test_effective_rates_of_the_example(method: Method, months: int, bp: int, effective: int) -> None:
    assert effective_rate_bp(900_000, START, rows_of(900_000, months, monthly_rate(bp), method)) == effective


def test_a_rate_far_beyond_any_programme() -> None:
    rows = rows_of(1_000, 1, Fraction(9, 1), "flat")
    assert effective_rate_percent(1_000, START, rows) == Decimal("900.00")
