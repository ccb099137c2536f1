"""The arrears list: loans late, loans that only look current, what is at risk and what is set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import Band
from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.ledger.loans import AtRisk, LoanLine


@dataclass(frozen=True, slots=True)
class WatchedLoan:
    """A loan not late that could be late soon, amounts in kip."""

    loan: LoanId
    member: PersonId
    method: Method
    #: Its last instalment falls due within a month.
    is_last_month: bool
    #: The next instalment, and the last.
    next_due: date
    last_due: date
    principal: Money
    #: Interest run up until the day and not paid: of ``bullet_end`` by months begun, elsewhere what is scheduled next.
    interest: Money

    @property
    def is_bullet(self) -> bool:
        return self.method in ("bullet_monthly", "bullet_end")


@dataclass(frozen=True, slots=True)
class AgeingBand:
    """Loans so many days late (None: not late), and the allowance the by-laws ask for them."""

    band: Band | None
    loans: int
    principal: Money
    allowance: Money


@dataclass(frozen=True, slots=True)
class Arrears:
    """The whole list of a day."""

    place: Place
    as_of: date
    #: Late or rescheduled.
    late: tuple[LoanLine, ...]
    watched: tuple[WatchedLoan, ...]
    bands: tuple[AgeingBand, ...]
    at_risk: tuple[AtRisk, ...]
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]

    @property
    def principal(self) -> Money:
        return total(band.principal for band in self.bands)

    @property
    def allowance(self) -> Money:
        return total(band.allowance for band in self.bands)

    def band_of(self, line: LoanLine) -> Band | None:
        """The line of the by-laws' allowance table a loan stands in."""
        bands = (band.band for band in self.bands if band.band is not None)
        return next((band for band in bands if _holds(band, line.days_late)), None)


def _holds(band: Band, days: int) -> bool:
    first, last, _ = band
    return first <= days and (last is None or days <= last)
