"""A savings day as recorded so far: what is missing, what the rules say of a row, the act it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from vdfbank.acts.act import Count, Text
from vdfbank.acts.saving import Line, LoanPayment, SavingsDay
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import SavingsDaySheet, SheetRow
from vdfbank.office.drafts import DayDraft, Entered
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked, PaymentAllocated

Cell = Literal["save", "repay", "withdraw"]
CELLS: tuple[Cell, ...] = ("save", "repay", "withdraw")
RowState = Literal["open", "recorded", "absent", "wrong"]
CountState = Literal["missing", "equal", "within", "above"]

#: Objections to the whole day: a single row is not asked about them.
_OF_THE_DAY = frozenset(
    {
        "not_enough_cash",
        "wrong_state",
        "date_in_future",
        "date_before_last",
        "month_closed",
        "count_missing",
        "same_person",
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of one row alone: objections, and how its repayment is split."""

    problems: tuple[Problem, ...] = ()
    penalty: Money = NOTHING
    interest: Money = NOTHING
    principal: Money = NOTHING


@dataclass(frozen=True, slots=True)
class Totals:
    """The line under the sheet, in kip."""

    recorded: int
    rows: int
    opened_with: Money
    saved: Money
    repaid: Money
    penalties: Money
    withdrawn: Money

    @property
    def box(self) -> Money:
        """What the box should hold."""
        return self.opened_with + self.saved + self.repaid - self.withdrawn


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """A sheet with what was typed into it; every change gives a new one, so undo is the one before."""

    sheet: SavingsDaySheet
    draft: DayDraft
    judged: Mapping[PersonId, Judged] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: SavingsDaySheet, draft: DayDraft) -> RecordedDay:
        """The draft laid over the sheet; rows of people who are no longer on it are left out."""
        on_sheet = {row.member for row in sheet.rows}
        rows = {member: entered for member, entered in draft.rows.items() if member in on_sheet}
        day = cls(sheet, replace(draft, rows=rows))
        return replace(day, judged={member: day.judge(member) for member in rows})

    def with_row(self, member: PersonId, entered: Entered) -> RecordedDay:
        draft = replace(self.draft, rows={**self.draft.rows, member: entered})
        day = replace(self, draft=draft)
        return replace(day, judged={**self.judged, member: day.judge(member)})

    def with_cell(self, member: PersonId, cell: Cell, amount: Money | None) -> RecordedDay:
        """One amount typed: 0 is nothing today, None not yet recorded. Who brings money is there."""
        entered = self.draft.entered(member)
        changed = {"save": entered.save, "repay": entered.repay, "withdraw": entered.withdraw, cell: amount}
        return self.with_row(member, Entered(entered.absent and not amount, **changed))

    def with_absence(self, member: PersonId) -> RecordedDay:
        """Present becomes absent, absent present again."""
        entered = self.draft.entered(member)
        return self.with_row(member, replace(entered, absent=not entered.absent))

    def all_as_expected(self) -> RecordedDay:
        """Every ghost of those who are there written down; what was typed stays."""
        day = self
        for row in self.sheet.rows:
            if not self.draft.entered(row.member).absent:
                for cell in self.missing_cells(row.member):
                    day = day.with_cell(row.member, cell, day.expected(row.member, cell))
        return day

    def with_count(self, **changed: object) -> RecordedDay:
        """Pieces, total, reason, witness or by changed."""
        return replace(self, draft=replace(self.draft, **changed))  # type: ignore[arg-type]

    # --- rows ----------------------------------------------------------------------------------------------------

    def expected(self, member: PersonId, cell: Cell) -> Money:
        row = self.sheet.row(member)
        return {"save": row.saving, "repay": row.due, "withdraw": NOTHING}[cell]

    def askable(self, row: SheetRow) -> tuple[Cell, ...]:
        """What is asked of the row: a saving, and a payment where something is due."""
        cells: tuple[Cell, ...] = () if row.is_dead else ("save",)
        return (*cells, "repay") if row.due else cells

    def missing_cells(self, member: PersonId) -> tuple[Cell, ...]:
        entered = self.draft.entered(member)
        return tuple(cell for cell in self.askable(self.sheet.row(member)) if getattr(entered, cell) is None)

    def state(self, member: PersonId) -> RowState:
        if self.judgement(member).problems:
            return "wrong"
        if self.draft.entered(member).absent:
            return "absent"
        return "open" if self.missing_cells(member) and not self._may_stay_open(member) else "recorded"

    def _may_stay_open(self, member: PersonId) -> bool:
        """Nobody is obliged to pay for the dead."""
        return self.sheet.row(member).is_dead

    def missing(self) -> tuple[PersonId, ...]:
        """Rows that are neither recorded nor absent, or that the rules object to."""
        return tuple(row.member for row in self.sheet.rows if self.state(row.member) in ("open", "wrong"))

    def judgement(self, member: PersonId) -> Judged:
        return self.judged.get(member, Judged())

    def judge(self, member: PersonId) -> Judged:
        """Ask the rules about this row as if it were the whole day."""
        line, box = self.line(member), self.sheet.opened_with
        counted = box + (line.save or 0) + _paid(line) - (line.withdraw or 0)
        act = SavingsDay(on=self.sheet.on, lines=(line,), witness=member, counted=Money(max(0, counted)))
        answer = check(act, self.sheet.books)
        if isinstance(answer, Checked):
            return _split(answer)
        return Judged(tuple(problem for problem in answer.problems if problem.code not in _OF_THE_DAY))

    def row_total(self, member: PersonId) -> Money:
        """Into the box less out of it."""
        entered = self.draft.entered(member)
        return total([entered.save or 0, entered.repay or 0, -(entered.withdraw or 0)])

    def totals(self) -> Totals:
        entered = [self.draft.entered(row.member) for row in self.sheet.rows]
        return Totals(
            len(self.sheet.rows) - len(self.missing()),
            len(self.sheet.rows),
            self.sheet.opened_with,
            total(row.save or 0 for row in entered),
            total(row.repay or 0 for row in entered),
            total(judged.penalty for judged in self.judged.values()),
            total(row.withdraw or 0 for row in entered),
        )

    # --- count ---------------------------------------------------------------------------------------------------

    @property
    def difference(self) -> Money | None:
        """Counted less expected; None while nothing was counted."""
        counted = self.draft.counted
        return None if counted is None else counted - self.totals().box

    def rows_of(self, amount: int) -> tuple[PersonId, ...]:
        """Rows in which exactly `amount` stands: where to look for a difference."""
        return tuple(
            row.member for row in self.sheet.rows if amount in {self.row_total(row.member), *self._amounts(row.member)}
        )

    def _amounts(self, member: PersonId) -> Iterator[Money]:
        entered = self.draft.entered(member)
        yield from (amount for amount in (entered.save, entered.repay, entered.withdraw) if amount)

    @property
    def count_state(self) -> CountState:
        difference = self.difference
        if difference is None:
            return "missing"
        if difference == 0:
            return "equal"
        return "within" if abs(difference) <= self.sheet.bylaws.cash_tolerance else "above"

    # --- the act -------------------------------------------------------------------------------------------------

    def line(self, member: PersonId) -> Line:
        entered, row = self.draft.entered(member), self.sheet.row(member)
        present = None if row.is_dead else not entered.absent
        repay = _payments(row, entered.repay) if entered.repay else None
        return Line(member, present, entered.save or None, repay, entered.withdraw or None)

    def act(self) -> SavingsDay:
        """The whole day as one act; the witness must have been chosen."""
        assert self.draft.witness is not None
        lines = (self.line(row.member) for row in self.sheet.rows)
        pieces = {str(worth): Count(number) for worth, number in self.draft.pieces.items() if number}
        return SavingsDay(
            on=self.sheet.on,
            by=self.draft.by,
            key=self.draft.key,
            lines=tuple(line for line in lines if line.present is not None or line.repays),
            witness=self.draft.witness,
            counted=self.draft.counted,
            reason=Text(self.draft.reason.strip()) if self.draft.reason.strip() else None,
            count=pieces or None,
        )

    def member_of(self, who: str) -> PersonId | None:
        """The row a problem is about: `who` names a member or a loan."""
        for row in self.sheet.rows:
            if who == row.member or any(who == loan.loan for loan in row.loans):
                return row.member
        return None


