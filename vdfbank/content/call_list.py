"""The call list of a savings day: whose loans fall due, and who should be reminded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place


@dataclass(frozen=True, slots=True)
class Call:
    """One loan due, in kip: `due` with every penalty until that day, `penalty` of it."""

    loan: LoanId
    member: PersonId
    is_dead: bool
    household: str
    village_unit: str | None
    due: Money
    penalty: Money
    days_late: int
    guarantors: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class CallList:
    """Every loan of which something is due on the day, by member."""

    place: Place
    on: date
    calls: tuple[Call, ...]
    names: Mapping[PersonId, Name]

    @property
    def due(self) -> Money:
        return total(call.due for call in self.calls)

    @property
    def penalty(self) -> Money:
        return total(call.penalty for call in self.calls)
