"""A loan contract: who promises what to whom, with every figure the borrower signs for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.loan_parts import Agreed, LateExample, Names, Training
from vdfbank.content.place import Place
from vdfbank.content.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class EarlyExample:
    """What closes the loan on a day when everything due was paid, and how much interest that saves."""

    on: date
    sum: Money
    saved: Money


@dataclass(frozen=True, slots=True)
class Approval:
    """The committee's decision the contract rests on."""

    on: date
    act: int
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Contract:
    place: Place
    request: Request
    #: The schedule fixed by the pay-out; as it would be on its `start` while nothing is paid out.
    loan: WhatIf
    #: The act that paid the money out, and its voucher; None for an offer.
    paid_out: int | None
    voucher: str | None
    #: None for a loan taken over with running books, and before the committee has decided.
    approval: Approval | None
    is_taken_over: bool
    agreed: Agreed
    late: LateExample
    early: EarlyExample | None
    trainings: tuple[Training, ...]
    household: str | None
    rescheduled: date | None
    president: PersonId | None
    treasurer: PersonId | None
    names: Names

    @property
    def is_offer(self) -> bool:
        return self.paid_out is None
