"""Positions: every kip of a payment goes somewhere, nothing is paid twice."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vdfbank.bank.bylaws import PenaltyRule
from vdfbank.bank.loan import COMPONENTS, METHODS, Component, Method
from vdfbank.bank.money import NOTHING, Money
from vdfbank.loans.position import Charge, Part, Position, Row, penalty_on
from vdfbank.loans.schedule import monthly_rate, schedule

START = date(2025, 1, 31)
ORDERS = st.sampled_from(list(permutations(COMPONENTS)))
RULES = st.builds(PenaltyRule, st.just("percent_of_unpaid"), st.integers(0, 1_000)) | st.builds(
    lambda amount: PenaltyRule("fixed", amount=Money(amount)), st.integers(0, 50_000)
)


@st.composite
def positions(draw: st.DrawFn) -> Position:
    """A loan some way into its life: paid a little, charged a few times."""
    method: Method = draw(st.sampled_from(METHODS))
    amount, months = draw(st.integers(1, 10**8)), draw(st.integers(1, 12))
    position = Position.of(schedule(Money(amount), months, monthly_rate(draw(st.integers(0, 900))), method, START))
    order, rule = draw(ORDERS), draw(RULES)
    on = START
    for _ in range(draw(st.integers(0, 4))):
        on += timedelta(draw(st.integers(0, 60)))
        position = position.charged(position.charges(on, rule, draw(st.integers(0, 20))))
        paid = Money(draw(st.integers(0, position.owed)))
        position = position.paid(position.allocate(paid, order))
    return position


@given(positions(), st.integers(0, 2 * 10**8), ORDERS)
@settings(max_examples=200)
def test_allocated_and_left_over_are_the_payment(position: Position, amount: int, order: tuple[Component, ...]) -> None:
    parts = position.allocate(Money(amount), order)
    allocated = sum(part.amount for part in parts)
    left_over = max(0, amount - position.owed)
    assert allocated + left_over == amount
    after = position.paid(parts)
    assert after.owed == position.owed - allocated
    assert after.principal_outstanding == position.principal_outstanding - sum(part.principal for part in parts)
    for row in after.rows:
        assert min(row.unpaid_principal, row.unpaid_interest, row.unpaid_penalty) >= 0
        assert row.paid_principal <= row.principal
        assert row.paid_interest <= row.interest


@given(positions(), ORDERS)
def test_older_rows_are_filled_before_younger_ones(position: Position, order: tuple[Component, ...]) -> None:
    amount = position.owed // 2
    after = position.paid(position.allocate(Money(amount), order))
    paid = [index for index, row in enumerate(after.rows) if row != position.rows[index]]
    if paid and order[0] != "penalty":
        assert all(after.rows[index].unpaid + after.rows[index].unpaid_penalty == 0 for index in paid[:-1])


@given(positions(), st.integers(0, 800))
@settings(max_examples=200)
def test_paying_what_settles_leaves_nothing(position: Position, days: int) -> None:
    on = START + timedelta(days)
    called_in = position.called_in(on)
    assert called_in.owed == position.settlement(on)
    assert called_in.principal_outstanding == position.principal_outstanding
    assert called_in.penalties_unpaid == position.penalties_unpaid
    done = called_in.paid(called_in.allocate(called_in.owed, COMPONENTS))
    assert done.owed == 0
    assert done.days_late(on + timedelta(400)) == 0
    assert called_in.called_in(on).owed == called_in.owed


@given(positions(), st.integers(0, 800), st.integers(1, 9), st.integers(0, 10**6))
@settings(max_examples=150)
def test_rescheduling_changes_no_principal_and_loses_no_interest_due(
    position: Position, days: int, months: int, begun: int
) -> None:
    on = START + timedelta(days)
    new = schedule(position.principal_outstanding, months, monthly_rate(300), "flat", on)
    after = position.rescheduled(on, new, Money(begun))
    assert after.principal_outstanding == position.principal_outstanding
    assert after.penalties_unpaid == position.penalties_unpaid
    due = sum(row.unpaid_interest for row in position.rows if row.due <= on)
    scheduled = sum(row.interest for row in new)
    assert 0 <= sum(row.unpaid_interest for row in after.rows) - due - scheduled <= begun
    assert after.settlement(on) >= position.principal_outstanding + position.penalties_unpaid + due
    again = after.rescheduled(on, new)
    assert again.owed >= after.owed - scheduled
    paid = sum(row.paid_principal + row.paid_interest + row.paid_penalty for row in position.rows)
    assert sum(row.paid_principal + row.paid_interest + row.paid_penalty for row in again.rows) == paid


@given(positions(), RULES, st.integers(0, 30), st.integers(0, 800))
def test_penalties_are_charged_once_a_late_row(position: Position, rule: PenaltyRule, grace: int, days: int) -> None:
    on = START + timedelta(days)
    charges = position.charges(on, rule, grace)
    assert len({charge.row for charge in charges}) == len(charges)
    for charge in charges:
        row = position.rows[charge.row]
        assert row.due + timedelta(grace) < on
        assert charge.unpaid == row.unpaid > 0
        assert charge.amount == penalty_on(row.unpaid, rule) > 0
    after = position.charged(charges)
    assert after.charges(on, rule, grace) == charges  # never on penalties
    assert after.days_late(on) == position.days_late(on)


def test_overdue_is_what_fell_due_before_the_day() -> None:
    position = Position.of(schedule(Money(300), 3, monthly_rate(300), "flat", date(2025, 1, 5)))
    assert position.overdue(date(2025, 2, 5)) == (0, 0)
    assert position.overdue(date(2025, 2, 6)) == (100, 9)
    assert Position(()).days_late(date(2025, 2, 6)) == 0


def test_a_payment_that_does_not_fit_keeps_its_parts() -> None:
    position = Position.of(schedule(Money(300), 3, monthly_rate(300), "flat", date(2025, 1, 5)))
    parts = (Part(5, Money(4), Money(12), Money(150)), Part(7, interest=Money(20)))
    paid = position.paid(parts)
    assert [(row.paid_penalty, row.paid_interest, row.paid_principal) for row in paid.rows] == [
        (0, 9, 100),
        (0, 9, 50),
        (4, 14, 0),
    ]
    assert paid.owed == 150
    charged = position.charged((Charge(8, Money(10), Money(2)),))
    assert [row.charged for row in charged.rows] == [0, 0, 2]


def test_penalties_come_before_everything_where_they_stand_first() -> None:
    rows = tuple(Row(date(2025, month, 5), Money(100), Money(10), charged=Money(5)) for month in (1, 2))
    first = Position(rows).allocate(Money(120), ("penalty", "interest", "principal"))
    assert first == (Part(0, Money(5), Money(10), Money(100)), Part(1, Money(5)))
    last = Position(rows).allocate(Money(120), ("principal", "interest", "penalty"))
    assert last == (Part(0, Money(5), Money(10), Money(100)), Part(1, principal=Money(5)))


def test_what_a_late_instalment_costs() -> None:
    assert penalty_on(Money(464_000), PenaltyRule("percent_of_unpaid", bp=200)) == 9_280
    assert penalty_on(Money(464_000), PenaltyRule("fixed", amount=Money(5_000))) == 5_000
    assert penalty_on(Money(1), PenaltyRule("percent_of_unpaid")) == NOTHING
    position = Position((Row(date(2025, 1, 5), Money(20), Money(0)),))
    assert position.charges(date(2025, 1, 6), PenaltyRule("percent_of_unpaid", bp=200), 0) == ()
    assert position.charges(date(2025, 1, 6), PenaltyRule("fixed", amount=Money(7)), 1) == ()
    assert [
        charge.amount for charge in position.charges(date(2025, 1, 7), PenaltyRule("fixed", amount=Money(7)), 1)
    ] == [7]


@pytest.mark.parametrize(("on", "late"), [("2025-01-04", 0), ("2025-01-05", 0), ("2025-01-06", 1), ("2025-03-01", 55)])
def test_days_late_count_from_the_oldest_unpaid_instalment(on: str, late: int) -> None:
    rows = tuple(Row(date(2025, month, 5), Money(100), Money(10)) for month in (1, 2))
    position = Position(rows)
    assert position.days_late(date.fromisoformat(on)) == late
    paid = position.paid(position.allocate(Money(110), ("penalty", "interest", "principal")))
    assert paid.days_late(date(2025, 3, 1)) == 24
    assert paid.paid(paid.allocate(Money(110), ("penalty", "interest", "principal"))).days_late(date(2025, 3, 1)) == 0
