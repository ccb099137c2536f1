"""A member as the register and the member's card show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.course import Module
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, Person, PersonId
from vdfbank.ledger.cards import CardLine
from vdfbank.rules.books import LoanState, Standing


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One line of the register; amounts in kip, `standing` None for who never joined."""

    person: Person
    standing: Standing | None
    joined: date | None
    savings: Money
    shares: Money
    #: Principal of open loans, and how late the latest of them is.
    owed: Money
    days_late: int
    is_dormant: bool
    #: The last day on which each training required for a loan still counts; None: never completed.
    trained_until: Mapping[Module, date | None]

    @property
    def id(self) -> PersonId:
        return self.person.id


@dataclass(frozen=True, slots=True)
class LoanSummary:
    """A loan of a member, in whatever state; what is next due on an open one, in kip."""

    loan: LoanId
    state: LoanState
    amount: Money
    owed: Money
    next_due: date | None
    next_amount: Money


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Everything a member asks at the table."""

    line: MemberLine
    nominee: str | None
    #: Movements of the savings since `since`, the newest last.
    since: date
    movements: tuple[CardLine, ...]
    loans: tuple[LoanSummary, ...]
    #: Open loans of others this member stands for.
    guarantees: tuple[LoanId, ...]
    #: The most that could be borrowed by the savings alone, and what of it is owed already.
    limit: Money
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody registered, in the order of the paper: by number."""

    on: date
    lines: tuple[MemberLine, ...]
    is_open: bool
