"""A loan as it would be: its schedule, what it costs, which limits of the programme it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money, total
from vdfbank.content.place import Place
from vdfbank.loans.schedule import Instalment

#: The programme's own limits: what by-laws can never leave.
PROGRAMME = ByLaws()


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
    def effective_rate_bp(self) -> int:
        return int(self.effective_rate_percent * 100)

    @property
    def limits_left(self) -> tuple[str, ...]:
        """The programme limits this loan would leave, by problem code."""
        bp = self.rate * 100
        checks = (
            ("term_too_short", self.months < PROGRAMME.term_min),
            ("term_too_long", self.months > PROGRAMME.term_max),
            ("rate_too_low", bp < PROGRAMME.rate_min_bp),
            ("rate_too_high", bp > PROGRAMME.rate_max_bp),
        )
        return tuple(code for code, left in checks if left)

    @property
    def within_programme(self) -> bool:
        return not self.limits_left

    @property
    def each_month(self) -> tuple[Money, Money]:
        """The largest and the smallest sum to bring on a savings day."""
        sums = [row.total for row in self.instalments]
        return max(sums), min(sums)

    def balances(self) -> tuple[Money, ...]:
        """Principal left after each instalment."""
        left, balances = self.amount, []
        for row in self.instalments:
            left -= row.principal
            balances.append(left)
        return tuple(balances)


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """The calculator's page: of a village where a book stands behind it, of nowhere where none does."""

    place: Place
    loan: WhatIf
