"""Trial balance, income statement and balance sheet as forms: figures, and who signs for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.ledger.statements import BalanceSheet, IncomeStatement, TrialLine


@dataclass(frozen=True, slots=True)
class TrialBalanceForm:
    """Every account that holds anything, on its side."""

    place: Place
    as_of: date
    lines: tuple[TrialLine, ...]
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]

    @property
    def debit(self) -> Money:
        return total(line.debit for line in self.lines)

    @property
    def credit(self) -> Money:
        return total(line.credit for line in self.lines)


@dataclass(frozen=True, slots=True)
class IncomeForm:
    """The month beside the fiscal year so far."""

    place: Place
    month: Month
    #: First day of the fiscal year.
    since: date
    of_month: IncomeStatement
    so_far: IncomeStatement
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class BalanceForm:
    """What the bank owns against what it owes and has of its own."""

    place: Place
    as_of: date
    sheet: BalanceSheet
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]
