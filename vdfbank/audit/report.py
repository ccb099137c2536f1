"""The advisory committee's monthly audit: content only, for the printed sheet and the screen alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.figures import Figures
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Figure
from vdfbank.ledger.loans import AtRisk, LoanLine
from vdfbank.ledger.statements import TrialLine
from vdfbank.training.package import Package


@dataclass(frozen=True, slots=True)
class Closing:
    """How the month was closed: by which act, when, sealed how, signed by whom (ids)."""

    act: int
    on: date
    seal: str
    signed_by: tuple[PersonId, ...]
    remarks: str | None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Two independent ways to one number; `code` names them (cash_counted_book, savings_cards_control, …)."""

    code: str
    left: Money | None
    right: Money

    @property
    def agrees(self) -> bool:
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the committee should look at: whom or what it concerns, the number found and the number needed."""

    code: str
    who: str | None = None
    found: Figure = None
    needed: Figure = None
    act: int | None = None


@dataclass(frozen=True, slots=True)
class Outreach:
    """Women and poor families among members, borrowers and the sum of open loans as paid out, in kip."""

    members: int
    women: int
    poor: int
    borrowers: int
    women_borrowers: int
    poor_borrowers: int
    volume: Money
    women_volume: Money
    poor_volume: Money


@dataclass(frozen=True, slots=True)
class Change:
    """What one of the five sentences says changed since last month."""

    code: str
    values: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Name:
    """How a person is written: Latin and, where known, Lao."""

    latin: str
    lao: str | None


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything on the audit sheet of a month."""

    village: str
    district: str
    province: str
    village_code: str
    month: Month
    fiscal_year_start: date
    closed: Closing | None
    figures: Figures
    before: Figures | None
    changes: tuple[Change, ...]
    reconciliations: tuple[Reconciliation, ...]
    findings: tuple[Finding, ...]
    #: Loans that are late or rescheduled.
    arrears: tuple[LoanLine, ...]
    at_risk: tuple[AtRisk, ...]
    package: Package
    outreach: Outreach
    trial_balance: tuple[TrialLine, ...]
    advisers: tuple[PersonId, ...]
    names: Mapping[PersonId, Name]
