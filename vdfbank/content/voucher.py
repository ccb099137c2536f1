"""A receipt or payment voucher: what changed hands at the box, under one number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.audit.report import Name
from vdfbank.bank.account import Account
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.rules.effects import Item

VoucherKind = Literal["receipt", "payment"]


@dataclass(frozen=True, slots=True)
class VoucherPart:
    """What a part of the amount is for: an account, and the loan where it is one's."""

    account: Account
    loan: LoanId | None
    amount: Money


@dataclass(frozen=True, slots=True)
class BalancesAfter:
    """What a member has after the voucher, in kip: savings, shares, principal of each loan not repaid by then."""

    savings: Money
    shares: Money
    loans: Mapping[LoanId, Money]


@dataclass(frozen=True, slots=True)
class Voucher:
    """One voucher as its paper shows it."""

    place: Place
    kind: VoucherKind
    number: str
    on: date
    act: int
    item: Item
    #: The member whose money it is; None for the village bank's own.
    who: PersonId | None
    #: Who takes it in the member's place.
    nominee: str | None
    #: As the act's note or reason says; "" without one.
    text: str
    parts: tuple[VoucherPart, ...]
    amount: Money
    after: BalancesAfter | None
    #: Ties the paper to the sealed act: 12 characters.
    code: str
    #: The voucher this one takes back, and the one that took this one back.
    reverses: str | None
    reversed_by: str | None
    signers: tuple[Signer, ...]
    names: Mapping[PersonId, Name]
    is_copy: bool = False
