"""The effective rate: what a loan costs a month on the money the borrower really holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from vdfbank.loans.schedule import Instalment

#: Digits carried while searching, far beyond the four that are shown.
_PRECISION = 60
_STEPS = 160


def effective_rate_percent(amount: int, start: date, instalments: Sequence[Instalment]) -> Decimal:
    """
    The monthly rate in percent, two decimals half up, at which the instalments are worth `amount` on the pay-out day.

    It solves amount = sum of total_k / (1 + i)^k, k the months after pay-out; found by halving, since the sum falls
    steadily as i grows. `start` is the day of pay-out.
    """
    flows = [
        ((row.due.year - start.year) * 12 + row.due.month - start.month, Decimal(int(row.total))) for row in instalments
    ]
    with localcontext() as context:
        context.prec = _PRECISION
        low, high = Decimal(0), Decimal(1)
        if _worth(flows, low) <= amount:
            return Decimal("0.00")
        while _worth(flows, high) > amount:
            high *= 2
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if _worth(flows, middle) > amount:
                low = middle
            else:
                high = middle
        return (high * 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def effective_rate_bp(amount: int, start: date, instalments: Sequence[Instalment]) -> int:
    """The effective rate in basis points a month."""
    return int(effective_rate_percent(amount, start, instalments) * 100)


def _worth(flows: Sequence[tuple[int, Decimal]], rate: Decimal) -> Decimal:
    growth = 1 + rate
    return sum((total / growth**months for months, total in flows), Decimal(0))
