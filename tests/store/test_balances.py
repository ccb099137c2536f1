"""Balances of any day, from the closing before it and the entries since."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from tests.store.written import Steps, write
from tests.years.reading import YEARS, expected
from vdfbank.bank.account import HELD, SAVINGS, Account
from vdfbank.bank.money import Money
from vdfbank.store.book import BookFile

FIGURES = expected(YEARS / "example" / "expected.json")
Balances = dict[tuple[Account, str], Money]


def trial_balance(balances: Balances) -> list[dict[str, object]]:
    accounts = Counter[str]()
    for (account, _), amount in balances.items():
        accounts[account] += amount
    return [
        {"account": account, "debit": max(0, amount), "credit": max(0, -amount)}
        for account, amount in sorted(accounts.items())
        if amount
    ]


def added_up(year: Steps, as_of: date, *, closed: bool) -> Balances:
    """The slow and simple way: every entry of the book."""
    sums: Balances = {}
    for posted, _ in year:
        for entry in posted.entries:
            if entry.on > as_of or (entry.item == "closing" and entry.on == as_of and not closed):
                continue
            for posting in entry.postings:
                holder = posting.holder or "" if posting.account in HELD else ""
                sums[posting.account, holder] = sums.get((posting.account, holder), Money(0)) + posting.amount
    return {held: amount for held, amount in sums.items() if amount}


@pytest.mark.parametrize("day", FIGURES["trial_balance"])
def test_the_trial_balance_of_each_month(book: BookFile, day: str) -> None:
    assert trial_balance(book.balances(date.fromisoformat(day))) == FIGURES["trial_balance"][day]


@pytest.mark.parametrize("day", FIGURES["trial_balance_closed"])
def test_the_trial_balance_of_the_closed_year(book: BookFile, day: str) -> None:
    assert trial_balance(book.balances(date.fromisoformat(day), closed=True)) == FIGURES["trial_balance_closed"][day]


@pytest.mark.parametrize("day", FIGURES["savings"])
def test_what_everybody_saved(book: BookFile, day: str) -> None:
    balances = book.balances(date.fromisoformat(day))
    for line in FIGURES["savings"][day]:
        assert -balances.get((SAVINGS, line["member"]), Money(0)) == line["balance"]


def test_any_day_is_what_its_entries_add_up_to(book: BookFile, year: Steps) -> None:
    day = date(2024, 12, 1)
    while day < date(2026, 3, 1):
        for closed in (False, True):
            assert book.balances(day, closed=closed) == added_up(year, day, closed=closed), (day, closed)
        day += timedelta(days=3)


def test_every_story_adds_up_on_every_month_end(stories: list[Steps], tmp_path: Path) -> None:
    """With corrections, a bank taken over, and months closed after later acts."""
    for number, story in enumerate(stories):
        with BookFile.create(tmp_path / f"{number}.vdf") as book:
            write(book, story)
            for days in range(0, 420, 7):
                day = date(2024, 12, 31) + timedelta(days=days)
                for closed in (False, True):
                    assert book.balances(day, closed=closed) == added_up(story, day, closed=closed), day


def test_a_book_without_closings_adds_up_from_the_start(empty: BookFile, year: Steps) -> None:
    opened = [step for step in year if step[0].checked.act.on < date(2025, 1, 31)]
    write(empty, opened)
    assert empty.closes() == []
    assert empty.balances(date(2025, 1, 20)) == added_up(opened, date(2025, 1, 20), closed=False)


def test_a_month_costs_a_month(book: BookFile) -> None:
    """No day of a closed year reads the whole of posting: SQLite asks the indexes."""
    asked: list[tuple[str, Any]] = []
    engine = book._engine
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, text, values, *_: asked.append((text, values)))
    book.balances(date(2025, 11, 20))
    text, values = asked[-1]
    with book.reading() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)]
    assert not [step for step in plan if step.startswith("SCAN") and ("entry" in step or "posting" in step)], plan
    assert any("entry_closing" in step for step in plan), plan
