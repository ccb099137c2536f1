"""The journal for hledger, read by hledger itself."""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from tests.export.conftest import EXAMPLE, Journal
from vdfbank.export.background import Background
from vdfbank.export.hledger import lines

Trial = dict[str, int]
DAY = timedelta(days=1)


def hledger(journal: Iterable[str], *arguments: str) -> str:
    """What hledger answers; it reads names in Lao only where the locale is UTF-8."""
    run = subprocess.run(
        ["hledger", "-f", "-", *arguments],
        input="".join(journal),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def balances(journal: Iterable[str], *arguments: str) -> Trial:
    """Accounts with their balances, debit positive."""
    table = hledger(journal, "balance", "--flat", "--no-total", "-O", "csv", *arguments)
    _, *read = csv.reader(table.splitlines())
    return {name.partition(":")[2][:4]: int(amount.removeprefix("LAK ")) for name, amount in read}


def expected(day: str, stage: str = "") -> Trial:
    """A trial balance of the example."""
    with (EXAMPLE / "trial_balance.csv").open(encoding="utf-8", newline="") as file:
        read = [row for row in csv.DictReader(file) if (row["date"], row["stage"]) == (day, stage)]
    return {row["account"]: int(row["debit"]) - int(row["credit"]) for row in read}


def test_the_strictest_check_passes(example: Journal) -> None:
    hledger(lines(*example), "check", "--strict")


def test_an_empty_book_passes() -> None:
    hledger(lines([], Background()), "check", "--strict")
    assert balances(lines([], Background())) == {}


@pytest.mark.parametrize("day", ["2025-06-30", "2025-09-05", "2025-10-31", "2025-12-31"])
def test_balances_before_closing_are_the_trial_balance(example: Journal, day: str) -> None:
    assert expected(day)
    assert balances(lines(*example), "not:tag:closing", "--end", str(date.fromisoformat(day) + DAY)) == expected(day)


def test_with_the_closing_entries_income_and_expense_are_empty(example: Journal) -> None:
    assert balances(lines(*example), "--end", "2026-01-01") == expected("2025-12-31", "closed")
    assert balances(lines(*example)) == expected("2026-01-05")


def test_members_loans_and_vouchers_are_found_by_tag(example: Journal) -> None:
    assert balances(lines(*example), "tag:loan=^L4$", "1210") == {"1210": 478_772}

    assert balances(lines(*example), "tag:voucher=^RV-2025-01-0001$") == {"1010": 10_000, "4030": -10_000}


def test_hostile_text_stays_text(hostile: Journal) -> None:
    journal = list(lines(*hostile))
    hledger(journal, "check", "--strict")
    assert balances(journal, "--period", "2025-02") == {}
    assert hledger(journal, "tags").split() == ["member", "reverses", "voucher"]
    assert len(hledger(journal, "print", "-O", "csv").splitlines()) == 1 + 4
    assert "\u0e81\u0eb4\u0e99" in hledger(journal, "descriptions")
