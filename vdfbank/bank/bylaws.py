"""By-laws as a village agrees them, within the limits of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from vdfbank.bank.course import REQUIRED_FOR_LOANS, Module
from vdfbank.bank.loan import METHODS, Component, Method
from vdfbank.bank.money import Money

LimitBase = Literal["savings", "shares", "savings_and_shares"]
DividendBasis = Literal["month_ends", "closing_balance"]

#: The books keep this much of a member's savings history; a longer saving period could not be shown.
LONGEST_SAVING_MONTHS = 36


@dataclass(frozen=True, slots=True)
class PenaltyRule:
    """What a late instalment costs each savings day: `bp` of what is unpaid, or a fixed `amount` of kip."""

    kind: Literal["percent_of_unpaid", "fixed"]
    bp: int | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of the surplus in basis points; the rest goes to the reserve."""

    members: int
    committee: int
    advisory: int
    welfare: int


#: First and last day late (None: no end), basis points of the outstanding principal.
Band = tuple[int, int | None, int]

PROVISION: tuple[Band, ...] = (
    (1, 30, 1000),
    (31, 60, 2500),
    (61, 90, 5000),
    (91, 180, 7500),
    (181, 365, 9000),
    (366, None, 10000),
)


def _training() -> Mapping[Module, int]:
    return MappingProxyType({Module("safe_migration"): 12, Module("business"): 24})


@dataclass(frozen=True, slots=True)
class ByLaws:
    """The rules of one village from one date on (acts.md, by-laws and their defaults)."""

    entry_fee: Money = Money(10_000)
    minimum_saving: Money = Money(10_000)
    minimum_balance: Money = Money(50_000)
    saving_months: int = 3
    qualifying_savings: Money = Money(30_000)
    savings_multiple: int = 5
    rate_min_bp: int = 300
    rate_max_bp: int = 400
    term_min: int = 3
    term_max: int = 9
    methods: tuple[Method, ...] = METHODS
    emergency_cap: Money = Money(500_000)
    guarantors: int = 2
    quorum: int = 3
    liquidity_bp: int = 1000
    training: Mapping[Module, int] = field(default_factory=_training)
    penalty: PenaltyRule = PenaltyRule("percent_of_unpaid", bp=200)
    grace_days: int = 0
    allocation: tuple[Component, ...] = ("penalty", "interest", "principal")
    split_bp: Split = Split(members=7000, committee=1000, advisory=500, welfare=500)
    dividend_basis: DividendBasis = "month_ends"
    provision: tuple[Band, ...] = PROVISION
    cash_tolerance: Money = Money(5_000)
    dormant_after: int = 6
    limit_base: LimitBase = "savings"

    def provision_bp(self, days_late: int) -> int:
        """Basis points of a loan's outstanding principal to set aside."""
        for first, last, bp in self.provision:
            if first <= days_late and (last is None or days_late <= last):
                return bp
        return 0


@dataclass(frozen=True, slots=True)
class OutsideProgramme:
    """One by-law that leaves the programme: its field, the number found and the limit."""

    field: str
    found: int
    needed: int


def outside_programme(bylaws: ByLaws) -> Iterator[OutsideProgramme]:
    """Every by-law that leaves the limits of the programme, or contradicts itself."""
    low_to_high = (
        ("saving_months", 3, bylaws.saving_months),
        ("saving_months", bylaws.saving_months, LONGEST_SAVING_MONTHS),
        ("savings_multiple", bylaws.savings_multiple, 5),
        ("rate_min_bp", 300, bylaws.rate_min_bp),
        ("rate_max_bp", bylaws.rate_max_bp, 400),
        ("rate_max_bp", bylaws.rate_min_bp, bylaws.rate_max_bp),
        ("term_min", 3, bylaws.term_min),
        ("term_max", bylaws.term_max, 9),
        ("term_max", bylaws.term_min, bylaws.term_max),
    )
    for name, low, high in low_to_high:
        if low > high:
            found = getattr(bylaws, name)
            yield OutsideProgramme(name, found, low if high == found else high)
    for module in REQUIRED_FOR_LOANS:
        if bylaws.training.get(module, 0) < 1:
            yield OutsideProgramme(f"training.{module}", bylaws.training.get(module, 0), 1)
    split = bylaws.split_bp
    parts = split.members + split.committee + split.advisory + split.welfare
    if parts > 10_000:
        yield OutsideProgramme("split_bp", parts, 10_000)
