"""The closed year: surplus, pools and every member's dividend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vdfbank.bank.bylaws import DividendBasis
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId


@dataclass(frozen=True, slots=True)
class Dividend:
    """How a year's surplus was split (a loss is a negative surplus, borne by the reserve)."""

    year: int
    basis: DividendBasis
    surplus: Money
    pools: Mapping[str, Money]
    lines: Mapping[PersonId, Money]
