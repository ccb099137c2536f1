"""Whole kip: rounding half up once, splits whose parts add up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vdfbank.bank.money import Money, half_up, share, total

AMOUNTS = st.integers(0, 10**15)
WEIGHTS = st.dictionaries(st.sampled_from([f"M{n}" for n in range(1, 25)]), st.integers(0, 10**12), min_size=1)


def test_kip_stay_kip() -> None:
    five, two = Money(5), Money(2)
    for sum_ in (five + two, 5 + two, five - two, 5 - two, -five, abs(-five), total([five, two])):
        assert type(sum_) is Money
    assert [five + two, 5 - two, -five, abs(-five), total([])] == [7, 3, -5, 5, 0]


@pytest.mark.parametrize("divide", [lambda kip: kip / 2, lambda kip: kip / 2.0])
def test_kip_are_not_divided(divide: object) -> None:
    with pytest.raises(TypeError, match="share"):
        divide(Money(5))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("exact", "rounded"), [("1/2", 1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-1/2", 0), ("-3/2", -1), ("7", 7)]
)
def test_halves_go_up(exact: str, rounded: int) -> None:
    assert half_up(Fraction(exact)) == rounded


@given(AMOUNTS, st.fractions(0, 10))
def test_times_is_the_nearest_kip(amount: int, factor: Fraction) -> None:
    assert abs(Money(amount).times(factor) - amount * factor) <= Fraction(1, 2)


@given(AMOUNTS, WEIGHTS)
def test_parts_add_up_and_are_fair(whole: int, weights: dict[str, int]) -> None:
    parts = share(whole, weights)
    assert set(parts) == set(weights)
    base = sum(weights.values())
    if base == 0:
        assert not any(parts.values())
        return
    assert sum(parts.values()) == whole
    for who, part in parts.items():
        assert 0 <= part - whole * weights[who] // base <= 1
        assert weights[who] or not part


def test_a_kip_left_over_goes_to_the_largest_fraction_then_to_the_lower_id_as_text() -> None:
    assert share(10, {"M1": 1, "M2": 1, "M10": 1}) == {"M1": 4, "M10": 3, "M2": 3}
    assert share(11, {"M2": 1, "M10": 1, "M9": 1}) == {"M10": 4, "M2": 4, "M9": 3}
    assert share(10, {"M1": 1, "M2": 2}) == {"M1": 3, "M2": 7}
    assert share(10, {}) == {}
