"""A loan application: the request, what it would cost, the checklists as they were decided on, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.loan_parts import Names
from vdfbank.content.place import Place
from vdfbank.content.what_if import WhatIf
from vdfbank.rules.books import LoanState
from vdfbank.rules.effects import CheckLine

#: Why a member of the committee does not vote.
StepOut = Literal["applicant", "household", "guarantor"]
#: When a checklist was worked out.
Stage = Literal["apply", "decide", "pay_out"]


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A checklist as an act found it, and since when the by-laws it goes by are in force."""

    stage: Stage
    on: date
    act: int
    bylaws_since: date | None
    lines: tuple[CheckLine, ...]

    @property
    def passed(self) -> int:
        return sum(line.passed for line in self.lines)

    @property
    def failing(self) -> tuple[CheckLine, ...]:
        return tuple(line for line in self.lines if not line.passed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with the request after it was asked: decided, taken back, paid out."""

    state: Literal["approved", "refused", "put_off", "withdrawn", "open"]
    on: date
    act: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """
    What the committee should know on the day of the request; none of it refuses a loan.

    Facts of the books alone: a risk note never appears on a loan form.
    """

    #: Committee members who step out of the vote, with the reason: applicant, household, guarantor.
    step_out: Mapping[PersonId, StepOut]
    #: On the village's list of poor families.
    poor: bool
    #: Days late of loans of others in the household.
    household_late: Mapping[LoanId, int]
    #: Requests that were waiting before this one.
    waiting: int


@dataclass(frozen=True, slots=True)
class LoanApplication:
    place: Place
    as_of: date
    request: Request
    on: date
    act: int
    state: LoanState
    savings: Money
    owed: Money
    household: str | None
    #: Others of the household who are in the register.
    others: tuple[PersonId, ...]
    #: The loan as if it were paid out on the day of the request; None where nothing or no time is asked for.
    cost: WhatIf | None
    bylaws: ByLaws | None
    checklists: tuple[WorkedOut, ...]
    outcomes: tuple[Outcome, ...]
    known: Known
    president: PersonId | None
    secretary: PersonId | None
    names: Names
