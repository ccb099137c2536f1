"""What a loan is agreed on."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId

Method = Literal["flat", "declining", "annuity", "bullet_monthly", "bullet_end"]
METHODS: tuple[Method, ...] = ("flat", "declining", "annuity", "bullet_monthly", "bullet_end")

Product = Literal["ordinary", "emergency"]
Component = Literal["penalty", "interest", "principal"]
COMPONENTS: tuple[Component, ...] = ("penalty", "interest", "principal")


@dataclass(frozen=True, slots=True)
class Request:
    """A loan as asked for; the rate in basis points a month."""

    loan: LoanId
    member: PersonId
    product: Product
    amount: Money
    months: int
    rate_bp: int
    method: Method
    purpose: str
    guarantors: tuple[PersonId, ...]

    @classmethod
    def of(cls, asked: object) -> Request:
        """The request in an act that has its fields by the same names."""
        return cls(**{field.name: getattr(asked, field.name) for field in fields(cls)})
