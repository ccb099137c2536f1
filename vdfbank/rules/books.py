"""Books: the state of the bank that the next act is checked against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from vdfbank.acts.act import Text
from vdfbank.bank.account import ALLOWANCE, BANK_ACCOUNT, CASH_BOX, LOANS, SAVINGS, SHARES, Account
from vdfbank.bank.bylaws import ByLaws, LimitBase
from vdfbank.bank.calendar import Month, add_months, fiscal_year_of
from vdfbank.bank.committee import CommitteeName, Role, Seat
from vdfbank.bank.course import Module
from vdfbank.bank.loan import Request
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, Person, PersonId
from vdfbank.loans.position import Position

#: asked, put off, approved, refused, taken back by the applicant; then running, repaid, written off.
LoanState = Literal["asked", "put_off", "approved", "refused", "withdrawn", "open", "repaid", "written_off"]
Standing = Literal["member", "left", "dead"]

#: How long a rescheduled loan stays at risk, in months (acts.md, reschedule).
RESCHEDULED_AT_RISK_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Village:
    """What the founding act says of the village."""

    village: Text
    district: Text
    province: Text
    village_code: str
    currency: str
    fiscal_first_month: int
    savings_day: int
    interested: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a member holds: savings and shares, of which the by-laws say what counts."""

    savings: Money = NOTHING
    shares: Money = NOTHING

    def __add__(self, other: Held) -> Held:
        return Held(self.savings + other.savings, self.shares + other.shares)

    def of(self, base: LimitBase) -> Money:
        if base == "savings":
            return self.savings
        return self.shares if base == "shares" else self.savings + self.shares


@dataclass(frozen=True, slots=True)
class Moment:
    """A member's savings and shares after one change; the newest changes are kept for the three-months rule."""

    on: date
    savings: Money
    shares: Money

    def of(self, base: LimitBase) -> Money:
        return Held(self.savings, self.shares).of(base)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who joined: since when, how it stands, the last saving, the newest balances."""

    person: PersonId
    joined: date
    standing: Standing = "member"
    nominee: str | None = None
    last_saved: date | None = None
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """A training module completed: when, and by which act."""

    on: date
    act: int


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan from application to the end, in whatever state it is."""

    request: Request
    state: LoanState
    asked: date
    position: Position = Position(())
    #: By-laws of the pay-out: penalty, grace and allocation stay those (acts.md, agree_bylaws).
    terms: ByLaws | None = None
    paid_out: date | None = None
    paid_out_act: int = 0
    #: The plan in force: from when, on what sum (a rescheduling starts a new one).
    plan_start: date | None = None
    plan_principal: Money = NOTHING
    rescheduled: date | None = None
    #: The acts of the trainings the pay-out rests on; none for a loan taken over.
    rests_on: tuple[int, ...] = ()
    #: No new penalties after the borrower's death.
    penalties_stopped: bool = False
    written_off: Money = NOTHING
    recovered: Money = NOTHING

    @property
    def id(self) -> LoanId:
        return self.request.loan

    @property
    def rate(self) -> Fraction:
        return Fraction(self.request.rate_bp, 10_000)

    @property
    def was_paid_out(self) -> bool:
        return self.paid_out is not None

    def stays_at_risk(self, on: date) -> bool:
        """Rescheduled within twelve months, to the same day."""
        return self.rescheduled is not None and on <= add_months(self.rescheduled, RESCHEDULED_AT_RISK_MONTHS)


@dataclass(frozen=True, slots=True)
class LoanStanding:
    """Whose a loan or application is, and how it stands: all that stays of one that is over."""

    member: PersonId
    state: LoanState


@dataclass(frozen=True, slots=True)
class AgreedByLaws:
    """A version of the by-laws: from when, agreed by which act."""

    in_force: date
    act: int
    bylaws: ByLaws


Balances = Mapping[Account, Mapping[str, Money]]

#: The holder under which accounts without holders keep their balance.
NO_HOLDER = ""


