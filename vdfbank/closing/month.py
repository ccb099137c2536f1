"""What still keeps a month from being closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.rules.books import Books
from vdfbank.rules.closing import SIGNATURES, allowances


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist of a month: done or not, with the numbers behind it."""

    code: str
    done: bool
    found: int | str | None = None
    needed: int | str | None = None


@dataclass(frozen=True, slots=True)
class MonthToClose:
    """The next month to close, with its checklist and what closing will post."""

    month: Month
    steps: tuple[Step, ...]
    box: Money
    allowance_now: Money
    allowance_needed: Money
    advisers: tuple[str, ...]

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)

    @property
    def may_close(self) -> bool:
        """Whether only the count and the signatures are missing."""
        return all(step.done for step in self.steps)


def month_to_close(books: Books, today: date) -> MonthToClose | None:
    """The checklist of the next month (`books` as of its last day); None while the bank has not opened."""
    month = books.month_to_close()
    if month is None:
        return None
    held = [day for day in books.savings_days if Month.of(day) == month]
    advisers = tuple(books.seated("advisory"))
    needed = sum(allowances(books, min(today, month.last)).values(), Money(0))
    now = sum((books.loan_allowance(loan.id) for loan in books.open_loans()), Money(0))
    steps = (
        Step("savings_day_held", bool(held), str(held[-1]) if held else None, None),
        Step("month_over", today >= month.last, str(today), str(month.last)),
        Step("advisers_seated", len(advisers) >= SIGNATURES, len(advisers), SIGNATURES),
    )
    return MonthToClose(month, steps, books.cash_box, now, needed, advisers)
