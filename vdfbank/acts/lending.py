"""Acts of lending: apply, decide, pay out, settle, reschedule, write off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from vdfbank.acts.act import Act, BasisPoints, Count, Text, Votes
from vdfbank.bank.loan import Method, Product, Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply(Act):
    """A member asks for a loan; always recorded with its checklist."""

    kind: ClassVar[str] = "apply"
    loan: LoanId
    member: PersonId
    product: Product
    amount: Money
    months: Count
    rate_bp: BasisPoints
    method: Method
    purpose: Text
    guarantors: tuple[PersonId, ...]

    @property
    def request(self) -> Request:
        return Request.of(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(Act):
    kind: ClassVar[str] = "decide"
    loan: LoanId
    votes: Votes
    outcome: Literal["approved", "refused", "put_off"]
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication(Act):
    kind: ClassVar[str] = "withdraw_application"
    loan: LoanId


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOut(Act):
    kind: ClassVar[str] = "pay_out"
    loan: LoanId


@dataclass(frozen=True, slots=True, kw_only=True)
class Repay(Act):
    kind: ClassVar[str] = "repay"
    member: PersonId
    loan: LoanId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle(Act):
    kind: ClassVar[str] = "settle"
    loan: LoanId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Reschedule(Act):
    kind: ClassVar[str] = "reschedule"
    loan: LoanId
    months: Count
    reason: Text
    votes: Votes


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOff(Act):
    kind: ClassVar[str] = "write_off"
    loan: LoanId
    reason: Text
    votes: Votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recover(Act):
    """Money on a loan written off."""

    kind: ClassVar[str] = "recover"
    loan: LoanId
    amount: Money
