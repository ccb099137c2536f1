"""The example year: every decision and every figure of shared/example."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.years.reading import YEARS, Year, expected, table, told
from vdfbank.bank.account import INTEREST, LOANS, PENALTIES
from vdfbank.bank.person import LoanId
from vdfbank.loans.effective import effective_rate_bp
from vdfbank.loans.schedule import Instalment, schedule
from vdfbank.rules.books import Loan
from vdfbank.rules.effects import PenaltyCharged, YearClosed

EXAMPLE = YEARS / "example"
FIGURES = expected(EXAMPLE / "expected.json")


@pytest.fixture(scope="module")
def year() -> Year:
    return told(EXAMPLE / "acts.jsonl")


def test_every_line_is_answered_as_written(year: Year) -> None:
    assert year.decisions == expected(EXAMPLE / "decisions.json")
    assert sum(not decision["accepted"] for decision in year.decisions.values()) == FIGURES["acts"]["refused"]


def test_every_entry_is_in_the_journal(year: Year) -> None:
    """The allowance by loan and the dividends payable by member are added up there."""
    rows: Counter[tuple[str, ...]] = Counter()
    for posted in year.village.posted:
        kind = posted.checked.act.kind
        for entry in posted.entries:
            for posting in entry.postings:
                holder = "" if kind.startswith("close_") else str(posting.holder or "")
                rows[str(entry.act), str(entry.on), kind, posting.account, holder] += posting.amount
    wanted: Counter[tuple[str, ...]] = Counter()
    for row in table(EXAMPLE / "journal.csv"):
        key = (row["number"], row["date"], row["act"], row["account"], row["loan"] or row["member"])
        wanted[key] += int(row["debit"]) - int(row["credit"])
    assert rows == wanted
    postings = sum(len(entry.postings) for entry in year.village.entries())
    assert postings - len(table(EXAMPLE / "journal.csv")) == len(year.dividend("2025")) - 1


def test_closing_entries_are_of_their_stage(year: Year) -> None:
    stages = {row["number"]: row["stage"] for row in table(EXAMPLE / "journal.csv")}
    closing = {str(entry.act) for entry in year.village.entries() if entry.item == "closing"}
    assert closing == {number for number, stage in stages.items() if stage == "closing"}


@pytest.mark.parametrize("day", sorted(FIGURES["trial_balance"]))
def test_trial_balance(year: Year, day: str) -> None:
    assert year.trial_balance(day) == FIGURES["trial_balance"][day]


def test_trial_balance_after_closing(year: Year) -> None:
    (day,) = FIGURES["trial_balance_closed"]
    assert year.trial_balance(day, closed=True) == FIGURES["trial_balance_closed"][day]


@pytest.mark.parametrize("day", sorted(FIGURES["savings"]))
def test_savings(year: Year, day: str) -> None:
    assert year.savings(day) == FIGURES["savings"][day]


@pytest.mark.parametrize("day", sorted(FIGURES["loans"]))
def test_loans(year: Year, day: str) -> None:
    assert year.loans(day) == FIGURES["loans"][day]


def as_paid_out(year: Year, row: dict[str, str]) -> Loan:
    """A loan as it stood on the day of its pay-out; later it may have left the books."""
    return year.village.past.at(date.fromisoformat(row["paid_out"])).loans[LoanId(row["loan"])]


def instalments(loan: Loan) -> tuple[Instalment, ...]:
    assert loan.paid_out is not None
    return schedule(loan.request.amount, loan.request.months, loan.rate, loan.request.method, loan.paid_out)


def test_schedules_as_paid_out(year: Year) -> None:
    rows = []
    for row in table(EXAMPLE / "loans.csv"):
        loan = as_paid_out(year, row)
        balance = loan.request.amount
        for due in instalments(loan):
            balance -= due.principal
            figures = (due.number, due.due, due.principal, due.interest, due.total, balance)
            rows.append((row["loan"], row["paid_out"], *map(str, figures)))
    names = ("loan", "start", "no", "due", "principal", "interest", "total", "balance_after")
    wanted = [tuple(row[name] for name in names) for row in table(EXAMPLE / "loan_schedules.csv")]
    assert sorted(rows) == sorted(wanted)


def test_effective_rates(year: Year) -> None:
    for row in table(EXAMPLE / "loans.csv"):
        loan = as_paid_out(year, row)
        assert loan.paid_out is not None
        rate = effective_rate_bp(loan.request.amount, loan.paid_out, instalments(loan))
        assert rate == int(row["effective_monthly_bp"]), row["loan"]


def test_every_movement_of_the_loans(year: Year) -> None:
    loans = {row["loan"] for row in table(EXAMPLE / "loans.csv")}
    balances: Counter[str] = Counter()
    rows = []
    for posted in year.village.posted:
        for entry in posted.entries:
            moved = Counter({posting.account: int(posting.amount) for posting in entry.postings})
            loan = str(entry.postings[0].holder)
            if loan in loans and entry.item != "allowance":
                balances[loan] += moved[LOANS]
                parts = (-moved[PENALTIES], -moved[INTEREST], max(0, -moved[LOANS]))
                figures = (max(0, moved[LOANS]), sum(parts), *parts, 0, 0, balances[loan])
                rows.append((loan, str(entry.on), str(entry.act), posted.checked.act.kind, *map(str, figures)))
    names = ("loan", "date", "number", "act", "disbursed", "paid", "penalty", "interest", "principal")
    wanted = [
        tuple(row[name] for name in (*names, "written_off", "recovered", "balance"))
        for row in table(EXAMPLE / "loan_ledger.csv")
    ]
    assert sorted(rows) == sorted(wanted)


def test_every_penalty_charged(year: Year) -> None:
    rows = []
    for posted in year.village.posted:
        for effect in posted.checked.effects:
            if isinstance(effect, PenaltyCharged):
                charge = effect.charge
                on = str(posted.checked.act.on)
                rows.append((on, str(effect.loan), str(charge.row + 1), str(charge.unpaid), str(charge.amount)))
    names = ("date", "loan", "no", "unpaid", "penalty")
    assert rows == [tuple(row[name] for name in names) for row in table(EXAMPLE / "penalties.csv")]


def test_dividend_and_pools(year: Year) -> None:
    wanted = FIGURES["dividend"]["2025"]
    closed = next(
        effect for posted in year.village.posted for effect in posted.checked.effects if isinstance(effect, YearClosed)
    )
    assert closed.surplus == wanted["surplus"]
    assert dict(closed.pools) == wanted["pools"]
    assert year.dividend("2025") == {line["member"]: line["amount"] for line in wanted["lines"]}


def test_replaying_what_was_kept_gives_the_same_seals(year: Year) -> None:
    again = type(year.village)()
    for line in year.village.acts():
        again.perform_line(line)
    assert [posted.seal for posted in again.posted] == [posted.seal for posted in year.village.posted]
    assert again.books == year.village.books