@dataclass(frozen=True, slots=True)
class Books:
    """
    The village bank after its first `number` acts.

    Amounts are kip, debit positive: `balances` by account and holder (a member or a loan; "" where the account has
    none), `results` of income and expense accounts by fiscal year without the closing entries.
    """

    number: int = 0
    last_on: date | None = None
    village: Village | None = None
    opened: date | None = None
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    members: Mapping[PersonId, Member] = field(default_factory=dict)
    seats: Mapping[CommitteeName, tuple[Seat, ...]] = field(default_factory=dict)
    bylaws: tuple[AgreedByLaws, ...] = ()
    completions: Mapping[PersonId, Mapping[Module, Completion]] = field(default_factory=dict)
    #: The last session of each module held in the village.
    last_sessions: Mapping[Module, date] = field(default_factory=dict)
    loans: Mapping[LoanId, Loan] = field(default_factory=dict)
    #: How loans ended that can neither change nor fall due any more.
    finished: Mapping[LoanId, LoanStanding] = field(default_factory=dict)
    balances: Balances = field(default_factory=dict)
    results: Mapping[str, Mapping[Account, Money]] = field(default_factory=dict)
    savings_days: tuple[date, ...] = ()
    closed_month: Month | None = None
    closed_year: int | None = None
    #: What was held at month ends, by fiscal year and member, added up: the base of the dividend.
    month_ends: Mapping[str, Mapping[PersonId, Held]] = field(default_factory=dict)
    #: Dividends not yet paid, by fiscal year and member.
    dividends: Mapping[str, Mapping[PersonId, Money]] = field(default_factory=dict)
    entries: int = 0
    #: Vouchers used, by kind and month: ``"RV-2025-11": 18``.
    vouchers: Mapping[str, int] = field(default_factory=dict)

    def bylaws_on(self, on: date) -> ByLaws | None:
        """The by-laws in force that day: of those that began, the ones agreed last."""
        agreed = self.agreed_on(on)
        return None if agreed is None else agreed.bylaws

    def agreed_on(self, on: date) -> AgreedByLaws | None:
        """The version in force that day, with the act that agreed it."""
        return next((agreed for agreed in reversed(self.bylaws) if agreed.in_force <= on), None)

    def is_taken(self, some_id: str) -> bool:
        """Whether a person or a loan has this id already."""
        return any(some_id in known for known in (self.people, self.loans, self.finished))

    def loan_standing(self, loan: LoanId) -> LoanStanding | None:
        """How a loan stands, over or not; None where the book knows no such loan."""
        known = self.loans.get(loan)
        return LoanStanding(known.request.member, known.state) if known is not None else self.finished.get(loan)

    def balance(self, account: Account, holder: str = NO_HOLDER) -> Money:
        return self.balances.get(account, {}).get(holder, NOTHING)

    def account_total(self, account: Account) -> Money:
        return total(self.balances.get(account, {}).values())

    @property
    def cash_box(self) -> Money:
        return self.balance(CASH_BOX)

    @property
    def bank(self) -> Money:
        return self.balance(BANK_ACCOUNT)

    def savings(self, member: PersonId) -> Money:
        return -self.balance(SAVINGS, member)

    def shares(self, member: PersonId) -> Money:
        return -self.balance(SHARES, member)

    @property
    def savings_total(self) -> Money:
        return -self.account_total(SAVINGS)

    def loan_allowance(self, loan: LoanId) -> Money:
        """What the last closing set aside for this loan."""
        return -self.balance(ALLOWANCE, loan)

    def is_member(self, person: PersonId) -> bool:
        member = self.members.get(person)
        return member is not None and member.standing == "member"

    def current_members(self) -> Iterator[PersonId]:
        return (person for person, member in self.members.items() if member.standing == "member")

    def limit_base(self, member: PersonId, base: LimitBase) -> Money:
        """What the five times, the three months and the dividend count for this member."""
        return self.held(member).of(base)

    def held(self, member: PersonId) -> Held:
        return Held(self.savings(member), self.shares(member))

    def lowest_since(self, member: PersonId, start: date, base: LimitBase) -> Money:
        """The lowest base at any moment from the end of the day `start` until now; 0 before the first saving."""
        lowest, before = None, NOTHING
        for moment in self.members[member].moments:
            worth = moment.of(base)
            if moment.on <= start:
                before = worth
            else:
                lowest = worth if lowest is None else Money(min(lowest, worth))
        return before if lowest is None else Money(min(before, lowest))

    def open_loans(self, member: PersonId | None = None) -> Iterator[Loan]:
        return (
            loan
            for loan in self.loans.values()
            if loan.state == "open" and (member is None or loan.request.member == member)
        )

    def owed_principal(self, member: PersonId) -> Money:
        return total(loan.position.principal_outstanding for loan in self.open_loans(member))

    def in_arrears(self, member: PersonId, on: date) -> int:
        """Days late of the member's latest loan, 0 when none is."""
        return max((loan.position.days_late(on) for loan in self.open_loans(member)), default=0)

    def dormant(self, person: PersonId, on: date) -> bool:
        """A member through the last `dormant_after` savings days held, with no saving since the first of them."""
        bylaws, member = self.bylaws_on(on), self.members.get(person)
        if bylaws is None or member is None or bylaws.dormant_after == 0:
            return False
        if len(self.savings_days) < bylaws.dormant_after:
            return False
        first = self.savings_days[-bylaws.dormant_after]
        return member.joined <= first and (member.last_saved is None or member.last_saved < first)

    def seated(self, committee: CommitteeName) -> Mapping[PersonId, Role]:
        """Who sits on a committee; who died or left the bank has no seat any more."""
        return {seat.person: seat.role for seat in self.seats.get(committee, ()) if self.may_sit(seat.person)}

    def may_sit(self, person: PersonId) -> bool:
        member = self.members.get(person)
        return member is None or member.standing == "member"

    def household(self, person: PersonId) -> str | None:
        known = self.people.get(person)
        return known.household if known else None

    def fiscal_year(self, on: date) -> int:
        return fiscal_year_of(on, self.village.fiscal_first_month if self.village else 1)

    def month_to_close(self) -> Month | None:
        """The next month to close: after the last closed one, at first the month the bank opened."""
        if self.closed_month is not None:
            return self.closed_month.plus(1)
        return Month.of(self.opened) if self.opened else None

    @property
    def loans_outstanding(self) -> Money:
        return self.account_total(LOANS)
