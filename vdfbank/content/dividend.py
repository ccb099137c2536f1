"""The dividend sheet: how a year's surplus was split, and what every member gets of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import LimitBase
from vdfbank.bank.committee import Role
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import PersonId
from vdfbank.closing.year import Dividend
from vdfbank.content.place import Place


@dataclass(frozen=True, slots=True)
class Payment:
    """How a dividend was paid: when, under which voucher, in cash or added to the savings."""

    on: date
    voucher: str
    how: Literal["cash", "savings"]


@dataclass(frozen=True, slots=True)
class DividendLine:
    """One member: what the share goes by, the share, and its payment; None where it is not paid yet."""

    member: PersonId
    weight: Money
    amount: Money
    payment: Payment | None


@dataclass(frozen=True, slots=True)
class DividendSheet:
    """The dividend of a closed fiscal year, by the by-laws of its last day."""

    place: Place
    dividend: Dividend
    last_day: date
    #: Savings, shares or both: what the weights count.
    base: LimitBase
    lines: tuple[DividendLine, ...]
    #: Who signs for the bank.
    officers: tuple[tuple[PersonId, Role], ...]
    names: Mapping[PersonId, Name]

    @property
    def weights(self) -> Money:
        return total(line.weight for line in self.lines)

    @property
    def shared(self) -> Money:
        return total(line.amount for line in self.lines)
