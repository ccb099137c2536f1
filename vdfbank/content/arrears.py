"""The arrears list: loans late, loans that only look current, what is at risk and what is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    #: Of a loan all due at the end what has run up by months begun, elsewhere what the next instalment asks.
    interest: Money

    @property
    def is_bullet(self) -> bool:
        return self.method in ("bullet_monthly", "bullet_end")


@dataclass(frozen=True, slots=True)
class AgeingBand:
    """Loans so many days late, and the allowance the by-laws ask for them; `band` None where they ask for none."""

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
        return band_of(line.days_late, [band.band for band in self.bands])


def band_of(days_late: int, bands: Iterable[Band | None]) -> Band | None:
    """None for a loan not late, and where the by-laws leave a gap."""
    held = (band for band in bands if band is not None and band[0] <= days_late)
    return next((band for band in held if band[1] is None or days_late <= band[1]), None)
