"""The loan calculator: any sum, term and rate, also outside the programme's limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money, total
from vdfbank.loans.effective import effective_rate_percent
from vdfbank.loans.schedule import Instalment, schedule

#: The programme's own limits: what by-laws can never leave.
_LIMITS = ByLaws()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A loan as it would be; `rate` exact, percent a month."""

    amount: Money
    months: int
    rate: Fraction
    method: Method
    start: date
    instalments: tuple[Instalment, ...]
    effective_rate_percent: Decimal

    @property
    def total_interest(self) -> Money:
        return total(row.interest for row in self.instalments)

    @property
    def total(self) -> Money:
        return self.amount + self.total_interest

    @property
    def limits_left(self) -> tuple[str, ...]:
        """The programme limits this loan would leave, by problem code."""
        bp = self.rate * 100
        checks = (
            ("term_too_short", self.months < _LIMITS.term_min),
            ("term_too_long", self.months > _LIMITS.term_max),
            ("rate_too_low", bp < _LIMITS.rate_min_bp),
            ("rate_too_high", bp > _LIMITS.rate_max_bp),
        )
        return tuple(code for code, left in checks if left)

    @property
    def within_programme(self) -> bool:
        return not self.limits_left

    def balances(self) -> tuple[Money, ...]:
        """Principal left after each instalment."""
        left, balances = self.amount, []
        for row in self.instalments:
            left -= row.principal
            balances.append(left)
        return tuple(balances)


def what_if(amount: Money, months: int, rate: Fraction, method: Method, start: date) -> WhatIf:
    """Reckon a loan of `amount` over `months` at `rate` percent a month, paid out on `start`."""
    rows = schedule(amount, months, rate / 100, method, start)
    return WhatIf(amount, months, rate, method, start, rows, effective_rate_percent(amount, start, rows))


def what_if_json(answer: WhatIf, rate: str) -> dict[str, Any]:
    """As reports.md has it; `rate` as it was typed."""
    return {
        "sum": answer.amount,
        "months": answer.months,
        "rate": rate,
        "method": answer.method,
        "start": str(answer.start),
        "within_programme": answer.within_programme,
        "instalments": [
            {
                "n": row.number,
                "due": str(row.due),
                "principal": row.principal,
                "interest": row.interest,
                "total": row.total,
                "balance_after": balance,
            }
            for row, balance in zip(answer.instalments, answer.balances(), strict=True)
        ],
        "total_interest": answer.total_interest,
        "total": answer.total,
        "effective_rate_percent": str(answer.effective_rate_percent),
    }
