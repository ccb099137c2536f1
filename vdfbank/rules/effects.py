"""Effects: what an accepted act changes, each a plain value; `Draft` carries them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from vdfbank.acts.act import Act, Votes
from vdfbank.bank.account import Account
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import CommitteeName, Seat
from vdfbank.bank.course import Module
from vdfbank.bank.loan import Request
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import LoanId, Person, PersonId
from vdfbank.bank.problem import Figure, Problem
from vdfbank.loans.position import Charge, Part
from vdfbank.rules.books import NO_HOLDER, Held, Village


class Leg(NamedTuple):
    """One side of a movement: debit positive, credit negative; the holder is a member or a loan, "" nobody."""

    account: Account
    amount: Money
    holder: str = NO_HOLDER


#: What a voucher is for: the line of the audit sheet it belongs to.
Item = Literal[
    "entry_fee",
    "receipt",
    "withdrawal",
    "shares_redeemed",
    "spend",
    "receive",
    "deposit",
    "draw",
    "pay_out",
    "count",
    "write_off",
    "recover",
    "leave",
    "set_off",
    "nominee",
    "allowance",
    "closing",
    "dividend",
    "take_over",
]


@dataclass(frozen=True, slots=True)
class Slip:
    """Money moved once: the draft of one voucher, its legs adding up to zero."""

    on: date
    item: Item
    legs: tuple[Leg, ...]
    text: str = ""
    #: Set where it is one member's line of a savings day.
    line: PersonId | None = None
    #: The entry it posts again the other way round.
    reverses: int | None = None

    def __post_init__(self) -> None:
        assert sum(leg.amount for leg in self.legs) == 0, self
        assert all(leg.amount for leg in self.legs), self

    def mirrored(self, on: date, entry: int) -> Slip:
        """The same movement the other way round, dated `on`; `entry` is the one it undoes."""
        legs = tuple(Leg(leg.account, -leg.amount, leg.holder) for leg in self.legs)
        return replace(self, on=on, legs=legs, reverses=entry)


@dataclass(frozen=True, slots=True)
class Founded:
    village: Village


@dataclass(frozen=True, slots=True)
class Opened:
    """The first join or money act: the bank opens, once."""

    on: date


@dataclass(frozen=True, slots=True)
class Registered:
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """Who completed a module; `elsewhere` when no session of this book stands behind it."""

    on: date
    module: Module
    completed: tuple[PersonId, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Elected:
    committee: CommitteeName
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class ByLawsAgreed:
    in_force: date
    bylaws: ByLaws


@dataclass(frozen=True, slots=True)
class Joined:
    member: PersonId
    on: date


@dataclass(frozen=True, slots=True)
class QualifiedSince:
    """Taken over with savings held since a date before the books began."""

    member: PersonId
    since: date


@dataclass(frozen=True, slots=True)
class SavedOn:
    """A saving was made: what dormancy asks for."""

    member: PersonId
    on: date
    line: PersonId | None = None


@dataclass(frozen=True, slots=True)
class DayHeld:
    on: date


@dataclass(frozen=True, slots=True)
class MemberGone:
    member: PersonId
    standing: Literal["left", "dead"]


@dataclass(frozen=True, slots=True)
class NomineeNamed:
    member: PersonId
    nominee: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of an application's checklist, with the number found and the number needed."""

    code: str
    passed: bool
    found: Figure
    needed: Figure


@dataclass(frozen=True, slots=True)
class Asked:
    request: Request
    on: date
    checklist: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    loan: LoanId
    outcome: Literal["approved", "refused", "put_off"]
    votes: Votes
    reason: str | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    loan: LoanId


@dataclass(frozen=True, slots=True)
class PaidOut:
    """The schedule is fixed by this; the act numbers of the trainings it rests on stand beside it."""

    loan: LoanId
    on: date
    terms: ByLaws
    rests_on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LoanTaken:
    """A running loan taken over: paid out on `on`, its first rows paid."""

    request: Request
    on: date
    terms: ByLaws
    instalments_paid: int
    penalties_unpaid: Money


@dataclass(frozen=True, slots=True)
class PenaltyCharged:
    loan: LoanId
    charge: Charge


@dataclass(frozen=True, slots=True)
class PaymentAllocated:
    loan: LoanId
    parts: tuple[Part, ...]
    line: PersonId | None = None


@dataclass(frozen=True, slots=True)
class CalledIn:
    """Everything not yet due falls due."""

    loan: LoanId
    on: date


@dataclass(frozen=True, slots=True)
class PenaltiesStopped:
    loan: LoanId


@dataclass(frozen=True, slots=True)
class Rescheduled:
    loan: LoanId
    on: date
    months: int


@dataclass(frozen=True, slots=True)
class LoanWrittenOff:
    loan: LoanId
    principal: Money


@dataclass(frozen=True, slots=True)
class Recovered:
    loan: LoanId
    amount: Money


@dataclass(frozen=True, slots=True)
class VotesCast:
    """Votes on a rescheduling, a write-off or a correction."""

    subject: str
    votes: Votes


@dataclass(frozen=True, slots=True)
class MonthClosed:
    """A month is sealed, with what every member held on its last day (the base of the dividend)."""

    month: Month
    counted: Money
    signed_by: tuple[PersonId, ...]
    held: Mapping[PersonId, Held]


@dataclass(frozen=True, slots=True)
class YearClosed:
    """The surplus was split; `pools` by name, the members' pool by member."""

    year: int
    surplus: Money
    pools: Mapping[str, Money]
    dividend: Mapping[PersonId, Money]


@dataclass(frozen=True, slots=True)
class DividendPaid:
    year: int
    members: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Annulled:
    """An earlier act (or one member's line of it) is undone; later acts keep what they did."""

    number: int
    member: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    what: str
    detail: str


Effect = (
    Slip
    | Founded
    | Opened
    | Registered
    | SessionHeld
    | Elected
    | ByLawsAgreed
    | Joined
    | QualifiedSince
    | SavedOn
    | DayHeld
    | MemberGone
    | NomineeNamed
    | Asked
    | Decided
    | TakenBack
    | PaidOut
    | LoanTaken
    | PenaltyCharged
    | PaymentAllocated
    | CalledIn
    | PenaltiesStopped
    | Rescheduled
    | LoanWrittenOff
    | Recovered
    | VotesCast
    | MonthClosed
    | YearClosed
    | DividendPaid
    | Annulled
    | Confirmed
)


@dataclass(frozen=True, slots=True)
class Checked:
    """An act the rules allow, its number, and what it changes."""

    act: Act
    number: int
    effects: tuple[Effect, ...]
    #: The number its first entry gets, or would get.
    first_entry: int = 1

    @property
    def slips(self) -> tuple[Slip, ...]:
        return tuple(effect for effect in self.effects if isinstance(effect, Slip))

    def numbered_slips(self) -> Iterator[tuple[int, Slip]]:
        """Each slip with the number of its entry."""
        return enumerate(self.slips, start=self.first_entry)

    @property
    def annulled(self) -> Annulled | None:
        return next((effect for effect in self.effects if isinstance(effect, Annulled)), None)

    @property
    def checklist(self) -> tuple[CheckLine, ...] | None:
        return next((effect.checklist for effect in self.effects if isinstance(effect, Asked)), None)


@dataclass(frozen=True, slots=True)
class Refused:
    """An act the rules do not allow, with every problem, each code once."""

    act: Act
    problems: tuple[Problem, ...]


def legs(*given: Leg) -> tuple[Leg, ...]:
    """The legs that move anything."""
    return tuple(leg for leg in given if leg.amount != NOTHING)
