"""The cash book of a month: every voucher of the box, and what was counted in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.ledger.cash import CashLine


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of the box: when and by which act, the sum, and the pieces of each note where they were written down."""

    on: date
    act: int
    sum: Money
    pieces: Mapping[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CashBook:
    """A month of the box, in kip."""

    place: Place
    month: Month
    opening: Money
    lines: tuple[CashLine, ...]
    #: The last count of the month, and the advisers' when it was closed.
    counted: Counted | None
    closed: Counted | None
    #: Vouchers reversed, each with the one that reversed it.
    undone: Mapping[str, str]
    borrowers: Mapping[LoanId, PersonId]
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]

    @property
    def received(self) -> Money:
        return total(line.received for line in self.lines)

    @property
    def paid(self) -> Money:
        return total(line.paid for line in self.lines)

    @property
    def closing(self) -> Money:
        return self.opening + self.received - self.paid