def _paid(line: Line) -> int:
    return total(payment.amount for payment in line.repay) if isinstance(line.repay, tuple) else line.repay or 0


def _payments(row: SheetRow, amount: Money) -> Money | tuple[LoanPayment, ...]:
    """
    A sum brought by a member: to the one open loan, or over several.

    With several, what is due comes first, the loan with the earliest unpaid due date before the others; the rest
    runs ahead in the same order, and what nothing is owed for stays on the first, where the rules refuse it.
    """
    if len(row.loans) <= 1:
        return amount
    paid = dict(_spread(row, amount))
    return tuple(LoanPayment(loan.loan, paid[loan.loan]) for loan in row.loans if paid[loan.loan])


def _spread(row: SheetRow, amount: Money) -> Iterator[tuple[str, Money]]:
    rest = amount
    due = []
    for loan in row.loans:
        due.append(Money(min(rest, loan.due)))
        rest -= due[-1]
    ahead = []
    for loan, paid in zip(row.loans, due, strict=True):
        ahead.append(Money(min(rest, loan.owed - paid)))
        rest -= ahead[-1]
    for index, loan in enumerate(row.loans):
        yield loan.loan, due[index] + ahead[index] + (rest if index == 0 else NOTHING)


def _split(checked: Checked) -> Judged:
    parts = [part for effect in checked.effects if isinstance(effect, PaymentAllocated) for part in effect.parts]
    return Judged(
        (),
        total(part.penalty for part in parts),
        total(part.interest for part in parts),
        total(part.principal for part in parts),
    )
