"""A savings day as recorded so far: what is missing, what the rules say of a row, the act it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from vdfbank.acts.act import Count
from vdfbank.acts.fields import typed_text
from vdfbank.acts.saving import Expense, Line, SavingsDay
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.savings_day import LoanDue, SavingsDaySheet, SheetRow
from vdfbank.office.counting import CountState
from vdfbank.office.day_lines import Judged, judge, payments
from vdfbank.office.drafts import DayDraft, Entered

Cell = Literal["save", "repay", "withdraw"]
CELLS: tuple[Cell, ...] = ("save", "repay", "withdraw")
RowState = Literal["open", "recorded", "absent", "look", "wrong"]


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
    #: Expenses and pay-outs of loans.
    spent: Money
    paid_out: Money

    @property
    def from_rows(self) -> Money:
        """What the members brought less what they took: the sum at the foot of the paper sheet."""
        return self.saved + self.repaid - self.withdrawn

    @property
    def out(self) -> Money:
        return self.withdrawn + self.spent + self.paid_out

    @property
    def box(self) -> Money:
        """What the box should hold."""
        return self.opened_with + self.from_rows - self.spent - self.paid_out


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
        approved = {request.loan for request in sheet.approved}
        pay_outs = tuple(loan for loan in draft.pay_outs if loan in approved)
        day = cls(sheet, replace(draft, rows=rows, pay_outs=pay_outs))
        return replace(day, judged={member: day.judge(member) for member in rows})

    def with_row(self, member: PersonId, entered: Entered) -> RecordedDay:
        draft = replace(self.draft, rows={**self.draft.rows, member: entered})
        day = replace(self, draft=draft)
        return replace(day, judged={**self.judged, member: day.judge(member)})

    def with_cell(self, member: PersonId, cell: Cell, amount: Money | None) -> RecordedDay:
        """One amount typed: 0 is nothing today, None not yet recorded. Who brings money is there."""
        entered = self.draft.entered(member)
        changed = {"save": entered.save, "repay": entered.repay, "withdraw": entered.withdraw, cell: amount}
        settles = entered.settles and cell != "repay"
        return self.with_row(member, Entered(entered.absent and not amount, **changed, settles=settles))

    def with_rest_saved(self, member: PersonId) -> RecordedDay:
        """Of a payment what is due stays, the rest is saved."""
        entered, row = self.draft.entered(member), self.sheet.row(member)
        saved = (entered.save or NOTHING) + self.ahead(member)
        return self.with_row(member, replace(entered, save=saved, repay=row.due))

    def with_settlement(self, member: PersonId) -> RecordedDay:
        """What is due stays, the loan is closed after the day, and what was brought beyond that is saved."""
        entered, loan = self.draft.entered(member), self._settled_loan(member)
        over = (entered.repay or NOTHING) - loan.settlement
        saved = entered.save if over <= 0 else (entered.save or NOTHING) + over
        return self.with_row(member, replace(entered, save=saved, repay=loan.due, settles=True))

    def with_absence(self, member: PersonId) -> RecordedDay:
        """Present becomes absent and brings nothing, absent becomes present again with nothing recorded yet."""
        return self.with_row(member, Entered(absent=not self.draft.entered(member).absent))

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

    def with_expense(self, expense: Expense) -> RecordedDay:
        return self.with_count(expenses=(*self.draft.expenses, expense))

    def without_expense(self, place: int) -> RecordedDay:
        expenses = self.draft.expenses
        return self.with_count(expenses=(*expenses[:place], *expenses[place + 1 :]))

    def with_pay_out(self, loan: LoanId, *, paid: bool) -> RecordedDay:
        """A loan ticked to be paid out of the box today, or no longer."""
        others = tuple(other for other in self.draft.pay_outs if other != loan)
        return self.with_count(pay_outs=(*others, loan) if paid else others)

    # --- rows ----------------------------------------------------------------------------------------------------

    def expected(self, member: PersonId, cell: Cell) -> Money:
        row = self.sheet.row(member)
        return {"save": row.saving, "repay": row.due, "withdraw": NOTHING}[cell]

    def askable(self, row: SheetRow) -> tuple[Cell, ...]:
        """What is asked of the row: a saving, and a payment where something is due."""
        cells: tuple[Cell, ...] = () if row.is_dead else ("save",)
        return (*cells, "repay") if row.due else cells

    def asked(self, member: PersonId) -> tuple[Cell, ...]:
        """What is asked of a member: nothing of one who is absent."""
        return () if self.draft.entered(member).absent else self.askable(self.sheet.row(member))

    def missing_cells(self, member: PersonId) -> tuple[Cell, ...]:
        entered = self.draft.entered(member)
        return tuple(cell for cell in self.askable(self.sheet.row(member)) if getattr(entered, cell) is None)

    def state(self, member: PersonId) -> RowState:
        judged = self.judgement(member)
        if judged.problems:
            return "look" if judged.is_warning else "wrong"
        if self.draft.entered(member).absent:
            return "absent"
        return "open" if self.missing_cells(member) and not self._may_stay_open(member) else "recorded"

    def _may_stay_open(self, member: PersonId) -> bool:
        """Nobody is obliged to pay for the dead."""
        return self.sheet.row(member).is_dead

    def missing(self) -> tuple[PersonId, ...]:
        """Rows that are neither recorded nor absent, or that the rules object to."""
        return tuple(row.member for row in self.sheet.rows if self.state(row.member) in ("open", "look", "wrong"))

    def judgement(self, member: PersonId) -> Judged:
        return self.judged.get(member, Judged())

    def judge(self, member: PersonId) -> Judged:
        """Ask the rules about this row as if it were the whole day."""
        return judge(self.line(member), self.sheet)

    def ahead(self, member: PersonId) -> Money:
        """What is paid beyond what is due today."""
        return Money(max(0, (self.draft.entered(member).repay or 0) - self.sheet.row(member).due))

    def may_settle(self, member: PersonId) -> bool:
        """Whether what is paid closes the member's only loan."""
        row = self.sheet.row(member)
        return len(row.loans) == 1 and (self.draft.entered(member).repay or 0) >= row.loans[0].settlement

    def _settled_loan(self, member: PersonId) -> LoanDue:
        (loan,) = self.sheet.row(member).loans
        return loan

    def settlements(self) -> Iterator[tuple[PersonId, LoanDue]]:
        """Loans that are closed right after the day; what is due of them stands on the sheet."""
        for row in self.sheet.rows:
            if self.draft.entered(row.member).settles:
                yield row.member, self._settled_loan(row.member)

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
            total(expense.amount for expense in self.draft.expenses),
            total(request.amount for request in self.sheet.approved if request.loan in self.draft.pay_outs),
        )

    # --- count ---------------------------------------------------------------------------------------------------

    @property
    def difference(self) -> Money | None:
        """Counted less expected; None while nothing was counted."""
        return self.draft.count.difference(self.totals().box)

    @property
    def count_state(self) -> CountState:
        return self.draft.count.state(self.totals().box, self.sheet.bylaws.cash_tolerance)

    @property
    def paper_difference(self) -> Money | None:
        """The sum of the rows less that of the paper sheet they were typed from."""
        paper = self.draft.paper_total
        return None if paper is None else self.totals().from_rows - paper

    # --- the act -------------------------------------------------------------------------------------------------

    def line(self, member: PersonId) -> Line:
        entered, row = self.draft.entered(member), self.sheet.row(member)
        present = None if row.is_dead else not entered.absent
        repay = payments(row, entered.repay) if entered.repay else None
        return Line(member, present, entered.save or None, repay, entered.withdraw or None)

    def act(self) -> SavingsDay:
        """The whole day as one act; the witness must have been chosen."""
        assert self.draft.witness is not None
        pieces = {str(worth): Count(number) for worth, number in self.draft.pieces.items() if number}
        return replace(
            self.act_counted(self.draft.counted, self.draft.witness),
            by=self.draft.by,
            seconded_by=self.draft.seconded_by,
            key=self.draft.key,
            reason=typed_text(self.draft.reason),
            count=pieces or None,
        )

    def act_counted(self, counted: Money | None, witness: PersonId) -> SavingsDay:
        """The day without who recorded it and how the box was counted."""
        lines = (self.line(row.member) for row in self.sheet.rows)
        return SavingsDay(
            on=self.sheet.on,
            lines=tuple(line for line in lines if line.present is not None or line.repays),
            witness=witness,
            counted=counted,
            spend=self.draft.expenses or None,
            pay_outs=self.draft.pay_outs or None,
        )

    def member_of(self, who: str) -> PersonId | None:
        """The row a problem is about: `who` names a member or a loan."""
        for row in self.sheet.rows:
            if who == row.member or any(who == loan.loan for loan in row.loans):
                return row.member
        return None
