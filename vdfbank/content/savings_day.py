"""A savings day on paper and on the screen: who is expected with what, and what was posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Request
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.rules.books import Books


@dataclass(frozen=True, slots=True)
class LoanDue:
    """
    One open loan on the day, before anybody pays, amounts in kip.

    `due`: instalments due until that day with every penalty, the day's own (`penalty`) included; `owed`: everything;
    `settlement`: what closes the loan that day, without the interest of later months.
    """

    loan: LoanId
    due: Money
    penalty: Money
    days_late: int
    owed: Money
    settlement: Money = NOTHING


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member's row: what is expected, nothing of it recorded yet."""

    member: PersonId
    #: What this member brings as a rule; 0 who died and may only be paid for.
    saving: Money
    #: The member's open loans, the one a payment goes to first.
    loans: tuple[LoanDue, ...]
    is_dead: bool = False

    @property
    def due(self) -> Money:
        return total(loan.due for loan in self.loans)

    @property
    def owed(self) -> Money:
        return total(loan.owed for loan in self.loans)

    @property
    def penalty(self) -> Money:
        """Charged on this day, whether the member comes or not."""
        return total(loan.penalty for loan in self.loans)

    @property
    def days_late(self) -> int:
        return max((loan.days_late for loan in self.loans), default=0)


@dataclass(frozen=True, slots=True)
class SavingsDaySheet:
    """A savings day before it is posted; `books` are those it is checked against."""

    on: date
    books: Books
    bylaws: ByLaws
    #: In the box before the first line.
    opened_with: Money
    rows: tuple[SheetRow, ...]
    #: Who may watch the count, advisers first.
    witnesses: tuple[PersonId, ...]
    names: Mapping[PersonId, Name]

    @property
    def approved(self) -> tuple[Request, ...]:
        """Loans that may be paid out on the day."""
        waiting = (loan for loan in self.books.loans.values() if loan.state == "approved")
        return tuple(sorted((loan.request for loan in waiting), key=lambda request: request.loan))

    @property
    def penalties(self) -> tuple[SheetRow, ...]:
        """Rows on which a penalty is charged that day: announced before it is."""
        return tuple(row for row in self.rows if row.penalty)

    @property
    def officers(self) -> tuple[PersonId, ...]:
        """Both committees, the management first."""
        seated = (*self.books.seated("management"), *self.books.seated("advisory"))
        return tuple(dict.fromkeys(seated))

    @property
    def treasurer(self) -> PersonId | None:
        seats = self.books.seated("management")
        return next((person for person, role in seats.items() if role == "treasurer"), None)

    @property
    def loans_due(self) -> int:
        return sum(loan.due > 0 for row in self.rows for loan in row.loans)

    @property
    def is_held(self) -> bool:
        """Whether this date's savings day stands in the book already."""
        return self.on in self.books.savings_days

    def row(self, member: PersonId) -> SheetRow:
        return next(row for row in self.rows if row.member == member)


@dataclass(frozen=True, slots=True)
class ExpectedDay:
    """The paper twin of the sheet, to be filled in by hand."""

    place: Place
    sheet: SavingsDaySheet


@dataclass(frozen=True, slots=True)
class Undoing:
    """The act that undid a savings day, or one member's line of it."""

    act: int
    on: date


@dataclass(frozen=True, slots=True)
class PostedRow:
    """One member's line as it was posted, amounts in kip; `present` None where nobody noted it."""

    member: PersonId
    present: bool | None
    saved: Money
    shares: Money
    penalty: Money
    interest: Money
    principal: Money
    taken_out: Money
    undone: Undoing | None = None

    @property
    def repaid(self) -> Money:
        return self.penalty + self.interest + self.principal

    @property
    def into_box(self) -> Money:
        """Into the box less out of it."""
        return self.saved + self.shares + self.repaid - self.taken_out


@dataclass(frozen=True, slots=True)
class Outlay:
    """Money spent or lent on the day, after the lines and before the count."""

    voucher: str
    text: str
    loan: LoanId | None
    amount: Money


@dataclass(frozen=True, slots=True)
class PostedDay:
    """A savings day that stands in the book: its lines, what went out besides, and the count."""

    place: Place
    on: date
    act: int
    #: The act's seal in its short form.
    seal: str
    by: PersonId | None
    seconded_by: PersonId | None
    opened_with: Money
    rows: tuple[PostedRow, ...]
    outlays: tuple[Outlay, ...]
    counted: Money | None
    #: Booked as surplus or shortage, with the reason given.
    difference: Money
    reason: str | None
    #: Pieces by what a note is worth; None where the box was counted as one sum.
    pieces: Mapping[int, int] | None
    witness: PersonId
    undone: Undoing | None
    names: Mapping[PersonId, Name]

    def sum_of(self, column: str) -> Money:
        return total(getattr(row, column) for row in self.rows)

    @property
    def expected(self) -> Money:
        """What the box should hold before its count."""
        return self.opened_with + self.sum_of("into_box") - total(outlay.amount for outlay in self.outlays)

    @property
    def closed_with(self) -> Money:
        return self.expected + self.difference
