"""Positions: how far a loan's instalments are paid, and what is still owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from vdfbank.bank.bylaws import PenaltyRule
from vdfbank.bank.loan import COMPONENTS, Component
from vdfbank.bank.money import NOTHING, Money, half_up, total
from vdfbank.loans.schedule import Instalment


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment with what was charged and paid on it."""

    due: date
    principal: Money
    interest: Money
    paid_principal: Money = NOTHING
    paid_interest: Money = NOTHING
    charged: Money = NOTHING
    paid_penalty: Money = NOTHING
    #: What of `interest` was due before a rescheduling joined it here: owed however early the loan is closed.
    carried: Money = NOTHING

    @property
    def unpaid_principal(self) -> Money:
        return self.principal - self.paid_principal

    @property
    def unpaid_interest(self) -> Money:
        return Money(max(NOTHING, self.interest - self.paid_interest))

    @property
    def unpaid_penalty(self) -> Money:
        # A payment keeps its allocation when the act that charged the penalty is reversed, so it may exceed the charge.
        return Money(max(NOTHING, self.charged - self.paid_penalty))

    @property
    def unpaid(self) -> Money:
        """Principal and interest: the base of penalties and of lateness."""
        return self.unpaid_principal + self.unpaid_interest

    def unpaid_of(self, component: Component) -> Money:
        if component == "penalty":
            return self.unpaid_penalty
        return self.unpaid_interest if component == "interest" else self.unpaid_principal

    @property
    def unpaid_carried(self) -> Money:
        return Money(max(NOTHING, self.carried - self.paid_interest))

    @property
    def paid_ahead(self) -> Money:
        """Interest paid on the row beyond what was carried into it."""
        return Money(max(NOTHING, self.paid_interest - self.carried))

    def due_part(self) -> Row:
        """Of a row not yet due what was paid, and the penalties charged (none as a rule)."""
        return replace(self, principal=self.paid_principal, interest=self.paid_interest, carried=NOTHING)

    def only_paid(self) -> Row:
        """The row cut down to what was paid on it."""
        return replace(self.due_part(), charged=self.paid_penalty)

    def is_overdue(self, on: date, grace_days: int = 0) -> bool:
        return self.unpaid > 0 and (on - self.due).days > grace_days


@dataclass(frozen=True, slots=True)
class Part:
    """What of one payment went to one row (counted from 0)."""

    row: int
    penalty: Money = NOTHING
    interest: Money = NOTHING
    principal: Money = NOTHING

    @property
    def amount(self) -> Money:
        return self.penalty + self.interest + self.principal


@dataclass(frozen=True, slots=True)
class Charge:
    """A penalty charged on one row (counted from 0), `unpaid` its base."""

    row: int
    unpaid: Money
    amount: Money


