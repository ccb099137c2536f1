"""A member's statement: every movement of savings, shares and loans in a period, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.course import Module
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.ledger.cards import CardLine, LoanCardLine
from vdfbank.rules.books import LoanState, Standing
from vdfbank.rules.effects import Item


@dataclass(frozen=True, slots=True)
class Undone:
    """How a voucher and another belong together: the one it reverses, the one that reversed it."""

    reverses: str | None = None
    reversed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Savings or shares over the period; what a reversal undoes counts negative in the column it was in."""

    opening: Money
    lines: tuple[CardLine, ...]

    @property
    def paid_in(self) -> Money:
        return total(line.paid_in for line in self.lines)

    @property
    def taken_out(self) -> Money:
        return total(line.taken_out for line in self.lines)

    @property
    def closing(self) -> Money:
        return self.lines[-1].balance if self.lines else self.opening


@dataclass(frozen=True, slots=True)
class DueNext:
    """An instalment that has not fallen due, what is unpaid of it."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class LoanPart:
    """One loan over the period; `overdue` is what fell due, with its penalties, and is not paid."""

    loan: LoanId
    state: LoanState
    opening: Money
    lines: tuple[LoanCardLine, ...]
    overdue: Money
    days_late: int
    due_next: DueNext | None
    #: Everything still scheduled and charged, later interest included.
    owed: Money

    @property
    def left(self) -> Money:
        """Principal at the end of the period."""
        return self.lines[-1].balance if self.lines else self.opening


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Money between member and bank that is neither savings nor a loan: entry fee, dividend in cash, recovery."""

    on: date
    voucher: str
    item: Item
    paid: Money
    received: Money


@dataclass(frozen=True, slots=True)
class Trained:
    """A training loans ask for: when it was completed (None: never) and until when it is valid."""

    module: Module
    completed: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One member's statement, amounts in kip."""

    place: Place
    member: PersonId
    names: Mapping[PersonId, Name]
    standing: Standing
    first: date
    last: date
    savings: Card
    #: None where the member never held any.
    shares: Card | None
    loans: tuple[LoanPart, ...]
    others: tuple[OtherLine, ...]
    undone: Mapping[str, Undone]
    #: What the rule of so many times the savings would still allow to borrow, and the times; None for who is no member.
    may_borrow: Money | None
    savings_multiple: int
    trained: tuple[Trained, ...]

    @property
    def owes(self) -> Money:
        """Principal of all loans at the end of the period."""
        return total(part.left for part in self.loans)
