"""Acts of members and the cash box: join, savings day, save, withdraw, spend, count, leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vdfbank.acts.act import Act, Pieces, Text
from vdfbank.bank.account import Account
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Act):
    kind: ClassVar[str] = "join"
    member: PersonId


@dataclass(frozen=True, slots=True)
class LoanPayment:
    loan: LoanId
    amount: Money


@dataclass(frozen=True, slots=True)
class Expense:
    """Money spent on a savings day."""

    account: Account
    amount: Money
    note: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One member's line of a savings-day sheet; 0 is nothing."""

    member: PersonId
    present: bool | None = None
    save: Money | None = None
    repay: Money | tuple[LoanPayment, ...] | None = None
    withdraw: Money | None = None
    shares: Money | None = None

    @property
    def repays(self) -> bool:
        return any(payment.amount for payment in self.repay) if isinstance(self.repay, tuple) else bool(self.repay)

    @property
    def moves_own_money(self) -> bool:
        """Whether the member's own savings or shares move, or the member was there: only the living do that."""
        return bool(self.save or self.withdraw or self.shares or self.present)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingsDay(Act):
    """A whole savings day: performed line by line in the order of acts.md, then counted."""

    kind: ClassVar[str] = "savings_day"
    lines: tuple[Line, ...]
    witness: PersonId
    counted: Money | None = None
    reason: Text | None = None
    count: Pieces | None = None
    spend: tuple[Expense, ...] | None = None
    pay_outs: tuple[LoanId, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Save(Act):
    kind: ClassVar[str] = "save"
    member: PersonId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Act):
    kind: ClassVar[str] = "withdraw"
    member: PersonId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyShares(Act):
    kind: ClassVar[str] = "buy_shares"
    member: PersonId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RedeemShares(Act):
    kind: ClassVar[str] = "redeem_shares"
    member: PersonId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend(Act):
    """An expense, or a payment out of a fund or payable; the note says what for."""

    kind: ClassVar[str] = "spend"
    needs_note: ClassVar[bool] = True
    account: Account
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Act):
    kind: ClassVar[str] = "receive"
    needs_note: ClassVar[bool] = True
    account: Account
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositCash(Act):
    """From the box to the bank account."""

    kind: ClassVar[str] = "deposit_cash"
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawCash(Act):
    """From the bank account to the box."""

    kind: ClassVar[str] = "draw_cash"
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCash(Act):
    kind: ClassVar[str] = "count_cash"
    witness: PersonId
    counted: Money | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Act):
    kind: ClassVar[str] = "leave"
    member: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Die(Act):
    kind: ClassVar[str] = "die"
    member: PersonId
    nominee: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameNominee(Act):
    kind: ClassVar[str] = "name_nominee"
    member: PersonId
    nominee: Text
    witness: PersonId
