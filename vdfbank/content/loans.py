"""Loans as the desktop lists and opens them, and a request as it would be checked today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import Role
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.loan_application import Known, LoanApplication
from vdfbank.content.loan_card import LoanCard
from vdfbank.content.loan_parts import Names
from vdfbank.content.what_if import WhatIf
from vdfbank.rules.books import LoanState
from vdfbank.rules.effects import CheckLine

#: States of which something is still to come, by what is to be done.
TO_DECIDE: tuple[LoanState, ...] = ("asked", "put_off")
TO_PAY_OUT: tuple[LoanState, ...] = ("approved",)
RUNNING: tuple[LoanState, ...] = ("open",)


@dataclass(frozen=True, slots=True)
class LoanLine:
    """One line of the list; `owed` is everything scheduled and charged that is not paid, of an open loan."""

    loan: LoanId
    member: PersonId
    amount: Money
    state: LoanState
    owed: Money
    days_late: int
    next_due: date | None
    #: What is unpaid of the instalment that is due next, or overdue longest.
    next_amount: Money


@dataclass(frozen=True, slots=True)
class LoanList:
    """Every loan, the newest first, and what a new application can choose from."""

    on: date
    lines: tuple[LoanLine, ...]
    #: Applications to decide on, in the order they wait.
    waiting: tuple[LoanId, ...]
    members: tuple[PersonId, ...]
    bylaws: ByLaws | None
    #: The id that would follow: ``L8`` after ``L7``.
    next_loan: LoanId
    names: Names


@dataclass(frozen=True, slots=True)
class TriedRequest:
    """A request as it stands today: its checklist, what it would cost, what the committee should know."""

    request: Request
    on: date
    bylaws_since: date | None
    lines: tuple[CheckLine, ...]
    cost: WhatIf | None
    known: Known

    @property
    def passes(self) -> bool:
        return all(line.passed for line in self.lines)


@dataclass(frozen=True, slots=True)
class LoanView:
    """One loan: what it is, and as far as it has come its application, its card, or how it stands today."""

    line: LoanLine
    request: Request
    on: date
    #: None of a loan taken over with running books.
    application: LoanApplication | None
    #: None before it is paid out.
    card: LoanCard | None
    #: Worked out anew while it is not paid out.
    tried: TriedRequest | None
    #: Who would vote, with each one's office, and who of them has no vote on this loan.
    committee: Mapping[PersonId, Role]
    known: Known
    #: What of a loan written off may still be recovered.
    to_recover: Money
    names: Names
