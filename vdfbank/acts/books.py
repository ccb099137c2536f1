"""Acts on the books: reverse, correct, close, pay the dividend, take over a running bank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from vdfbank.acts.act import Act, BasisPoints, Count, Difference, Text, Votes
from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.course import Module
from vdfbank.bank.loan import Method, Product, Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reverse(Act):
    """Undo a money act of an open month; with `member` only that member's line of a savings day."""

    kind: ClassVar[str] = "reverse"
    number: Count
    reason: Text
    member: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Act):
    """Undo a money act of a closed month, dated in the open one."""

    kind: ClassVar[str] = "correct"
    number: Count
    reason: Text
    votes: Votes


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMonth(Act):
    kind: ClassVar[str] = "close_month"
    month: Month
    signed_by: tuple[PersonId, ...]
    counted: Money | None = None
    remarks: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseYear(Act):
    kind: ClassVar[str] = "close_year"
    year: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class PayDividend(Act):
    kind: ClassVar[str] = "pay_dividend"
    year: Count
    how: Literal["cash", "savings"]
    members: tuple[PersonId, ...] | None = None


@dataclass(frozen=True, slots=True)
class MemberTakenOver:
    member: PersonId
    joined: date
    savings: Money
    shares: Money | None = None
    qualifying_since: date | None = None


@dataclass(frozen=True, slots=True)
class LoanTakenOver:
    """A running loan: its terms, and how far it is paid."""

    loan: LoanId
    member: PersonId
    product: Product
    amount: Money
    paid_out: date
    months: Count
    rate_bp: BasisPoints
    method: Method
    purpose: Text
    guarantors: tuple[PersonId, ...]
    principal_outstanding: Money
    instalments_paid: Count
    penalties_unpaid: Money | None = None

    @property
    def request(self) -> Request:
        return Request.of(self)


@dataclass(frozen=True, slots=True)
class Trained:
    member: PersonId
    module: Module
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(Act):
    """The books of a bank that already runs, as it stands on this day."""

    kind: ClassVar[str] = "take_over"
    members: tuple[MemberTakenOver, ...]
    loans: tuple[LoanTakenOver, ...]
    trained: tuple[Trained, ...]
    accounts: Mapping[Account, Money]
    difference: Difference | None = None
