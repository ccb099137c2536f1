"""One member's line of a savings day: how a payment is spread over loans, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vdfbank.acts.saving import Line, LoanPayment, SavingsDay
from vdfbank.bank.loan import COMPONENTS, Component
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import LoanId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import SavingsDaySheet, SheetRow
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked, PaymentAllocated

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
#: Objections that are a warning at the cell; posting them is refused all the same (acts.md).
_WARNINGS = frozenset({"below_minimum_saving"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of one row alone: objections, and how its repayment is split."""

    problems: tuple[Problem, ...] = ()
    penalty: Money = NOTHING
    interest: Money = NOTHING
    principal: Money = NOTHING

    @property
    def is_warning(self) -> bool:
        """Whether there is nothing worse than a warning."""
        return bool(self.problems) and all(problem.code in _WARNINGS for problem in self.problems)


def judge(line: Line, sheet: SavingsDaySheet) -> Judged:
    """Ask the rules about a line as if it were the whole day."""
    counted = sheet.opened_with + (line.save or 0) + paid(line) - (line.withdraw or 0)
    act = SavingsDay(on=sheet.on, lines=(line,), witness=line.member, counted=Money(max(0, counted)))
    answer = check(act, sheet.books)
    if isinstance(answer, Checked):
        return _split(answer)
    return Judged(tuple(problem for problem in answer.problems if problem.code not in _OF_THE_DAY))


def paid(line: Line) -> Money:
    """What a line brings for loans."""
    return total(payment.amount for payment in line.repay) if isinstance(line.repay, tuple) else line.repay or NOTHING


def payments(row: SheetRow, amount: Money) -> Money | tuple[LoanPayment, ...]:
    """
    A sum brought by a member: to the one open loan, or over several.

    With several, what is due comes first, the loan with the earliest unpaid due date before the others; the rest
    runs ahead in the same order, and what nothing is owed for stays on the first, where the rules refuse it.
    """
    if len(row.loans) <= 1:
        return amount
    return tuple(LoanPayment(loan, part) for loan, part in spread(row, amount) if part)


def spread(row: SheetRow, amount: Money) -> Iterator[tuple[LoanId, Money]]:
    """What of a sum goes to each loan of a row."""
    rest = amount
    due = []
    for loan in row.loans:
        due.append(Money(min(rest, loan.due)))
        rest -= due[-1]
    ahead = []
    for loan, part in zip(row.loans, due, strict=True):
        ahead.append(Money(min(rest, loan.owed - part)))
        rest -= ahead[-1]
    for index, loan in enumerate(row.loans):
        yield loan.loan, due[index] + ahead[index] + (rest if index == 0 else NOTHING)


def split_order(row: SheetRow, sheet: SavingsDaySheet) -> tuple[Component, ...]:
    """The order in which a payment is used up: that of the by-laws the row's first loan was paid out under."""
    terms = sheet.books.loans[row.loans[0].loan].terms if row.loans else None
    return terms.allocation if terms is not None else COMPONENTS


def _split(checked: Checked) -> Judged:
    parts = [part for effect in checked.effects if isinstance(effect, PaymentAllocated) for part in effect.parts]
    return Judged(
        (),
        total(part.penalty for part in parts),
        total(part.interest for part in parts),
        total(part.principal for part in parts),
    )