@dataclass(frozen=True, slots=True)
class Position:
    """A loan's rows, oldest first; replaying payments over the fixed schedule gives it."""

    rows: tuple[Row, ...]

    @classmethod
    def of(cls, instalments: Iterable[Instalment]) -> Position:
        return cls(tuple(Row(row.due, row.principal, row.interest) for row in instalments))

    @property
    def principal_outstanding(self) -> Money:
        return total(row.unpaid_principal for row in self.rows)

    @property
    def penalties_unpaid(self) -> Money:
        return total(row.unpaid_penalty for row in self.rows)

    @property
    def owed(self) -> Money:
        """Everything scheduled and charged that is not paid, later interest included."""
        return total(row.unpaid + row.unpaid_penalty for row in self.rows)

    def overdue(self, on: date) -> tuple[Money, Money]:
        """Principal and interest of instalments due before `on`; what falls due that day is not overdue."""
        late = [row for row in self.rows if row.due < on]
        return total(row.unpaid_principal for row in late), total(row.unpaid_interest for row in late)

    def earliest_unpaid(self) -> date | None:
        return min((row.due for row in self.rows if row.unpaid > 0), default=None)

    def days_late(self, on: date) -> int:
        """Days since the due date of the oldest instalment not fully paid; 0 when none is due before `on`."""
        due = self.earliest_unpaid()
        return 0 if due is None else max(0, (on - due).days)

    def charges(self, on: date, rule: PenaltyRule, grace_days: int) -> tuple[Charge, ...]:
        """The penalties of a savings day on `on`: one a row overdue beyond the grace days, on what is unpaid of it."""
        charges = []
        for index, row in enumerate(self.rows):
            if row.is_overdue(on, grace_days):
                amount = penalty_on(row.unpaid, rule)
                if amount > 0:
                    charges.append(Charge(index, row.unpaid, amount))
        return tuple(charges)

    def charged(self, charges: Iterable[Charge]) -> Position:
        """The position after penalties; one on a row whose rescheduling was annulled goes to the last."""
        rows = list(self.rows)
        for charge in charges:
            index = min(charge.row, len(rows) - 1)
            rows[index] = replace(rows[index], charged=rows[index].charged + charge.amount)
        return Position(tuple(rows))

    def allocate(self, amount: Money, order: Sequence[Component]) -> tuple[Part, ...]:
        """
        Split a payment over the rows in `order`, oldest row first (acts.md, by-law `allocation`).

        Where the penalty stands first, the penalties of all rows come before anything else; elsewhere it takes its
        place within its row. What exceeds `owed` is left over: the caller refuses it.
        """
        rest = amount
        taken: dict[int, dict[Component, Money]] = {}
        passes: list[Sequence[Component]] = [order]
        if order[0] == "penalty":
            passes = [order[:1], order[1:]]
        for components in passes:
            for index in self._oldest_first():
                for component in components:
                    paid = Money(min(rest, self.rows[index].unpaid_of(component)))
                    if paid > 0:
                        taken.setdefault(index, {})[component] = paid
                        rest -= paid
        return tuple(
            Part(index, **{str(name): paid for name, paid in parts.items()}) for index, parts in sorted(taken.items())
        )

    def _oldest_first(self) -> list[int]:
        return sorted(range(len(self.rows)), key=lambda index: (self.rows[index].due, index))

    def paid(self, parts: Iterable[Part]) -> Position:
        """
        The position after a payment split into `parts`.

        Where an act before it was annulled the rows may be others: a payment that does not fit them any more keeps
        what of it was penalty, interest and principal (its entries stand) and pays the oldest rows that owe such.
        """
        rows = list(self.rows)
        parts = tuple(parts)
        for part in parts if all(self._fits(part) for part in parts) else self._refitted(parts):
            row = rows[part.row]
            rows[part.row] = replace(
                row,
                paid_penalty=row.paid_penalty + part.penalty,
                paid_interest=row.paid_interest + part.interest,
                paid_principal=row.paid_principal + part.principal,
            )
        return Position(tuple(rows))

    def _fits(self, part: Part) -> bool:
        if part.row >= len(self.rows):
            return False
        row = self.rows[part.row]
        return all(getattr(part, component) <= row.unpaid_of(component) for component in COMPONENTS)

    def _refitted(self, parts: Sequence[Part]) -> Iterator[Part]:
        for component in COMPONENTS:
            rest = total(getattr(part, component) for part in parts)
            for index in self._oldest_first():
                amount = Money(min(rest, self.rows[index].unpaid_of(component)))
                yield Part(index, **{str(component): amount})
                rest -= amount
            # More than is owed of it, as when the act that charged the penalty was annulled.
            yield Part(len(self.rows) - 1, **{str(component): rest})

    def settlement(self, on: date, interest_begun: Money | None = None) -> Money:
        """
        What closes the loan on `on`: penalties, what is due, all principal, no interest of later months.

        `interest_begun`: for ``bullet_end`` the interest of the months begun (acts.md, settle), None otherwise.
        """
        return self.called_in(on, interest_begun).owed

    def called_in(self, on: date, interest_begun: Money | None = None) -> Position:
        """The position after everything not yet due fell due on `on`, as one further row."""
        later = self._later(on)
        interest = total(row.unpaid_carried for row in later) + _begun(later, interest_begun)
        new = Row(on, total(row.unpaid_principal for row in later), interest)
        return Position((*(row if row.due <= on else row.due_part() for row in self.rows), new))

    def rescheduled(self, on: date, instalments: Sequence[Instalment], interest_begun: Money | None = None) -> Position:
        """
        The position after the outstanding principal was spread over `instalments`.

        Interest due and penalties unpaid join the first of them; interest not yet due falls away.
        """
        later = self._later(on)
        due = total(row.unpaid_interest for row in self.rows if row.due <= on)
        joined = due + total(row.unpaid_carried for row in later) + _begun(later, interest_begun)
        first, *others = (Row(new.due, new.principal, new.interest) for new in instalments)
        first = replace(first, interest=first.interest + joined, carried=joined, charged=self.penalties_unpaid)
        return Position((*(row.only_paid() for row in self.rows), first, *others))

    def _later(self, on: date) -> list[Row]:
        """Rows not yet due of which anything is unpaid."""
        return [row for row in self.rows if row.due > on and row.unpaid > 0]


def _begun(later: Sequence[Row], interest_begun: Money | None) -> Money:
    """Interest of the months begun, less what was paid ahead of it; none where nothing falls due later."""
    if interest_begun is None or not later:
        return NOTHING
    return Money(max(NOTHING, interest_begun - total(row.paid_ahead for row in later)))


def penalty_on(unpaid: Money, rule: PenaltyRule) -> Money:
    """A savings day's penalty on an overdue instalment with `unpaid` principal and interest."""
    if rule.kind == "fixed":
        return rule.amount or NOTHING
    return half_up(Fraction(rule.bp or 0, 10_000) * unpaid)
