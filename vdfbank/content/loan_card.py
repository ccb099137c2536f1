"""A loan card: the plan with what was paid of it and when, every movement, everything that changed the loan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.content.loan_parts import Agreed, Names, Training
from vdfbank.content.place import Place
from vdfbank.ledger.cards import LoanCardLine
from vdfbank.loans.position import Row
from vdfbank.rules.books import LoanState


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One instalment of the plan, and when it was last paid on."""

    number: int
    row: Row
    paid_on: date | None
    #: Paid before the books of this program began.
    paid_before: bool

    @property
    def paid(self) -> Money:
        return self.row.paid_principal + self.row.paid_interest


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of the card; `reversed_by` the voucher that took it back, `reverses` the one it takes back."""

    line: LoanCardLine
    reversed_by: str | None
    reverses: str | None


@dataclass(frozen=True, slots=True)
class PenaltyCharged:
    """A penalty of a savings day: on which instalment, on what was unpaid of it."""

    on: date
    act: int
    instalment: int
    unpaid: Money
    amount: Money


@dataclass(frozen=True, slots=True)
class LoanEvent:
    """What changed the loan besides payments; `undone_by` the act that took it back."""

    kind: Literal["reschedule", "settle", "write_off", "recover", "die", "take_over"]
    on: date
    act: int
    undone_by: int | None
    months: int | None = None
    amount: Money | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LoanCard:
    place: Place
    as_of: date
    request: Request
    state: LoanState
    paid_out: date
    agreed: Agreed
    plan: tuple[PlanRow, ...]
    movements: tuple[Movement, ...]
    penalties: tuple[PenaltyCharged, ...]
    events: tuple[LoanEvent, ...]
    trainings: tuple[Training, ...]
    principal_outstanding: Money
    overdue_principal: Money
    overdue_interest: Money
    penalties_unpaid: Money
    days_late: int
    #: What would close the loan on the day of the card.
    settlement: Money
    names: Names
