"""Whole kip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NoReturn, TypeVar

Who = TypeVar("Who", bound=str)

#: The largest amount an act may name (acts.md, conventions).
LARGEST_KIP = 10**15
#: Notes in use; 2,000 and 5,000 are still to be confirmed by the Bank of the Lao PDR's list.
DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500)
#: A posting's largest amount, and what no balance may pass (reliability.md, section 3).
LARGEST_POSTING = 10**18


class Money(int):
    """
    An amount in whole kip, the smallest unit of the bank's currency.

    It adds, subtracts and compares like the integer it is. Anything that could leave a fraction (``/``, a float)
    is refused: fractions are rounded once, by :meth:`times` or :func:`share`.
    """

    __slots__ = ()

    def __add__(self, other: int) -> Money:
        return Money(int(self) + other)

    __radd__ = __add__

    def __sub__(self, other: int) -> Money:
        return Money(int(self) - other)

    def __rsub__(self, other: int) -> Money:
        return Money(other - int(self))

    def __neg__(self) -> Money:
        return Money(-int(self))

    def __abs__(self) -> Money:
        return Money(abs(int(self)))

    def __truediv__(self, other: object) -> NoReturn:
        raise TypeError("kip are whole: use times() or share() instead of a division")

    def times(self, factor: Fraction | int) -> Money:
        """The amount times `factor`, rounded half up to one kip."""
        return half_up(Fraction(factor) * int(self))


NOTHING = Money(0)


def half_up(exact: Fraction) -> Money:
    """Round an exact amount to whole kip, halves up (acts.md, rounding)."""
    return Money((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


def total(amounts: Iterable[int]) -> Money:
    return Money(sum(amounts))


def share(whole: int, weights: Mapping[Who, int]) -> dict[Who, Money]:
    """
    Split `whole` kip in proportion to `weights`: floor, then one kip each to the largest fractions.

    Ties go to the lower id, compared as text; the parts always add up to `whole`. Without any weight nobody gets
    anything.
    """
    base = sum(weights.values())
    if base == 0:
        return dict.fromkeys(weights, NOTHING)
    parts = {who: Money(whole * weight // base) for who, weight in weights.items()}
    by_fraction = sorted(weights, key=lambda who: (-(whole * weights[who] % base), who))
    for who in by_fraction[: whole - sum(parts.values())]:
        parts[who] += 1
    return parts
